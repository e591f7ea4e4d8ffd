"""The exercise for a class to read from the back of a room: one thing at a time, in large letters, over the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.lab.exercise import Exercise
from r2p_app.lab.horizon import Horizon
from r2p_app.ui.announce import announce
from r2p_app.ui.format import date
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.words import form_label, heading
from r2p_app.ui.projector.canvas import Edges
from r2p_app.ui.projector.window import BACK_KEYS, BLANK_KEYS, NEXT_KEYS, ProjectorWindow
from r2p_app.ui.projector.writer import Writer
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

_SIZES = {TextRole.H1: 2.0, TextRole.H2: 1.5, TextRole.H3: 1.15, TextRole.READING: 1.25, TextRole.BODY: 1.05}
"""The sizes of the roles in units of the smallest type."""


class Line(NamedTuple):
    """Words in a text role."""

    text: str
    role: TextRole


Lines = tuple[Line, ...]


@dataclass(frozen=True)
class Slide:
    """One thing to read, as lines below each other."""

    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """Everything on it as one text."""
        return "\n".join(line.text for line in self.lines)

    def write(self, writer: Writer, _room: QRectF) -> None:
        """Write it."""
        for line in self.lines:
            writer.text(refine(line.text), line.role, _SIZES[line.role])
            writer.gap(0.7)


def slides(session: LabSession) -> tuple[Slide, ...]:
    """Return what is shown, one thing at a time; what followed only once the advice is given."""
    found = list(_before(session))
    if session.exercise.is_advised:
        found += _after(session)
    return tuple(map(Slide, found))


def _before(session: LabSession) -> Iterator[Lines]:
    point, horizon = session.decision, session.horizon
    yield Line(heading(session.state.library, point), TextRole.H1), Line(point.seat, TextRole.H2)
    if point.content_note:
        yield Line(translate("Lab", "Before we begin"), TextRole.H2), Line(plain(point.content_note), TextRole.READING)
    yield Line(translate("Lab", "The situation"), TextRole.H2), Line(plain(point.situation), TextRole.READING)
    if point.mandate:
        yield Line(translate("Lab", "What the seat can do"), TextRole.H2), Line(plain(point.mandate), TextRole.READING)
    yield from _evidence(horizon)
    yield (
        Line(translate("Lab", "Not known on this day"), TextRole.H2),
        *(Line(f"• {plain(text)}", TextRole.READING) for text in point.not_known_then),
    )
    yield (
        Line(translate("Lab", "The options on the table"), TextRole.H2),
        *(Line(f"{n}. {plain(one.text)}", TextRole.READING) for n, one in enumerate(point.options, 1)),
    )
    yield from _votes(session, session.exercise)


def _evidence(horizon: Horizon) -> Iterator[Lines]:
    for fact in horizon.facts:
        kicker = " · ".join(part for part in (date(fact.date), form_label(fact.form)) if part)
        made = translate("Lab", "Made by: %1").replace("%1", fact.made_by) if fact.made_by else ""
        held = translate("Lab", "How it was held then: %1").replace("%1", fact.held) if fact.held else ""
        lines = (Line(kicker, TextRole.H3), Line(plain(fact.fact), TextRole.READING))
        yield (*lines, *(Line(text, TextRole.BODY) for text in (made, held) if text))


def _votes(session: LabSession, exercise: Exercise) -> Iterator[Lines]:
    vote = exercise.vote
    if any(vote.before.values()) or any(vote.after.values()):
        counts = translate("Lab", "%1: before %2, after %3")
        lines = [
            counts.replace("%1", plain(one.text))
            .replace("%2", str(vote.before.get(one.id, 0)))
            .replace("%3", str(vote.after.get(one.id, 0)))
            for one in session.decision.options
        ]
        yield Line(translate("Lab", "Two votes"), TextRole.H2), *(Line(text, TextRole.READING) for text in lines)


def _after(session: LabSession) -> Iterator[Lines]:
    point = session.decision
    retrospect = Line(translate("Lab", "In retrospect"), TextRole.H3)
    yield Line(translate("Lab", "The decision really taken"), TextRole.H2), Line(plain(point.chosen), TextRole.READING)
    yield Line(translate("Lab", "What followed"), TextRole.H2), Line(plain(point.what_followed), TextRole.READING)
    for one in point.later_assessments:
        yield retrospect, Line(plain(one.by), TextRole.H2), Line(plain(one.text), TextRole.READING)


class LabProjector(ProjectorWindow):
    """The exercise, page by page. What is counted or advised meanwhile is shown at once."""

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Decision lab"))
        self._session = session
        self.number = 0
        self.key_pressed.connect(self._on_key_pressed)
        session.changed.connect(self._show)
        self._show()

    @property
    def pages(self) -> tuple[Slide, ...]:
        """What there is to show now."""
        return slides(self._session)

    def go_to(self, number: int) -> None:
        """Show a page; past the ends nothing happens."""
        if 0 <= number < len(self.pages):
            self.number = number
            self.canvas.set_blank(blank=False)
            self._show()
            announce(self.canvas, self.canvas.accessibleDescription())

    @Slot()
    def _show(self) -> None:
        pages = self.pages
        self.number = min(self.number, len(pages) - 1)
        place = self.tr("%1 of %2").replace("%1", str(self.number + 1)).replace("%2", str(len(pages)))
        self.canvas.show_content(pages[self.number], Edges(foot=place))

    @Slot(int)
    def _on_key_pressed(self, key: int) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.pages) - 1}
        if key in BLANK_KEYS:
            self.canvas.set_blank(blank=not self.canvas.is_blank)
        elif key in NEXT_KEYS and self.canvas.has_more:
            self.canvas.scroll_by(1)
        elif key in NEXT_KEYS or key in BACK_KEYS:
            self.go_to(self.number + (1 if key in NEXT_KEYS else -1))
        elif key in ends:
            self.go_to(ends[Qt.Key(key)])
