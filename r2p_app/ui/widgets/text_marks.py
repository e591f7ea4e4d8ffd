"""What a screen reader meets within a set text beside its words: the headings, and the link with the focus.

Qt offers a text as words alone, and its interface cannot be had and added to from Python. So each of these is a widget
of its own that shows nothing: it only has a place in the tree.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QAccessibleWidget, QTextEdit, QWidget

from r2p_app.ui.accessible import NOTHING, offer
from r2p_app.ui.widgets.heading import Level

_LINK = 0
"""In place of the level of a heading."""


class Words(NamedTuple):
    """Words of a text that are a heading of a level, or the link with the focus, and where they stand."""

    text: str
    start: int
    level: int = _LINK


class TextMark(QWidget):
    """A heading of a text, or its link with the focus."""

    def __init__(self, words: Words, text: QTextEdit) -> None:
        super().__init__(text.viewport())
        offer(TextMark, AccessibleMark)
        self.words, self._text = words, text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(0, 0)
        self.show()

    @property
    def is_link(self) -> bool:
        """Whether it is a link and no heading."""
        return self.words.level == _LINK

    @property
    def has_focus(self) -> bool:
        """Whether it is the link that Enter opens."""
        return self.is_link and self._text.hasFocus() and self._text.textCursor().selectionStart() == self.words.start

    def line(self) -> QRect:
        """Return where its first line stands on the screen."""
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(min(self.words.start, self._text.document().characterCount() - 1))
        start = self._text.cursorRect(cursor)
        size = QSize(self._text.viewport().width() - start.left(), start.height())
        return QRect(self._text.viewport().mapToGlobal(start.topLeft()), size)

    def is_seen(self) -> bool:
        """Tell whether its line is in view, not scrolled away."""
        view, line = self._text.viewport(), self.line()
        return view.visibleRegion().intersects(QRect(view.mapFromGlobal(line.topLeft()), line.size()))

    @Slot()
    def tell_focus(self) -> None:
        """Have a screen reader read this, as what has the focus now."""
        if self.has_focus:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))


class AccessibleMark(QAccessibleWidget):
    """What is told of a mark."""

    def __init__(self, mark: QWidget) -> None:
        super().__init__(mark)
        self._level = Level(self._mark.words.level)

    @property
    def _mark(self) -> TextMark:
        mark = self.widget()
        assert isinstance(mark, TextMark)
        return mark

    def role(self) -> QAccessible.Role:
        """A link, or a heading."""
        return QAccessible.Role.Link if self._mark.is_link else QAccessible.Role.Heading

    def text(self, kind: QAccessible.Text) -> str:
        """Its words are its name."""
        return self._mark.words.text if kind == QAccessible.Text.Name else ""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._mark.line()

    def state(self) -> QAccessible.State:
        """In view or not, and with the focus or not."""
        state = QAccessible.State()
        state.invisible, state.offscreen = not self._mark.isVisible(), not self._mark.is_seen()
        state.linked = state.focusable = self._mark.is_link
        state.focused = self._mark.has_focus
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """A heading has a level; nothing is done with either, the keys are those of the text."""
        if kind == QAccessible.InterfaceType.AttributesInterface and not self._mark.is_link:
            return self._level  # type: ignore[return-value]  # shiboken makes the pointer of it that Qt wants
        return NOTHING


class TextMarks:
    """The marks of one text, kept in step with it."""

    def __init__(self, text: QTextEdit) -> None:
        self._text = text
        self._headings: list[TextMark] = []
        self._link: TextMark | None = None

    def settle(self) -> None:
        """Follow the text, which was set or written on."""
        wanted = list(headings(self._text.document()))
        if wanted != [mark.words for mark in self._headings]:
            for mark in self._headings:
                mark.deleteLater()
            self._headings = [TextMark(words, self._text) for words in wanted]

    def focus_link(self, words: str, start: int) -> None:
        """Say that a link has the focus, once Qt has said so of the whole text."""
        if self._link is not None:
            self._link.deleteLater()
        self._link = TextMark(Words(words, start), self._text)
        if QAccessible.isActive():
            QTimer.singleShot(0, self._link.tell_focus)


def headings(document: QTextDocument) -> Iterator[Words]:
    """Yield the headings of a set text."""
    block = document.begin()
    while block.isValid():
        if (level := block.blockFormat().headingLevel()) and block.text().strip():
            yield Words(block.text(), block.position(), level)
        block = block.next()
