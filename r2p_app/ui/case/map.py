"""The places of a case on a map, and beside it as a list: those of its region first, all of them on request."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from r2p_app.content.links import Link, item_link
from r2p_app.content.model import Case
from r2p_app.maps.regions import WORLD, Sheet
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.maps.buttons import MapButtons
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.place_list import PlaceList
from r2p_app.ui.maps.places import MapPlace, places_of
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import Card, column
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles

_FOLD = 700
"""Pixels at 100 % text below which the list goes under the map."""


class MapTab(CaseTab):
    """Map and list follow each other; the map and the place that are chosen are in the link."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        self._places = places_of(state.library, case.id)
        self._atlas = shipped_atlas()
        self._names = self._sheet_names()
        self._made: dict[str, PlacesView] = {}
        self._stack = QStackedWidget()
        titles = {name: self._atlas.infos[name].title for name in self._names}
        titles[WORLD] = self.tr("All places")
        self.choice = Toggles([titles[name] for name in self._names], self.tr("Map"))
        self.choice.chosen.connect(self._on_choice_chosen)
        margins = (9 * GRID, 3 * GRID, 9 * GRID, 6 * GRID)
        box = column(self.choice, self._stack, into=self, spacing=3 * GRID, margins=margins)
        box.setStretch(1, 1)
        self.choice.setVisible(len(self._names) > 1)
        self._show(self._names[0])

    @property
    def view(self) -> "PlacesView":
        """What is shown."""
        return next(view for view in self._made.values() if view is self._stack.currentWidget())

    def show_link(self, link: Link) -> None:
        """Show the map, and select the place, that the link names."""
        name = link.value("map")
        if name in self._names:
            self._show(name)
        if link.fragment:
            if not self.view.has(link.fragment):
                self._show(self._names[-1])
            self.view.select(link.fragment)

    def place(self) -> Link:
        """Return the link with map and place."""
        return self.here._replace(query=(("map", self.view.map.sheet.name),), fragment=self.view.map.selected)

    def first_focus(self) -> QWidget:
        """The map."""
        return self.view.map

    def _sheet_names(self) -> tuple[str, ...]:
        """The map of the case's region, and the world where that does not hold every place."""
        own = self._atlas.name_for([], self.case.id)
        sheet = self._atlas.sheet(own)
        return (own,) if own == WORLD or len(_held(sheet, self._places)) == len(self._places) else (own, WORLD)

    def _show(self, name: str) -> None:
        view = self._made.get(name)
        if view is None:
            sheet = self._atlas.sheet(name)
            view = self._made[name] = PlacesView(sheet, _held(sheet, self._places))
            view.place_selected.connect(self.place_changed)
            view.place_opened.connect(self._on_view_place_opened)
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self.choice.choose(self._names.index(name))

    @Slot(int)
    def _on_choice_chosen(self, index: int) -> None:
        self._show(self._names[index])
        self.place_changed.emit()

    @Slot(str)
    def _on_view_place_opened(self, place_id: str) -> None:
        self.link_requested.emit(item_link("place", place_id))


class PlacesView(QWidget):
    """One map with its list.

    Signals:
        place_selected: Another place is selected.
        place_opened: The person wants to read about this place (its id).
    """

    place_selected = Signal()
    place_opened = Signal(str)

    def __init__(self, sheet: Sheet, places: Sequence[MapPlace], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = MapView(sheet, places)
        MapButtons(self.map)
        self.list = PlaceList(places)
        self.list.join(self.map)
        frame = Card()
        frame.body.setContentsMargins(1, 1, 1, 1)
        frame.body.addWidget(self.map)
        fold = FoldingRow(_FOLD, spacing=4 * GRID, parent=self)
        fold.addWidget(frame, 5)
        fold.addWidget(self.list, 2)
        for one in (self.map, self.list):
            one.place_selected.connect(self._on_place_selected)
            one.place_opened.connect(self.place_opened)

    def has(self, place_id: str) -> bool:
        """Tell whether a place is on this map."""
        return any(place.id == place_id for place in self.map.places)

    def select(self, place_id: str) -> None:
        """Select a place on the map and in the list."""
        self.map.select(place_id)
        self.list.select(place_id)

    @Slot(str)
    def _on_place_selected(self, _place_id: str) -> None:
        self.place_selected.emit()


def _held(sheet: Sheet, places: Sequence[MapPlace]) -> tuple[MapPlace, ...]:
    box = sheet.rect(sheet.info.box)
    return tuple(place for place in places if box.holds(*sheet.xy(place.point)))
