"""A window of its own for the projector: on the second screen by itself, on the only one over everything else.

A remote control sends PageDown and PageUp, and B or a full stop for a blank screen; some send F5 to begin.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QWidget

from r2p_app.ui.projector.canvas import ProjectorCanvas
from r2p_app.ui.widgets.basic import column

NEXT_KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space)
BACK_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace)
BLANK_KEYS = (Qt.Key.Key_B, Qt.Key.Key_Period)


def other_screen(beside: QWidget) -> QScreen | None:
    """Return a screen on which `beside` is not; None where there is only one."""
    own = beside.screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not own), None)


class ProjectorWindow(QWidget):
    """The sheet, filling a screen. Keys that are not its own go to the teacher's controls.

    Signals:
        key_pressed: A key for the controls.
        closed: The window was closed.
    """

    key_pressed = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("Projector"))
        self.setProperty("page", True)
        self.canvas = ProjectorCanvas()
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column(self.canvas, into=self, spacing=0)
        self.resize(1280, 720)

    def show_on(self, beside: QWidget) -> None:
        """Fill a screen on which `beside` is not, which keeps the keys; where there is only one, fill that."""
        other = other_screen(beside)
        self.setGeometry((other or beside.screen()).geometry())
        self.showFullScreen()
        self.canvas.setFocus()
        if other is not None:
            beside.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, arrows move what has no room, Enter goes on, everything else is for the controls."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Down:
                self.canvas.scroll_by(1)
            case Qt.Key.Key_Up:
                self.canvas.scroll_by(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.key_pressed.emit(int(Qt.Key.Key_PageDown))
            case key:
                self.key_pressed.emit(int(key))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left goes on, right goes back, as the keys of a remote control do."""
        keys = {Qt.MouseButton.LeftButton: Qt.Key.Key_PageDown, Qt.MouseButton.RightButton: Qt.Key.Key_PageUp}
        if event.button() in keys:
            self.key_pressed.emit(int(keys[event.button()]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        super().closeEvent(event)
        self.closed.emit()
