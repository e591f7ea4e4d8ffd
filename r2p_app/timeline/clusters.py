"""Events that found no room, gathered in slots of one width: a cluster stands over the very days of its events."""

import math
from array import array
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cluster, Metrics, Placed


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


class Gathering:
    """Clusters of a lane, on its last row; a group of one is its event, with as much of its label as has room."""

    def __init__(self, items: Items, lane: LaneEvents, metrics: Metrics, row: int) -> None:
        self._items, self._lane, self._metrics, self._row = items, lane, metrics, row

    def places(self, cell: int, scale: float) -> range:
        """Return the places of the events whose marks stand in a cell."""
        anchors, width = self._lane.anchors, self._metrics.cell
        start = bisect_left(anchors, cell * width / scale)
        return range(start, bisect_left(anchors, (cell + 1) * width / scale, start))

    def gather(self, cell: int, scale: float, among: range, excluded: list[int]) -> tuple[list[Placed], list[Cluster]]:
        """Return single events and clusters of the places `among` a cell that are not `excluded` (sorted)."""
        metrics, anchors = self._metrics, self._lane.anchors
        slots = range(cell * metrics.slots, (cell + 1) * metrics.slots)
        groups = gather(anchors, among, excluded, slots=slots, scale=scale, width=metrics.cluster)
        follow = [*(group.slot for group in groups[1:]), slots.stop]
        singles = [
            self._single(group, free_to, scale)
            for group, free_to in zip(groups, follow, strict=False)
            if group.size == 1
        ]
        return singles, [self._cluster(group, scale) for group in groups if group.size > 1]

    def _single(self, group: Group, free_to: int, scale: float) -> Placed:
        """Keep the mark within its slot; its label has the slots that are free after it, if that is worth reading."""
        metrics = self._metrics
        left, right = group.slot * metrics.cluster, (group.slot + 1) * metrics.cluster - metrics.gap
        x = min(max(self._lane.anchors[group.first] * scale, left + metrics.radius), right - metrics.radius)
        room = min(free_to * metrics.cluster - x - metrics.radius - 2 * metrics.gap, metrics.label_most)
        shown = room if room >= metrics.label_least / 2 else 0.0
        return Placed(self._lane.members[group.first], self._row, x / scale, shown)

    def _cluster(self, group: Group, scale: float) -> Cluster:
        begin = self._items.first
        first, last = (begin[self._lane.members[place]] for place in (group.first, group.last))
        day = group.slot * self._metrics.cluster / scale
        return Cluster(day, group.size, group.first, group.last + 1, first, last)
