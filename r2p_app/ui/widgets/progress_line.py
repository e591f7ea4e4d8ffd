"""What takes longer than a moment: how far it is, and a way to stop it."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from r2p_app.ui.announce import announce
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.waiting import PATIENCE
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.flow import FlowLayout

_WIDTH = 320


class ProgressLine(QWidget):
    """Hidden until something has taken half a second, and again when it has ended.

    Signals:
        cancel_requested: The person no longer wants to wait.
    """

    cancel_requested = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(current().px(_WIDTH))
        self.bar.setAccessibleName(words)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_requested)
        flow = FlowLayout(self, spacing=3 * GRID)
        for widget in (label(words, wrap=False), self.bar, self.cancel):
            flow.addWidget(widget)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._on_patience_timeout)
        self.hide()

    def begin(self) -> None:
        """Something begins; how much it is is not known yet."""
        self.bar.setRange(0, 0)
        self._patience.start()

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """So many steps are done, of so many."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def end(self) -> None:
        """It has ended, however it ended."""
        self._patience.stop()
        self.hide()

    @Slot()
    def _on_patience_timeout(self) -> None:
        self.show()
        announce(self, self._words)
