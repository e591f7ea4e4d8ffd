"""One map of a case beside its list, under it the date by which things are shown, and its key."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.buttons import MapButtons
from r2p_app.ui.maps.by_date import ByDate, by_words, count_words
from r2p_app.ui.maps.history import History
from r2p_app.ui.maps.key import MapKey, entries
from r2p_app.ui.maps.map_list import MapList
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import Card, column
from r2p_app.ui.widgets.folding_row import FoldingRow

_FOLD = 700
"""Pixels at 100 % text below which the list goes under the map."""


class CaseMap(QWidget):
    """One map of a case with its list, its key and its slider.

    Signals:
        changed: Something else is selected, or another date is shown.
        item_opened: The person wants to read about this place, movement or event (its id).
    """

    changed = Signal()
    item_opened = Signal(str)

    def __init__(self, sheet: Sheet, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._ids = {*(place.id for place in history.places), *(one.id for one in history.movements)}
        self.map = MapView(sheet, history.places, history.movements)
        MapButtons(self.map)
        self.list = MapList(history.places, history.movements)
        self.list.join(self.map)
        self.key = MapKey()
        self.by: ByDate | None = None
        if len(history.chronicle.days) > 1:
            titles = {event.id: event.title for event in history.events}
            titles |= {movement.id: movement.title for movement in history.movements}
            self.by = ByDate(history, titles)
            self.by.day_changed.connect(self._on_by_day_changed)
            self.by.item_opened.connect(self.item_opened)
        self._build_layout()
        self._show_key()
        self.map.camera_changed.connect(self._show_key)
        for one in (self.map, self.list):
            one.item_selected.connect(self._on_item_selected)
            one.item_opened.connect(self.item_opened)

    @property
    def day(self) -> int | None:
        """By which day things are shown, None for everything."""
        return self.by.day if self.by is not None else None

    def show_by(self, day: int | None) -> None:
        """Show what there was by a day; nobody is told."""
        if self.by is not None:
            self.by.show_day(day)
            self._show_items()

    def by_words(self) -> str:
        """Say by when things are shown, and how many."""
        if self.by is None:
            return ""
        return f"{by_words(self._history, self.day)}: {count_words(self._history, self._history.by(self.day))}"

    def has(self, item_id: str) -> bool:
        """Tell whether a place or a movement is on this map, whatever the date."""
        return item_id in self._ids

    def select(self, item_id: str) -> None:
        """Select a place or a movement on the map and in the list; where it is not there yet, show everything."""
        if item_id not in self.map.item_keys():
            self.show_by(None)
        self.map.select(item_id)
        self.list.select(item_id)

    def _build_layout(self) -> None:
        frame = Card()
        frame.body.setContentsMargins(1, 1, 1, 1)
        frame.body.addWidget(self.map)
        left = QWidget()
        box = column(frame, into=left, spacing=2 * GRID)
        box.setStretch(0, 1)
        if self.by is not None:
            box.addWidget(self.by)
        box.addWidget(self.key)
        fold = FoldingRow(_FOLD, spacing=4 * GRID, parent=self)
        fold.addWidget(left, 5)
        fold.addWidget(self.list, 2)

    def _show_items(self) -> None:
        shown = self._history.by(self.day)
        self.map.show_items(shown.places, shown.movements, shown.names)
        self.list.show_items(shown.places, shown.movements)
        self._show_key()

    @Slot()
    def _show_key(self) -> None:
        self.key.show_entries(entries(self.map.view(), self.map.places, self.map.movements))

    @Slot(object)
    def _on_by_day_changed(self, _day: int | None) -> None:
        self._show_items()
        self.changed.emit()

    @Slot(str)
    def _on_item_selected(self, _item_id: str) -> None:
        self.changed.emit()
