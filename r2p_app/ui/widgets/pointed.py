"""What every painted view that is dragged and zoomed does with mouse, wheel and two fingers."""

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

NOTCH = 1.25
"""By how much a notch of the wheel zooms."""

DRAG = 4
"""Pixels that the pointer may move while it presses, before it drags."""


class Pointing(Protocol):
    """Turns what a pointer does into what a view can do."""

    def press(self, event: QMouseEvent) -> None:
        """Begin to point or to drag."""

    def move(self, event: QMouseEvent) -> None:
        """Drag, or hover."""

    def release(self, event: QMouseEvent) -> None:
        """Point, or end the drag."""

    def wheel(self, event: QWheelEvent) -> None:
        """Act on the wheel."""

    def pinch(self, factor: float, at: QPointF) -> None:
        """Zoom by a factor about a pixel."""


class PointedWidget(QWidget):
    """Hands the left button, the wheel and two fingers, on a touch pad or a screen, to `pointing`.

    Other buttons go back and forward in the window; the page does not scroll while the wheel is turned here.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def pointing(self) -> Pointing:
        """What acts on the pointer."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.pointing.pinch(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.pointing.pinch(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint())))
                return True
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Act on it here."""
        self.pointing.wheel(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointing.press(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or hover."""
        self.pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointing.release(event)
        else:
            event.ignore()
