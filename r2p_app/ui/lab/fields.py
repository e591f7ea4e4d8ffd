"""Fields for the learner's own words: a name, a hint, and a text that is kept as it is written."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.fields import storable

_TYPED = 400
"""Milliseconds without another letter after which a text is kept."""

_LONGEST = 20_000


class WritingField(QWidget):
    """A question above, a field below.

    Signals:
        written: The person wrote something else; told after a moment without typing, and when the field is left.
    """

    written = Signal(str)

    def __init__(
        self, question: str, *, name: str = "", hint: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told, self._lines = "", lines
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(self.flush)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name or question)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed.start)
        self._question = label(question, TextRole.BODY_STRONG)
        column(self._question, self.field, into=self, spacing=GRID)
        self._fit()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return storable(self.field.toPlainText()[:_LONGEST])

    def show_text(self, text: str) -> None:
        """Show a text without telling anyone; one that stands there already disturbs nothing."""
        self._told = text
        if text != self.text:
            with QSignalBlocker(self.field):
                self.field.setPlainText(text)

    def lock(self) -> None:
        """Take no other text; it can still be read and copied."""
        self.field.setReadOnly(True)

    @Slot()
    def flush(self) -> None:
        """Tell what was written, now."""
        self._typed.stop()
        if self.text != self._told:
            self._told = self.text
            self.written.emit(self._told)

    def _fit(self) -> None:
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * self._lines + current().px(6 * GRID))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the text when the field is left."""
        if event.type() == QEvent.Type.FocusOut and watched is self.field:
            self.flush()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for as many lines at every size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the text when the page is left."""
        super().hideEvent(event)
        self.flush()
