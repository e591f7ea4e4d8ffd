"""Events that found no room, gathered in slots of one width: a cluster stands over the very days of its events."""

import math
from array import array
from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Group(NamedTuple):
    """Events without room in a slot: which slot, how many, and the places of the first and the last in the lane."""

    slot: int
    size: int
    first: int
    last: int


def gather(
    anchors: "array[float]", among: range, excluded: list[int], *, slots: range, scale: float, width: float
) -> list[Group]:
    """Group the places `among` that are not `excluded` (sorted) by slots `width` pixels wide, those in `slots`.

    Slots are counted from day 0, so that they are the same from wherever one looks.
    """
    groups: list[Group] = []
    start, stop = among.start, among.stop
    while (start := _first_free(start, excluded)) < stop:
        slot = min(max(math.floor(anchors[start] * scale / width), slots.start), slots.stop - 1)
        after = stop if slot == slots.stop - 1 else bisect_left(anchors, (slot + 1) * width / scale, start + 1, stop)
        outside = bisect_left(excluded, after) - bisect_left(excluded, start)
        groups.append(Group(slot, after - start - outside, start, _last_free(after - 1, excluded)))
        start = after
    return groups


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
