"""Where marks, labels, bars and clusters of a lane stand: labels never overlap, nothing is lost, nothing jumps.

A layout belongs to a scale, never to a scroll position. Scales come in levels; between two of them the coarser level
holds, because what is free of overlap at one scale is so at any finer one: places move apart, labels keep their width.

The line is cut into cells as wide as the widest label. Even cells are laid out first, odd ones around them, and each
rank (importance 3, 2, 1) in all cells before the next. So a cell depends on a few neighbours only: what is seen can be
laid out alone, and comes out the same from wherever one arrived.

Within a cell events of a rank go from left to right onto the first row with room. Where rows are full, labels of the
same rank shorten; where that is not enough, events collapse into clusters, on the last row.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import chain, compress
from typing import NamedTuple

from r2p_app.timeline.axis import Axis, level_scale
from r2p_app.timeline.clusters import Gathering
from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cell, Cluster, Measure, Metrics, Placed, Visible
from r2p_app.timeline.rows import Row, blocked_until, find_room
from r2p_app.timeline.spans import LaneRails, Rails

_PINNED, _MOST, _LEAST = 4, 3, 1
"""Ranks: an event that must be seen comes before importance 3 to 1."""

_CELLS_KEPT = 4_000
_STRETCHES_KEPT = 64

_ROWS_AT_ONCE = 8
"""Rails are made for so many rows, and for so many more when a lane grows beyond them."""


class _Slot(NamedTuple):
    """A place taken on a row, in the pixels of a level."""

    row: int
    left: float
    firm: float
    right: float
    place: int
    rank: int


def _cut_at(slot: _Slot, right: float) -> _Slot:
    return slot if slot.right == right else slot._replace(right=right)


class LaneTable:
    """What layouts of a lane share, whatever its height: its events by rank, its spans by size."""

    def __init__(self, items: Items, lane: LaneEvents) -> None:
        self.items, self.lane = items, lane
        self._rails = Rails(items, lane, _ROWS_AT_ONCE)
        self.ranked: dict[int, tuple[array[int], array[float]]] = {}
        ranks = bytes(map(items.importance.__getitem__, lane.members))
        for rank in range(_LEAST, _MOST + 1):
            places = array("I", compress(range(len(ranks)), map(rank.__eq__, ranks)))
            self.ranked[rank] = places, array("d", map(lane.anchors.__getitem__, places))

    def rails(self, rows: int) -> Rails:
        """Return the rails of the lane, for at least so many rows."""
        if rows > self._rails.rows:
            self._rails = Rails(self.items, self.lane, math.ceil(rows / _ROWS_AT_ONCE) * _ROWS_AT_ONCE)
        return self._rails


class LaneLayout:
    """The layout of one lane on `rows` rows (at least two), at every level, cell by cell when asked for.

    `pinned` are events that are seen even where others would come first, as far as there is room. Where there is but
    one row for labels, long bars give way to them too, and stand among the labels.
    """

    def __init__(
        self, table: LaneTable, rows: int, metrics: Metrics, measure: Measure, *, pinned: Collection[int] = ()
    ) -> None:
        self.rows = max(rows, 2)
        self._table, self._metrics, self._measure = table, metrics, measure
        self._items, self._lane = table.items, table.lane
        found = {table.lane.position(event) for event in pinned}
        self._pinned = sorted(place for place in found if place is not None)
        rail_rows = max(1, self.rows - 2)
        self._rails = LaneRails(table.rails(rail_rows), rail_rows, metrics.rail)
        self._gathering = Gathering(table.items, table.lane, metrics, self.rows - 1)
        self._yielding: dict[int, frozenset[int]] = {}
        self._stages: dict[tuple[int, int, int], tuple[_Slot, ...]] = {}
        self._cells: dict[tuple[int, int], Cell] = {}
        self._stretches: dict[tuple[int, range], Visible] = {}

    def visible(self, axis: Axis, level: int | None = None) -> Visible:
        """Return what the axis shows, and a little more at both sides; at its own level or at a coarser one.

        The same cells are the same object, until there are too many of them.
        """
        level = axis.level if level is None else level
        key = level, self.cells(axis, level)
        if key not in self._stretches:
            if len(self._stretches) >= _STRETCHES_KEPT:
                self._stretches.clear()
            self._stretches[key] = self._make_stretch(*key)
        return self._stretches[key]

    def cells(self, axis: Axis, level: int) -> range:
        """Return the numbers of the cells from which anything reaches into the axis."""
        scale = level_scale(level)
        days, reach = self._metrics.cell / scale, self._metrics.reach / scale
        return range(math.floor((axis.start - reach) / days), math.floor(axis.end / days) + 1)

    def is_ready(self, level: int, number: int) -> bool:
        """Tell whether a cell was laid out already."""
        return (level, number) in self._cells

    def _make_stretch(self, level: int, cells: range) -> Visible:
        days = self._metrics.cell / level_scale(level)
        rails = self._rails_between(cells.start * days, cells.stop * days, level)
        return Visible(
            tuple(self._on_rail(place, row, level) for place, row in rails),
            tuple(self.cell(level, number) for number in cells),
        )

    def cell(self, level: int, number: int) -> Cell:
        """Return one cell; its rails are not in it, because they belong to many."""
        key = level, number
        if key not in self._cells:
            if len(self._cells) > _CELLS_KEPT:
                self._cells.clear()
                self._stages.clear()
            self._cells[key] = self._make_cell(level, number)
        return self._cells[key]

    def shows(self, level: int, event: int) -> bool:
        """Tell whether an event is seen at a level, rather than counted in a cluster."""
        place = self._lane.position(event)
        return place is not None and self._is_seen(level, place, self._seen_near(level, place))

    def events_of(self, level: int, cluster: Cluster) -> list[int]:
        """Return the events that a cluster of a level stands for, in order of time."""
        seen = self._seen_near(level, cluster.start)
        places = range(cluster.start, cluster.stop)
        return [self._lane.members[place] for place in places if not self._is_seen(level, place, seen)]

    def _seen_near(self, level: int, place: int) -> set[int]:
        """The events placed in the cell of an event, and in its neighbours: at an edge rounding may choose either."""
        number = math.floor(self._lane.anchors[place] * level_scale(level) / self._metrics.cell)
        return {placed.event for step in (-1, 0, 1) for placed in self.cell(level, number + step).placed}

    def _is_seen(self, level: int, place: int, seen: set[int]) -> bool:
        return self._has_rail(place, level) or self._lane.members[place] in seen

    def _on_rail(self, place: int, row: int, level: int) -> Placed:
        index = self._lane.members[place]
        length = (self._items.end(index) - self._items.first[index]) * level_scale(level)
        room = length - self._metrics.before_label - self._metrics.inset
        return Placed(index, row, self._lane.anchors[place], room, bar=True, rail=True)

    def _has_rail(self, place: int, level: int) -> bool:
        return self._rails.has(place, level) and place not in self._yielding_at(level)

    def _rails_between(self, first: float, end: float, level: int) -> Iterator[tuple[int, int]]:
        found, yielding = self._rails.between(first, end, level), self._yielding_at(level)
        return (rail for rail in found if rail[0] not in yielding) if yielding else found

    def _yielding_at(self, level: int) -> frozenset[int]:
        """Return the long spans that give up their row at a level, because a pinned event needs it."""
        if not self._pinned or self._rails.rows < self.rows - 1:
            return frozenset()
        if level not in self._yielding:
            found = (self._in_the_way(place, level) for place in self._pinned)
            self._yielding[level] = frozenset(chain.from_iterable(found))
        return self._yielding[level]

    def _in_the_way(self, place: int, level: int) -> list[int]:
        scale, radius = level_scale(level), self._metrics.radius
        left = self._lane.anchors[place] * scale - radius
        right = left + self._firm(place, scale) + radius
        rails = [rail for rail, _ in self._rails.between(left / scale, right / scale, level)]
        return [] if place in rails else rails

    # From here on lengths are in the pixels of a level, counted from day 0.

    def _make_cell(self, level: int, number: int) -> Cell:
        slots = self._final(level, number)
        placed = [self._placed(slot, level_scale(level)) for slot in slots]
        singles, clusters = self._clusters(level, number, {slot.place for slot in slots})
        return Cell((*placed, *singles), tuple(clusters))

    def _placed(self, slot: _Slot, scale: float) -> Placed:
        bar = self._bar(slot.place, scale) > 0
        room = slot.right - slot.left - self._metrics.before_label - bar * self._metrics.inset
        return Placed(self._lane.members[slot.place], slot.row, self._lane.anchors[slot.place], room, bar=bar)

    def _final(self, level: int, number: int) -> list[_Slot]:
        """Return what stands in a cell, shortened by what came to stand next to it, in the next cell too."""
        own = self._stage(level, _LEAST, number)
        around = self._stage(level, _LEAST, number - 1) + self._stage(level, _LEAST, number + 1)
        rows = self._taken(level, number, own + around, rank=_LEAST)
        rights = {owner: right for row in rows for owner, right in zip(row.owners, row.rights, strict=True)}
        return [_cut_at(slot, rights[slot.place]) for slot in own]

    def _stage(self, level: int, rank: int, number: int) -> tuple[_Slot, ...]:
        """Return what stands in a cell after the ranks down to this one were placed."""
        if rank >= _PINNED + bool(self._pinned):
            return ()
        key = level, rank, number
        if key not in self._stages:
            self._stages[key] = self._make_stage(level, rank, number)
        return self._stages[key]

    def _make_stage(self, level: int, rank: int, number: int) -> tuple[_Slot, ...]:
        own = self._stage(level, rank + 1, number)
        _, anchors = self._of_rank(rank)
        scale, width = level_scale(level), self._metrics.cell
        start = bisect_left(anchors, number * width / scale)
        stop = bisect_left(anchors, (number + 1) * width / scale, start)
        if start == stop:
            return own
        beside = rank + (number % 2 == 0)  # odd cells come after the even ones of their rank
        around = self._stage(level, beside, number - 1) + self._stage(level, beside, number + 1)
        rows = self._taken(level, number, own + around, rank=rank)
        known = {slot.place for slot in own + around}
        self._fill(rows, level, rank, range(start, stop))
        new = (
            _Slot(number, *entry, rank)
            for number, row in enumerate(rows)
            for entry in zip(row.lefts, row.firms, row.rights, row.owners, strict=True)
            if entry[-1] >= 0 and entry[-1] not in known
        )
        return (*own, *new)

    def _of_rank(self, rank: int) -> tuple["array[int]", "array[float]"]:
        if rank < _PINNED:
            return self._table.ranked[rank]
        return array("I", self._pinned), array("d", map(self._lane.anchors.__getitem__, self._pinned))

    def _taken(self, level: int, number: int, slots: tuple[_Slot, ...], *, rank: int) -> list[Row]:
        """Return the rows with what stands on them; only labels of this rank still give way."""
        rows = [Row() for _ in range(self.rows - 1)]
        for slot in slots:
            rows[slot.row].add(slot.left, slot.firm if slot.rank == rank else math.inf, slot.right, slot.place)
        scale, width = level_scale(level), self._metrics.cell
        seen = (number - 1) * width / scale, (number + 2) * width / scale
        for place, row in self._rails_between(*seen, level):
            index = self._lane.members[place]
            left, end = self._items.first[index] * scale - self._metrics.radius, self._items.end(index) * scale
            rows[row].add(left, math.inf, end, -1)
        for row_ in rows:
            row_.settle()
        return rows

    def _fill(self, rows: list[Row], level: int, rank: int, among: range) -> None:
        """Place the events of one rank from left to right; a stretch in which all rows are full is stepped over."""
        scale, radius, least = level_scale(level), self._metrics.radius, self._metrics.least
        places, anchors = self._of_rank(rank)
        at = among.start
        while at < among.stop:
            place, left = places[at], anchors[at] * scale - radius
            at += 1
            if (until := blocked_until(rows, left, left + least)) > left:
                at = bisect_left(anchors, (until + radius) / scale, at, among.stop)
            elif not self._is_elsewhere(place, level, rank):
                self._settle(rows, place, left, level)

    def _settle(self, rows: list[Row], place: int, left: float, level: int) -> None:
        """Put an event onto the row that suits it best, if its bar fits as well."""
        metrics, scale = self._metrics, level_scale(level)
        inset = metrics.inset if self._bar(place, scale) else 0.0
        label = min(self._measure(self._lane.members[place], level), metrics.label_most)
        firm = left + self._firm(place, scale)
        wanted = max(firm, left + metrics.before_label + inset + label)
        if (room := find_room(rows, left, firm, wanted)) is not None:
            rows[room.row].add(left, firm, room.right, place)

    def _firm(self, place: int, scale: float) -> float:
        """The room that an event does not give up: its mark with a shortened label, or its bar."""
        metrics, bar = self._metrics, self._bar(place, scale)
        return max(bar + metrics.inset, metrics.least + (metrics.inset if bar else 0.0))

    def _is_elsewhere(self, place: int, level: int, rank: int) -> bool:
        """Whether a rail has it, or it was pinned before its rank came."""
        return self._has_rail(place, level) or (rank < _PINNED and place in self._pinned)

    def _bar(self, place: int, scale: float) -> float:
        """The length of a bar among the labels; 0 for a point, and for a long span that found no rail."""
        index = self._lane.members[place]
        if self._items.is_point(index):
            return 0.0
        length = (self._items.end(index) - self._items.first[index]) * scale
        return length if length < 2 * self._metrics.rail else 0.0

    def _clusters(self, level: int, number: int, seen: set[int]) -> tuple[list[Placed], list[Cluster]]:
        """Gather what of a cell found no room, and is on no rail."""
        scale, cell = level_scale(level), self._metrics.cell
        among = self._gathering.places(number, scale)
        rails = self._rails_between(number * cell / scale, (number + 1) * cell / scale, level)
        excluded = seen.union(place for place, _ in rails if place in among)
        return self._gathering.gather(number, scale, among, sorted(excluded))
