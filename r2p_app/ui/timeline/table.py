"""The same events as a table that can be sorted and copied: for who reads better in rows, or hears the page."""

import math

from PySide6.QtCore import QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from r2p_app.timeline.filters import Shown
from r2p_app.ui.timeline.table_model import SORT_ROLE, Column, EventsModel, Index, as_markdown, as_tabs

_WIDTHS = {
    Column.DATE: (0.2, 19),
    Column.LANE: (0.24, 24),
    Column.RESPONSIBILITY: (0.16, 17),
    Column.THEME: (0.16, 18),
    Column.STATUS: (0.22, 18),
}
"""Columns beside the title: the share of the width they take, and the most letters they need."""

_NEEDS = {Column.RESPONSIBILITY: 100, Column.THEME: 126}
"""Columns that are seen only where there is room for so many letters in all; they are copied all the same."""

_TITLE_LETTERS = 56
"""Few titles are longer."""


class EventsTable(QTableView):
    """The events in a table; it has no rows before it is first seen.

    Signals:
        event_selected: The person moved to the event with this index in the items.
        event_opened: The person wants to read about it.
        copied: So many rows are on the clipboard.

    Attributes:
        copying: What can be done with the selected rows, as actions.
    """

    event_selected = Signal(int)
    event_opened = Signal()
    copied = Signal(int)

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EventsModel(shown, self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(SORT_ROLE)
        self._proxy.setSortLocaleAware(True)
        self._quiet = False
        self._waiting: Shown | None = shown
        self._selected_event: int | None = None
        self.setModel(self._proxy)
        self.setAccessibleName(self.tr("Events as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.activated.connect(self._on_activated)
        self.sortByColumn(Column.DATE, Qt.SortOrder.AscendingOrder)
        self.copying = (
            self._action(self.tr("Copy selected rows"), "Ctrl+C", self.copy_tabs),
            self._action(self.tr("Copy selected rows as Markdown"), "Ctrl+Shift+C", self.copy_markdown),
            self._action(self.tr("Select all rows"), "Ctrl+A", self.selectAll),
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_events(self, shown: Shown) -> None:
        """Show other events, in the order chosen before; while the table is not seen they wait."""
        self._waiting = shown
        if self.isVisible():
            self._take_waiting()

    def _take_waiting(self) -> None:
        shown, self._waiting = self._waiting, None
        if shown is None:
            return
        before, self._model = self._model, EventsModel(shown, self)
        self._quiet = True
        self._proxy.setSourceModel(self._model)
        self._quiet = False
        before.deleteLater()
        self._set_widths()

    def select(self, index: int | None) -> None:
        """Move to the row of an event, or to none, without telling anyone."""
        self._selected_event = index
        if not self.isVisible():
            return
        row = None if index is None else self._model.row_of(index)
        self._quiet = True
        if row is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._proxy.mapFromSource(self._model.index(row, Column.DATE)))
        self._quiet = False

    @Slot()
    def copy_tabs(self) -> None:
        """Put the selected rows on the clipboard, for a spreadsheet or a text."""
        self._copy(as_tabs(self._selected()))

    @Slot()
    def copy_markdown(self) -> None:
        """Put the selected rows on the clipboard as a table in Markdown."""
        self._copy(as_markdown(self._selected()))

    def _selected(self) -> list[list[str]]:
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        sources = (self._proxy.mapToSource(self._proxy.index(row, 0)).row() for row in rows)
        return [list(row) for row in self._model.texts(sources)]

    def _copy(self, text: str) -> None:
        if count := len(self.selectionModel().selectedRows()):
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(count)

    def _action(self, words: str, keys: str, slot: object) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _set_widths(self) -> None:
        """Share the width out, and give rows as many lines as titles then need."""
        if self._waiting is not None:
            return  # there are no columns before there are rows
        width, letter = self.viewport().width(), self.fontMetrics().averageCharWidth()
        for column, letters in _NEEDS.items():
            self.setColumnHidden(column, width < letters * letter)
        for column, (share, letters) in _WIDTHS.items():
            self.setColumnWidth(column, round(min(width * share, letters * letter)))
        self.horizontalHeader().setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        title = width - sum(self.columnWidth(column) for column in _WIDTHS)
        lines = max(2, min(4, math.ceil(_TITLE_LETTERS * letter / max(title, 1))))
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().height() + 12)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which event one moved to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self._selected_event = self._model.event_at(self._proxy.mapToSource(current).row())
            self.event_selected.emit(self._selected_event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was to be shown meanwhile."""
        super().showEvent(event)
        self._take_waiting()
        self.select(self._selected_event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without moving to the first row by itself, as Qt would."""
        is_somewhere = self.currentIndex().isValid()
        self._quiet = True
        super().focusInEvent(event)
        if not is_somewhere:
            self.selectionModel().clearCurrentIndex()
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        self._set_widths()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_widths()

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self.event_opened.emit()
