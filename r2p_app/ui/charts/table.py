"""The twin of a chart: the same points as a table, for who reads better in rows or hears the page."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from r2p_app.ui.charts.plot import Plot

Index = QModelIndex | QPersistentModelIndex


class PointsModel(QAbstractTableModel):
    """One row for each point: date, value, what the source says."""

    def __init__(self, plot: Plot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        unit = plot.series.unit
        self._heads = (self.tr("Date"), unit[:1].upper() + unit[1:], self.tr("Note"))
        self._rows = tuple((point.date, plot.value(point), point.caption) for point in plot.points)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of points."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == 1 else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class PointsTable(QTableView):
    """A table as high as its rows; the page scrolls, not the table."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(PointsModel(plot, self))
        self.setAccessibleName(self.tr("Table: %1").replace("%1", plot.series.title))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the rows, which wrap their notes."""
        super().resizeEvent(event)
        rows, head = self.verticalHeader().length(), self.horizontalHeader().height()
        self.setFixedHeight(rows + head + 2 * self.frameWidth())
