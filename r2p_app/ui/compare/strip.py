"""Two lanes on a scale of days: when something happened, and when something was done."""

from collections.abc import Iterator
from math import cos, pi, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.timeline.strips import Days, Strip
from r2p_app.ui.charts.scale import value_ticks
from r2p_app.ui.format import days as days_words
from r2p_app.ui.format import number
from r2p_app.ui.theme.look import current, is_new_look
from r2p_app.ui.theme.tokens import GRID, TextRole

_MARK, _BAR, _ROW, _FOOT = 13, 5, 30, 22
_NAMES = 0.36
"""The names of the lanes take no more than this share of the width."""


class DelayStrip(QWidget):
    """The delay of one pairing on a scale that it may share with others.

    A disc is what happened (a bar goes on as long as it lasted), a diamond what was done; where a day is not known,
    the mark is a hollow stretch over every day it can have been. `lanes` names both, `words` says how long it took.
    """

    def __init__(
        self, strip: Strip, scale: Days, *, lanes: tuple[str, str], words: str, case: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._strip, self._scale, self._lanes, self._words, self._case = strip, scale, lanes, words, case
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two rows, and the numbers of days under them."""
        theme = current()
        return QSize(theme.px(320), 2 * theme.px(_ROW) + theme.px(_FOOT))

    def minimumSizeHint(self) -> QSize:
        """Never less high."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, lanes, the way from one mark to the other, and the marks over it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(current().font(TextRole.SMALL))
            self._paint_ticks(painter)
            for row, name in enumerate(self._lanes):
                self._paint_lane(painter, row, name)
            self._paint_way(painter)
            self._paint_marks(painter)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text."""
        super().changeEvent(event)
        if is_new_look(event):
            self.updateGeometry()
            self.update()

    def place_of(self, day: float) -> float:
        """Return where a day stands."""
        area = self._area()
        return area.left() + (day - self._scale.first) / (self._scale.last - self._scale.first) * area.width()

    def _area(self) -> QRectF:
        theme, metrics = current(), QFontMetricsF(current().font(TextRole.SMALL))
        names = max(metrics.horizontalAdvance(name) for name in self._lanes) + 4 * GRID
        left = min(names, self.width() * _NAMES) + theme.px(_MARK)
        return QRectF(left, 0, max(1.0, self.width() - left - theme.px(_MARK)), 2 * theme.px(_ROW))

    def _middle(self, row: int) -> float:
        return (row + 0.5) * current().px(_ROW)

    def _paint_ticks(self, painter: QPainter) -> None:
        theme, area, right = current(), self._area(), -1e9
        for day in _ticks(self._scale):
            x = self.place_of(day)
            painter.fillRect(QRectF(round(x), 0, 1, area.bottom()), theme.colour("line"))
            words = days_words(0) if day == 0 else number(day)
            width = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(x - width / 2, area.left() - theme.px(_MARK)), self.width() - width)
            if left > right:
                painter.setPen(theme.colour("ink-2"))
                painter.drawText(QPointF(left, area.bottom() + painter.fontMetrics().ascent() + GRID), words)
                right = left + width + 2 * GRID

    def _paint_lane(self, painter: QPainter, row: int, name: str) -> None:
        theme, area, middle = current(), self._area(), self._middle(row)
        painter.fillRect(QRectF(area.left(), round(middle), area.width(), 1), theme.colour("line"))
        painter.setPen(theme.colour("ink"))
        room = area.left() - theme.px(_MARK) - 2 * GRID
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, round(room))
        box = QRectF(0, middle - theme.px(_ROW) / 2, room + 2, theme.px(_ROW))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_way(self, painter: QPainter) -> None:
        """A dotted line down from what happened, a line along to what was done, and the delay in words beside it."""
        strip, theme = self._strip, current()
        start, end = self.place_of(_middle_of(strip.begun)), self.place_of(_middle_of(strip.decided))
        painter.setPen(QPen(theme.colour("control-line"), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(start, self._middle(0)), QPointF(start, self._middle(1)))
        painter.setPen(QPen(theme.colour("control-line"), 2))
        painter.drawLine(QPointF(start, self._middle(1)), QPointF(end, self._middle(1)))
        self._paint_words(painter, self.place_of(strip.decided.last), min(start, self.place_of(strip.decided.first)))

    def _paint_words(self, painter: QPainter, right_of: float, left_of: float) -> None:
        """Beside the mark where there is room, in front of the line where there is more."""
        if not self._words:
            return
        theme = current()
        painter.setFont(theme.font(TextRole.SMALL_STRONG))
        width, gap = painter.fontMetrics().horizontalAdvance(self._words) + 2, theme.px(_MARK)
        left = right_of + gap if right_of + gap + width <= self.width() else left_of - gap - width
        if left >= self._area().left() - gap:
            painter.setPen(theme.colour("ink"))
            box = QRectF(left, self._middle(1) - theme.px(_ROW) / 2, width, theme.px(_ROW))
            painter.fillRect(box.adjusted(-2, 4, 2, -4), theme.colour("surface"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._words)

    def _paint_marks(self, painter: QPainter) -> None:
        theme, strip = current(), self._strip
        case, half = theme.colour(theme.case_token(self._case)), theme.px(_MARK) / 2
        if strip.lasted is not None:
            bar = theme.px(_BAR)
            start = self.place_of(strip.begun.first)
            painter.fillRect(QRectF(start, self._middle(0) - bar / 2, self.place_of(strip.lasted) - start, bar), case)
        self._paint_mark(painter, 0, strip.begun, case, _disc(half))
        self._paint_mark(painter, 1, strip.decided, theme.colour("ink"), _diamond(half))

    def _paint_mark(self, painter: QPainter, row: int, days: Days, colour: QColor, shape: QPolygonF) -> None:
        first, last, middle = self.place_of(days.first), self.place_of(days.last), self._middle(row)
        half = current().px(_MARK) / 2
        painter.setPen(QPen(colour, 2))
        if last - first > 1:
            painter.setBrush(current().colour("surface"))
            painter.drawRoundedRect(QRectF(first, middle - half, last - first, 2 * half), half, half)
        else:
            painter.setBrush(colour)
            painter.drawPolygon(shape.translated(first, middle))


def _ticks(scale: Days) -> Iterator[float]:
    """Round numbers of days on both sides of 0, as far as the scale goes."""
    step = value_ticks(max(-scale.first, scale.last), at_most=6)[1]
    step = max(1.0, step)
    count = int(-scale.first // step)
    yield from (-step * place for place in range(count, 0, -1))
    yield from (step * place for place in range(int(scale.last // step) + 1))


def _middle_of(days: Days) -> float:
    return (days.first + days.last) / 2


def _diamond(half: float) -> QPolygonF:
    return QPolygonF([QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)])


def _disc(half: float) -> QPolygonF:
    return QPolygonF([QPointF(half * cos(turn * pi / 12), half * sin(turn * pi / 12)) for turn in range(24)])
