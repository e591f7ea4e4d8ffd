"""The table of questions: how many answers, how easy, how well it parts, how long it takes."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.statistics import QuestionStatistics
from r2p_app.ui.format import number, percent
from r2p_app.ui.review.words import time_words
from r2p_app.ui.widgets.inline import plain

Index = QModelIndex | QPersistentModelIndex

SORT = Qt.ItemDataRole.UserRole
_NUMBERS = range(1, 5)


class Row(NamedTuple):
    """A question with its statistics, and the cells of its row: the words, and what they are sorted by."""

    question: QuestionBase
    found: QuestionStatistics
    cells: tuple[tuple[str, str | float], ...]


def table_rows(library: Library, found: Sequence[QuestionStatistics]) -> list[Row]:
    """Return a row for each question that still exists, in the order of the content."""
    by_id = {one.question: one for one in found}
    asked = (question for question in library.all(QuestionBase) if question.id in by_id)
    return [_row(library, question, by_id[question.id]) for question in asked]


def _row(library: Library, question: QuestionBase, found: QuestionStatistics) -> Row:
    prompt, case = plain(question.prompt), library.find(library.case_of(question.id), Case)
    title = case.title if case else ""
    cells: tuple[tuple[str, str | float], ...] = (
        (prompt, prompt.casefold()),
        (number(found.answers), found.answers),
        _measured(found.facility, percent),
        _measured(found.discrimination, lambda value: number(value, 2)),
        _measured(found.seconds, time_words),
        (title, title),
    )
    return Row(question, found, cells)


def _measured(value: float | None, words: Callable[[float], str]) -> tuple[str, float]:
    """Return a value in words; what cannot be said is a dash and sorts below everything."""
    return ("–", -2.0) if value is None else (words(value), value)


class StatisticsModel(QAbstractTableModel):
    """One row for each question."""

    def __init__(self, rows: Sequence[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self._heads = (
            self.tr("Question"),
            self.tr("Answers"),
            self.tr("Right"),
            self.tr("Discrimination"),
            self.tr("Time"),
            self.tr("Case"),
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of questions."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or what it is sorted by."""
        words, key = self.rows[index.row()].cells[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return words
        if role == SORT:
            return key
        return self._alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return Qt.AlignmentFlag.AlignCenter  # to the right, the arrow of the order would stand on the words
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


def sorted_model(rows: Sequence[Row], parent: QObject) -> QSortFilterProxyModel:
    """Return the model of the table, sorted as its heads are pressed."""
    proxy = QSortFilterProxyModel(parent)
    proxy.setSourceModel(StatisticsModel(rows, proxy))
    proxy.setSortRole(SORT)
    return proxy
