"""The mouse, the wheel and two fingers on the timeline: pointing, dragging, zooming."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QToolTip

from r2p_app.timeline.placing import Cluster
from r2p_app.ui.timeline.words import cluster_name, event_name

if TYPE_CHECKING:
    from r2p_app.ui.timeline.view import TimelineView

NOTCH = 1.25
"""By how much a notch of the wheel zooms."""

_DRAG = 4
"""Pixels that the pointer may move while it presses."""


class Pointer:
    """Turns what a pointer does into what the timeline can do."""

    def __init__(self, view: "TimelineView") -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._dragging = False

    def press(self, event: QMouseEvent) -> None:
        """Begin to point or to drag."""
        self._pressed, self._dragging = event.position(), False

    def move(self, event: QMouseEvent) -> None:
        """Drag the view, or show that something can be pointed at."""
        if self._pressed is None:
            over = self._view.box_at(event.position()) is not None
            self._view.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        moved = event.position() - self._pressed
        if self._dragging or moved.manhattanLength() >= _DRAG:
            self._dragging = True
            self._pressed = event.position()
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._view.go_to(self._view.axis.panned(moved.x()), at_once=True)
            self._view.scroll_lanes(-round(moved.y()))

    def release(self, event: QMouseEvent) -> None:
        """Open what was pointed at, if the view was not dragged."""
        pointed = self._pressed is not None and not self._dragging
        self._pressed, self._dragging = None, False
        self._view.unsetCursor()
        if pointed and (box := self._view.box_at(event.position())) is not None:
            self._view.open_box(box)

    def double_click(self, event: QMouseEvent) -> None:
        """Zoom in; on a cluster, to its days. On an event the first click has done what was wanted."""
        box = self._view.box_at(event.position())
        if box is None:
            self._view.zoom(NOTCH**4, self._plot(event.position()))
        elif isinstance(box.thing, Cluster):
            self._view.fit(box.thing.first, box.thing.last + 1)

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
            self._view.go_to(self._view.axis.panned(along), at_once=True)
        elif delta.y():
            self._view.zoom(NOTCH ** (delta.y() / 120), self._plot(event.position()))

    def native_gesture(self, event: QNativeGestureEvent) -> bool:
        """Zoom with two fingers on a touch pad; tell whether that is what it was."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom_at(1 + event.value(), event.position())
        return True

    def gesture(self, event: QGestureEvent) -> bool:
        """Zoom with two fingers on a screen; tell whether that is what it was."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._zoom_at(pinch.scaleFactor(), self._view.mapFromGlobal(pinch.centerPoint()))
        return True

    def tip(self, event: QHelpEvent) -> None:
        """Say in full what a label had to shorten."""
        box = self._view.box_at(event.pos().toPointF())
        if box is None:
            QToolTip.hideText()
            return
        items, thing = self._view.scene.shown.items, box.thing
        text = cluster_name(thing) if isinstance(thing, Cluster) else event_name(items, thing.event)
        QToolTip.showText(event.globalPos(), text, self._view, box.rect.toAlignedRect())

    def _zoom_at(self, factor: float, point: QPointF) -> None:
        self._view.go_to(self._view.axis.zoomed(factor, self._plot(point)), at_once=True)

    def _plot(self, point: QPointF) -> float:
        return point.x() - self._view.scene.sizes.column
