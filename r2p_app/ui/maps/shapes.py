"""The lines of a map as Qt's paths in the plane, made once for each map."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from r2p_app.maps.projection import Projection
from r2p_app.maps.region import UNITS, BorderKind, unpack
from r2p_app.maps.regions import WORLD, Sheet


@dataclass(frozen=True)
class Shapes:
    """Areas and lines in kilometres of the plane."""

    globe: QPainterPath
    """All that can be shown; sea where nothing else is."""
    land: tuple[QPainterPath, ...]
    focus: QPainterPath
    outline: QPainterPath
    lakes: tuple[QPainterPath, ...]
    rivers: tuple[QPainterPath, ...]
    borders: dict[BorderKind, tuple[QPainterPath, ...]]


@lru_cache(maxsize=8)
def shapes(sheet: Sheet) -> Shapes:
    """Return the paths of a map, the same ones each time."""
    region, to_path = sheet.region, _path_maker(sheet.projection)
    areas = {country.key: country.rings for country in region.countries}
    focus = [ring for key in sheet.info.focus for ring in areas.get(key, ())]
    return Shapes(
        globe=_globe(sheet),
        land=tuple(to_path([ring]) for ring in region.land),
        focus=to_path(focus),
        outline=to_path(areas.get("", ())),
        lakes=(to_path(region.lakes),),
        rivers=tuple(to_path([river]) for river in region.rivers),
        borders={
            kind: tuple(to_path([one.points]) for one in region.borders if one.kind is kind) for kind in BorderKind
        },
    )


def _path_maker(projection: Projection) -> Callable[[Iterable[bytes]], QPainterPath]:
    forward = projection.forward

    def to_path(lines: Iterable[bytes]) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        for packed in lines:
            numbers = unpack(packed)
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            path.addPolygon(QPolygonF([QPointF(*forward(lat / UNITS, lon / UNITS)) for lon, lat in pairs]))
        return path

    return to_path


def _globe(sheet: Sheet) -> QPainterPath:
    """Return the outline of the globe on the map of the world, else all of the plane that can be seen."""
    path = QPainterPath()
    if sheet.name != WORLD:
        left, top, right, bottom = sheet.limits.bounds
        path.addRect(left, top, right - left, bottom - top)
        return path
    west, south, east, north = (round(side) for side in sheet.info.box)
    down = [(lat, east) for lat in range(north, south - 1, -2)]
    up = [(lat, west) for lat in range(south, north + 1, 2)]
    path.addPolygon(QPolygonF([QPointF(*sheet.projection.forward(*place)) for place in (*down, *up)]))
    path.closeSubpath()
    return path
