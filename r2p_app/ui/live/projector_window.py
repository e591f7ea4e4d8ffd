"""A window of its own for the projector: on the second screen by itself, on the only one over everything else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from r2p_app.ui.live.projector import LiveProjector
from r2p_app.ui.widgets.basic import column


class ProjectorWindow(QWidget):
    """The projector's sheet, filling a screen. Keys that are not its own go to the teacher's controls.

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
        self.projector = LiveProjector()
        self.projector.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column(self.projector, into=self, spacing=0)
        self.resize(1280, 720)

    def show_on(self, beside: QWidget) -> None:
        """Fill a screen on which `beside` is not; where there is only one, fill that."""
        screens = QGuiApplication.screens()
        own = beside.screen()
        other = next((screen for screen in screens if screen is not own), own)
        self.setGeometry(other.geometry())
        self.showFullScreen()
        self.projector.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, arrows move what has no room, everything else controls the room."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Down:
                self.projector.move_by(1)
            case Qt.Key.Key_Up:
                self.projector.move_by(-1)
            case key:
                self.key_pressed.emit(int(key))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is gone."""
        super().closeEvent(event)
        self.closed.emit()
