"""Places as marks on a map: which ones, how much they weigh, dots and labels."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from r2p_app.content.library import Library
from r2p_app.content.model import Event, Movement, Place
from r2p_app.maps.labels import Box, Crowd, Wanted, place_labels
from r2p_app.maps.region import Point
from r2p_app.ui.maps.labels import paint_label
from r2p_app.ui.maps.view import View
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.widgets.inline import plain

_DOT, _SOFT, _RING = 3.5, 9.0, 7.5
"""Radii in pixels at 100 % text: a place, one known only roughly, the ring around what is selected."""


class MapPlace(NamedTuple):
    """A place as the map shows it; `weight` decides whose label is kept where there is no room for all."""

    id: str
    name: str
    what: str
    point: Point
    approximate: bool = False
    weight: float = 0.0

    @property
    def label(self) -> str:
        """The name without what stands after a comma: the map shows in which country it is."""
        return self.name.split(",")[0]

    @classmethod
    def of(cls, place: Place, weight: float = 0.0) -> "MapPlace":
        """Return a record of content as a mark."""
        return cls(place.id, place.name, place.why, Point(place.lat, place.lon), place.approximate, weight)


def places_of(library: Library, case: str) -> tuple[MapPlace, ...]:
    """Return the places of a case and the shared ones that its events and movements name, the weightiest first."""
    weights = {place.id: _weight(library, place.id, case) for place in library.all(Place)}
    own = {place.id for place in library.all(Place, case)}
    found = [place for place in library.all(Place) if place.id in own or weights[place.id] > 0]
    made = (MapPlace.of(place, weights[place.id]) for place in found)
    return tuple(sorted(made, key=lambda place: (-place.weight, place.name)))


def _weight(library: Library, place_id: str, case: str) -> float:
    """Add up the importance of what happened there in the case; a movement counts as little as a detail."""
    held = [item for item in library.mentions(place_id) if library.case_of(item) == case]
    events = (library.find(item, Event) for item in held)
    movements = sum(library.find(item, Movement) is not None for item in held)
    return movements + sum(event.importance for event in events if event is not None)


class PlacesLayer:
    """The places, and their labels as far as there is room; `clear_of` tells what labels rather keep clear of."""

    def __init__(
        self,
        places: Sequence[MapPlace] = (),
        selected: str = "",
        *,
        clear_of: Callable[[View], Crowd] | None = None,
    ) -> None:
        self.places, self.selected, self._clear_of = tuple(places), selected, clear_of

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint labels beside dots; the selected place comes first and is ringed."""
        spots = [view.pixel(place.point) for place in self.places]
        boxes = self._labels(view, spots, taken)
        for place, spot in zip(self.places, spots, strict=True):
            if not any(QRectF(*box).contains(spot) for box in taken):
                self._paint_dot(painter, view, place, spot)
        for place, box in zip(self.places, boxes, strict=True):
            if box is not None:
                role = TextRole.SMALL_STRONG if place.id == self.selected else TextRole.SMALL
                paint_label(painter, view.theme, box, place.label, role=role)
        dot = view.theme.px(_DOT)
        taken.extend(Box(spot.x() - dot, spot.y() - dot, 2 * dot, 2 * dot) for spot in spots)
        taken.extend(box for box in boxes if box is not None)

    def spots(self, view: View) -> list[tuple[float, float]]:
        """Return where the places stand in a picture."""
        return [view.pixel(place.point).toTuple() for place in self.places]

    def _labels(self, view: View, spots: Sequence[QPointF], taken: Sequence[Box]) -> list[Box | None]:
        wanted = []
        for place, spot in zip(self.places, spots, strict=True):
            chosen = place.id == self.selected
            role = TextRole.SMALL_STRONG if chosen else TextRole.SMALL
            metrics = QFontMetricsF(view.theme.font(role))
            radius = view.theme.px(_radius(place, chosen=chosen))
            width, weight = metrics.horizontalAdvance(place.label) + 1, float("inf") if chosen else place.weight
            wanted.append(Wanted(*spot.toTuple(), radius, width, metrics.height(), weight))
        return place_labels(wanted, view.frame, taken, self._clear_of(view) if self._clear_of else None)

    def _paint_dot(self, painter: QPainter, view: View, place: MapPlace, spot: QPointF) -> None:
        theme = view.theme
        paint_dot(painter, theme, spot, approximate=place.approximate)
        if place.id == self.selected:
            painter.setPen(QPen(theme.colour("accent"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = theme.px(_radius(place, chosen=True))
            painter.drawEllipse(spot, ring, ring)


def paint_dot(painter: QPainter, theme: Theme, spot: QPointF, *, approximate: bool) -> None:
    """Paint the mark of a place; one known only roughly is a soft disc."""
    if approximate:
        soft = theme.px(_SOFT)
        painter.setPen(QPen(theme.colour("ink", 0.55), 1, Qt.PenStyle.DotLine))
        painter.setBrush(theme.colour("ink", 0.18))
        painter.drawEllipse(spot, soft, soft)
    else:
        painter.setPen(QPen(theme.colour("surface"), 1))
        painter.setBrush(theme.colour("ink"))
        painter.drawEllipse(spot, theme.px(_DOT), theme.px(_DOT))


def _radius(place: MapPlace, *, chosen: bool) -> float:
    """Return how far a place's mark reaches, in pixels at 100 % text."""
    if place.approximate:
        return _SOFT + 3 if chosen else _SOFT
    return _RING if chosen else _DOT


def place_words(place: MapPlace) -> tuple[str, str]:
    """Return the name of a place, and in words why it matters and how well its position is known."""
    what = plain(place.what)
    if place.approximate:
        what = f"{what} {QCoreApplication.translate('Map', 'Position approximate.')}"
    return place.name, what
