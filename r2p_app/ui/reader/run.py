"""A run of the chapter's text: its words can be selected by mouse and keyboard, and its places are known."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from r2p_app.content.markup import Block
from r2p_app.ui.reader.write import Places, write_blocks
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.typeset import Describe

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class RunView(Prose):
    """Paragraphs of a chapter.

    Signals:
        selection_made: Words are selected, or none any more; for who offers what can be done with them.
        menu_requested: A menu is wanted at this place of the screen.
        left: The caret wants to go on in the run below (True) or above.
        caret_moved: The caret stands here, in the widget's coordinates.
    """

    selection_made = Signal()
    menu_requested = Signal(object)
    left = Signal(bool)
    caret_moved = Signal(QRect)

    def __init__(
        self,
        blocks: Sequence[Block],
        places: Places,
        *,
        name: str = "",
        describe: Describe | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.places = places
        self.has_caret = False
        write = partial(write_blocks, blocks=blocks, places=places)
        super().__init__(write, TextRole.READING, name=name, describe=describe, parent=parent)
        flags = Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self._settle()
        self.setCursorWidth(2)
        self.selectionChanged.connect(self.selection_made)

    @property
    def selected(self) -> tuple[int, int] | None:
        """The characters selected by the reader; None where there are none, or only the link with the focus."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._is_whole_link(cursor):
            return None
        return cursor.selectionStart(), cursor.selectionEnd()

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Select characters and take the focus."""
        self.put_caret(start)
        cursor = self.textCursor()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put_caret(self, position: int) -> None:
        """Put the caret before a character and take the focus."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self.document().characterCount() - 1)))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes to read with the caret keeps it where it was put."""
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            QTextBrowser.focusInEvent(self, event)
        else:
            super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and the arrows select; with the caret on, the arrows move it, also into the next run."""
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ARROWS and (is_shift or self.has_caret):
            before = self.textCursor().position()
            QTextBrowser.keyPressEvent(self, event)
            if self.textCursor().position() != before:
                self.caret_moved.emit(self.cursorRect())
            elif not is_shift:
                self.left.emit(event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End))
            event.accept()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the chapter; it knows what can be done with words."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.mapToGlobal(self.cursorRect().bottomLeft()) if is_key else event.globalPos()
        if not is_key and self.selected is None:
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.menu_requested.emit(at)
        event.accept()

    def _is_whole_link(self, cursor: QTextCursor) -> bool:
        """The focus on a link selects it; that is no selection by the reader."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        link = self._link_before(end)
        return bool(link) and link != self._link_before(start) and link != self._link_before(end + 1)

    def _link_before(self, position: int) -> str:
        """Return the link of the character before a position, "" where a paragraph begins or the text has ended."""
        if position >= self.document().characterCount():
            return ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return "" if cursor.atBlockStart() else cursor.charFormat().anchorHref()
