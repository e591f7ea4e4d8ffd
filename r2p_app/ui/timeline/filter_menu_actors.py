"""People and bodies to choose from: a list that can be searched in any spelling."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from r2p_app.content.folding import fold
from r2p_app.content.library import Library
from r2p_app.content.model import Actor
from r2p_app.ui.format import number
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.fields import paint_box

_ID, _NAME, _FOLDED, _COUNT = (Qt.ItemDataRole.UserRole + n for n in range(1, 5))

_ROWS, _ROW, _BOX = 7, 32, 18
"""How many rows of the list are seen at a time; the height of each, and of its box, at 100 % text."""

Index = QModelIndex | QPersistentModelIndex


class _Found(QSortFilterProxyModel):
    """The actors that a search finds: those with the most events first, chosen ones always."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def search(self, text: str) -> None:
        """Show those in whose name or role every word occurs."""
        self.words = fold(text).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Actors without an event under the other filters are left out."""
        index = self.sourceModel().index(row, 0, parent)
        folded, is_chosen = index.data(_FOLDED), _is_checked(index)
        return (bool(index.data(_COUNT)) or is_chosen) and all(word in folded for word in self.words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Order by number of events, then by name."""
        return _rank(left) < _rank(right)


def _rank(index: Index) -> tuple[int, str]:
    return -index.data(_COUNT), index.data(_FOLDED)


def _is_checked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


class _Row(QStyledItemDelegate):
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
        paint_box(painter, box, checked=_is_checked(index))
        painter.setPen(theme.colour("ink"))
        count = number(index.data(_COUNT))
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        room = rect.adjusted(side + 2 * GRID, 0, -width - 2 * GRID, 0)
        name = painter.fontMetrics().elidedText(index.data(_NAME), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a finger needs."""
        return QSize(0, current().px(_ROW))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick on a click anywhere in the row, and by the space bar."""
        clicked = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if clicked or pressed:
            wanted = Qt.CheckState.Unchecked if _is_checked(index) else Qt.CheckState.Checked
            return model.setData(index, wanted.value, Qt.ItemDataRole.CheckStateRole)
        return False


class _List(QListView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event = QKeyEvent(event.type(), Qt.Key.Key_Space, event.modifiers(), " ")
        super().keyPressEvent(event)


class ActorPicker(QWidget):
    """Choose people and bodies; an event passes when it names one of them.

    Signals:
        changed: Others are chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._found = QStandardItemModel(self), _Found()
        self._found.setParent(self)
        self._found.setSourceModel(self._model)
        self._quiet = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search people and bodies"))
        self.search.setAccessibleName(self.tr("Search people and bodies"))
        self.search.setClearButtonEnabled(True)
        self.list = _List()
        self.list.setItemDelegate(_Row(self.list))
        self.list.setModel(self._found)
        self.list.setAccessibleName(self.tr("People and bodies"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._nobody = label(self.tr("Nobody of that name has an event here."), TextRole.SMALL, tone="muted")
        title = label(self.tr("Person or body"), TextRole.H3)
        column(title, self.search, self.list, self._nobody, into=self, spacing=GRID)
        self.search.textChanged.connect(self._on_search_text_changed)
        self._model.itemChanged.connect(self._on_item_changed)
        self._fit()

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of those chosen."""
        rows = (self._model.index(row, 0) for row in range(self._model.rowCount()))
        return frozenset(index.data(_ID) for index in rows if _is_checked(index))

    def set_actors(self, library: Library, ids: Iterable[str]) -> None:
        """Offer the actors of a library."""
        self._quiet = True
        self._model.clear()
        for actor_id in ids:
            if (actor := library.find(actor_id, Actor)) is not None:
                self._model.appendRow(_item(actor))
        self._quiet = False

    def show_counts(self, counts: Mapping[str, int], chosen: frozenset[str]) -> None:
        """Show how many events each is part of, and who is chosen; the order stays until `sort`."""
        self._quiet = True
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            actor_id, name = item.data(_ID), item.data(_NAME)
            count = counts.get(actor_id, 0)
            item.setData(count, _COUNT)
            item.setData(f"{name}, {count_of_events(count)}", Qt.ItemDataRole.AccessibleTextRole)
            item.setCheckState(Qt.CheckState.Checked if actor_id in chosen else Qt.CheckState.Unchecked)
        self._quiet = False
        self._found.invalidate()
        self._show_whether_found()

    def sort(self) -> None:
        """Put those with the most events first."""
        self._found.sort(0)

    def _show_whether_found(self) -> None:
        self._nobody.setVisible(not self._found.rowCount())
        self.list.setVisible(bool(self._found.rowCount()))

    def _fit(self) -> None:
        self.list.setFixedHeight(_ROWS * current().px(_ROW) + GRID)

    @Slot(str)
    def _on_search_text_changed(self, text: str) -> None:
        self._found.search(text)
        self._show_whether_found()

    @Slot(QStandardItem)
    def _on_item_changed(self, _item: QStandardItem) -> None:
        if not self._quiet:
            self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self._found.index(0, 0))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


def _item(actor: Actor) -> QStandardItem:
    made = QStandardItem(actor.name)
    made.setCheckable(True)
    made.setEditable(False)
    made.setToolTip(f"{actor.name}: {actor.role}")
    made.setCheckState(Qt.CheckState.Unchecked)
    made.setData(actor.id, _ID)
    made.setData(actor.name, _NAME)
    made.setData(fold(f"{actor.name} {actor.role}"), _FOLDED)
    made.setData(0, _COUNT)
    return made
