from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.ui.widgets.pointed import PointedWidget, Pointing

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Noting:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def press(self, _event: QMouseEvent) -> None:
        self.seen.append("press")

    def move(self, _event: QMouseEvent) -> None:
        self.seen.append("move")

    def release(self, _event: QMouseEvent) -> None:
        self.seen.append("release")

    def wheel(self, _event: QWheelEvent) -> None:
        self.seen.append("wheel")

    def pinch(self, factor: float, at: QPointF) -> None:
        self.seen.append(f"pinch {factor:.1f} at {at.x():.0f}")


class Surface(PointedWidget):
    def __init__(self) -> None:
        super().__init__()
        self.noting = Noting()

    @property
    def pointing(self) -> Pointing:
        return self.noting


def test_the_left_button_points_and_others_belong_to_the_window(qtbot: QtBot) -> None:
    made = Surface()
    qtbot.addWidget(made)
    QTest.mouseClick(made, RIGHT)
    assert made.noting.seen == []
    QTest.mouseClick(made, LEFT)
    assert made.noting.seen == ["press", "release"]


def test_two_fingers_zoom_about_the_pixel_between_them(qtbot: QtBot) -> None:
    made = Surface()
    qtbot.addWidget(made)
    device, at = QPointingDevice.primaryPointingDevice(), QPointF(30, 20)
    zoom = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, at, at, QPointF(made.mapToGlobal(at)), 0.5, QPointF()
    )
    QApplication.sendEvent(made, zoom)
    assert made.noting.seen == ["pinch 1.5 at 30"]
