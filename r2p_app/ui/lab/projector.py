"""The exercise for a class to read from the back of a room: one thing at a time, in large letters, over the screen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from r2p_app.lab.exercise import Exercise
from r2p_app.lab.horizon import Horizon
from r2p_app.ui.announce import announce
from r2p_app.ui.format import date
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.words import form_label, heading
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TEXT_SCALES, TextRole, Theme, load_theme
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

LEAST_SHARE = 1 / 45
"""The least height of a lower-case letter, as a share of the screen's height: readable from eight screens away."""

_MARGIN = 0.06
_GAP = 0.02
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Line(NamedTuple):
    """Words in a text role."""

    text: str
    role: TextRole


Slide = tuple[Line, ...]


def slides(session: LabSession) -> tuple[Slide, ...]:
    """Return what is shown, one thing at a time; what followed only once the advice is given."""
    found = list(_before(session))
    if session.exercise.is_advised:
        found += _after(session)
    return tuple(found)


def _before(session: LabSession) -> Iterator[Slide]:
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


def _evidence(horizon: Horizon) -> Iterator[Slide]:
    for fact in horizon.facts:
        kicker = " · ".join(part for part in (date(fact.date), form_label(fact.form)) if part)
        made = translate("Lab", "Made by: %1").replace("%1", fact.made_by) if fact.made_by else ""
        held = translate("Lab", "How it was held then: %1").replace("%1", fact.held) if fact.held else ""
        lines = (Line(kicker, TextRole.H3), Line(plain(fact.fact), TextRole.READING))
        yield (*lines, *(Line(text, TextRole.BODY) for text in (made, held) if text))


def _votes(session: LabSession, exercise: Exercise) -> Iterator[Slide]:
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


def _after(session: LabSession) -> Iterator[Slide]:
    point = session.decision
    retrospect = Line(translate("Lab", "In retrospect"), TextRole.H3)
    yield Line(translate("Lab", "The decision really taken"), TextRole.H2), Line(plain(point.chosen), TextRole.READING)
    yield Line(translate("Lab", "What followed"), TextRole.H2), Line(plain(point.what_followed), TextRole.READING)
    for one in point.later_assessments:
        yield retrospect, Line(plain(one.by), TextRole.H2), Line(plain(one.text), TextRole.READING)


class Setting(NamedTuple):
    """A slide laid out: its theme, and each line with where it goes."""

    theme: Theme
    places: tuple[tuple[Line, QRectF], ...]

    @property
    def least_letter(self) -> float:
        """The height of the smallest lower-case letter, in pixels."""
        return min((QFontMetricsF(self.theme.font(line.role)).xHeight() for line, _ in self.places), default=0.0)


def set_slide(slide: Slide, width: float, height: float, name: str) -> Setting:
    """Set a slide as large as the screen allows."""
    best = _setting(slide, width, height, load_theme(name, TEXT_SCALES[-1]))
    for step in range(21, 61):
        theme = load_theme(name, step / 10)
        tried = _setting(slide, width, height, theme)
        if not tried.places or tried.places[-1][1].bottom() > height * (1 - _MARGIN):
            break
        best = tried
    return best


def _setting(slide: Slide, width: float, height: float, theme: Theme) -> Setting:
    left, top, gap = width * _MARGIN, height * _MARGIN, height * _GAP
    places: list[tuple[Line, QRectF]] = []
    for line in slide:
        metrics = QFontMetricsF(theme.font(line.role))
        box = metrics.boundingRect(QRectF(0, 0, width - 2 * left, 1e6), _WRAP, line.text)
        places.append((line, QRectF(left, top, width - 2 * left, box.height())))
        top += box.height() + gap
    return Setting(theme, tuple(places))


class ProjectorView(QWidget):
    """A window over the whole screen. Arrow keys and clicks turn the pages, Esc ends.

    Signals:
        closed: The window is closed.
    """

    closed = Signal()

    def __init__(self, pages: Sequence[Slide], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Decision lab"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages = tuple(pages)
        self.number = 0
        self.go_to(0)

    def go_to(self, number: int) -> None:
        """Show a page; past the ends nothing happens."""
        if 0 <= number < len(self.pages):
            self.number = number
            place = self.tr("%1 of %2").replace("%1", str(number + 1)).replace("%2", str(len(self.pages)))
            words = " ".join(line.text for line in self.pages[number])
            self.setAccessibleName(f"{place}. {words}")
            announce(self, self.accessibleName())
            self.update()

    def setting(self) -> Setting:
        """Return the page as it is set on this screen."""
        slide = tuple(Line(refine(line.text), line.role) for line in self.pages[self.number])
        return set_slide(slide, self.width(), self.height(), current().name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        setting = self.setting()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), setting.theme.colour("paper"))
            painter.setPen(setting.theme.colour("ink"))
            for line, place in setting.places:
                painter.setFont(setting.theme.font(line.role))
                painter.drawText(place, _WRAP, line.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages; end on Esc."""
        forward = {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Return}
        backward = {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.pages) - 1}
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in forward or event.key() in backward:
            self.go_to(self.number + (1 if event.key() in forward else -1))
        elif event.key() in ends:
            self.go_to(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left goes on, right goes back."""
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            self.go_to(self.number + (1 if event.button() == Qt.MouseButton.LeftButton else -1))

    def closeEvent(self, event: object) -> None:
        """Tell that it is over."""
        self.closed.emit()
        super().closeEvent(event)  # type: ignore[arg-type]
