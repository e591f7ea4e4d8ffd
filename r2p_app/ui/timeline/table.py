"""The same events as a table that can be sorted: for who reads better in rows, or hears the page."""

import math

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from r2p_app.timeline.filters import Shown
from r2p_app.ui.format import date
from r2p_app.ui.text import label

Index = QModelIndex | QPersistentModelIndex

_SORT = Qt.ItemDataRole.UserRole
_DATE, _LANE, _TITLE, _STATUS = range(4)


_WIDTHS = {_DATE: (0.2, 26), _LANE: (0.26, 40), _STATUS: (0.16, 18)}
"""Columns beside the title: the share of the width they take, and the most letters they need."""

_TITLE_LETTERS = 56
"""Few titles are longer."""


class EventsModel(QAbstractTableModel):
    """One row for each event shown: date, lanes, title, status."""

    def __init__(self, shown: Shown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = (self.tr("Date"), self.tr("Lane"), self.tr("Event"), self.tr("Status"))
        self._shown, self._rows = shown, list(shown)
        self._lanes = {lane.id: lane.title for lane in shown.items.lanes}

    def event_at(self, row: int) -> int:
        """Return the event of a row."""
        return self._rows[row]

    def row_of(self, index: int) -> int | None:
        """Return the row of an event, None when it is not shown."""
        return self._rows.index(index) if index in self._rows else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of events."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; dates sort by time, everything else by its words."""
        if role == _SORT and index.column() == _DATE:
            return self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, _SORT, Qt.ItemDataRole.ToolTipRole}:
            return self._words(self._rows[index.row()], index.column())
        return None

    def _words(self, event_index: int, column: int) -> str:
        event = self._shown.items.events[event_index]
        if column == _DATE:
            return date(event.date)
        if column == _LANE:
            return ", ".join(self._lanes[lane] for lane in event.lanes if lane in self._lanes)
        return event.title if column == _TITLE else label(event.status)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class EventsTable(QTableView):
    """The events in a table.

    Signals:
        event_selected: The person moved to the event with this index in the items.
        event_opened: The person wants to read about it.
    """

    event_selected = Signal(int)
    event_opened = Signal()

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EventsModel(shown, self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSortRole(_SORT)
        self._proxy.setSortLocaleAware(True)
        self._proxy.setSourceModel(self._model)
        self.setModel(self._proxy)
        self.setAccessibleName(self.tr("Events as a table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.activated.connect(self._on_activated)
        self.sortByColumn(_DATE, Qt.SortOrder.AscendingOrder)
        self._set_widths()
        self._quiet = False

    def show_events(self, shown: Shown) -> None:
        """Show other events, in the order chosen before."""
        before, self._model = self._model, EventsModel(shown, self)
        self._quiet = True
        self._proxy.setSourceModel(self._model)
        self._quiet = False
        before.deleteLater()
        self._set_widths()

    def _set_widths(self) -> None:
        """Share the width out, and give rows as many lines as titles then need."""
        width, letter = self.viewport().width(), self.fontMetrics().averageCharWidth()
        for column, (share, letters) in _WIDTHS.items():
            self.setColumnWidth(column, round(min(width * share, letters * letter)))
        self.horizontalHeader().setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        title = width - sum(self.columnWidth(column) for column in _WIDTHS)
        lines = max(1, min(4, math.ceil(_TITLE_LETTERS * letter / max(title, 1))))
        self.verticalHeader().setDefaultSectionSize(lines * self.fontMetrics().height() + 12)

    def select(self, index: int | None) -> None:
        """Move to the row of an event, or to none, without telling anyone."""
        row = None if index is None else self._model.row_of(index)
        self._quiet = True
        if row is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._proxy.mapFromSource(self._model.index(row, _DATE)))
        self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell which event one moved to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.event_selected.emit(self._model.event_at(self._proxy.mapToSource(current).row()))

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
