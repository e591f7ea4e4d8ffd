"""The map of places and movements: point at one, step from one to the next, open what is chosen."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from r2p_app.maps.camera import Rect, around
from r2p_app.maps.pick import nearest, step
from r2p_app.maps.projection import XY
from r2p_app.maps.regions import Sheet
from r2p_app.ui.accessible_items import AccessibleItems, offer_items, tell_selected
from r2p_app.ui.maps.canvas import MapCanvas
from r2p_app.ui.maps.ground import GroundLayer, UnitsLayer
from r2p_app.ui.maps.movements import ArrowsLayer, MapMovement, MovementsLayer, movement_words
from r2p_app.ui.maps.places import MapPlace, PlacesLayer, place_words
from r2p_app.ui.maps.scale import ScaleLayer
from r2p_app.ui.maps.states import NamesLayer
from r2p_app.ui.maps.towns import TownsLayer
from r2p_app.ui.maps.view import Layer
from r2p_app.ui.theme.look import current

_REACH, _BESIDE = 14, 12
"""Pixels at 100 % text to each side within which a click means a place, and a movement."""

_LEAST = 110
"""Pixels at 100 % text below which an arrow is shown larger when it is chosen in the list or by a link."""

_ROOM = 0.25
"""What is seen around a movement that was too small or outside of the picture, as a share of its size."""


class MapView(MapCanvas):
    """A map with places and movements. Arrow keys go to the next in their direction, with Shift they move the map.

    Signals:
        item_selected: The id of the place or movement that was pointed at or stepped to, "" for none.
        item_opened: The person wants to read about this one (its id).
    """

    item_selected = Signal(str)
    item_opened = Signal(str)

    def __init__(
        self,
        sheet: Sheet,
        places: Sequence[MapPlace],
        movements: Sequence[MapMovement] = (),
        *,
        frame: Rect | None = None,
        parent: QWidget | None = None,
    ) -> None:
        offer_items(MapView)
        self.accessible: AccessibleItems | None = None
        self._movements = MovementsLayer(movements, [place.point for place in places])
        self._places = PlacesLayer(places, clear_of=self._movements.lines)
        ground: list[Layer] = [GroundLayer(), UnitsLayer(), ArrowsLayer(self._movements), ScaleLayer()]
        words: list[Layer] = [self._movements, self._places, NamesLayer(self._movements.lines), TownsLayer()]
        super().__init__(sheet, [*ground, *words], frame=frame, parent=parent)

    @property
    def places(self) -> tuple[MapPlace, ...]:
        """The places on the map."""
        return self._places.places

    @property
    def movements(self) -> tuple[MapMovement, ...]:
        """The movements on the map."""
        return self._movements.movements

    @property
    def selected(self) -> str:
        """The id of the selected place or movement, "" for none."""
        return self._places.selected or self._movements.selected

    def show_items(self, places: Sequence[MapPlace], movements: Sequence[MapMovement], day: date | None) -> None:
        """Show other places and movements, and the names of states as of a day (the map's own for None)."""
        self._places.places = tuple(places)
        self._movements.movements, self._movements.marks = tuple(movements), tuple(place.point for place in places)
        self.day = day or self.sheet.info.day
        if self.selected not in self.item_keys():
            self._select_only("")
        self.update()

    def select(self, item_id: str) -> None:
        """Select a place or a movement and show it, large enough; "" selects none. Nobody is told."""
        self._show_selected(item_id, least=current().px(_LEAST))

    def point_at(self, pixel: QPointF) -> None:
        """Select what is there; open it if it was selected before."""
        key = self.item_at(pixel)
        if key is None:
            return
        if key == self.selected:
            self.item_opened.emit(key)
        else:
            self._choose(key)

    def step(self, direction: tuple[float, float], *, large: bool) -> None:
        """Go to the next place or movement, or move the map."""
        spots = self._spots()
        if large or not spots:
            super().step(direction, large=False)
            return
        keys, places = list(spots), list(spots.values())
        if self.selected in spots:
            found = step(places, keys.index(self.selected), direction)
        else:
            found = nearest(places, self.zoom_centre().toTuple())
        if found is not None:
            self._choose(keys[found])

    def zoom_centre(self) -> QPointF:
        """About what is selected."""
        spot = self._spots().get(self.selected)
        return super().zoom_centre() if spot is None else QPointF(*spot)

    # Places and movements as items of a list

    def item_keys(self) -> Sequence[str]:
        """All of them, also those outside of the picture: stepping brings them into it."""
        return [*(place.id for place in self.places), *(movement.id for movement in self.movements)]

    def item_words(self, key: str) -> tuple[str, str]:
        """Name, and why it matters."""
        if (place := self._place(key)) is not None:
            return place_words(place)
        movement = self._movement(key)
        return movement_words(movement) if movement is not None else ("", "")

    def item_rect(self, key: str) -> QRect:
        """Where a click means a place or, if it means none, a movement: its arrow and a little around it."""
        if (movement := self._movement(key)) is not None:
            beside = current().px(_BESIDE)
            return self._arrow_rect(movement).adjusted(-beside, -beside, beside, beside)
        return self._around(QPointF(*self._spots()[key]).toPoint())

    def item_at(self, point: QPointF) -> str | None:
        """The nearest place that a pixel is meant for, else the movement."""
        view, pixel = self.view(), point.toPoint()
        spots = {place.id: spot for place, spot in zip(self.places, self._places.spots(view), strict=True)}
        meant = [key for key, spot in spots.items() if self._around(QPointF(*spot).toPoint()).contains(pixel)]
        found = nearest([spots[key] for key in meant], point.toTuple())
        return self._movements.at(view, point, current().px(_BESIDE)) if found is None else meant[found]

    def _around(self, spot: QPoint) -> QRect:
        """Return the target about a spot: inside the picture where the spot is, so that edges make it no smaller."""
        half = current().px(_REACH)
        target = QRect(spot - QPoint(half, half), spot + QPoint(half, half))
        if self.rect().contains(spot):
            right, bottom = self.width() - target.width(), self.height() - target.height()
            target.moveTo(max(0, min(target.x(), right)), max(0, min(target.y(), bottom)))
        return target

    def _arrow_rect(self, movement: MapMovement) -> QRect:
        view = self.view()
        return QPolygonF([view.pixel(point) for point in movement.points]).boundingRect().toAlignedRect()

    def selected_item(self) -> str | None:
        """What is selected."""
        return self.selected or None

    def _place(self, key: str) -> MapPlace | None:
        return next((place for place in self.places if place.id == key), None)

    def _movement(self, key: str) -> MapMovement | None:
        return next((movement for movement in self.movements if movement.id == key), None)

    def _spots(self) -> dict[str, XY]:
        """Return where each item stands: a movement in the middle of its arrow, where it has one."""
        view = self.view()
        arrows = zip(self.movements, self._movements.arrows(view), strict=True)
        lines = {movement.id: found.line for movement, found in arrows if found is not None}
        return {
            **{place.id: spot for place, spot in zip(self.places, self._places.spots(view), strict=True)},
            **{key: line[len(line) // 2] for key, line in lines.items()},
        }

    def _reveal_movement(self, movement: MapMovement, least: float) -> None:
        """Show all of an arrow where a part of it is outside, where it is not drawn, or smaller than `least` pixels."""
        rect = self._arrow_rect(movement)
        small = max(rect.width(), rect.height()) < least or movement.id not in self._spots()
        if small or not self.rect().contains(rect):
            self.show_rect(around([self.sheet.xy(point) for point in movement.points]).grown(_ROOM))

    def _select_only(self, key: str) -> None:
        movement = self._movement(key)
        self._movements.selected = key if movement is not None else ""
        self._places.selected = key if movement is None else ""

    def _show_selected(self, item_id: str, least: float) -> None:
        self._select_only(item_id)
        if (place := self._place(item_id)) is not None:
            self.reveal(self.view().pixel(place.point))
        elif (movement := self._movement(item_id)) is not None:
            self._reveal_movement(movement, least)
        self.update()
        tell_selected(self)

    def _choose(self, key: str) -> None:
        self._show_selected(key, least=0)
        self.item_selected.emit(key)

    def _open(self) -> None:
        if self.selected:
            self.item_opened.emit(self.selected)
        else:
            self.step((0.0, 0.0), large=False)

    def _clear(self) -> None:
        self.select("")
        self.item_selected.emit("")

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
            QToolTip.showText(event.globalPos(), self.item_words(key)[0] if key else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what is selected."""
        super().focusInEvent(event)
        tell_selected(self)
