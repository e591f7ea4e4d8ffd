"""A line of time on which a day is pointed at; after the verdict it shows the answer and how near counts as right."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from r2p_app.learning.verdict import Outcome
from r2p_app.ui import format as formats
from r2p_app.ui.charts.scale import DateTick, date_ticks
from r2p_app.ui.quiz.marks import MARK, TONES, paint_mark
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.day_slider import PaintedSlider

_MONTH = 30
_SIDE, _LINE_Y, _HEIGHT = 24, 72, 112
"""Free room at both ends, the height of the line and of the whole, in pixels at 100 % text."""


class Answer(NamedTuple):
    """What the axis shows after the verdict: the days of the answer, the tolerance around them, and the outcome."""

    earliest: int
    latest: int
    tolerance: int
    outcome: Outcome


class AxisSlider(PaintedSlider):
    """A slider over days. Arrow keys move by a day, page keys by a month, Home and End to the ends."""

    def __init__(self, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self.setRange(first, last)
        self.setSingleStep(1)
        self.setPageStep(_MONTH)
        self.setValue((first + last) // 2)
        self.setMouseTracking(False)
        self.setAccessibleName(self.tr("Line of time"))
        self.valueChanged.connect(self._on_value_changed)
        self._on_value_changed()

    def show_answer(self, answer: Answer) -> None:
        """Show where the answer lies, and take no other day."""
        self._answer = answer
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room; as high as two labels and the ticks need."""
        return QSize(current().px(320), current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep the height."""
        return QSize(current().px(200), current().px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at a day."""
        self._point_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag to a day."""
        self._point_at(event.position().x())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tolerance, line, ticks, then the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(current().font(TextRole.SMALL))
        self._paint_tolerance(painter)
        self._paint_line(painter)
        self._paint_days(painter)

    def _paint_line(self, painter: QPainter) -> None:
        theme, y = current(), self._line_y()
        painter.setPen(QPen(theme.colour("control-line"), 2))
        painter.drawLine(QPointF(self._x(self.minimum()), y), QPointF(self._x(self.maximum()), y))
        for tick in date_ticks(self.minimum(), self.maximum(), max(2, self.width() // theme.px(110))):
            self._paint_tick(painter, tick)

    def _paint_tick(self, painter: QPainter, tick: DateTick) -> None:
        x, y, theme = self._x(tick.day), self._line_y(), current()
        painter.setPen(QPen(theme.colour("control-line"), 1))
        painter.drawLine(QPointF(x, y), QPointF(x, y + theme.px(6)))
        words = formats.year(tick.year) if tick.is_year else formats.month(tick.month, tick.year, short=True)
        painter.setPen(theme.colour("ink-2"))
        painter.drawText(self._box(painter, x, words, y + theme.px(10)), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_tolerance(self, painter: QPainter) -> None:
        if self._answer is None:
            return
        left = self._x(max(self.minimum(), self._answer.earliest - self._answer.tolerance))
        right = self._x(min(self.maximum(), self._answer.latest + self._answer.tolerance))
        half = current().px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("right", 0.25))
        painter.drawRoundedRect(QRectF(left, self._line_y() - half, max(4.0, right - left), 2 * half), 4, 4)

    def _paint_days(self, painter: QPainter) -> None:
        answer, pointed = self._answer, None
        if answer is None or answer.outcome is not Outcome.RIGHT:
            pointed = self._box(painter, self._x(self.value()), self._words(), current().px(24))
            self._paint_day(painter, self.value(), self._words(), pointed, outcome=answer and answer.outcome)
        if answer is not None:
            day = (answer.earliest + answer.latest) // 2
            words = formats.day_range(answer.earliest, answer.latest, short=True)
            words = self.tr("The answer: %1").replace("%1", words)
            box = self._box(painter, self._x(day), words, 0)
            self._paint_day(painter, day, words, box, outcome=Outcome.RIGHT, above=pointed)

    def _words(self) -> str:
        if self._answer is None:
            return formats.day(self.value())
        return self.tr("Your answer: %1").replace("%1", formats.day(self.value(), short=True))

    def _paint_day(
        self,
        painter: QPainter,
        day: int,
        words: str,
        box: QRectF,
        *,
        outcome: Outcome | None,
        above: QRectF | None = None,
    ) -> None:
        """Paint words, a line down to the axis that does not cross the words `above` it, and the mark."""
        theme, x, y = current(), self._x(day), self._line_y()
        crosses = above is not None and above.left() - 2 <= x <= above.right() + 2
        painter.setPen(QPen(theme.colour(TONES[outcome] if outcome else "accent"), 2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.drawLine(QPointF(x, (above if above is not None and crosses else box).bottom() + 2), QPointF(x, y))
        side = theme.px(MARK)
        mark = QRectF(x - side / 2, y - side / 2, side, side)
        if outcome is not None:
            paint_mark(painter, outcome, mark)
        else:
            self._paint_handle(painter, mark)

    def _paint_handle(self, painter: QPainter, box: QRectF) -> None:
        theme = current()
        painter.setBrush(theme.colour("accent"))
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.drawEllipse(box.adjusted(2, 2, -2, -2))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawEllipse(box.adjusted(-2, -2, 2, 2))

    def _box(self, painter: QPainter, x: float, words: str, top: float) -> QRectF:
        """Return where words stand above or below a place, moved in from the edges."""
        size = QFontMetricsF(painter.font()).size(0, words)
        left = min(max(0.0, x - size.width() / 2), self.width() - size.width())
        return QRectF(left, top, size.width() + 1, size.height())

    def _line_y(self) -> int:
        return current().px(_LINE_Y)

    def _x(self, day: float) -> float:
        side = current().px(_SIDE)
        share = (day - self.minimum()) / max(1, self.maximum() - self.minimum())
        return side + share * (self.width() - 2 * side)

    def _point_at(self, x: float) -> None:
        if self._answer is None and self.isEnabled():
            side = current().px(_SIDE)
            share = (x - side) / max(1, self.width() - 2 * side)
            self.setValue(round(self.minimum() + share * (self.maximum() - self.minimum())))

    def _on_value_changed(self) -> None:
        self.setAccessibleDescription(formats.day(self.value()))
        self.update()
