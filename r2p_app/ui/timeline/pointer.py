"""The mouse, the wheel and two fingers on the timeline: pointing, dragging, zooming."""

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from r2p_app.timeline.placing import Cluster
from r2p_app.ui.timeline.looking import Head
from r2p_app.ui.widgets.pointed import DRAG, NOTCH

if TYPE_CHECKING:
    from r2p_app.ui.timeline.looking import Box
    from r2p_app.ui.timeline.view import TimelineView

translate = QCoreApplication.translate

_LEAST_RANGE = 8
"""Pixels below which a marked range was no range, but an unsteady hand."""


class _Doing(enum.Enum):
    """What a press may become when the pointer moves."""

    NOTHING = enum.auto()
    PANNING = enum.auto()
    RANGE = enum.auto()
    HEAD = enum.auto()


class Pointer:
    """Turns what a pointer does into what the timeline can do."""

    def __init__(self, view: "TimelineView") -> None:
        self._view = view
        self._doing = _Doing.NOTHING
        self._pressed = self._last = QPointF()
        self._moved = False
        self._lane: int | None = None
        self._opened = False

    def press(self, event: QMouseEvent) -> None:
        """Begin to point or to drag: the view, a lane by its head, or a range in the header or with Shift."""
        point = event.position()
        self._pressed = self._last = point
        self._moved = False
        box = self._view.box_at(point)
        self._lane = box.lane if box is not None and isinstance(box.thing, Head) else None
        if self._view.calendar.holds(point) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._doing = _Doing.RANGE
        else:
            self._doing = _Doing.PANNING if self._lane is None else _Doing.HEAD

    def move(self, event: QMouseEvent) -> None:
        """Drag, or show that something can be pointed at."""
        point = event.position()
        if self._doing is _Doing.NOTHING:
            self._show_cursor(point)
            return
        self._moved = self._moved or (point - self._pressed).manhattanLength() >= DRAG
        if self._moved:
            self._drag(point)
            self._last = point

    def release(self, event: QMouseEvent) -> None:
        """Open what was pointed at, or end the drag."""
        doing, self._doing = self._doing, _Doing.NOTHING
        self._view.unsetCursor()
        self._view.mark_range(None)
        point = event.position()
        self._opened = False
        if doing is _Doing.RANGE:
            self._end_range(point)
        elif doing is not _Doing.NOTHING and not self._moved and (box := self._view.box_at(point)) is not None:
            self._opened = True
            self._view.open_box(box)

    def double_click(self, event: QMouseEvent) -> None:
        """Zoom in, where the first click did not open anything."""
        point = event.position()
        if not self._opened and self._plot(point) >= 0 and point.y() >= self._view.scene.sizes.header:
            self._view.zoom(NOTCH**4, self._plot(point))

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom to the pointer; sideways, or with Shift, move along; over the names scroll the lanes."""
        delta = event.angleDelta()
        if self._plot(event.position()) < 0:
            self._view.scroll_lanes(-delta.y())
            return
        along = delta.x() if abs(delta.x()) > abs(delta.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            along = delta.x() or delta.y()
        if along:
            self._view.follow(self._view.axis.panned(along))
        elif delta.y():
            self._view.zoom(NOTCH ** (delta.y() / 120), self._plot(event.position()))

    def pinch(self, factor: float, at: QPointF) -> None:
        """Zoom with two fingers."""
        self._view.follow(self._view.axis.zoomed(factor, self._plot(at)))

    def tip(self, event: QHelpEvent) -> None:
        """Say in full what a label had to shorten."""
        point, calendar = event.pos().toPointF(), self._view.calendar
        box = self._view.box_at(point)
        if calendar.holds(point):
            words = translate("Timeline", "Fill the view with %1").replace("%1", calendar.words_at(point))
            QToolTip.showText(event.globalPos(), words, self._view, QRect(event.pos(), QSize(1, 1)))
        elif box is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), self._words(box), self._view, box.rect.toAlignedRect())

    def _words(self, box: "Box") -> str:
        lane = self._view.scene.lanes[box.lane]
        if isinstance(box.thing, Cluster):
            return lane.words.cluster_name(box.thing)
        return lane.events.lane.title if isinstance(box.thing, Head) else lane.words.name(box.thing.event)

    def _show_cursor(self, point: QPointF) -> None:
        over = self._view.calendar.holds(point) or self._view.box_at(point) is not None
        self._view.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _drag(self, point: QPointF) -> None:
        if self._doing is _Doing.RANGE:
            self._view.mark_range((self._plot(self._pressed), self._plot(point)))
        elif self._doing is _Doing.HEAD and self._lane is not None:
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._drag_lane(self._lane, point)
        else:
            moved = point - self._last
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._view.follow(self._view.axis.panned(moved.x()))
            self._view.scroll_lanes(-round(moved.y()))

    def _drag_lane(self, lane: int, point: QPointF) -> None:
        """Move the lane past a neighbour as soon as the pointer is beyond that neighbour's middle."""
        scene = self._view.scene
        order, y = scene.order, point.y() - scene.sizes.header + self._view.view.scroll
        at = order.index(lane)
        middles = {place: band.top + band.height / 2 for place, band in scene.bands.items()}
        if at and y < middles[order[at - 1]]:
            self._view.move_lane(lane, -1)
        elif at + 1 < len(order) and y > middles[order[at + 1]]:
            self._view.move_lane(lane, 1)

    def _end_range(self, point: QPointF) -> None:
        """Fill the view with the range; a mere click in the header fills it with the year, month or day there."""
        axis = self._view.axis
        left, right = sorted((self._plot(self._pressed), self._plot(point)))
        if self._moved and right - left >= _LEAST_RANGE:
            self._view.show_days(axis.day(max(left, 0)), axis.day(min(right, axis.width)) - 1)
        elif not self._moved and self._view.calendar.holds(self._pressed):
            self._view.show_unit(self._pressed)

    def _plot(self, point: QPointF) -> float:
        return point.x() - self._view.scene.sizes.column
