"""A button that copies words, and says that it has."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from r2p_app.ui.announce import announce


class CopyButton(QPushButton):
    """Copies one text to the clipboard."""

    def __init__(self, words: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._text = text
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setToolTip(text)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        QApplication.clipboard().setText(self._text)
        self.setText(self.tr("Copied"))
        announce(self, self.tr("Copied"))
