"""`r2p export`: the timeline, flashcards, handouts, progress and statistics as files; without a display."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from r2p_app.content.links import Link, LinkError
from r2p_app.content.load import load_pack
from r2p_app.paths import cache_dir, content_dir
from r2p_app.store.errors import StoreError
from r2p_app.store.files import write_bytes

if TYPE_CHECKING:
    from r2p_app.content.library import Library
    from r2p_app.ui.timeline.export_files import ExportOptions
    from r2p_app.ui.timeline.export_seen import Seen

UNUSABLE, UNWRITABLE = 1, 2
"""Exit statuses: nothing to export; the file cannot be written."""

_PAGE = "timeline"
_ANKI = "anki"
_HANDOUT = "handout"
_LEARNED = ("progress", "statistics")
_LINKS = {
    _PAGE: f"r2p://{_PAGE}",
    _ANKI: "r2p://quiz",
    _HANDOUT: "r2p://quiz",
    **dict.fromkeys(_LEARNED, "r2p://review"),
}
"""What can be exported, and the link that shows all of it."""
_WIDTH, _HEIGHT = 1440, 800
_FORMATS = ("svg", "png", "pdf", "csv", "timelinejs")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `r2p export`."""
    from r2p_app.commands.export_handout import KINDS as HANDOUTS
    from r2p_app.ui.theme.tokens import THEMES

    add = parser.add_argument
    add(
        "page",
        choices=tuple(_LINKS),
        help="what to export; anki: questions as an .apkg file; handout: a .pdf file; the last two: .csv or .json",
    )
    add("out", type=Path, metavar="OUT", help="the file to write")
    add("--format", choices=_FORMATS, help="without it, what the ending of OUT says (.json is TimelineJS)")
    # Not the route with which the window opens: here it says which days and events.
    add("--route", dest="link", metavar="LINK", help="days and filters, or which questions, as the window's links")
    add("--table", choices=("answers", "questions"), default="answers", help="what a CSV file of the progress lists")
    add("--theme", choices=THEMES, default="light", help="the colours of a picture")
    add("--scale", type=int, choices=(1, 2, 3), default=1, help="how fine a PNG picture is")
    add("--width", type=int, default=_WIDTH, metavar="PX", help="the width of a picture")
    add("--height", type=int, default=_HEIGHT, metavar="PX", help="the height of its lanes, at least")
    add("--bom", action="store_true", help="begin a CSV file so that Excel knows its letters")
    add(
        "--paper",
        choices=("A4", "A3", "Letter"),
        default="A4",
        help="sheets: a poster's A4 or A3, others' A4 or Letter",
    )
    add("--portrait", action="store_true", help="have them upright")
    add("--sheets", type=int, default=3, metavar="N", help="how many of them side by side")
    add("--kind", choices=HANDOUTS, default="test", help="which handout of what --route names")
    add("--versions", type=int, choices=range(1, 7), default=1, metavar="N", help="versions of a test, 1 to 6")
    add("--answers", action="store_true", help="put the answers behind a handout")
    add("--text", type=float, default=8.5, metavar="PT", help="the size of a poster's text in points")


def _data(library: "Library", link: Link, namespace: argparse.Namespace) -> bytes:
    if namespace.page == _ANKI:
        return _flashcards(library, link)
    if namespace.page == _HANDOUT:
        from r2p_app.commands import export_handout

        return export_handout.exported(library, link, namespace)
    if namespace.page in _LEARNED:
        from r2p_app.commands.export_progress import exported

        return exported(namespace.page, library, namespace.out, profile=namespace.profile, table=namespace.table)
    return _made(library, link, namespace)


def run(namespace: argparse.Namespace) -> int:
    """Write the file, and name it."""
    try:
        link = Link.parse(namespace.link or _LINKS[namespace.page])
        library = load_pack(namespace.content or content_dir(), cache=cache_dir())
        data = _data(library, link, namespace)
    except (LinkError, ValueError, NotADirectoryError) as fault:
        sys.stderr.write(f"r2p export: {fault}\n")
        return UNUSABLE
    try:
        write_bytes(namespace.out, data)
    except StoreError as fault:
        sys.stderr.write(f"r2p export: {fault}\n")
        return UNWRITABLE
    sys.stdout.write(f"{namespace.out}\n")
    return 0


def _format_of(path: Path) -> str:
    found = {".json": "timelinejs"}.get(path.suffix.casefold(), path.suffix.casefold().removeprefix("."))
    if found not in _FORMATS:
        raise ValueError(f"“{path.name}” does not say which format; add --format")
    return found


def _flashcards(library: "Library", link: Link) -> bytes:
    """Return questions as flashcards: those that answer to a link to the quizzes."""
    from r2p_app.clock import utc_now
    from r2p_app.export.anki import anki_package
    from r2p_app.learning.pick import matching
    from r2p_app.learning.request import Request
    from r2p_app.ui.quiz.cards import PLAYABLE
    from r2p_app.ui.quiz.export import card_words

    if link.page != "quiz" or link.parts:
        raise ValueError(f"{link} is not a link to the start of the quizzes")
    questions = matching(library, Request.from_query(link.query).wish(PLAYABLE))
    if not questions:
        raise ValueError(f"no question answers to {link}")
    return anki_package(library, questions, card_words(), at=utc_now().timestamp())


def _made(library: "Library", link: Link, namespace: argparse.Namespace) -> bytes:
    """Return the timeline as a file."""
    format_ = namespace.format or _format_of(namespace.out)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from r2p_app.app import make_application
    from r2p_app.ui.export.work import finish
    from r2p_app.ui.theme.look import Look
    from r2p_app.ui.timeline.export_files import Format, work

    make_application()
    Look().load_faces()
    seen = _seen(library, link, namespace)
    if format_ == Format.PDF:
        _check_size(seen, namespace)
    return finish(work(seen, Format(format_), _options(namespace)))


def _check_size(seen: "Seen", namespace: argparse.Namespace) -> None:
    from r2p_app.ui.timeline.poster import MOST_COLUMNS, MOST_EVENTS

    count = len(seen.indices)
    if count > MOST_EVENTS:
        raise ValueError(f"a poster has room for {MOST_EVENTS} events; these days have {count}")
    if not 1 <= namespace.sheets <= MOST_COLUMNS:
        raise ValueError(f"--sheets goes from 1 to {MOST_COLUMNS}")
    if not 5 <= namespace.text <= 24:
        raise ValueError("--text goes from 5 to 24 points")


def _seen(library: "Library", link: Link, namespace: argparse.Namespace) -> "Seen":
    """Return what the link shows: its days, else all of them."""
    from r2p_app.timeline.arrangement import Arrangement
    from r2p_app.timeline.axis import Axis
    from r2p_app.timeline.facets import Facets
    from r2p_app.timeline.filters import Filter, Shown
    from r2p_app.timeline.items import Items
    from r2p_app.timeline.ranges import read_range
    from r2p_app.ui.timeline.export_seen import Seen

    if link.page != _PAGE:
        raise ValueError(f"{link} is not a link to the timeline")
    items = Items.of(library)
    shown = Shown(items, Filter.from_query(link.query), Facets.of(library, items))
    days = read_range(link.value("from"), link.value("to"))
    axis = items.limits.all(namespace.width) if days is None else Axis.showing(*days, namespace.width)
    return Seen(
        library,
        shown,
        axis,
        namespace.width,
        namespace.height,
        whole=days is None or link.value("view") == "table",
        arrangement=Arrangement.from_query(link.query),
    )


def _options(namespace: argparse.Namespace) -> "ExportOptions":
    from r2p_app.ui.timeline.export_files import ExportOptions
    from r2p_app.ui.timeline.poster import PaperPlan

    plan = PaperPlan(namespace.paper, not namespace.portrait, namespace.sheets, namespace.text)
    return ExportOptions(theme=namespace.theme, scale=namespace.scale, bom=namespace.bom, plan=plan)
