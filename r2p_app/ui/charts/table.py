"""The twin of a chart: the same as a table, for who reads better in rows or hears the page."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from r2p_app.ui.charts.plot import Plot

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex

_PADDING = 24
"""Pixels to the left and right of a cell's text, with what Qt itself leaves free."""


class RowsModel(QAbstractTableModel):
    """Rows of words under heads; the columns in `numeric` stand to the right."""

    def __init__(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        numeric: Collection[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads, self._rows, self._numeric = tuple(heads), tuple(map(tuple, rows)), frozenset(numeric)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return self._alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self._numeric else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class _WrappingDelegate(QStyledItemDelegate):
    """Counts the padding of the style sheet when it breaks lines, which Qt forgets: the last word would be cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell whose text has less room than its column."""
        narrow = QStyleOptionViewItem(option)
        rect: QRect = narrow.rect
        if rect.width() > _PADDING:
            narrow.rect = rect.adjusted(0, 0, -_PADDING, 0)
        return super().sizeHint(narrow, index)


class RowsTable(QTableView):
    """A table as high as its rows; the page scrolls, not the table. The last column takes the room, or `stretched`."""

    def __init__(
        self, model: RowsModel, title: str, *, stretched: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(_WrappingDelegate(self))
        self.setAccessibleName(self.tr("Table: %1").replace("%1", title))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if stretched is None:
            self.horizontalHeader().setStretchLastSection(True)
        else:
            self.horizontalHeader().setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the rows, which wrap their notes."""
        super().resizeEvent(event)
        self.resizeRowsToContents()
        rows, head = self.verticalHeader().length(), self.horizontalHeader().height()
        self.setFixedHeight(rows + head + 2 * self.frameWidth())


class PointsTable(RowsTable):
    """One row for each point of a series: date, value, what the source says."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        unit = plot.series.unit
        heads = (translate("PointsTable", "Date"), unit[:1].upper() + unit[1:], translate("PointsTable", "Note"))
        rows = [(point.date, plot.value(point), point.caption) for point in plot.points]
        super().__init__(RowsModel(heads, rows, {1}), plot.series.title, parent=parent)
