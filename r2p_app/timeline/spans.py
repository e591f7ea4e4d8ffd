"""Long spans have a row to themselves, the same at every scale: assigned longest first, so that zooming moves none."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.items import Items


def bucket_of(days: int) -> int:
    """Return the size class of a length: class b holds 2^(b-1) up to 2^b days."""
    return days.bit_length()


class SpanTable:
    """The spans of a lane by size class, longest first; made once for what a filter shows."""

    def __init__(self, items: Items, lane: LaneEvents) -> None:
        self._buckets: dict[int, array[int]] = {}
        for place, index in enumerate(lane.members):
            if not items.is_point(index):
                days = items.end(index) - items.first[index]
                self._buckets.setdefault(bucket_of(days), array("I")).append(place)
        self.largest = max(self._buckets, default=0)

    def bucket(self, size: int) -> "array[int]":
        """Return the places (in the lane) of the spans of a size class, in order of time."""
        return self._buckets.get(size, array("I"))


class _Track:
    """One row: the spans on it, which never overlap."""

    __slots__ = ("ends", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []


def _take(tracks: list[_Track], start: int, end: int) -> int:
    """Add a span to the first track on which its days are free; return its number, -1 when there is none."""
    for number, track in enumerate(tracks):
        starts = track.starts
        at = bisect_right(starts, start)
        if (not at or track.ends[at - 1] <= start) and (at == len(starts) or starts[at] >= end):
            starts.insert(at, start)
            track.ends.insert(at, end)
            return number
    return -1


class Rails:
    """Which row each long span has. Spans that find no row among `rows` have none, and are placed like points."""

    def __init__(self, items: Items, lane: LaneEvents, table: SpanTable, rows: int) -> None:
        self._items, self._lane, self._table = items, lane, table
        self._tracks = [_Track() for _ in range(rows)]
        self._row: dict[int, int] = {}
        self._sorted: dict[int, list[tuple[list[int], list[int]]]] = {}
        self._next = table.largest

    def row(self, place: int, least: int) -> int | None:
        """Return the row of a span whose size class is at least `least`, None when it has none."""
        self._assign_down_to(least)
        row = self._row.get(place)
        if row is None:
            return None
        index = self._lane.members[place]
        return row if bucket_of(self._items.end(index) - self._items.first[index]) >= least else None

    def between(self, first: float, end: float, least: int) -> Iterator[tuple[int, int]]:
        """Yield place and row of every span of the size classes from `least` that touches the days given."""
        self._assign_down_to(least)
        for size, tracks in self._sorted.items():
            if size >= least:
                for row, (starts, places) in enumerate(tracks):
                    at = max(0, bisect_left(starts, first) - 1)
                    for number in range(at, bisect_left(starts, end)):
                        if self._items.end(self._lane.members[places[number]]) > first:
                            yield places[number], row

    def _assign_down_to(self, least: int) -> None:
        while self._next >= max(least, 1):
            self._assign(self._next)
            self._next -= 1

    def _assign(self, size: int) -> None:
        first, members = self._items.first, self._lane.members
        lengths = {place: self._items.end(members[place]) - first[members[place]] for place in self._table.bucket(size)}
        taken: list[list[int]] = [[] for _ in self._tracks]
        for place in sorted(lengths, key=lengths.__getitem__, reverse=True):
            start = first[members[place]]
            row = _take(self._tracks, start, start + lengths[place])
            if row >= 0:
                self._row[place] = row
                taken[row].append(place)
        if any(taken):
            self._sorted[size] = [_in_order(places, first, members) for places in taken]


def _in_order(places: list[int], first: "array[int]", members: "array[int]") -> tuple[list[int], list[int]]:
    places.sort()
    return [first[members[place]] for place in places], places
