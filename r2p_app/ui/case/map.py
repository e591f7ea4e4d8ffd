"""The places of a case on a map, and beside it as a list."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link, item_link
from r2p_app.content.model import Case
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.maps.buttons import MapButtons
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.place_list import PlaceList
from r2p_app.ui.maps.places import places_of
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import Card
from r2p_app.ui.widgets.folding_row import FoldingRow

_FOLD = 700
"""Pixels at 100 % text below which the list goes under the map."""


class MapTab(CaseTab):
    """Map and list follow each other; the place that is chosen is in the link."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        places, atlas = places_of(state.library, case.id), shipped_atlas()
        points = [place.point for place in places]
        sheet = atlas.sheet(atlas.name_for(points, case.id))
        self.map = MapView(sheet, places, frame=sheet.frame(points))
        MapButtons(self.map)
        self.list = PlaceList(places)
        self.list.join(self.map)
        frame = Card()
        frame.body.setContentsMargins(1, 1, 1, 1)
        frame.body.addWidget(self.map)
        fold = FoldingRow(_FOLD, spacing=4 * GRID, parent=self)
        fold.setContentsMargins(9 * GRID, 4 * GRID, 9 * GRID, 6 * GRID)
        fold.addWidget(frame, 5)
        fold.addWidget(self.list, 2)
        for view in (self.map, self.list):
            view.place_selected.connect(self._on_view_place_selected)
            view.place_opened.connect(self._on_view_place_opened)

    def show_link(self, link: Link) -> None:
        """Select the place that the link names."""
        if link.fragment:
            self.map.select(link.fragment)
            self.list.select(link.fragment)

    def place(self) -> Link:
        """Return the link with the selected place."""
        return self.here._replace(fragment=self.map.selected)

    def first_focus(self) -> QWidget:
        """The map."""
        return self.map

    @Slot(str)
    def _on_view_place_selected(self, _place_id: str) -> None:
        self.place_changed.emit()

    @Slot(str)
    def _on_view_place_opened(self, place_id: str) -> None:
        self.link_requested.emit(item_link("place", place_id))
