"""What a layout is asked with and what it answers: lengths, events placed, clusters."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

Measure = Callable[[int, int], float]
"""The width in pixels of the whole label of an event (by index) at a level."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in pixels that the size of the text decides.

    `radius` is half a mark, `gap` the room between a mark, its label and the next; `label_least` the width below which
    a label is not shortened; `cluster` the room of a cluster with the gap after it.
    """

    radius: float
    gap: float
    label_least: float
    label_most: float
    cluster: float

    @property
    def before_label(self) -> float:
        """What an event needs beside its label: the mark, and a gap on either side of the label."""
        return 2 * self.radius + 2 * self.gap

    @property
    def least(self) -> float:
        """The room without which an event is not seen: mark and shortened label."""
        return self.before_label + self.label_least

    @property
    def inset(self) -> float:
        """How far inside its bar a mark stands."""
        return self.radius + self.gap

    @property
    def rail(self) -> float:
        """The least length of a bar that gets a row to itself: its label, shortened, finds room on it."""
        return self.before_label + self.inset + self.label_least

    @property
    def reach(self) -> float:
        """The greatest width of anything in a cell; bars that have no rail are shorter than two rails."""
        return max(self.before_label + self.inset + self.label_most, 2 * self.rail + self.inset)

    @property
    def slots(self) -> int:
        """How many clusters side by side a cell has room for."""
        return math.ceil(self.reach / self.cluster)

    @property
    def cell(self) -> float:
        """The width of a cell: nothing reaches beyond the next one."""
        return self.slots * self.cluster


class Placed(NamedTuple):
    """An event that is seen: its row, where its mark stands, the room of its label, and whether it has a bar.

    A bar on a `rail` has its row to itself from end to end; its label may slide along it.
    """

    event: int
    row: int
    day: float
    room: float
    bar: bool = False
    rail: bool = False


class Cluster(NamedTuple):
    """Events that found no room: how many, and the days on which the first and the last begin.

    `day` is its left edge; `start` and `stop` are places in the lane, and events between them that are seen do not
    belong to the cluster.
    """

    day: float
    size: int
    start: int
    stop: int
    first: int
    last: int


class Cell(NamedTuple):
    """What a stretch of the lane shows, without what is on rails. The same cell is the same object while it is kept."""

    placed: tuple[Placed, ...]
    clusters: tuple[Cluster, ...]


class Visible(NamedTuple):
    """What an axis shows of a lane, and a little more at both sides."""

    rails: tuple[Placed, ...]
    cells: tuple[Cell, ...]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Every event that is seen, rails first."""
        return (*self.rails, *chain(*(cell.placed for cell in self.cells)))

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Every cluster, in order of time."""
        return tuple(chain(*(cell.clusters for cell in self.cells)))
