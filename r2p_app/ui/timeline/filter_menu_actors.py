"""People and bodies to choose from: a list that can be searched in any spelling."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Actor
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.filter_menu_rows import (
    COUNT,
    ID,
    NAME,
    PLACE,
    ROW,
    ActorRow,
    FoundActors,
    actor_item,
    is_checked,
    rank,
)
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import column, label

_ROWS = 7
"""How many rows of the list are seen at a time."""


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
        self._model, self._found = QStandardItemModel(self), FoundActors(self)
        self._found.setSourceModel(self._model)
        self._quiet = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search people and bodies"))
        self.search.setAccessibleName(self.tr("Search people and bodies"))
        self.search.setClearButtonEnabled(True)
        self.list = _List()
        self.list.setItemDelegate(ActorRow(self.list))
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
        return frozenset(index.data(ID) for index in rows if is_checked(index))

    def set_actors(self, library: Library, ids: Iterable[str]) -> None:
        """Offer the actors of a library."""
        self._quiet = True
        self._model.clear()
        for actor_id in ids:
            if (actor := library.find(actor_id, Actor)) is not None:
                self._model.appendRow(actor_item(actor))
        self._quiet = False

    def show_counts(self, counts: Mapping[str, int], chosen: frozenset[str]) -> None:
        """Show how many events each is part of, and who is chosen; the order stays until `sort`."""
        self._quiet = True
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            actor_id, name = item.data(ID), item.data(NAME)
            count = counts.get(actor_id, 0)
            item.setData(count, COUNT)
            item.setData(f"{name}, {count_of_events(count)}", Qt.ItemDataRole.AccessibleTextRole)
            item.setCheckState(Qt.CheckState.Checked if actor_id in chosen else Qt.CheckState.Unchecked)
        self._quiet = False
        self._found.invalidate()
        self._show_whether_found()

    def sort(self) -> None:
        """Put those with the most events first, and such with as many in the order of their names."""
        self._quiet = True
        items = map(self._model.item, range(self._model.rowCount()))
        for place, item in enumerate(sorted(items, key=rank)):
            item.setData(place, PLACE)
        self._quiet = False
        self._found.sort(0)

    def _show_whether_found(self) -> None:
        self._nobody.setVisible(not self._found.rowCount())
        self.list.setVisible(bool(self._found.rowCount()))

    def _fit(self) -> None:
        self.list.setFixedHeight(_ROWS * current().px(ROW) + GRID)

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
