"""The mouse, the wheel and two fingers on a map: pointing, dragging, zooming."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from r2p_app.ui.widgets.pointed import DRAG, NOTCH

if TYPE_CHECKING:
    from r2p_app.ui.maps.canvas import MapCanvas


class Pointer:
    """Turns what a pointer does into what a map can do; `pointed` gets the pixel of a click."""

    def __init__(self, canvas: "MapCanvas", pointed: Callable[[QPointF], None]) -> None:
        self._canvas, self._pointed = canvas, pointed
        self._pressed: QPointF | None = None
        self._dragging = False

    def press(self, event: QMouseEvent) -> None:
        """Begin to point or to drag."""
        self._pressed, self._dragging = event.position(), False

    def move(self, event: QMouseEvent) -> None:
        """Drag the map."""
        if self._pressed is None:
            return
        moved = event.position() - self._pressed
        if self._dragging or moved.manhattanLength() >= DRAG:
            self._dragging = True
            self._pressed = event.position()
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._canvas.pan(moved.x(), moved.y())

    def release(self, event: QMouseEvent) -> None:
        """Point, if the map was not dragged."""
        clicked = self._pressed is not None and not self._dragging
        self._pressed, self._dragging = None, False
        self._canvas.unsetCursor()
        if clicked:
            self._pointed(event.position())

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        delta = event.angleDelta().y() or event.angleDelta().x()
        self._canvas.zoom(NOTCH ** (delta / 120), event.position())

    def pinch(self, factor: float, at: QPointF) -> None:
        """Zoom with two fingers."""
        self._canvas.zoom(factor, at)
