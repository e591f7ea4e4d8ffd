"""A comparison as the rows and columns of a table."""

from collections.abc import Sequence

from msgspec import structs
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.teaching import Change, Comparison, ComparisonColumn, ComparisonRow
from r2p_app.ui.compare.words import asked_words
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.typography import refine

Index = QModelIndex | QPersistentModelIndex

QUESTION = 0
"""The column of the questions; the answers follow."""


def comparisons(library: Library) -> list[Comparison]:
    """Return the comparisons, those of whole cases first."""
    return sorted(library.all(Comparison), key=lambda one: not any(case_of(library, column) for column in one.columns))


def case_of(library: Library, column: ComparisonColumn) -> Case | None:
    """Return the case a column is about, None where it is about a text."""
    return library.find(column.id, Case)


def with_columns(comparison: Comparison, ids: Sequence[str]) -> Comparison:
    """Return a comparison with only some of its columns, in their own order."""
    return structs.replace(comparison, columns=tuple(each for each in comparison.columns if each.id in ids))


def answer_text(row: ComparisonRow, column: ComparisonColumn) -> str:
    """Return what a column answers, "" where it answers nothing; lines stay lines."""
    found = next((answer.answer for answer in row.answers if answer.column == column.id), "")
    return "\n".join(refine(plain(line)) for line in found.splitlines())


def change_words(row: ComparisonRow) -> str:
    """Return in a word what became of a point, "" where nothing is said of it."""
    return enum_label(row.change) if row.change is not None else ""


class ComparisonModel(QAbstractTableModel):
    """One row for each question: it, an answer for each column, and what became of the point where that is said."""

    def __init__(self, comparison: Comparison, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.comparison = comparison
        self.has_changes = any(row.change for row in comparison.rows)
        changes = (self.tr("What became of it"),) if self.has_changes else ()
        self._heads = (asked_words(comparison), *(refine(column.title) for column in comparison.columns), *changes)
        self._cells = [self._row(row) for row in comparison.rows]

    @property
    def change_column(self) -> int:
        """The column that says what became of a point, -1 where there is none."""
        return len(self._heads) - 1 if self.has_changes else -1

    def change(self, row: int) -> Change | None:
        """Return what became of the point in a row."""
        return self.comparison.rows[row].change

    def replace(self, comparison: Comparison) -> None:
        """Show other answers to the same questions in the same columns."""
        self.comparison = comparison
        self._cells = [self._row(row) for row in comparison.rows]
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, row_id: str) -> int | None:
        """Return the place of a row, None when it is not here."""
        return next((place for place, row in enumerate(self.comparison.rows) if row.id == row_id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of questions."""
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; a cell that is heard says so when it is empty."""
        words = self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words or self.tr("no answer")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def _row(self, row: ComparisonRow) -> tuple[str, ...]:
        answers = (answer_text(row, column) for column in self.comparison.columns)
        return (refine(plain(row.question)), *answers, *((change_words(row),) if self.has_changes else ()))
