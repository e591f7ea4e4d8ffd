"""Cells of a layout made ready to paint: marks chosen, labels cut and shaped once, not in every frame."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cell, Cluster, Placed, Visible
from r2p_app.ui.timeline.marks import DELAY_MARK, Mark, mark_of
from r2p_app.ui.timeline.sizes import Sizes
from r2p_app.ui.timeline.stamps import Pill, Stamp
from r2p_app.ui.timeline.words import Words

_KEPT = 600
"""Cells kept ready; a screen shows some twenty."""


_AT_ONCE = 8
"""Pictures made in one step: together they take about a millisecond."""


class DrawnEvent(NamedTuple):
    """An event ready to paint."""

    placed: Placed
    stamp: Stamp


class DrawnCluster(NamedTuple):
    """A cluster ready to paint."""

    cluster: Cluster
    pill: Pill


@dataclass(frozen=True, slots=True, eq=False)
class DrawnCell:
    """A stretch of a lane ready to paint, its events in order of time."""

    days: Sequence[float]
    events: Sequence[DrawnEvent]
    bars: Sequence[Placed]
    clusters: Sequence[DrawnCluster]

    @classmethod
    def of(cls, events: Sequence[DrawnEvent], clusters: Sequence[DrawnCluster]) -> "DrawnCell":
        """Order the events by time."""
        events = sorted(events, key=_day)
        bars = [event.placed for event in events if event.placed.bar]
        return cls([event.placed.day for event in events], events, bars, clusters)

    def between(self, first: float, last: float) -> Sequence[DrawnEvent]:
        """Return the events whose marks stand between two days."""
        return self.events[bisect_left(self.days, first) : bisect_left(self.days, last)]


class Drawings:
    """Makes cells ready, and keeps them. `delays` have a mark of their own."""

    def __init__(self, items: Items, words: Words, sizes: Sizes, *, delays: bool = False) -> None:
        self._items, self._words, self._sizes, self._delays = items, words, sizes, delays
        self._cells: dict[int, tuple[Cell, DrawnCell]] = {}
        self._stretches: dict[int, tuple[Visible, DrawnCell]] = {}
        self._stamps: dict[tuple[Mark, str, bool], Stamp] = {}
        self._pills: dict[str, Pill] = {}

    def stretch(self, seen: Visible, level: int) -> DrawnCell:
        """Return what is seen of a lane, but for the rails, ready to paint."""
        kept = self._stretches.get(id(seen))  # kept with its drawing, so that no other can take its address
        if kept is None:
            _make_room(self._stretches, 64)
            cells = [self.cell(cell, level) for cell in seen.cells]
            events = [event for cell in cells for event in cell.events]
            drawn = DrawnCell.of(events, [cluster for cell in cells for cluster in cell.clusters])
            kept = self._stretches[id(seen)] = seen, drawn
        return kept[1]

    def cell(self, cell: Cell, level: int) -> DrawnCell:
        """Return a cell ready to paint."""
        kept = self._cells.get(id(cell))
        if kept is None:
            _make_room(self._cells, _KEPT)
            kept = self._cells[id(cell)] = cell, self._draw(cell, level)
        return kept[1]

    def prepare(self, cell: Cell, level: int, ratio: float) -> Iterator[None]:
        """Make a cell ready, and its pictures for a screen with `ratio` device pixels to one, step by step."""
        drawn = self.cell(cell, level)
        for number, event in enumerate(drawn.events):
            if number % _AT_ONCE == 0:
                yield
            event.stamp.prepare(ratio)
        for cluster in drawn.clusters:
            cluster.pill.picture(ratio)
        yield

    def is_ready(self, cell: Cell) -> bool:
        """Tell whether a cell was made ready."""
        return id(cell) in self._cells

    def rail(self, placed: Placed, level: int, room: float) -> Stamp:
        """Return the stamp of an event on a rail; how much of its label has room depends on where one looks."""
        return self._stamp(placed, level, room)

    def _draw(self, cell: Cell, level: int) -> DrawnCell:
        events = [DrawnEvent(placed, self._stamp(placed, level, placed.room)) for placed in cell.placed]
        return DrawnCell.of(events, [DrawnCluster(one, self._pill(one, level)) for one in cell.clusters])

    def _stamp(self, placed: Placed, level: int, room: float) -> Stamp:
        words = self._words.fitted(placed.event, level, room)
        mark = DELAY_MARK if self._delays else mark_of(self._items, placed.event)
        key = mark, words, placed.bar
        if key not in self._stamps:
            _make_room(self._stamps, 2 * _KEPT)
            width = self._words.advance(words)
            self._stamps[key] = Stamp(mark, words, width, self._words.font, self._sizes, solid=not placed.bar)
        return self._stamps[key]

    def _pill(self, cluster: Cluster, level: int) -> Pill:
        room = self._sizes.layout.cluster - 3 * self._sizes.gap  # one of them is between two clusters
        words = self._words.cluster(cluster, level, room)
        if words not in self._pills:
            _make_room(self._pills, _KEPT)
            self._pills[words] = Pill(words, self._words.advance(words), self._words.font, self._sizes)
        return self._pills[words]


def _day(event: DrawnEvent) -> float:
    return event.placed.day


def _make_room(cache: dict, most: int) -> None:  # type: ignore[type-arg]
    """Forget everything rather than keep an order of use: what is on the screen is made again at once."""
    if len(cache) >= most:
        cache.clear()
