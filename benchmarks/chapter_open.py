"""How long a chapter takes to open and to scroll, against a bare text view that shows the same words.

The floor is a `QTextBrowser` of the same size with the plain words of the chapter: no links, notes, records or margin.
Opened: made, laid out and painted for the first time. Opened again: from another chapter to one that is kept ready.
Shipped chapters are gone through in the reader, as a person would; the long one has 10,000 words of the shipped text.
"""

import re
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractScrollArea, QTextBrowser, QWidget

from benchmarks.result import Result, hand_over
from r2p_app.commands.offscreen import OffscreenRun, started
from r2p_app.content.markup import plain_text
from r2p_app.content.model import Case, Chapter
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.reader.text import text_of
from r2p_app.ui.reader.view import CaseReader
from r2p_app.ui.state import AppState

WORDS = 10_000
ROUNDS = 8
STEP = 48
"""Pixels between two frames of scrolling: three lines of a wheel."""

GOAL_OPEN, GOAL_FRAME = 50.0, 1000 / 60


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds that an action takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def long_chapter(state: AppState) -> tuple[Case, Chapter]:
    """Return a chapter of so many words, from the text of the shipped ones, without names that occur twice."""
    library = state.library
    case = library.cases[0]
    bodies = (chapter.body for each in library.cases for chapter in library.chapters(each))
    paragraphs = re.sub(r"\{#[^}]*\}", "", "\n\n".join(bodies)).split("\n\n")
    chosen, count = [], 0
    for paragraph in paragraphs:
        if count < WORDS:
            chosen.append(paragraph)
            count += len(paragraph.split())
    return case, replace(library.chapters(case)[0], body="\n\n".join(chosen), body_line=1)


def bare(words: str, size: QSize) -> QTextBrowser:
    """Return the floor: a view of the plain words."""
    view = QTextBrowser()
    view.resize(size)
    view.setPlainText(words)
    return view


def chapter_view(state: AppState, case: Case, chapter: Chapter, size: QSize) -> ChapterScroll:
    """Return the chapter as the reader shows it."""
    view = ChapterScroll(case, chapter, state)
    view.resize(size)
    return view


def opened(offscreen: OffscreenRun, make: Callable[[], QWidget]) -> float:
    """Return how long it takes to make a view and to paint it."""
    made: list[QWidget] = []

    def show() -> None:
        view = make()
        view.show()
        view.grab()
        made.append(view)

    taken = timed(show)
    made[0].hide()
    made[0].deleteLater()
    offscreen.process_events()
    return taken


def frames(offscreen: OffscreenRun, view: QAbstractScrollArea) -> list[float]:
    """Return the times of all frames while a view is scrolled to its end: what changes is painted, all else moved."""
    bar, found = view.verticalScrollBar(), []

    def frame() -> None:
        bar.setValue(bar.value() + STEP)
        offscreen.process_events()

    bar.setValue(0)
    offscreen.process_events()
    while bar.value() < bar.maximum():
        found.append(timed(frame))
    return found


def line(name: str, times: Sequence[float], floor: Sequence[float], goal: float) -> Result:
    """Print median and 95th percentile with their ratio to the floor; return the median."""
    middle, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    ratio = middle / statistics.median(floor)
    print(f"  {name:44} {middle:7.1f} ms  (p95 {high:6.1f})   {ratio:6.2f}   goal {goal:.0f} ms")
    against, least = "bare QTextBrowser", statistics.median(floor)
    return Result(what=name, value=middle, against=against, floor=least, goal=round(goal, 1), goal_is_value=True)


def measure_long(offscreen: OffscreenRun, state: AppState, size: QSize) -> list[Result]:
    """Measure the chapter of 10,000 words."""
    case, chapter = long_chapter(state)
    words = plain_text(text_of(chapter).blocks)
    make, plain = partial(chapter_view, state, case, chapter, size), partial(bare, words, size)
    for each in (make, plain):
        opened(offscreen, each)  # the first one loads fonts
    pairs = [(opened(offscreen, make), opened(offscreen, plain)) for _ in range(ROUNDS)]
    opens, floors = ([pair[side] for pair in pairs] for side in (0, 1))
    print(f"A chapter of {len(words.split()):,} words")
    found = [line("a long chapter opened, not kept ready", opens, floors, GOAL_OPEN)]
    line("floor", floors, floors, GOAL_OPEN)
    views = make(), plain()
    for view in views:
        view.show()
    fresh, whole, floor = (frames(offscreen, view) for view in (views[0], *views))
    found.append(line("scrolled right after opening, a frame", fresh, floor, GOAL_FRAME))
    found.append(line("scrolled when all of it is made, a frame", whole, floor, GOAL_FRAME))
    line("floor, a frame", floor, floor, GOAL_FRAME)
    return found


def measure_shipped(offscreen: OffscreenRun, state: AppState, size: QSize) -> list[Result]:
    """Measure going from chapter to chapter in the reader, which keeps a few of them."""
    case = state.library.cases[0]
    chapters = state.library.chapters(case)
    reader = CaseReader(case, state)
    reader.resize(size)
    reader.show()
    first: list[float] = []
    again: list[float] = []
    floors: list[float] = []

    def go_to(chapter: Chapter) -> None:
        reader.show_chapter(chapter)
        reader.grab()

    for _ in range(3):
        for before, chapter in pairwise((*chapters[-1:], *chapters)):
            for shown, times in ((chapter, first), (before, []), (chapter, again)):
                times.append(timed(partial(go_to, shown)))
                offscreen.settle()
            words = plain_text(text_of(chapter).blocks)
            floors.append(opened(offscreen, partial(bare, words, size)))
    print(f"The chapters of “{case.title}”")
    found = [
        line("a chapter opened, not kept ready", first, floors, GOAL_OPEN),
        line("a chapter opened again", again, floors, GOAL_OPEN),
    ]
    line("floor", floors, floors, GOAL_OPEN)
    return found


def main() -> list[Result]:
    """Print times and ratios."""
    with started() as offscreen:
        offscreen.program.window.resize(1440, 900)
        offscreen.settle()
        state = offscreen.program.services.state
        size = offscreen.program.window.size()
        return [*measure_shipped(offscreen, state, size), *measure_long(offscreen, state, size)]


if __name__ == "__main__":
    hand_over(main())
