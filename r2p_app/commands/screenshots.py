"""`r2p screenshots DIR`: every page as a PNG file, and the windows of a class, for documentation and for eyes."""

import argparse
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from r2p_app.commands.class_windows import ClassView, NothingThere, opened
from r2p_app.commands.offscreen import NotStarted, OffscreenRun, started

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from r2p_app.content.library import Library

_SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")
_FAILED = 1
_BY_HAND = frozenset(("question",))
_LINKS = """links of the windows of a class, for --route:
  presenter://LESSON/STEP          a lesson as its teacher sees it; STEP 3 is the third, 3.2 its second slide
  projector://LESSON/STEP          the same slide as the class sees it
  console://QUESTION,…/PHASE       a live quiz as its teacher sees it, with a class that answers by chance
  projector://QUESTION,…/PHASE     the same as the class sees it
without STEP it is the title, without PHASE the lobby; phases are
  lobby asked first-vote counted talk second-vote explained ended"""
_EACH = ("chapter", "comparison")
"""Kinds of which every record is a view of its own."""


class Size(NamedTuple):
    """The window's size in pixels."""

    width: int
    height: int

    @classmethod
    def parse(cls, text: str) -> "Size":
        """Read `1440x900`; raise `ArgumentTypeError` for anything else."""
        match = _SIZE.fullmatch(text)
        if match is None:
            raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1440x900")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


DEFAULT_SIZE = Size(1440, 900)


class Shot(NamedTuple):
    """One picture: what is shown, and how."""

    route: str
    theme: str = "light"
    scale: str = "1.0"
    size: Size = DEFAULT_SIZE

    @property
    def file_name(self) -> str:
        """Return the route as a file name, and what is unlike the usual look."""
        slug = "-".join(re.findall(r"[A-Za-z0-9]+", self.route.removeprefix("r2p://")))
        usual = Shot(self.route)
        tails = [
            f"-{self.theme}" if self.theme != usual.theme else "",
            f"-{round(float(self.scale) * 100)}" if self.scale != usual.scale else "",
            f"-{self.size}" if self.size != usual.size else "",
        ]
        return f"{slug}{''.join(tails)}.png"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may follow `r2p screenshots`."""
    from r2p_app.ui.theme.tokens import TEXT_SCALES, THEMES

    scales = [str(scale) for scale in TEXT_SCALES]
    parser.epilog = _LINKS
    add = parser.add_argument
    add("folder", type=Path, metavar="DIR", help="where to write the pictures; made if need be")
    add("--theme", nargs="+", choices=THEMES, default=["light"], help="one or more themes")
    add("--text-scale", nargs="+", choices=scales, default=["1.0"], help="one or more sizes of text")
    add("--size", nargs="+", type=Size.parse, default=[DEFAULT_SIZE], metavar="WxH", help="one or more window sizes")
    add("--route", nargs="+", action="extend", dest="routes", metavar="LINK", help="only these, may be repeated")


def run(namespace: argparse.Namespace) -> int:
    """Draw the pictures, telling of each; a picture is written whole or not at all."""
    namespace.folder.mkdir(parents=True, exist_ok=True)
    try:
        with started(namespace.content) as offscreen:
            failed: list[str] = []
            _rest(offscreen)
            services = offscreen.program.services
            services.shell.navigation.link_failed.connect(failed.append)
            shots = _shots(namespace, services.state.library)
            for number, shot in enumerate(shots, start=1):
                path = namespace.folder / shot.file_name
                try:
                    _draw(offscreen, shot, path)
                except NothingThere:
                    failed.append(shot.route)
                    continue
                print(f"{number:>3} of {len(shots)}  {path}", flush=True)
    except NotStarted as fault:
        print(f"r2p screenshots: {fault}", file=sys.stderr)
        return _FAILED
    for link in failed:
        print(f"r2p screenshots: there is nothing at {link}", file=sys.stderr)
    return _FAILED if failed else 0


def routes(library: "Library") -> list[str]:
    """Return a link to every page, chapter, comparison and tab, to a question and a record of each other kind."""
    from r2p_app.content.links import item_link
    from r2p_app.content.questions import QuestionBase
    from r2p_app.ui.case.tabs import tabs_of
    from r2p_app.ui.routes import BY_NAME

    each = [item_link(entry.kind, entry.id) for entry in library if entry.kind in _EACH]
    kinds = {entry.kind: item_link(entry.kind, entry.id) for entry in library if entry.kind not in _BY_HAND}
    questions = {type(item).__name__: item_link("question", item.id) for item in library.all(QuestionBase)}
    tabs = [str(tab.link(case)) for case in library.cases for tab in tabs_of(library, case)]
    pages = [f"r2p://{name}" for name in BY_NAME]
    return list(dict.fromkeys((*pages, *each, *tabs, *kinds.values(), *questions.values())))


def _shots(namespace: argparse.Namespace, library: "Library") -> list[Shot]:
    wanted = namespace.routes or routes(library)
    looks = product(namespace.theme, namespace.text_scale, namespace.size)
    return [Shot(route, *look) for look in looks for route in wanted]


def _rest(offscreen: OffscreenRun) -> None:
    """Have views change at once: a picture shows where a movement ends."""
    from r2p_app.ui.preferences import MOTION

    offscreen.program.preferences.set_value(MOTION, "on")


def _draw(offscreen: OffscreenRun, shot: Shot, path: Path) -> None:
    from r2p_app.ui.preferences import TEXT, THEME

    program = offscreen.program
    program.preferences.set_value(THEME, shot.theme)
    program.preferences.set_value(TEXT, shot.scale)
    program.window.resize(*shot.size)
    with _shown(offscreen, shot.route) as window:
        window.resize(*shot.size)
        offscreen.settle()
        _save(window, path)


@contextmanager
def _shown(offscreen: OffscreenRun, route: str) -> Iterator["QWidget"]:
    """Show what a link names and return the window that shows it; raise `NothingThere`."""
    view = ClassView.parse(route)
    if view is not None:
        with opened(offscreen, view) as window:
            yield window
        return
    navigation = offscreen.program.services.shell.navigation
    navigation.open(route)
    navigation.leave()  # an exercise in the lab would ask first
    yield offscreen.program.window


def _save(window: "QWidget", path: Path) -> None:
    partial = path.with_name(f".{path.name}.partial")
    try:
        if not window.grab().save(str(partial), "PNG"):
            raise OSError(f"{path} cannot be written")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
