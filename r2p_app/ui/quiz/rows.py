"""An option as a large row: the key that chooses it, its text, whether it is chosen, and later what there is to say."""

from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from r2p_app.learning.verdict import Outcome
from r2p_app.ui.quiz.marks import MARK, TONES, paint_mark, paint_tick
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label, restyle
from r2p_app.ui.widgets.inline import inline_label, plain, to_html
from r2p_app.ui.widgets.wrapping import Wrapping

_RING = 3
"""Room around the row for the ring that shows the focus."""


class RowFeedback(NamedTuple):
    """What a row shows after the verdict. Without an outcome it is an option that was rightly left alone."""

    words: str
    rationale: str
    outcome: Outcome | None = None
    is_missed: bool = False


class _OptionRow(Wrapping):
    """A mixin: Qt gives radio buttons and check boxes different roles for screen readers, we give both one look."""

    def _build(self, text: str, number: int) -> None:
        self._number, self._feedback, self._is_locked = number, RowFeedback("", ""), False
        self.option_text = text
        self._text = inline_label(text)
        self._note = label("", TextRole.SMALL)
        self._note.setTextFormat(Qt.TextFormat.RichText)
        self._note.hide()
        self._body = column(self._text, self._note, spacing=GRID, into=self)
        self.wrap(self._body)
        self.setAccessibleName(plain(text))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._set_margins()

    @property
    def feedback(self) -> RowFeedback:
        """What the row says about its option."""
        return self._feedback

    def describe(self, words: str) -> None:
        """Add a line that says more about the option, before any answer."""
        self._note.setText(escape(words).replace("\n", "<br>"))
        restyle(self._note, tone="muted")
        self._note.show()
        self.setAccessibleDescription(words)

    def lock(self) -> None:
        """Let the choice stand; the row can still be read."""
        self._is_locked = True
        self.unsetCursor()

    def show_feedback(self, feedback: RowFeedback) -> None:
        """Say in words, shape and colour what the option was."""
        self.lock()
        self._feedback = feedback
        words = f"<b>{escape(feedback.words)}</b> " if feedback.words else ""
        self._note.setText(words + to_html(feedback.rationale))
        restyle(self._note, tone=TONES[feedback.outcome] if feedback.outcome else "muted")
        self._note.setVisible(bool(words or feedback.rationale))
        self.setAccessibleDescription(f"{feedback.words} {plain(feedback.rationale)}".strip())
        self._set_margins()
        self.update()

    def _set_margins(self) -> None:
        px = current().px
        right = 2 * MARK if self._feedback.outcome is None else 2 * MARK + 8
        self._body.setContentsMargins(_RING + px(52), _RING + px(12), _RING + px(right), _RING + px(12))

    def nextCheckState(self) -> None:  # noqa: N802
        if not self._is_locked:
            super().nextCheckState()

    def hitButton(self, position: QPoint) -> bool:
        return bool(self.rect().contains(position))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._set_margins()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        self._paint_key(painter)
        self._paint_state(painter)

    def _paint_frame(self, painter: QPainter) -> None:
        theme, outcome = current(), self._feedback.outcome
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        edge, fill = "control-line", "surface"
        if outcome is not None:
            edge, fill = TONES[outcome], f"{TONES[outcome]}-soft"
        elif self.isChecked():
            edge, fill = "accent", "accent-soft"
        elif self._is_locked:
            edge = "line"
        elif self.underMouse():
            fill = "surface-2"
        pen = QPen(theme.colour(edge), 2 if outcome or self.isChecked() else 1)
        pen.setStyle(Qt.PenStyle.DashLine if self._feedback.is_missed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(fill))
        inset = _RING + 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _paint_key(self, painter: QPainter) -> None:
        if not 1 <= self._number <= 9:
            return
        theme = current()
        box = QRectF(_RING + theme.px(16), self._text.y(), theme.px(22), self._line_height())
        painter.setPen(QPen(theme.colour("line" if self._is_locked else "control-line"), 1))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("ink-2"))
        painter.setFont(theme.font(TextRole.SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _line_height(self) -> float:
        return float(self._text.fontMetrics().height() + 2)

    def _paint_state(self, painter: QPainter) -> None:
        side = current().px(MARK)
        x = self.width() - _RING - current().px(14) - side
        box = QRectF(x, self._text.y() + (self._line_height() - side) / 2, side, side)
        if self._feedback.outcome is not None:
            paint_mark(painter, self._feedback.outcome, box)
        elif not self._is_locked:
            self._paint_choice(painter, box.adjusted(1, 1, -1, -1))

    def _paint_choice(self, painter: QPainter, box: QRectF) -> None:
        """Paint a ring for one of many, a box for any number; filled when chosen."""
        theme = current()
        radius = box.width() / 2 if isinstance(self, QRadioButton) else box.width() / 6
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "control-line"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box, radius, radius)
        if not self.isChecked():
            return
        if isinstance(self, QRadioButton):
            painter.setBrush(theme.colour("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box.center(), box.width() / 4, box.width() / 4)
        else:
            paint_tick(painter, theme.colour("accent"), box)


class RadioRow(_OptionRow, QRadioButton):
    """One of several options of which one can be chosen. `number` from 1 to 9 is the key that chooses it."""

    def __init__(self, text: str, number: int, parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, parent)
        self._build(text, number)


class CheckRow(_OptionRow, QCheckBox):
    """One of several options of which any number can be chosen. `number` from 1 to 9 is the key that chooses it."""

    def __init__(self, text: str, number: int, parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, parent)
        self._build(text, number)
