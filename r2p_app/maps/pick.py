"""What is near: the mark under a pointer, the next mark in a direction, the country and the border about a place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, inf, radians
from typing import NamedTuple

from r2p_app.earth import RADIUS_KM
from r2p_app.maps.projection import XY
from r2p_app.maps.region import UNITS, Border, Country, Point, Region, unpack


def nearest(marks: Sequence[XY], at: XY, within: float = inf) -> int | None:
    """Return the mark nearest to a pixel, None when none is within so many pixels."""
    found = min(range(len(marks)), key=lambda i: hypot(marks[i][0] - at[0], marks[i][1] - at[1]), default=None)
    if found is None or hypot(marks[found][0] - at[0], marks[found][1] - at[1]) > within:
        return None
    return found


def step(marks: Sequence[XY], current: int, direction: XY) -> int | None:
    """Return the mark one would go to from `current` in a direction: near, and not too far to the side."""
    x, y = marks[current]
    best, found = inf, None
    for index, (mark_x, mark_y) in enumerate(marks):
        along = (mark_x - x) * direction[0] + (mark_y - y) * direction[1]
        aside = abs((mark_x - x) * direction[1] - (mark_y - y) * direction[0])
        if index != current and along > 0 and along >= aside / 2 and along + 2 * aside < best:
            best, found = along + 2 * aside, index
    return found


class Near(NamedTuple):
    """The border nearest to a place, and how far away it is."""

    border: Border
    km: float


def country_at(region: Region, point: Point) -> Country | None:
    """Return the country that holds a place, None at sea. Areas without a key are outlines, no countries."""
    x, y = point.lon * UNITS, point.lat * UNITS
    return next((one for one in region.countries if one.key and _inside(one, x, y)), None)


def _inside(country: Country, x: float, y: float) -> bool:
    """Count how often a ray to the west crosses the rings: an odd number of times from inside."""
    crossings = 0
    for ring in country.rings:
        for (x1, y1), (x2, y2) in _stretches(ring):
            if (y1 > y) != (y2 > y) and x > (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossings += 1
    return crossings % 2 == 1


def nearest_border(region: Region, point: Point) -> Near | None:
    """Return the border nearest to a place, as in a plane about it: right to a per cent up to a few hundred km."""
    to_km = radians(1 / UNITS) * RADIUS_KM
    east, x, y = cos(radians(point.lat)), point.lon * UNITS, point.lat * UNITS
    best: Near | None = None
    for border in region.borders:
        for (x1, y1), (x2, y2) in _stretches(border.points):
            km = to_km * _distance(((x1 - x) * east, y1 - y), ((x2 - x) * east, y2 - y))
            if best is None or km < best.km:
                best = Near(border, km)
    return best


def _distance(start: XY, end: XY) -> float:
    """Return how far the origin lies from a stretch."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    share = 0.0 if square == 0 else max(0.0, min(1.0, -(start[0] * dx + start[1] * dy) / square))
    return hypot(start[0] + share * dx, start[1] + share * dy)


def _stretches(packed: bytes) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    numbers = unpack(packed)
    return pairwise(zip(numbers[::2], numbers[1::2], strict=True))
