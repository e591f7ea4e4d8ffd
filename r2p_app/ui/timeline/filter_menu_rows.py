"""The rows of people and bodies to choose from: what is kept of each, which a search finds, how one is painted."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QStandardItem
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from r2p_app.content.folding import fold
from r2p_app.content.model import Actor
from r2p_app.ui.format import number
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.fields import paint_box

ID, NAME, FOLDED, COUNT, PLACE = (Qt.ItemDataRole.UserRole + n for n in range(1, 6))

ROW, _BOX = 32, 18
"""Pixels at 100 % text: the height of a row, and of its box."""

Index = QModelIndex | QPersistentModelIndex


def rank(item: QStandardItem) -> tuple[int, str]:
    """Order rows by number of events, then by name."""
    return -item.data(COUNT), item.data(FOLDED)


def actor_item(actor: Actor) -> QStandardItem:
    """Return the row of an actor, not ticked."""
    made = QStandardItem(actor.name)
    made.setCheckable(True)
    made.setEditable(False)
    made.setToolTip(f"{actor.name}: {actor.role}")
    made.setCheckState(Qt.CheckState.Unchecked)
    made.setData(actor.id, ID)
    made.setData(actor.name, NAME)
    made.setData(fold(f"{actor.name} {actor.role}"), FOLDED)
    made.setData(0, COUNT)
    return made


def is_checked(index: Index) -> bool:
    """Tell whether a row is ticked."""
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


class FoundActors(QSortFilterProxyModel):
    """The actors that a search finds, in the order of their places; chosen ones always.

    It looks at all of them when told to, not at each change of one.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words: list[str] = []
        self.setSortRole(PLACE)
        self.setDynamicSortFilter(False)

    def search(self, text: str) -> None:
        """Show those in whose name or role every word occurs."""
        self.words = fold(text).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Actors without an event under the other filters are left out."""
        index = self.sourceModel().index(row, 0, parent)
        folded, is_chosen = index.data(FOLDED), is_checked(index)
        return (bool(index.data(COUNT)) or is_chosen) and all(word in folded for word in self.words)


class ActorRow(QStyledItemDelegate):
    """A row with a tick, the name, and the number of events at the right, which no long name pushes out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        theme, side = current(), current().px(_BOX)
        rect = option.rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent-soft"))
        box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, box, checked=is_checked(index))
        painter.setPen(theme.colour("ink"))
        count = number(index.data(COUNT))
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        room = rect.adjusted(side + 2 * GRID, 0, -width - 2 * GRID, 0)
        name = painter.fontMetrics().elidedText(index.data(NAME), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a finger needs."""
        return QSize(0, current().px(ROW))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick on a click anywhere in the row, and by the space bar."""
        clicked = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if clicked or pressed:
            wanted = Qt.CheckState.Unchecked if is_checked(index) else Qt.CheckState.Checked
            return model.setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)
        return False
