"""The timeline as files: one table of formats, and the work that makes each."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.model import Event
from r2p_app.export.table import csv_pieces
from r2p_app.export.timelinejs import Heading, Words, timelinejs_pieces
from r2p_app.ui import format as fmt
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.saving import FileKind
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.text import label, status_meaning
from r2p_app.ui.theme.tokens import load_theme
from r2p_app.ui.timeline.export_picture import Picture
from r2p_app.ui.timeline.export_seen import Seen, subtitle, title
from r2p_app.ui.timeline.poster import PaperPlan, Poster
from r2p_app.ui.timeline.poster_paint import PosterPdf

translate = QCoreApplication.translate


class Format(enum.StrEnum):
    """What a timeline can be exported as."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    CSV = "csv"
    TIMELINEJS = "timelinejs"


_KINDS = {
    Format.SVG: (".svg", str(QT_TRANSLATE_NOOP("TimelineExport", "SVG picture"))),
    Format.PNG: (".png", str(QT_TRANSLATE_NOOP("TimelineExport", "PNG picture"))),
    Format.PDF: (".pdf", str(QT_TRANSLATE_NOOP("TimelineExport", "PDF document"))),
    Format.CSV: (".csv", str(QT_TRANSLATE_NOOP("TimelineExport", "CSV table"))),
    Format.TIMELINEJS: (".json", str(QT_TRANSLATE_NOOP("TimelineExport", "TimelineJS data"))),
}


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How it is to look: `theme` and `text` (a scale) of pictures, `scale` of PNG, `bom` of CSV, `plan` of PDF."""

    theme: str = "light"
    text: float = 1.0
    scale: int = 1
    bom: bool = False
    plan: PaperPlan = field(default_factory=PaperPlan)


def file_kind(format_: Format) -> FileKind:
    """Return ending and name of the files of a format."""
    suffix, name = _KINDS[format_]
    return FileKind(suffix, translate("TimelineExport", name))


def work(seen: Seen, format_: Format, options: ExportOptions) -> Work:
    """Return the work that makes the file."""
    match format_:
        case Format.SVG | Format.PNG:
            return _picture(seen, format_, options)
        case Format.PDF:
            return _poster(seen, options.plan)
        case Format.CSV:
            events = seen.events
            return _joined(csv_pieces(seen.library, events, bom=options.bom), len(events) + 1)
        case Format.TIMELINEJS:
            events = seen.events
            pieces = timelinejs_pieces(seen.library, events, seen.lanes, _heading(seen), _words())
            return _joined(pieces, len(events) + 2)


def _picture(seen: Seen, format_: Format, options: ExportOptions) -> Work:
    yield Progress(0, 1)
    picture = Picture(seen, load_theme(options.theme, options.text))
    return picture.svg() if format_ is Format.SVG else picture.png(options.scale)


def _poster(seen: Seen, plan: PaperPlan) -> Work:
    poster = Poster(seen, plan)
    pdf = PosterPdf(poster)
    for done in pdf.steps():
        yield Progress(done, poster.sheets)
    return pdf.data


def _joined(pieces: Iterable[bytes], total: int) -> Work:
    done: list[bytes] = []
    for piece in pieces:
        done.append(piece)
        yield Progress(len(done), total)
    return b"".join(done)


def _heading(seen: Seen) -> Heading:
    return Heading(title(seen), (subtitle(seen), licence_line(seen.library.pack)))


def _words() -> Words:
    return Words(
        date=fmt.date,
        status=_status,
        sources=translate("TimelineExport", "Sources"),
        disputed=translate("TimelineExport", "Disputed"),
    )


def _status(event: Event) -> str:
    words = translate("TimelineExport", "Status: %1. %2")
    return words.replace("%1", label(event.status)).replace("%2", status_meaning(event.status))
