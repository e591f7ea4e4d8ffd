"""What a layout is asked with and what it answers: lengths, events placed, clusters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

Measure = Callable[[int, int], float]
"""The width in pixels of the whole label of an event (by index) at a level."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in pixels that the size of the text decides.

    `radius` is half a mark, `gap` the room between a mark, its label and the next; `label_least` the width below which
    a label is not shortened; `cluster` the room of a cluster.
    """

    radius: float
    gap: float
    label_least: float
    label_most: float
    cluster: float

    @property
    def rail(self) -> float:
        """The least length of a bar that gets a row to itself: its label, shortened, finds room on it."""
        return 2 * self.radius + 2 * self.gap + self.label_least

    @property
    def reach(self) -> float:
        """How far to the right of its mark's centre anything in a cell can extend; bars without a rail are shorter."""
        return max(self.radius + 2 * self.gap + self.label_most, 2 * self.rail, self.cluster) + self.radius

    @property
    def cell(self) -> float:
        """The width of a cell: nothing reaches beyond the next one."""
        return 2 * self.reach


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

    `day` is where the mark of the first would stand; `start` and `stop` are places in the lane, and events between
    them that are seen do not belong to the cluster.
    """

    day: float
    size: int
    start: int
    stop: int
    first: int
    last: int


class Cell(NamedTuple):
    """What a stretch of the lane shows."""

    placed: tuple[Placed, ...]
    clusters: tuple[Cluster, ...]
