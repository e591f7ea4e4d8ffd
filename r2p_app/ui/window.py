"""The window itself. It shows an empty frame at once; what fills it is made after that.

Only what the frame needs is imported here, and not the namespace `Qt` (nor a call that looks at its enums, as those of
QPainter do): making them takes as long as the frame. Words would wait for the fonts; they come with the rest.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout

from r2p_app.ui.theme.frame import RAIL, TOP_BAR, rail_is_folded
from r2p_app.ui.theme.look import current

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent


class MainWindow(QMainWindow):
    """A frame, then whatever is set as the central widget.

    Signals:
        first_painted: The frame is on the screen.
        closing: The window is about to close.
    """

    first_painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False
        self.setWindowTitle(self.tr("Responsibility to Protect"))
        self.setMinimumSize(480, 360)
        self.resize(1280, 800)
        self.setCentralWidget(EmptyFrame())

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Tell when the window is painted for the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Tell that the window closes, while it still has its place."""
        self.closing.emit()
        super().closeEvent(event)


class EmptyFrame(QFrame):
    """Top bar, rail and page where they will be, styled as they will be."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("page", True)
        top_bar, self._rail = QFrame(), QFrame()
        top_bar.setObjectName("TopBar")
        top_bar.setFixedHeight(TOP_BAR)
        self._rail.setObjectName("Rail")
        self._rail.setFixedWidth(current().px(RAIL))
        body = QHBoxLayout()
        body.addWidget(self._rail)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top_bar)
        whole.addLayout(body, 1)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Fold the rail as it will be."""
        super().resizeEvent(event)
        self._rail.setVisible(not rail_is_folded(current(), self.width()))
