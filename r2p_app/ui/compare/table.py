"""A comparison as a table: arrows go from row to row and cell to cell, Enter opens what is behind a row."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.teaching import Comparison, ComparisonRow
from r2p_app.ui.compare.cells import CellDelegate, HeadView, padding
from r2p_app.ui.compare.change import tag_size
from r2p_app.ui.compare.model import QUESTION, ComparisonModel, Index, case_of
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, Theme

_QUESTIONS = 0.2
"""The share of the width that the questions take."""


class ComparisonTable(QTableView):
    """The questions and their answers.

    Signals:
        row_chosen: The person moved to this `ComparisonRow`.
        row_opened: The person wants to read what is behind the row chosen.
        link_requested: The person clicked on the name of a case.
    """

    row_chosen = Signal(object)
    row_opened = Signal()
    link_requested = Signal(str)

    def __init__(self, library: Library, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ComparisonModel(comparison, self)
        cases = (case_of(library, column) for column in comparison.columns)
        ids = ("", *(case.id if case is not None else "" for case in cases), "")
        self._head = HeadView(ids[: self._model.columnCount()], self)
        self.setHorizontalHeader(self._head)
        self.setModel(self._model)
        self.setItemDelegate(CellDelegate(self._model, self))
        self.setAccessibleName(comparison.title)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self._head.sectionClicked.connect(self._on_head_section_clicked)
        self.activated.connect(self._on_activated)
        self._fitted: tuple[int, Theme] | None = None

    @property
    def chosen(self) -> ComparisonRow | None:
        """The row one is on."""
        index = self.currentIndex()
        return self._model.comparison.rows[index.row()] if index.isValid() else None

    def choose(self, row_id: str) -> None:
        """Go to a row; an unknown one is the first."""
        row = self._model.row_of(row_id) or 0
        self.setCurrentIndex(self._model.index(row, QUESTION))

    def replace(self, comparison: Comparison) -> None:
        """Show other answers to the same questions in the same columns."""
        self._model.replace(comparison)
        self.resizeRowsToContents()

    def fit(self) -> None:
        """Share the width out, and give rows the height that their words then need, unless that is how it is."""
        width = self.viewport().width()
        if not self.isVisible() or self._fitted == (width, current()):
            return
        self._fitted = width, current()
        change = self._model.change_column
        taken = {QUESTION: round(width * _QUESTIONS)}
        if change >= 0:
            rows = self._model.comparison.rows
            tags = (tag_size(row.change).width() for row in rows if row.change is not None)
            taken[change] = max(tags) + 2 * padding() + current().px(2 * GRID)
        answers = [place for place in range(self._model.columnCount()) if place not in taken]
        share = (width - sum(taken.values())) // max(1, len(answers))
        for place in range(self._model.columnCount()):
            self.setColumnWidth(place, taken.get(place, share))
        self._head.fit()
        self.resizeRowsToContents()
        self.updateGeometries()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which row one moved to."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_chosen.emit(self._model.comparison.rows[current.row()])

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width out for the first time."""
        super().showEvent(event)
        self.fit()
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self.fit()
        self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    @Slot(int)
    def _on_head_section_clicked(self, section: int) -> None:
        if case := self._head.case(section):
            self.link_requested.emit(item_link("case", case))

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self.row_opened.emit()
