"""Nearly all dates on a narrow strip, with a brush over the part that is seen, which is dragged or moved by keys."""

import math

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Shown
from r2p_app.ui.format import day, day_range
from r2p_app.ui.timeline.overview_sheet import Hold, OverviewSheet

_GRIP = 7
"""Pixels around an edge of the brush in which it can be taken."""

_KEY_STEP = 0.1


class OverviewStrip(OverviewSheet):
    """The strip; the brush is dragged, or an edge of it; the up and down keys choose which, left and right move it.

    Signals:
        range_requested: The person wants to see the days from the first number up to the second.
    """

    range_requested = Signal(float, float)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(shown, parent)
        self._hold: Hold | None = None
        self._grabbed = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._name_part()

    def show_range(self, axis: Axis) -> None:
        """Put the brush over the days of an axis, and say which they are."""
        super().show_range(axis)
        self._describe()

    def _held_at(self, point: QPointF) -> Hold | None:
        brush = self.brush()
        grip = min(_GRIP, max(2.0, brush.width() / 4))
        if abs(point.x() - brush.left()) <= grip:
            return Hold.START
        if abs(point.x() - brush.right()) <= grip:
            return Hold.END
        return Hold.ALL if brush.left() < point.x() < brush.right() else None

    def _move_by(self, share: float) -> None:
        days = (self._seen[1] - self._seen[0]) * share
        self._move(self._part, days)

    def _move(self, part: Hold, days: float) -> None:
        """Ask for other days: the same ones moved, or more or fewer of them, at least one."""
        start, end = self._seen
        start += days * (part is not Hold.END)
        end += days * (part is not Hold.START)
        if end - start >= 1:
            self.range_requested.emit(start, end)

    def _choose(self, step: int) -> None:
        parts = list(Hold)
        self._part = parts[(parts.index(self._part) + step) % len(parts)]
        self._name_part()
        self._describe()
        self.update()

    def _name_part(self) -> None:
        names = {
            Hold.ALL: self.tr("Overview of dates"),
            Hold.START: self.tr("Overview of dates: first day"),
            Hold.END: self.tr("Overview of dates: last day"),
        }
        self.setAccessibleName(names[self._part])

    def _describe(self) -> None:
        first, last = math.floor(self._seen[0]), math.ceil(self._seen[1]) - 1
        words = {Hold.ALL: day_range(first, last), Hold.START: day(first), Hold.END: day(last)}
        self.setAccessibleDescription(words[self._part])

    def _grow_by(self, factor: float) -> None:
        middle, half = sum(self._seen) / 2, (self._seen[1] - self._seen[0]) / 2 * factor
        self.range_requested.emit(middle - half, middle + half)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the brush, or have it come to where one pressed."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        pressed = self._day_at(event.position())
        self._hold = self._held_at(event.position())
        if self._hold is None:
            half = (self._seen[1] - self._seen[0]) / 2
            self.range_requested.emit(pressed - half, pressed + half)
            self._hold = Hold.ALL
        self._grabbed = pressed

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the brush or an edge of it; show what can be taken."""
        if self._hold is None:
            held = self._held_at(event.position())
            shapes = {None: Qt.CursorShape.ArrowCursor, Hold.ALL: Qt.CursorShape.OpenHandCursor}
            self.setCursor(shapes.get(held, Qt.CursorShape.SizeHorCursor))
            return
        reached = self._day_at(event.position())
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
