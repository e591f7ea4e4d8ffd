"""Writing a note: the words marked above, the learner's words below. What is written is saved as it is written."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from r2p_app.notes.annotation import Annotation
from r2p_app.ui.notes.words import kind_word, shortened
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row

_PAUSE = 400
"""Milliseconds without another letter after which the note is saved."""


class NoteDialog(QDialog):
    """Edits the words beside a mark. It is freed when it closes.

    Signals:
        written: The note reads so from now on.
        remove_requested: The mark is no longer wanted.
    """

    written = Signal(str)
    remove_requested = Signal()

    def __init__(self, annotation: Annotation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(kind_word(annotation.kind))
        self.setModal(True)
        self._saved = annotation.note
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.save)
        self.field = _Field(annotation.note)
        self.field.setAccessibleName(self.tr("Your note"))
        self.field.setPlaceholderText(self.tr("What you think, ask or want to keep"))
        self.field.textChanged.connect(self._pause.start)
        self.field.done.connect(self.accept)
        self._build_layout(annotation)

    def save(self) -> None:
        """Save what is written, if it is not saved yet."""
        self._pause.stop()
        if (note := self.field.toPlainText().strip()) != self._saved:
            self._saved = note
            self.written.emit(note)

    def done(self, result: int) -> None:
        """Save before closing, whichever way it is closed."""
        self.save()
        super().done(result)

    def _build_layout(self, annotation: Annotation) -> None:
        quote = label(f"“{shortened(annotation.quote, 400)}”", TextRole.READING_ITALIC)
        hint = label(self.tr("Saved as you write. Ctrl+Enter closes."), TextRole.SMALL, tone="muted")
        remover = button(self.tr("Remove"))
        remover.setAutoDefault(False)
        remover.clicked.connect(self._on_remover_clicked)
        closer = button(self.tr("Close"), "primary")
        closer.setAutoDefault(False)
        closer.clicked.connect(self.accept)
        buttons = row(remover)
        buttons.addStretch(1)
        buttons.addWidget(closer)
        box = column(quote, self.field, hint, into=self, spacing=3 * GRID, margins=(6 * GRID,) * 4)
        box.addLayout(buttons)
        self.setMinimumWidth(current().px(480))
        self.field.setFocus()

    @Slot()
    def _on_remover_clicked(self) -> None:
        self._pause.stop()
        self._saved = self.field.toPlainText().strip()
        self.remove_requested.emit()
        self.reject()


class _Field(QPlainTextEdit):
    """The field; Tab leaves it, Ctrl+Enter is done.

    Signals:
        done: The person has finished.
    """

    done = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(current().px(120))
        self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter ends the note, Enter a line."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)
