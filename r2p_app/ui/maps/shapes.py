"""The lines of a map as Qt's paths in the plane, as fine as a scale can show; made once for each fineness."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log2

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from r2p_app.maps.projection import XY
from r2p_app.maps.region import UNITS, BorderKind, unpack
from r2p_app.maps.regions import WORLD, Sheet

Line = Sequence[XY]

_FINENESS = 0.5
"""The part of a pixel that may be lost."""


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
    units: tuple[QPainterPath, ...]
    borders: dict[BorderKind, tuple[QPainterPath, ...]]


@dataclass(frozen=True)
class _Lines:
    """The lines of a map in the plane."""

    land: list[Line]
    focus: list[Line]
    outline: list[Line]
    lakes: list[Line]
    rivers: list[Line]
    units: list[Line]
    borders: dict[BorderKind, list[Line]]


def shapes(sheet: Sheet, scale: float) -> Shapes:
    """Return the paths of a map for a scale in kilometres per pixel, the same ones for scales that are near."""
    return _shapes(sheet, _FINENESS * 2.0 ** floor(log2(scale)))


@lru_cache(maxsize=24)
def _shapes(sheet: Sheet, tolerance: float) -> Shapes:
    lines = _lines(sheet)
    return Shapes(
        globe=_globe(sheet),
        land=_each(lines.land, tolerance),
        focus=_path(lines.focus, tolerance),
        outline=_path(lines.outline, tolerance),
        lakes=(_path(lines.lakes, tolerance),),
        rivers=_each(lines.rivers, tolerance),
        units=_each(lines.units, tolerance),
        borders={kind: _each(found, tolerance) for kind, found in lines.borders.items()},
    )


@lru_cache(maxsize=8)
def _lines(sheet: Sheet) -> _Lines:
    region, forward = sheet.region, sheet.projection.forward

    def flat(packed: Iterable[bytes]) -> list[Line]:
        numbers = (unpack(one) for one in packed)
        return [[forward(lat / UNITS, lon / UNITS) for lon, lat in zip(n[::2], n[1::2], strict=True)] for n in numbers]

    areas = {country.key: country.rings for country in region.countries}
    return _Lines(
        land=flat(region.land),
        focus=flat(ring for key in sheet.info.focus for ring in areas.get(key, ())),
        outline=flat(areas.get("", ())),
        lakes=flat(region.lakes),
        rivers=flat(region.rivers),
        units=flat(region.units),
        borders={kind: flat(one.points for one in region.borders if one.kind is kind) for kind in BorderKind},
    )


def _each(lines: Iterable[Line], tolerance: float) -> tuple[QPainterPath, ...]:
    return tuple(_path([line], tolerance) for line in lines)


def _path(lines: Iterable[Line], tolerance: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in lines:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in thinned(line, tolerance)]))
    return path


def thinned(line: Line, tolerance: float) -> Line:
    """Return a line without the points that lie nearer than `tolerance` to the one before; both ends stay."""
    if len(line) < 3:
        return line
    (last_x, last_y), kept = line[0], [line[0]]
    for x, y in line[1:-1]:
        if abs(x - last_x) > tolerance or abs(y - last_y) > tolerance:
            kept.append((x, y))
            last_x, last_y = x, y
    kept.append(line[-1])
    return kept


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
