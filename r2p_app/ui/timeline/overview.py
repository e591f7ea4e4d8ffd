"""Nearly all dates on a narrow strip: how many events there are when, and a brush over the part that is seen."""

import enum
import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.density import core, density
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.ticks import ticks
from r2p_app.ui.format import day, day_range
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.paint import paint_focus
from r2p_app.ui.timeline.words import tick_label

_HEIGHT, _HEAD, _MARGIN = 76, 28, 12
"""Pixels at 100 % text: the strip, its dates, and the room left and right."""

_BAR = 4
"""Pixels from bar to bar."""

_GRIP = 7
"""Pixels around an edge of the brush in which it can be taken."""

_HANDLE = 6
"""Pixels at 100 % text: the width of what an edge is taken by."""

_KEY_STEP = 0.1

_SHARE = 0.97
"""The share of all events that the strip covers: one of 1648 would leave no room for the rest."""


class _Hold(enum.Enum):
    """What of the brush is held, by the pointer or for the keys; in the order in which keys come to it."""

    ALL = "all"
    START = "start"
    END = "end"


def _covered(shown: Shown) -> tuple[float, float]:
    limits = shown.items.limits
    first, last = core(shown.items.anchor, _SHARE) or (limits.first, limits.end)
    room = (last - first) * 0.02 + 30
    return first - room, last + room


class OverviewStrip(QWidget):
    """The strip; the brush is dragged, or an edge of it; the up and down keys choose which, left and right move it.

    Signals:
        range_requested: The person wants to see the days from the first number up to the second.
    """

    range_requested = Signal(float, float)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._covered = _covered(shown)
        self._seen = self._covered
        self._counts: tuple[int, list[int]] = (0, [])
        self._low = False
        self._hold: _Hold | None = None
        self._part = _Hold.ALL
        self._grabbed = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name_part()

    def show_events(self, shown: Shown) -> None:
        """Count other events."""
        self._shown = shown
        self._covered = _covered(shown)
        self._counts = (0, [])
        self.update()

    def show_range(self, axis: Axis) -> None:
        """Put the brush over the days of an axis."""
        self._seen = axis.start, axis.end
        self._describe()
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

    def _day(self, point: QPointF) -> float:
        return self._axis().day(point.x() - current().px(_MARGIN))

    def _held_at(self, point: QPointF) -> _Hold | None:
        brush = self.brush()
        grip = min(_GRIP, max(2.0, brush.width() / 4))
        if abs(point.x() - brush.left()) <= grip:
            return _Hold.START
        if abs(point.x() - brush.right()) <= grip:
            return _Hold.END
        return _Hold.ALL if brush.left() < point.x() < brush.right() else None

    def _move_by(self, share: float) -> None:
        days = (self._seen[1] - self._seen[0]) * share
        self._move(self._part, days)

    def _move(self, part: _Hold, days: float) -> None:
        """Ask for other days: the same ones moved, or more or fewer of them, at least one."""
        start, end = self._seen
        start += days * (part is not _Hold.END)
        end += days * (part is not _Hold.START)
        if end - start >= 1:
            self.range_requested.emit(start, end)

    def _choose(self, step: int) -> None:
        parts = list(_Hold)
        self._part = parts[(parts.index(self._part) + step) % len(parts)]
        self._name_part()
        self._describe()
        self.update()

    def _name_part(self) -> None:
        names = {
            _Hold.ALL: self.tr("Overview of dates"),
            _Hold.START: self.tr("Overview of dates: first day"),
            _Hold.END: self.tr("Overview of dates: last day"),
        }
        self.setAccessibleName(names[self._part])

    def _describe(self) -> None:
        first, last = math.floor(self._seen[0]), math.ceil(self._seen[1]) - 1
        words = {_Hold.ALL: day_range(first, last), _Hold.START: day(first), _Hold.END: day(last)}
        self.setAccessibleDescription(words[self._part])

    def _grow_by(self, factor: float) -> None:
        middle, half = sum(self._seen) / 2, (self._seen[1] - self._seen[0]) / 2 * factor
        self.range_requested.emit(middle - half, middle + half)

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
        for part, x in ((_Hold.START, brush.left()), (_Hold.END, brush.right())):
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the brush, or have it come to where one pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        pressed = self._day(event.position())
        self._hold = self._held_at(event.position())
        if self._hold is None:
            half = (self._seen[1] - self._seen[0]) / 2
            self.range_requested.emit(pressed - half, pressed + half)
            self._hold = _Hold.ALL
        self._grabbed = pressed

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the brush or an edge of it; show what can be taken."""
        if self._hold is None:
            held = self._held_at(event.position())
            shapes = {None: Qt.CursorShape.ArrowCursor, _Hold.ALL: Qt.CursorShape.OpenHandCursor}
            self.setCursor(shapes.get(held, Qt.CursorShape.SizeHorCursor))
            return
        reached = self._day(event.position())
        moved, self._grabbed = reached - self._grabbed, reached
        self._move(self._hold, moved)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the brush go."""
        self._hold = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the brush or an edge of it with the arrow keys, resize it with plus and minus."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._move_by(_KEY_STEP if key == Qt.Key.Key_Right else -_KEY_STEP)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._choose(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self._grow_by(1.25 if key == Qt.Key.Key_Minus else 0.8)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()
            self.update()
