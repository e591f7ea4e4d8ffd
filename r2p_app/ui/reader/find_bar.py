"""The bar for finding words in a chapter: a field, how many there are, the way from one to the next."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from r2p_app.ui.announce import announce
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import label, row
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.icon_button import IconButton

_TYPED = 120
"""Milliseconds without another letter after which the text is searched."""


class FindBar(QFrame):
    """Asks for words; who has the text says what was found.

    Signals:
        words_changed: These words are wanted.
        step_requested: The next hit (1) or the one before (-1) is wanted.
        closed: No more words are wanted.
    """

    words_changed = Signal(str)
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "floating")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Find in this chapter"))
        self.field.setAccessibleName(self.tr("Find in this chapter"))
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.installEventFilter(self)
        self.count = label("", TextRole.SMALL, tone="muted", wrap=False)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(self._tell_words)
        self._build_layout()
        for keys, slot in (("F3", self._on_next_asked), ("Shift+F3", self._on_previous_asked)):
            shortcut = QShortcut(QKeySequence(keys), self.parentWidget() or self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.hide()

    def open(self, words: str = "") -> None:
        """Show the bar, its words selected; `words` take the place of those of the last time."""
        if words:
            self.field.setText(words)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._tell_words()

    def dismiss(self) -> None:
        """Hide the bar."""
        self._typed.stop()
        self.hide()
        self.closed.emit()

    def show_count(self, index: int, count: int, *, announced: bool = True) -> None:
        """Say that the hit with this index (from 0) is shown, of so many."""
        words = self.tr("Nothing found") if self.field.text().strip() else ""
        if count:
            words = self.tr("%1 of %2").replace("%1", str(index + 1)).replace("%2", str(count))
        self.count.setText(words)
        for each in (self.previous, self.next):
            each.setEnabled(count > 0)
        if announced and words:
            announce(self, words)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter goes to the next hit, with Shift to the one before; Esc closes."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._on_previous_asked() if is_back else self._on_next_asked()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, wherever in the bar the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _build_layout(self) -> None:
        self.previous = IconButton("chevron-up", name=self.tr("Previous hit (Shift+F3)"), token="ink")
        self.next = IconButton("chevron-down", name=self.tr("Next hit (F3)"), token="ink")
        closer = IconButton("x", name=self.tr("Close (Esc)"), token="ink")
        self.previous.clicked.connect(self._on_previous_asked)
        self.next.clicked.connect(self._on_next_asked)
        closer.clicked.connect(self.dismiss)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=2 * GRID)
        row(holder, into=self, margins=(3 * GRID, GRID, 3 * GRID, GRID))
        self.field.setMinimumWidth(current().px(220))
        self.count.setMinimumWidth(current().px(90))
        for widget in (self.field, self.count, self.previous, self.next, closer):
            flow.addWidget(widget)

    @Slot()
    def _on_field_text_changed(self) -> None:
        self._typed.start()

    @Slot()
    def _tell_words(self) -> None:
        self._typed.stop()
        self.words_changed.emit(self.field.text())

    @Slot()
    def _on_next_asked(self) -> None:
        self._step(1)

    @Slot()
    def _on_previous_asked(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """Words just typed are looked for first: their first hit is the next one."""
        if self._typed.isActive():
            self._tell_words()
        elif self.isVisible():
            self.step_requested.emit(by)
        else:
            self.open()
