"""Where one looks on the timeline, and the things there that can be pointed at."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QRectF

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.neighbours import Spot
from r2p_app.timeline.placing import Cluster, Placed


class Head(NamedTuple):
    """The head of a lane: its name, which folds and unfolds it."""

    is_folded: bool


class Box(NamedTuple):
    """A thing on the screen that can be pointed at."""

    lane: int
    thing: Placed | Cluster | Head
    rect: QRectF


@dataclass(frozen=True, slots=True)
class View:
    """Where one looks: the days, and how far the lanes are scrolled; what is selected: event, cluster or lane head.

    While a movement lasts, the layout of a coarser scale may be `held`: nothing overlaps in it, and nothing is to be
    laid out between two frames.
    """

    axis: Axis
    scroll: int = 0
    selected: Spot | None = None
    cluster: tuple[int, Cluster] | None = None
    head: int | None = None
    held: int | None = None

    @property
    def level(self) -> int:
        """The layout that is shown."""
        return self.axis.level if self.held is None else min(self.held, self.axis.level)

    @property
    def lane(self) -> int | None:
        """The lane in which something is selected, by its place."""
        if self.selected is not None:
            return self.selected.lane
        return self.cluster[0] if self.cluster is not None else self.head

    def selecting(
        self, spot: Spot | None = None, *, cluster: tuple[int, Cluster] | None = None, head: int | None = None
    ) -> "View":
        """Return the view in which something else is selected, or nothing."""
        return replace(self, selected=spot, cluster=cluster, head=head)

    def selects(self, box: Box) -> bool:
        """Tell whether a thing is the one selected."""
        if isinstance(box.thing, Head):
            return self.head == box.lane
        if isinstance(box.thing, Cluster):
            return self.cluster == (box.lane, box.thing)
        return self.selected == (box.lane, box.thing.event)
