"""The list twin of a map: the same places and movements by name, with what they are."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.movements import MapMovement, movement_words
from r2p_app.ui.maps.places import MapPlace, place_words
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole

_ID = Qt.ItemDataRole.UserRole
_PADDING_X, _PADDING_Y = 14, 8
"""Pixels about the words of an item: the style sheet's padding and the mark of selection, and a little more."""


class MapList(QListWidget):
    """Movements in the order of time, then places in the order of the alphabet, each under its heading.

    Signals:
        item_selected: The id of the place or movement that was chosen in the list.
        item_opened: The person wants to read about this one (its id).
    """

    item_selected = Signal(str)
    item_opened = Signal(str)

    def __init__(
        self, places: Sequence[MapPlace], movements: Sequence[MapMovement] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fitted: tuple[int, str] | None = None
        self.setAccessibleName(self.tr("List of places and movements") if movements else self.tr("List of places"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.show_items(places, movements)
        self.currentItemChanged.connect(self._on_current_item_changed)
        self.itemActivated.connect(self._on_item_activated)

    def show_items(self, places: Sequence[MapPlace], movements: Sequence[MapMovement]) -> None:
        """List other places and movements; what was chosen stays so if it is among them. Nobody is told."""
        item = self.currentItem()
        chosen = item.data(_ID) if item is not None else ""
        blocked = self.blockSignals(True)
        self.clear()
        if movements:
            self._add(self.tr("Movements"), ((one.id, movement_words(one)) for one in movements))
        by_name = sorted(places, key=lambda one: one.name.casefold())
        self._add(self.tr("Places") if movements else "", ((one.id, place_words(one)) for one in by_name))
        self.blockSignals(blocked)
        self.select(chosen)
        self._fitted = None
        self._fit()

    @Slot(str)
    def select(self, item_id: str) -> None:
        """Select a place or a movement; nobody is told."""
        rows = range(self.count()) if item_id else ()
        found = next((row for row in rows if self.item(row).data(_ID) == item_id), -1)
        blocked = self.blockSignals(True)
        self.setCurrentRow(found)
        self.blockSignals(blocked)

    def join(self, view: MapView) -> None:
        """Let map and list follow each other."""
        view.item_selected.connect(self.select)
        self.item_selected.connect(view.select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home goes to the first item below the heading, where Qt would stay."""
        if event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.setCurrentRow(next((row for row in range(self.count()) if self.item(row).data(_ID)), -1))
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what is seen now."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every item the height of its wrapped words: Qt forgets the padding of the style sheet."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _add(self, heading: str, items: Iterable[tuple[str, tuple[str, str]]]) -> None:
        if heading:
            self.addItem(_heading(heading))
        for item_id, (name, what) in items:
            self.addItem(_item(item_id, name, what))

    def _fit(self) -> None:
        """Measure every item, unless it is known at this width and size of text, or nobody sees it."""
        fitting = (self.viewport().width(), self.font().key())
        if not self.isVisible() or self._fitted == fitting:
            return
        self._fitted = fitting
        room = QRect(0, 0, self.viewport().width() - 2 * _PADDING_X, 10_000)
        for item in (self.item(row) for row in range(self.count())):
            words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(self.viewport().width(), words.height() + 2 * _PADDING_Y))

    def _on_current_item_changed(self, current: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if current is not None and current.data(_ID):
            self.item_selected.emit(current.data(_ID))

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        if item.data(_ID):
            self.item_opened.emit(item.data(_ID))


def _item(item_id: str, name: str, what: str) -> QListWidgetItem:
    item = QListWidgetItem(f"{name}\n{what}")
    item.setData(_ID, item_id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. {what}")
    return item


def _heading(words: str) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)  # it is read, but cannot be chosen
    item.setFont(current().font(TextRole.SMALL_STRONG))
    return item
