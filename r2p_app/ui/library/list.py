"""The records of a shelf as a list: a title and what it is, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from r2p_app.ui.library.shelves import Row
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole

_AnyIndex = QModelIndex | QPersistentModelIndex
_ROW = 52


class ShelfModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, item_id: str) -> int:
        """Return the row of a record, -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.id == item_id), -1)

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title to show and to type; title and detail to speak and as a tip."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return ", ".join(part for part in (row.title, row.detail) if part)
        return None


class ShelfDelegate(QStyledItemDelegate):
    """Paints a row: the title, below it what it is; both are shortened to the width."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """As wide as the list."""
        return QSize(0, current().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint the row."""
        model = index.model()
        if not isinstance(model, ShelfModel):
            return
        theme, row, area = current(), model.rows[index.row()], QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent-soft"))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), theme.colour("accent"))
        area = area.adjusted(3 * GRID, GRID, -2 * GRID, -GRID)
        half = area.height() // 2
        if not row.detail:
            half = 0
        _write(painter, area.adjusted(0, 0, 0, -half), row.title, theme.font(TextRole.BODY), "ink")
        if row.detail:
            _write(painter, area.adjusted(0, half, 0, 0), row.detail, theme.font(TextRole.SMALL), "ink-2")
        painter.restore()


def _write(painter: QPainter, area: QRect, words: str, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(current().colour(token))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
