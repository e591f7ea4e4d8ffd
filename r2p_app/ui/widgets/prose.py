"""Running text with links: as high as its words, every link reachable by Tab, the focused one in a ring."""

import math
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSignalBlocker, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QSizePolicy, QTextBrowser, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole, Theme
from r2p_app.ui.widgets.marked import Marked, Marking, draw_line
from r2p_app.ui.widgets.text_marks import TextMarks
from r2p_app.ui.widgets.typeset import Describe, Typesetter

Write = Callable[[Typesetter], None]
_USUAL_WIDTH = 600
"""The width of a reading column at 100 % text: text that is set in it at once need not be set again."""

_NAME = 80
"""How many characters of a text that was given no name are its name."""

_TAB, _BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Prose(QTextBrowser):
    """A text that grows with its words. `write` sets it, again whenever the look changes.

    Signals:
        link_requested: A link was chosen by mouse or keyboard.
        link_focused: The link with the focus lies here, in the widget's coordinates.
    """

    link_requested = Signal(str)
    link_focused = Signal(QRect)

    def __init__(
        self,
        write: Write,
        role: TextRole = TextRole.BODY,
        *,
        tone: str = "ink",
        name: str = "",
        describe: Describe | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._writes, self._role, self._tone, self._describe = [write], role, tone, describe
        self._set_for: Theme | None = None
        self._setter: Typesetter
        self._name = name
        self._heights: dict[int, int] = {}
        self._marking, self._told = Marking(), TextMarks(self)
        self.resize(current().px(_USUAL_WIDTH), 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.typeset()

    def typeset(self) -> None:
        """Write the text anew in the present look, unless that is how it stands."""
        if self._set_for is current():
            return
        self._set_for = current()
        self._setter = Typesetter(current(), self._role, self._tone, describe=self._describe)
        for write in self._writes:
            write(self._setter)
        self.setDocument(self._setter.document)
        self._marking.tint(self)
        self._settle()

    def write_on(self, write: Write) -> None:
        """Write on at the end of the text."""
        self._writes.append(write)
        write(self._setter)
        self._settle()

    def mark(self, layer: str, marked: Sequence[Marked]) -> None:
        """Draw these characters as marked, in place of those marked before in the same layer."""
        if self._marking.put(layer, marked):
            self._marking.tint(self)
            self.viewport().update()

    def _settle(self) -> None:
        """A text without links is no stop for the Tab key; one without a name is called by its first words."""
        self._heights.clear()
        self._told.settle()
        self.setAccessibleName(self._name or self.document().firstBlock().text()[:_NAME])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._has_links() else Qt.FocusPolicy.ClickFocus)
        self.updateGeometry()

    def block_top(self, number: int) -> int:
        """Return where a paragraph begins, in the widget's coordinates."""
        self._set_in_own_width()
        block = self.document().findBlockByNumber(number)
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    def position_top(self, position: int) -> int:
        """Return the upper edge of the line in which a character stands."""
        self._set_in_own_width()
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor).top()

    def sizeHint(self) -> QSize:
        """As high as the text is at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Any width will do: text wraps."""
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in this width; the text stays set in it until it is painted or looked into."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._measure(width)
        return height

    def _measure(self, width: int) -> int:
        """Measure unheard: told of another size, the view could set the text in its own width again meanwhile."""
        with QSignalBlocker(self.document().documentLayout()):
            self.document().setTextWidth(width)
            return math.ceil(self.document().size().height())

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Load nothing: content names no files."""
        return None

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link, then on to the next widget; backwards, Qt would begin again at the last."""
        start = self.textCursor().selectionStart()
        if not forward and self._is_on_link() and not self._has_links(before=start):
            return QAbstractScrollArea.focusNextPrevChild(self, False)
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus():
            self._tell_focused_link()
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the focus on a link: the first, the last when coming backwards, the same as before when coming back."""
        super().focusInEvent(event)
        reason = event.reason()
        if self.focusPolicy() == Qt.FocusPolicy.ClickFocus:
            return  # there are no links
        if reason == Qt.FocusReason.MouseFocusReason or (self._is_on_link() and reason not in (_TAB, _BACKTAB)):
            return
        cursor = self.textCursor()
        is_back = reason == _BACKTAB
        cursor.movePosition(QTextCursor.MoveOperation.End if is_back else QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        if super().focusNextPrevChild(not is_back):
            self._tell_focused_link()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave no ring behind."""
        super().focusOutEvent(event)
        if event.reason() in (_TAB, _BACKTAB):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what concerns links and copying; keys that scroll belong to the page."""
        is_shortcut = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _OWN_KEYS or (is_shortcut and event.key() in (Qt.Key.Key_C, Qt.Key.Key_A)):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text in it."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.typeset()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a ring around the link with the focus."""
        self._set_in_own_width()
        super().paintEvent(event)
        self._paint_marks(event)
        if not self.hasFocus() or not self._is_on_link():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current().colour("focus"), 2))
        for rect in self._selection_rects():
            painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 1), 4, 4)

    def _paint_marks(self, event: QPaintEvent) -> None:
        if not any(self._marking):
            return
        painter, seen = QPainter(self.viewport()), QRectF(event.rect())
        for marked in self._marking:
            rects = [rect for rect in self.rects(marked.start, marked.end) if rect.intersects(seen)]
            draw_line(painter, marked.style, rects)

    def _set_in_own_width(self) -> None:
        """Layouts ask for the height in widths that they then do not give."""
        if self.document().textWidth() != self.width():
            self.document().setTextWidth(self.width())

    def _has_links(self, before: int | None = None) -> bool:
        block = self.document().begin()
        while block.isValid() and (before is None or block.position() < before):
            left = block.length() if before is None else before - block.position()
            if any(style.format.isAnchor() and style.start < left for style in block.textFormats()):
                return True
            block = block.next()
        return False

    def _is_on_link(self) -> bool:
        cursor = self.textCursor()
        return cursor.hasSelection() and cursor.charFormat().isAnchor()

    def _tell_focused_link(self) -> None:
        if self._is_on_link():
            cursor, rects = self.textCursor(), self._selection_rects()
            self._told.focus_link(cursor.selectedText(), cursor.selectionStart())
            area = QRect.united(rects[0].toRect(), rects[-1].toRect())
            self.link_focused.emit(area)
            self._show(area)

    def _show(self, area: QRect) -> None:
        """Scroll every view around the text so that an area of it is in sight, with some room."""
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea) and (whole := around.widget()) is not None:
                centre = self.mapTo(whole, area.center())
                around.ensureVisible(centre.x(), centre.y(), 0, area.height() + 4 * GRID)
            around = around.parentWidget()

    def _selection_rects(self) -> list[QRectF]:
        cursor = self.textCursor()
        return self.rects(cursor.selectionStart(), cursor.selectionEnd())

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return one rectangle for each line over which the characters from `start` up to `end` run."""
        self._set_in_own_width()
        found: list[QRectF] = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            found += self._block_rects(block, start - block.position(), end - block.position())
            block = block.next()
        return found

    def _block_rects(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        layout, origin = block.layout(), self.document().documentLayout().blockBoundingRect(block).topLeft()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first = max(line.textStart(), start)
            last = min(line.textStart() + line.textLength(), end)
            if first < last:
                left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
                yield QRectF(left, line.y(), right - left, line.height()).translated(origin)

    @Slot(QUrl)
    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_requested.emit(url.toString())


def _x(found: object) -> float:
    """`QTextLine.cursorToX` returns the position and the cursor, or the position alone, as the binding pleases."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
