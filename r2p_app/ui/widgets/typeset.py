"""Setting words as a `QTextDocument`: paragraphs on a fixed line, links, raised numbers. Never HTML.

Qt makes a line higher where a raised number stands in it; a fixed line height keeps the lines even.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.widgets.heading import LEVELS
from r2p_app.ui.widgets.typography import refine

Describe = Callable[[str], str]
"""From a link to the few plain words shown when the pointer rests on it."""

_LEADING = {TextRole.READING: 1.5, TextRole.H1: 1.2, TextRole.H2: 1.25, TextRole.H3: 1.3}
_SLASH = re.compile(r"(?<=\w)/(?=\w)")
_JOINED = "/\N{WORD JOINER}"
"""Qt breaks lines after a slash, which tears document symbols such as S/RES/912 apart. Not in the text of a chapter:
there it would get in the way of searching and copying."""

_RAISED = 1.1
"""Qt sets raised text at two thirds of its size; numbers at 12 px would be too small to hit."""


class Typesetter:
    """Writes into a document, paragraph by paragraph, in one text role and tone."""

    def __init__(
        self, theme: Theme, role: TextRole = TextRole.READING, tone: str = "ink", *, describe: Describe | None = None
    ) -> None:
        self.theme, self.role, self.tone = theme, role, tone
        self._describe = describe
        self._tone = tone
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(theme.font(role))
        self._cursor = QTextCursor(self.document)
        self._base = _char_format(theme, role, tone)
        self.raised: list[tuple[int, int]] = []
        """Where raised numbers begin and end: they are no part of the words."""

    def paragraph(
        self, *, before: float = 0, indent: float = 0, hang: float = 0, role: TextRole | None = None, tone: str = ""
    ) -> None:
        """Begin a paragraph, unless the present one is still empty.

        `before`, `indent` and `hang` (by how much the first line stands out, up to a tab) are pixels at 100 % text.
        """
        self._tone = tone or self.tone
        role = role or self.role
        self._base = _char_format(self.theme, role, self._tone)
        is_first = not self._cursor.position()
        self._begin(_block_format(self.theme, role, 0 if is_first else before, indent, hang), self._base)

    def make_heading(self, level: int) -> None:
        """Make a heading of the present paragraph, which is not set as one."""
        block = self._cursor.blockFormat()
        block.setHeadingLevel(level)
        self._cursor.setBlockFormat(block)

    def text(self, words: str, *, strong: bool = False, emphasis: bool = False, tone: str = "") -> None:
        """Add words to the present paragraph."""
        self._cursor.insertText(self._shown(words), self._format(strong, emphasis, tone or self._tone))

    def verbatim(self, words: str) -> None:
        """Add words in which nothing is refined: addresses, symbols."""
        self._cursor.insertText(words, self._format(False, False, self._tone))

    def link(self, words: str, target: str, *, dotted: bool = False, strong: bool = False) -> None:
        """Add a link. A dotted underline, in the colour of the text, marks a term or a person."""
        style = self._format(strong, False, self._tone if dotted else "accent")
        style.setUnderlineColor(self.theme.colour("accent"))
        underline = QTextCharFormat.UnderlineStyle
        style.setUnderlineStyle(underline.DotLine if dotted else underline.SingleUnderline)
        self._add_link(words, target, style)

    def raised_link(self, words: str, target: str) -> None:
        """Add a raised number that opens a source."""
        style = self._format(False, False, "accent")
        style.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        style.setProperty(QTextCharFormat.Property.FontPixelSize, round(self.theme.px(self.role.value.px) * _RAISED))
        start = self._cursor.position()
        self._add_link(words, target, style)
        self.raised.append((start, self._cursor.position()))

    def line_break(self) -> None:
        """Break the line inside the paragraph."""
        self._cursor.insertText("\N{LINE SEPARATOR}")

    @property
    def block_number(self) -> int:
        """The number of the present paragraph in the document."""
        return self._cursor.blockNumber()

    @property
    def position(self) -> int:
        """How many characters are written."""
        return self._cursor.position()

    def _begin(self, block: QTextBlockFormat, text: QTextCharFormat) -> None:
        if self._cursor.atBlockStart():
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(text)
        else:
            self._cursor.insertBlock(block, text)

    def _format(self, strong: bool, emphasis: bool, tone: str) -> QTextCharFormat:
        style = QTextCharFormat(self._base)
        if strong:
            style.setFontWeight(QFont.Weight.DemiBold)
        if emphasis:
            style.setFontItalic(True)
        if tone != self._tone:
            style.setForeground(self.theme.colour(tone))
        return style

    def _add_link(self, words: str, target: str, style: QTextCharFormat) -> None:
        style.setAnchor(True)
        style.setAnchorHref(target)
        if self._describe is not None and (tip := self._describe(target)):
            style.setToolTip(f"<qt>{escape(tip)}</qt>".replace("\n", "<br>"))  # plain text would not wrap
        self._cursor.insertText(self._shown(words), style)

    def _shown(self, words: str) -> str:
        refined = refine(words)
        return refined if self.role is TextRole.READING else _SLASH.sub(_JOINED, refined)


@lru_cache(maxsize=64)
def _char_format(theme: Theme, role: TextRole, tone: str) -> QTextCharFormat:
    """Return what plain words look like. Shared: copy it before changing anything."""
    made = QTextCharFormat()
    made.setFont(theme.font(role))
    made.setForeground(theme.colour(tone))
    return made


@lru_cache(maxsize=128)
def _block_format(theme: Theme, role: TextRole, before: float, indent: float, hang: float) -> QTextBlockFormat:
    """Return the shape of a paragraph. Shared: never change it."""
    made = QTextBlockFormat()
    made.setTopMargin(theme.px(before))
    made.setLeftMargin(theme.px(indent))
    made.setHeadingLevel(LEVELS.get(role, 0))
    if hang:
        made.setTextIndent(-theme.px(hang))
        made.setTabPositions([QTextOption.Tab(theme.px(hang), QTextOption.TabType.LeftTab)])
    height = theme.px(role.value.px * _LEADING.get(role, 1.45))
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made
