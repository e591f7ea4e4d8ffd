"""The rows of the table twin: what a cell says, what it is sorted by, and rows as text for other programs."""

import enum
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from r2p_app.content.markup import inline, span_text
from r2p_app.timeline.filters import Shown
from r2p_app.ui.format import date
from r2p_app.ui.text import label

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole


class Column(enum.IntEnum):
    """The columns, in their order."""

    DATE = 0
    TITLE = 1
    LANE = 2
    RESPONSIBILITY = 3
    THEME = 4
    STATUS = 5


class EventsModel(QAbstractTableModel):
    """One row for each event shown, in order of time."""

    def __init__(self, shown: Shown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = {
            Column.DATE: self.tr("Date"),
            Column.TITLE: self.tr("Event"),
            Column.LANE: self.tr("Lane"),
            Column.RESPONSIBILITY: self.tr("Responsibility"),
            Column.THEME: self.tr("Theme"),
            Column.STATUS: self.tr("Status"),
        }
        self._shown, self._rows = shown, list(shown)
        self._row_of = {index: row for row, index in enumerate(self._rows)}
        self._lanes = {lane.id: lane.title for lane in shown.items.lanes}

    def event_at(self, row: int) -> int:
        """Return the event of a row."""
        return self._rows[row]

    def row_of(self, index: int) -> int | None:
        """Return the row of an event, None when it is not shown."""
        return self._row_of.get(index)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of events."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; dates sort by time, everything else by its words."""
        if role == SORT_ROLE and index.column() == Column.DATE:
            return index.row()
        if role in {Qt.ItemDataRole.DisplayRole, SORT_ROLE}:
            return self.words(index.row(), Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return span_text(inline(self._shown.items.events[self._rows[index.row()]].summary))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def words(self, row: int, column: Column) -> str:
        """Return what a cell says."""
        event = self._shown.items.events[self._rows[row]]
        match column:
            case Column.DATE:
                return date(event.date)
            case Column.TITLE:
                return event.title
            case Column.LANE:
                return ", ".join(self._lanes[lane] for lane in event.lanes if lane in self._lanes)
            case Column.RESPONSIBILITY:
                return label(event.responsibility)
            case Column.THEME:
                return label(event.theme)
            case Column.STATUS:
                return label(event.status)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def texts(self, rows: Iterable[int]) -> list[Sequence[str]]:
        """Return the heads and some rows as plain words, for `as_tabs` and `as_markdown`."""
        cells = [[self.words(row, column) for column in Column] for row in rows]
        return [list(self._heads.values()), *([cell.replace("\xa0", " ") for cell in row] for row in cells)]


def as_tabs(table: Iterable[Sequence[str]]) -> str:
    """Return a table as spreadsheets take it: a tab between cells, a line for each row."""
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in table)


def as_markdown(table: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown, its first row as heads."""
    head, *rows = [[" ".join(cell.replace("\\", "\\\\").replace("|", "\\|").split()) for cell in row] for row in table]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
