"""Events that found no room, gathered from left to right."""

from array import array
from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Group(NamedTuple):
    """Neighbours without room: where the first mark stands in pixels, how many, places of the first and the last."""

    x: float
    size: int
    first: int
    last: int


def gather(
    anchors: "array[float]",
    among: range,
    excluded: list[int],
    *,
    bounds: tuple[float, float],
    scale: float,
    width: float,
) -> list[Group]:
    """Group the places `among` that are not `excluded` (sorted), each group taking what begins under its own width.

    `bounds` are the pixels between which groups stand, side by side; where the last would cross the right one it moves
    left.
    """
    free_from, end = bounds
    groups: list[tuple[float, int, int]] = []
    start, stop = among.start, among.stop
    while (start := _first_free(start, excluded)) < stop:
        left = max(anchors[start] * scale, free_from)
        after = bisect_left(anchors, (left + width) / scale, start + 1, stop)
        if left + width > end:
            left, after = end - width, stop
        if groups and left < groups[-1][0] + width:
            left, start, _ = groups.pop()
        groups.append((left, start, after))
        free_from, start = left + width, after
    return [_group(excluded, *group) for group in groups]


def _group(excluded: list[int], left: float, start: int, stop: int) -> Group:
    outside = bisect_left(excluded, stop) - bisect_left(excluded, start)
    return Group(left, stop - start - outside, start, _last_free(stop - 1, excluded))


def _first_free(place: int, excluded: list[int]) -> int:
    at = bisect_left(excluded, place)
    while at < len(excluded) and excluded[at] == place:
        place, at = place + 1, at + 1
    return place


def _last_free(place: int, excluded: list[int]) -> int:
    at = bisect_right(excluded, place) - 1
    while at >= 0 and excluded[at] == place:
        place, at = place - 1, at - 1
    return place
