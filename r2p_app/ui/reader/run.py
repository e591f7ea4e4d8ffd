"""A run of the chapter's text: what is marked in it is drawn, and words in it can be selected by mouse and keyboard."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from r2p_app.content.markup import Block
from r2p_app.ui.reader.write import Places, write_blocks
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.typeset import Describe

_ABOVE_EDGE = QPointF(0, 1)
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class Style(NamedTuple):
    """How marked words look: the tint behind them, and a line under or around them, told apart by more than colour."""

    tint: str
    line: str
    pen: Qt.PenStyle = Qt.PenStyle.SolidLine
    width: float = 2
    is_box: bool = False


HIGHLIGHT = Style("note-soft", "note")
NOTE = Style("note-soft", "note", Qt.PenStyle.DashLine)
HIT = Style("accent-soft", "accent", Qt.PenStyle.DotLine)
PRESENT_HIT = Style("accent-soft", "focus", is_box=True, width=3)
SPOKEN = Style("surface-2", "ink-2", Qt.PenStyle.DotLine)


class Marked(NamedTuple):
    """Characters of a document that are drawn in a style."""

    start: int
    end: int
    style: Style


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
        self._marked: dict[str, tuple[Marked, ...]] = {}
        write = partial(write_blocks, blocks=blocks, places=places)
        super().__init__(write, TextRole.READING, name=name, describe=describe, parent=parent)
        flags = Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self._settle()
        self.setCursorWidth(2)
        self.selectionChanged.connect(self.selection_made)

    def typeset(self) -> None:
        """Write the text anew in the present look; the tints are of the look too."""
        super().typeset()
        self._tint()

    def mark(self, layer: str, marked: Sequence[Marked]) -> None:
        """Draw these characters as marked, in place of those marked before in the same layer."""
        if self._marked.get(layer, ()) != tuple(marked):
            self._marked[layer] = tuple(marked)
            self._tint()
            self.viewport().update()

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
        if event.key() in _MOVES and (is_shift or self.has_caret):
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines under and around what is marked."""
        super().paintEvent(event)
        if any(self._marked.values()):
            painter = QPainter(self.viewport())
            for marked in self._all_marked():
                self._draw(painter, marked, QRectF(event.rect()))

    def _draw(self, painter: QPainter, marked: Marked, seen: QRectF) -> None:
        theme, style = current(), marked.style
        painter.setPen(QPen(theme.colour(style.line), style.width, style.pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self.rects(marked.start, marked.end):
            if not rect.intersects(seen):
                continue
            if style.is_box:
                painter.drawRect(rect.adjusted(-1, 1, 1, -1))
            else:
                painter.drawLine(rect.bottomLeft() - _ABOVE_EDGE, rect.bottomRight() - _ABOVE_EDGE)

    def _all_marked(self) -> list[Marked]:
        return [marked for layer in self._marked.values() for marked in layer]

    def _tint(self) -> None:
        """Have Qt paint the tints, behind the words."""
        self.setExtraSelections([self._tinted(marked) for marked in self._all_marked()])

    def _tinted(self, marked: Marked) -> QTextEdit.ExtraSelection:
        tinted = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(marked.start)
        cursor.setPosition(marked.end, QTextCursor.MoveMode.KeepAnchor)
        tinted.cursor = cursor
        tinted.format.setBackground(current().colour(marked.style.tint))
        return tinted

    def _is_whole_link(self, cursor: QTextCursor) -> bool:
        """The focus on a link selects it; that is no selection by the reader."""
        link = cursor.charFormat().anchorHref()
        beside = QTextCursor(self.document())
        for position in (cursor.selectionStart(), cursor.selectionEnd() + 1):
            beside.setPosition(min(position, self.document().characterCount() - 1))
            if beside.charFormat().anchorHref() == link and not beside.atBlockStart():
                return False
        return bool(link)
