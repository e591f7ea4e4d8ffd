"""The way back from a removal: a line that says what is gone, with a button. It stays until something else is done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from r2p_app.notes.annotation import Annotation
from r2p_app.ui.announce import announce
from r2p_app.ui.notes.words import removed
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import button, label, row
from r2p_app.ui.widgets.icon_button import IconButton


class UndoBar(QFrame):
    """Offers to bring back the mark that was removed last.

    Signals:
        undo_requested: Bring this mark back.
    """

    undo_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._removed: Annotation | None = None
        self.setProperty("card", "floating")
        self.words = label("")
        self.undo = button(self.tr("Undo"), "secondary")
        self.undo.clicked.connect(self._on_undo_clicked)
        closer = IconButton("x", name=self.tr("Close"))
        closer.clicked.connect(self.hide)
        row(self.words, self.undo, closer, into=self, margins=(4 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)).setStretch(0, 1)
        self.hide()

    def offer(self, annotation: Annotation) -> None:
        """Say that a mark was removed, and offer to bring it back."""
        self._removed = annotation
        self.words.setText(removed(annotation.kind))
        self.undo.setAccessibleName(self.tr("Undo: %1").replace("%1", self.words.text()))
        self.undo.show()
        self.show()
        announce(self, self.words.text())

    def tell(self, words: str) -> None:
        """Say why nothing was done; there is nothing to bring back."""
        self._removed = None
        self.words.setText(words)
        self.undo.hide()
        self.show()
        announce(self, words)

    @Slot()
    def _on_undo_clicked(self) -> None:
        annotation, self._removed = self._removed, None
        self.hide()
        if annotation is not None:
            self.undo_requested.emit(annotation)
