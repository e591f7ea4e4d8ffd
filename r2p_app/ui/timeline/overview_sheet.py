"""The sheet of the overview: how many events there are when, and where the brush lies. Nobody moves it here."""

import enum
import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.density import core, density
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.ticks import ticks
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.paint import paint_focus
from r2p_app.ui.timeline.words import tick_label

_HEIGHT, _HEAD, _MARGIN = 76, 28, 12
"""Pixels at 100 % text: the strip, its dates, and the room left and right."""

_BAR = 4
"""Pixels from bar to bar."""

_HANDLE = 6
"""Pixels at 100 % text: the width of what an edge is taken by."""

_SHARE = 0.97
"""The share of all events that the strip covers: one of 1648 would leave no room for the rest."""


class Hold(enum.Enum):
    """What of the brush is held, by the pointer or for the keys; in the order in which keys come to it."""

    ALL = "all"
    START = "start"
    END = "end"


def _days_covered(shown: Shown) -> tuple[float, float]:
    limits = shown.items.limits
    first, last = core(shown.items.anchor, _SHARE) or (limits.first, limits.end)
    room = (last - first) * 0.02 + 30
    return first - room, last + room


class OverviewSheet(QWidget):
    """Dates, bars, and the brush over the days that are seen."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._covered = _days_covered(shown)
        self._seen = self._covered
        self._counts: tuple[int, list[int]] = (0, [])
        self._low = False
        self._part = Hold.ALL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_events(self, shown: Shown) -> None:
        """Count other events."""
        self._shown = shown
        self._covered = _days_covered(shown)
        self._counts = (0, [])
        self.update()

    def show_range(self, axis: Axis) -> None:
        """Put the brush over the days of an axis."""
        self._seen = axis.start, axis.end
        self.update()

    def set_low(self, low: bool) -> None:
        """Leave the dates out where there is little room."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def brush(self) -> QRectF:
        """Return where the brush is."""
        axis, margin, head = self._axis(), current().px(_MARGIN), self._head()
        left = max(0.0, min(axis.x(self._seen[0]), axis.width - 3))
        right = max(left + 3, min(axis.x(self._seen[1]), axis.width))
        return QRectF(margin + left, head, right - left, self.height() - head - 6)

    def _head(self) -> int:
        return 8 if self._low else current().px(_HEAD)

    def _axis(self) -> Axis:
        return Axis.showing(*self._covered, max(1, self.width() - 2 * current().px(_MARGIN)))

    def _bars(self) -> list[int]:
        if self._counts[0] != self.width():
            self._counts = self.width(), density(self._shown.lanes, self._axis(), _BAR)
        return self._counts[1]

    def _day_at(self, point: QPointF) -> float:
        return self._axis().day(point.x() - current().px(_MARGIN))

    def sizeHint(self) -> QSize:
        """As high as dates and bars need."""
        return QSize(320, current().px(_HEIGHT) - (current().px(_HEAD) - 8 if self._low else 0))

    def minimumSizeHint(self) -> QSize:
        """Never less high."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dates, bars and the brush."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), current().colour("surface"))
            self._paint_brush(painter, filled=True)
            self._paint_bars(painter)
            self._paint_brush(painter, filled=False)
            self._paint_handles(painter)
            self._paint_dates(painter)
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()))

    def _paint_brush(self, painter: QPainter, *, filled: bool) -> None:
        theme = current()
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("accent-soft") if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.brush(), 3, 3)

    def _paint_handles(self, painter: QPainter) -> None:
        """Paint what the edges are taken by; the one that the keys move is the strong one."""
        theme, brush = current(), self.brush()
        high, wide = brush.height() / 2, theme.px(_HANDLE)
        painter.setPen(QPen(theme.colour("accent"), 1))
        for part, x in ((Hold.START, brush.left()), (Hold.END, brush.right())):
            strong = self.hasFocus() and self._part is part
            painter.setBrush(theme.colour("focus" if strong else "surface"))
            wider = wide * (1.6 if strong else 1)
            painter.drawRoundedRect(QRectF(x - wider / 2, brush.center().y() - high / 2, wider, high), 2, 2)

    def _paint_bars(self, painter: QPainter) -> None:
        theme, counts = current(), self._bars()
        most = max(counts, default=0) or 1
        bottom, margin = self.height() - 8, theme.px(_MARGIN)
        room = bottom - self._head() - 4
        colour = theme.colour("ink-2")
        for number, count in enumerate(counts):
            if count:
                height = max(3.0, room * math.sqrt(count / most))
                painter.fillRect(QRectF(margin + number * _BAR, bottom - height, _BAR - 1, height), colour)

    def _paint_dates(self, painter: QPainter) -> None:
        if self._low:
            return
        theme, axis = current(), self._axis()
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour("ink-2"))
        metrics = painter.fontMetrics()
        baseline = (theme.px(_HEAD) + metrics.ascent() - metrics.descent()) / 2
        for tick in ticks(axis, theme.px(110)):
            text = tick_label(tick, whole=True, wide=False)
            x = theme.px(_MARGIN) + axis.x(tick.day)
            if x + metrics.horizontalAdvance(text) < self.width():
                painter.drawText(QPointF(x, baseline), text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self.update()
