"""The lines of a map as Qt's paths in the plane, as fine as a scale can show; each part is made when first needed."""

import enum
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import floor, log2
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from r2p_app.maps.region import UNITS, BorderKind, unpack
from r2p_app.maps.regions import WORLD, Sheet

Line: TypeAlias = "array[float]"
"""The x and y of each point in turn, in kilometres of the plane."""

Paths = tuple[QPainterPath, ...]

_FINENESS = 0.5
"""The part of a pixel that may be lost."""


class Part(enum.Enum):
    """What a map has besides its borders."""

    LAND = enum.auto()
    FOCUS = enum.auto()
    """The states that the map is about."""
    OUTLINE = enum.auto()
    """What several states of today were together."""
    LAKES = enum.auto()
    RIVERS = enum.auto()
    UNITS = enum.auto()


_AREAS = {Part.FOCUS, Part.OUTLINE, Part.LAKES}
"""Parts whose rings are one path: a ring inside another is a hole."""


def shapes(sheet: Sheet, part: Part | BorderKind, scale: float) -> Paths:
    """Return a part of a map for a scale in kilometres per pixel, the same paths for scales that are near."""
    return _shapes(sheet, part, _FINENESS * 2.0 ** floor(log2(scale)))


@lru_cache(maxsize=256)
def _shapes(sheet: Sheet, part: Part | BorderKind, tolerance: float) -> Paths:
    lines = (thinned(line, tolerance) for line in _lines(sheet, part))
    return (_path(lines),) if part in _AREAS else tuple(_path([line]) for line in lines)


def lines_ahead(sheet: Sheet) -> Iterator[None]:
    """Lay a map flat before it is seen, a part at each step: most of the work on a map."""
    for part in (*Part, *BorderKind):
        _lines(sheet, part)
        yield


@lru_cache(maxsize=64)
def _lines(sheet: Sheet, part: Part | BorderKind) -> tuple[Line, ...]:
    forward = sheet.projection.forward

    def flat(packed: bytes) -> Line:
        numbers = unpack(packed)
        points = zip(numbers[::2], numbers[1::2], strict=True)
        return array("d", [side for lon, lat in points for side in forward(lat / UNITS, lon / UNITS)])

    return tuple(flat(packed) for packed in _packed(sheet, part))


def _packed(sheet: Sheet, part: Part | BorderKind) -> Iterable[bytes]:
    region = sheet.region
    if isinstance(part, BorderKind):
        return [border.points for border in region.borders if border.kind is part]
    areas = {country.key: country.rings for country in region.countries}
    return {
        Part.LAND: region.land,
        Part.FOCUS: [ring for key in sheet.info.focus for ring in areas.get(key, ())],
        Part.OUTLINE: areas.get("", ()),
        Part.LAKES: region.lakes,
        Part.RIVERS: region.rivers,
        Part.UNITS: region.units,
    }[part]


def thinned(line: Line, tolerance: float) -> Line:
    """Return a line without the points that lie nearer than `tolerance` to the one before; both ends stay."""
    last_x, last_y = line[:2]
    kept = [last_x, last_y]
    for x, y in zip(line[2:-2:2], line[3:-2:2], strict=True):
        if abs(x - last_x) > tolerance or abs(y - last_y) > tolerance:
            kept += (x, y)
            last_x, last_y = x, y
    return array("d", kept) + line[-2:]


def _path(lines: Iterable[Line]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for line in lines:
        path.addPolygon(_polygon(line))
    return path


def _polygon(line: Line) -> QPolygonF:
    """Hand all points to Qt in the form in which it saves them: made one by one they would take ten times as long."""
    points = array("d", line)
    if sys.byteorder == "little":
        points.byteswap()
    polygon = QPolygonF()
    QDataStream(QByteArray(struct.pack(">I", len(points) // 2) + points.tobytes())) >> polygon
    return polygon


@lru_cache(maxsize=8)
def globe(sheet: Sheet) -> QPainterPath:
    """Return all that can be shown: the outline of the globe on the map of the world, else a part of the plane."""
    path = QPainterPath()
    if sheet.name != WORLD:
        left, top, right, bottom = sheet.limits.bounds
        path.addRect(left, top, right - left, bottom - top)
        return path
    west, south, east, north = (round(side) for side in sheet.info.box)
    down = [(lat, east) for lat in range(north, south - 1, -2)]
    up = [(lat, west) for lat in range(south, north + 1, 2)]
    edge = [side for place in (*down, *up) for side in sheet.projection.forward(*place)]
    path.addPolygon(_polygon(array("d", edge)))
    path.closeSubpath()
    return path
