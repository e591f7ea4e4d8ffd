"""The map of places: point at one, step from one to the next, open what is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from r2p_app.maps.camera import Rect
from r2p_app.maps.pick import nearest, step
from r2p_app.maps.regions import Sheet
from r2p_app.ui.accessible_items import AccessibleItems, offer_items, tell_selected
from r2p_app.ui.maps.canvas import MapCanvas
from r2p_app.ui.maps.layers import GroundLayer, NamesLayer, ScaleLayer
from r2p_app.ui.maps.places import MapPlace, PlacesLayer, place_words
from r2p_app.ui.maps.view import Layer
from r2p_app.ui.theme.look import current

_REACH = 14
"""Pixels at 100 % text within which a click means a place."""


class MapView(MapCanvas):
    """A map with places. Arrow keys go to the next place in their direction, with Shift they move the map.

    `above` are layers painted over the land and under the places, such as movements.

    Signals:
        place_selected: The id of the place that was pointed at or stepped to, "" for none.
        place_opened: The person wants to read about this place (its id).
    """

    place_selected = Signal(str)
    place_opened = Signal(str)

    def __init__(
        self,
        sheet: Sheet,
        places: Sequence[MapPlace],
        *,
        above: Sequence[Layer] = (),
        frame: Rect | None = None,
        parent: QWidget | None = None,
    ) -> None:
        offer_items(MapView)
        self.accessible: AccessibleItems | None = None
        self._places = PlacesLayer(places)
        super().__init__(
            sheet, [GroundLayer(), ScaleLayer(), *above, self._places, NamesLayer()], frame=frame, parent=parent
        )

    @property
    def places(self) -> tuple[MapPlace, ...]:
        """The places on the map."""
        return self._places.places

    @property
    def selected(self) -> str:
        """The id of the selected place, "" for none."""
        return self._places.selected

    def select(self, place_id: str) -> None:
        """Select a place and move so that it is seen; "" selects none. Nobody is told."""
        self._places.selected = place_id
        place = next((one for one in self.places if one.id == place_id), None)
        if place is not None:
            self.reveal(self.view().pixel(place.point))
        self.update()
        tell_selected(self)

    def point_at(self, pixel: QPointF) -> None:
        """Select the place there; open it if it was selected before."""
        key = self.item_at(pixel)
        if key is None:
            return
        if key == self.selected:
            self.place_opened.emit(key)
        else:
            self._choose(key)

    def step(self, direction: tuple[float, float], *, large: bool) -> None:
        """Go to the next place, or move the map."""
        if large or not self.places:
            super().step(direction, large=False)
            return
        spots = self._places.spots(self.view())
        here = next((index for index, one in enumerate(self.places) if one.id == self.selected), None)
        found = nearest(spots, self.zoom_centre().toTuple()) if here is None else step(spots, here, direction)
        if found is not None:
            self._choose(self.places[found].id)

    def zoom_centre(self) -> QPointF:
        """About the selected place."""
        place = next((one for one in self.places if one.id == self.selected), None)
        return super().zoom_centre() if place is None else self.view().pixel(place.point)

    # The places as items of a list

    def item_keys(self) -> Sequence[str]:
        """All places, also those outside of the picture: stepping brings them into it."""
        return [place.id for place in self.places]

    def item_words(self, key: str) -> tuple[str, str]:
        """Name, and why the place matters."""
        return place_words(self._place(key))

    def item_rect(self, key: str) -> QRect:
        """The mark of a place."""
        side = current().px(2 * _REACH)
        spot = self.view().pixel(self._place(key).point).toPoint()
        return QRect(spot - QPoint(side // 2, side // 2), spot + QPoint(side // 2, side // 2))

    def item_at(self, point: QPointF) -> str | None:
        """The place within reach of a pixel."""
        found = nearest(self._places.spots(self.view()), point.toTuple(), current().px(_REACH))
        return None if found is None else self.places[found].id

    def selected_item(self) -> str | None:
        """The selected place."""
        return self.selected or None

    def _place(self, key: str) -> MapPlace:
        return next(place for place in self.places if place.id == key)

    def _choose(self, key: str) -> None:
        self.select(key)
        self.place_selected.emit(key)

    def _open(self) -> None:
        if self.selected:
            self.place_opened.emit(self.selected)
        else:
            self.step((0.0, 0.0), large=False)

    def _clear(self) -> None:
        self.select("")
        self.place_selected.emit("")

    def _action(self, key: Qt.Key) -> Callable[[], object] | None:
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self._open
        if key == Qt.Key.Key_Escape and self.selected:
            return self._clear
        return super()._action(key)

    def event(self, event: QEvent) -> bool:
        """Say what a mark stands for where its label found no room."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            key = self.item_at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self._place(key).name if key else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what is selected."""
        super().focusInEvent(event)
        tell_selected(self)
