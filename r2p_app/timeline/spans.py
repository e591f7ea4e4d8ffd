"""Long spans have a row to themselves, the same at every scale: assigned longest first, so that zooming moves none."""

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import sub
from typing import NamedTuple

from r2p_app.timeline.axis import level_scale
from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.items import OPEN_END, OPEN_START, Items


def size_of(days: int) -> int:
    """Return the size class of a length: class b holds 2^(b-1) up to 2^b days."""
    return days.bit_length()


class _Track:
    """One row: the spans on it, which never overlap, in order of time."""

    __slots__ = ("ends", "places", "starts")

    def __init__(self) -> None:
        self.starts, self.ends, self.places = array("q"), array("q"), array("I")

    def take(self, start: int, end: int, place: int) -> bool:
        """Add a span if its days are free."""
        at = bisect_right(self.starts, start)
        if (at and self.ends[at - 1] > start) or (at < len(self.starts) and self.starts[at] < end):
            return False
        self.starts.insert(at, start)
        self.ends.insert(at, end)
        self.places.insert(at, place)
        return True


class _Kept(NamedTuple):
    """The spans of a row from some size class on."""

    starts: "array[int]"
    ends: "array[int]"
    places: "array[int]"


_NOTHING = _Kept(array("q"), array("q"), array("I"))


class Rails:
    """Which of `rows` rows each long span of a lane has; where none is free, it has none and is placed like a point.

    A span takes the first row on which its days are free, so fewer rows are the first of many: `between` can be asked
    for less than all. A number for each event of the lane counts its row from 1; 0 is none.
    """

    def __init__(self, items: Items, lane: LaneEvents, rows: int) -> None:
        self.rows = rows
        self._items, self._lane = items, lane
        self._tracks = [_Track() for _ in range(rows)]
        self._row = array("H", bytes(2 * len(lane)))
        self._kept: dict[int, list[_Kept]] = {}
        for places in reversed(_by_size(items, lane)):
            self._assign(places)

    def row(self, place: int, least: int, rows: int) -> int | None:
        """Return the row of a span whose size class is at least `least`, None when the first `rows` have it not."""
        row = self._row[place] - 1
        return None if row < 0 or row >= rows or size_of(self._days(place)) < least else row

    def between(self, first: float, end: float, least: int, rows: int) -> Iterator[tuple[int, int]]:
        """Yield place and row of every span of the size classes from `least` that touches the days given."""
        for row, (starts, ends, places) in enumerate(self._from_size(least)[:rows]):
            for number in range(bisect_right(ends, first), bisect_left(starts, end)):
                yield places[number], row

    def _from_size(self, least: int) -> list[_Kept]:
        if least not in self._kept:
            self._kept[least] = [self._long_of(track, least) for track in self._tracks]
        return self._kept[least]

    def _long_of(self, track: _Track, least: int) -> _Kept:
        days = map(sub, track.ends, track.starts)
        long = [number for number, length in enumerate(days) if size_of(length) >= least]
        if not long:
            return _NOTHING
        kept = (array(of.typecode, map(of.__getitem__, long)) for of in (track.starts, track.ends, track.places))
        return _Kept(*kept)

    def _assign(self, places: "array[int]") -> None:
        first, last, members = self._items.first, self._items.last, self._lane.members
        starts = [first[members[place]] for place in places]
        ends = [last[members[place]] + 1 for place in places]
        days = list(map(sub, ends, starts))
        for number in sorted(range(len(places)), key=days.__getitem__, reverse=True):
            for row, track in enumerate(self._tracks):
                if track.take(starts[number], ends[number], places[number]):
                    self._row[places[number]] = row + 1
                    break

    def _days(self, place: int) -> int:
        index = self._lane.members[place]
        return self._items.end(index) - self._items.first[index]


class LaneRails:
    """The rails that a layout of `rows` of them has at a level: spans at least `length` pixels long."""

    def __init__(self, rails: Rails, rows: int, length: float) -> None:
        self.rows = rows
        self._rails, self._length = rails, length
        self._least: dict[int, int] = {}

    def has(self, place: int, level: int) -> bool:
        """Tell whether an event has a rail at a level."""
        return self._rails.row(place, self._least_size(level), self.rows) is not None

    def between(self, first: float, end: float, level: int) -> Iterator[tuple[int, int]]:
        """Yield place and row of every rail of a level that touches the days given."""
        return self._rails.between(first, end, self._least_size(level), self.rows)

    def _least_size(self, level: int) -> int:
        """The size class from which spans have a rail: 2^(b-1) days are then as long as a rail must be."""
        if level not in self._least:
            self._least[level] = math.ceil(math.log2(self._length / level_scale(level))) + 1
        return self._least[level]


def _by_size(items: Items, lane: LaneEvents) -> list["array[int]"]:
    """Return the places of the spans of a lane by size class, shortest first."""
    first, last, flags = items.first, items.last, items.flags
    found: dict[int, array[int]] = {}
    for place, index in enumerate(lane.members):
        if first[index] != last[index] or flags[index] & (OPEN_START | OPEN_END):
            found.setdefault(size_of(last[index] + 1 - first[index]), array("I")).append(place)
    return [found[size] for size in sorted(found)]
