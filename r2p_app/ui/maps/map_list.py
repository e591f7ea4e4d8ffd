"""The list twin of a map: the same places by name, with what they are."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.places import MapPlace, place_words

_ID = Qt.ItemDataRole.UserRole
_PADDING_X, _PADDING_Y = 14, 8
"""Pixels about the words of an item: the style sheet's padding and the mark of selection, and a little more."""


class PlaceList(QListWidget):
    """Places in the order of the alphabet.

    Signals:
        place_selected: The id of the place that was chosen in the list.
        place_opened: The person wants to read about this place (its id).
    """

    place_selected = Signal(str)
    place_opened = Signal(str)

    def __init__(self, places: Sequence[MapPlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("List of places"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for place in sorted(places, key=lambda one: one.name.casefold()):
            self.addItem(_item(place))
        self.currentItemChanged.connect(self._on_current_item_changed)
        self.itemActivated.connect(self._on_item_activated)

    @Slot(str)
    def select(self, place_id: str) -> None:
        """Select a place; nobody is told."""
        found = next((row for row in range(self.count()) if self.item(row).data(_ID) == place_id), -1)
        blocked = self.blockSignals(True)
        self.setCurrentRow(found)
        self.blockSignals(blocked)

    def join(self, view: MapView) -> None:
        """Let map and list follow each other."""
        view.place_selected.connect(self.select)
        self.place_selected.connect(view.select)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every item the height of its wrapped words: Qt forgets the padding of the style sheet."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        room = QRect(0, 0, self.viewport().width() - 2 * _PADDING_X, 10_000)
        for item in (self.item(row) for row in range(self.count())):
            words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(self.viewport().width(), words.height() + 2 * _PADDING_Y))

    def _on_current_item_changed(self, current: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if current is not None:
            self.place_selected.emit(current.data(_ID))

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        self.place_opened.emit(item.data(_ID))


def _item(place: MapPlace) -> QListWidgetItem:
    name, what = place_words(place)
    item = QListWidgetItem(f"{name}\n{what}")
    item.setData(_ID, place.id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. {what}")
    return item
