"""A comparison on paper: the table, then every source that it rests on, numbered; A4, a page at a time."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import (
    QBrush,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from r2p_app.content.citations import citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.teaching import Comparison, ComparisonRow
from r2p_app.ui.compare.model import answer_text, change_words
from r2p_app.ui.compare.words import asked_words
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.pages import paint_pages
from r2p_app.ui.export.paper import paper_theme
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

_DPI = 96
_SCALE = 0.85
"""Letters on paper are held nearer to the eye than those on a screen."""

_MARGIN_MM = 15.0


class ComparisonPaper:
    """A comparison written as a document of the light theme."""

    def __init__(self, library: Library, comparison: Comparison) -> None:
        self._library, self._comparison = library, comparison
        self._theme = paper_theme(_SCALE)
        self._numbers: dict[str, int] = {}
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self._cursor = QTextCursor(self.document)
        self._write()

    def _write(self) -> None:
        comparison = self._comparison
        self._line(refine(comparison.title), TextRole.H1)
        self._line(refine(plain(comparison.introduction)), TextRole.BODY, after=8)
        self._write_table()
        self._line("", TextRole.BODY)
        self._line(translate("Paper", "Sources"), TextRole.H3, after=4)
        for citation, number in self._numbers.items():
            self._line(f"{number}. {refine(citation_text(self._library, Citation.parse(citation)))}", TextRole.SMALL)
        self._line(licence_line(self._library.pack), TextRole.SMALL, before=8)

    def _write_table(self) -> None:
        has_changes = any(row.change is not None for row in self._comparison.rows)
        heads = [asked_words(self._comparison), *(refine(each.title) for each in self._comparison.columns)]
        heads += [translate("Paper", "What became of it")] if has_changes else []
        table = self._cursor.insertTable(len(self._comparison.rows) + 1, len(heads), self._format(len(heads)))
        for place, words in enumerate(heads):
            self._fill(table, 0, place, words, TextRole.SMALL_STRONG)
        for number, row in enumerate(self._comparison.rows, 1):
            self._fill(table, number, 0, refine(plain(row.question)), TextRole.SMALL_STRONG)
            for place, words in enumerate(self._answers(row), 1):
                self._fill(table, number, place, words, TextRole.SMALL)
            if has_changes:
                self._fill(table, number, len(heads) - 1, change_words(row), TextRole.SMALL)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _format(self, columns: int) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setHeaderRowCount(1)  # repeated on every page
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderBrush(QBrush(self._theme.colour("control-line")))
        made.setCellPadding(5)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        first = 18.0
        share = (100 - first) / (columns - 1)
        widths = [first, *(share for _ in range(columns - 1))]
        made.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in widths])
        return made

    def _answers(self, row: ComparisonRow) -> Iterator[str]:
        """Yield the words of each column, and the numbers of the sources behind them."""
        for column in self._comparison.columns:
            cited = [text for answer in row.answers if answer.column == column.id for text in answer.sources]
            numbers = ", ".join(str(self._numbers.setdefault(text, len(self._numbers) + 1)) for text in cited)
            words = answer_text(row, column) or translate("Paper", "no answer")
            yield f"{words} [{numbers}]" if numbers else words

    def _fill(self, table: QTextTable, row: int, column: int, words: str, role: TextRole) -> None:
        cursor = table.cellAt(row, column).firstCursorPosition()
        cursor.insertText(words.replace("\n", "\u2028"), self._char_format(role))

    def _line(self, words: str, role: TextRole, *, before: float = 0, after: float = 2) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(before)
        block.setBottomMargin(after)
        if self._cursor.position():
            self._cursor.insertBlock(block)
        else:
            self._cursor.setBlockFormat(block)
        self._cursor.insertText(words, self._char_format(role))

    def _char_format(self, role: TextRole) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(self._theme.font(role))
        made.setForeground(self._theme.colour("ink"))
        return made


def comparison_pdf(library: Library, comparison: Comparison) -> Work:
    """Return the work that makes the PDF, one step for each page."""
    yield Progress(0, 1)
    document = ComparisonPaper(library, comparison).document
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    _set_up(writer, refine(comparison.title))
    yield from paint_pages(document, writer)
    return bytes(data.data())


def _set_up(writer: QPdfWriter, title: str) -> None:
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, margins)
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMargins(margins)
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator(translate("Paper", "Responsibility to Protect"))
