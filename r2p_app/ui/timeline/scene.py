"""What the timeline shows: lanes in their bands, and what stands in them for a view. Nothing is painted here."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.layout import LaneLayout, LaneTable
from r2p_app.timeline.neighbours import Spot
from r2p_app.timeline.placing import Cluster, Placed, Visible
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.timeline.drawn import Drawings
from r2p_app.ui.timeline.sizes import Band, Sizes, bands
from r2p_app.ui.timeline.words import Words


@dataclass(frozen=True, slots=True)
class View:
    """Where one looks: the days, and how far the lanes are scrolled; the event that is selected, the cluster opened."""

    axis: Axis
    scroll: int = 0
    selected: Spot | None = None
    cluster: tuple[int, Cluster] | None = None


class Box(NamedTuple):
    """A thing on the screen that can be pointed at."""

    lane: int
    thing: Placed | Cluster
    rect: QRectF


class Scene:
    """The shown events, laid out for a size of widget and text."""

    def __init__(self, shown: Shown, theme: Theme, width: int, height: int) -> None:
        self.shown = shown
        self._tables = [LaneTable(shown.items, lane) for lane in shown.lanes]
        self._base: list[LaneLayout] = []
        self._pinned: dict[tuple[int, int], LaneLayout] = {}
        self.sizes = Sizes.of(theme, width)
        self.words = Words(shown.items, theme.font(TextRole.SMALL), self.sizes.tick)
        self.drawings = Drawings(shown.items, self.words, self.sizes)
        self.bands: list[Band] = []
        self.theme = theme
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Lay out anew for another size of the widget, where that changes the rows of a lane."""
        rows = [band.rows for band in self.bands]
        self.width, self.height = width, height
        self.sizes = Sizes.of(self.theme, width)
        counts = [len(lane) for lane in self.shown.lanes]
        self.bands = bands(counts, height - self.sizes.header, self.sizes.row, self.sizes.pad)
        if rows != [band.rows for band in self.bands] or not self._base:
            self._base = [self._layout(lane) for lane in range(len(self.bands))]
            self._pinned.clear()

    @property
    def plot_width(self) -> int:
        """The width of the line, right of the lane names."""
        return max(1, self.width - self.sizes.column)

    @property
    def overflow(self) -> int:
        """By how many pixels the lanes are higher than the widget."""
        used = self.bands[-1].top + self.bands[-1].height if self.bands else 0
        return max(0, used + self.sizes.header - self.height)

    def layout(self, lane: int, view: View) -> LaneLayout:
        """Return the layout of a lane in which the selected event is seen."""
        base, spot = self._base[lane], view.selected
        if spot is None or spot.lane != lane or base.shows(view.axis.level, spot.event):
            return base
        key = lane, spot.event
        if key not in self._pinned:
            self._pinned = {key: self._layout(lane, [spot.event])}
        return self._pinned[key]

    def lanes(self, view: View) -> Iterator[tuple[int, Band, Visible]]:
        """Yield each lane that is on the screen with what the view shows in it."""
        for lane, band in enumerate(self.bands):
            top = band.top - view.scroll
            if top + band.height > 0 and top < self.height - self.sizes.header:
                yield lane, band, self.layout(lane, view).visible(view.axis)

    def row_middle(self, band: Band, row: int, scroll: int) -> float:
        """Return the middle of a row in the widget's pixels; rows stand in the middle of their band."""
        top = self.sizes.header + band.top - scroll + (band.height - band.rows * self.sizes.row) / 2
        return top + (row + 0.5) * self.sizes.row

    def boxes(self, view: View) -> Iterator[Box]:
        """Yield what is on the screen, lane by lane, in order of time."""
        for lane, band, seen in self.lanes(view):
            found = [self._placed_box(lane, band, placed, view) for placed in seen.placed]
            found += [self._cluster_box(lane, band, cluster, view) for cluster in seen.clusters]
            inside = (box for box in found if box.rect.right() > self.sizes.column and box.rect.left() < self.width)
            yield from sorted(inside, key=lambda box: (box.thing.day, box.rect.top()))

    def mark_x(self, placed: Placed, axis: Axis) -> float:
        """Return the middle of an event's mark; on a long bar it stays in view as long as the bar does."""
        sizes = self.sizes
        x, inset = sizes.column + axis.x(placed.day), sizes.layout.inset
        if not placed.bar:
            return x
        end = sizes.column + axis.x(self.shown.items.end(placed.event))
        if placed.rail:
            return max(x + inset, min(sizes.column + sizes.edge + sizes.radius, end - inset))
        return x + min(inset, (end - x) / 2)

    def label_room(self, placed: Placed, axis: Axis, mark_x: float) -> float:
        """Return the room for an event's label right of its mark."""
        if not placed.rail:
            return placed.room
        end = self.sizes.column + axis.x(self.shown.items.end(placed.event))
        return end - mark_x - self.sizes.radius - 2 * self.sizes.gap

    def _placed_box(self, lane: int, band: Band, placed: Placed, view: View) -> Box:
        sizes, axis = self.sizes, view.axis
        middle = self.row_middle(band, placed.row, view.scroll)
        mark = self.mark_x(placed, axis)
        left = min(mark - sizes.radius, sizes.column + axis.x(placed.day)) if placed.bar else mark - sizes.radius
        width = self.words.width(placed.event, axis.level)
        right = mark + sizes.radius + sizes.gap + min(self.label_room(placed, axis, mark), width)
        if placed.bar:
            right = max(right, sizes.column + axis.x(self.shown.items.end(placed.event)))
        return Box(lane, placed, QRectF(left, middle - sizes.row / 2, right - left, sizes.row))

    def _cluster_box(self, lane: int, band: Band, cluster: Cluster, view: View) -> Box:
        sizes = self.sizes
        middle = self.row_middle(band, band.rows - 1, view.scroll)
        left = sizes.column + view.axis.x(cluster.day)
        width = sizes.layout.cluster - sizes.gap
        return Box(lane, cluster, QRectF(left, middle - sizes.row / 2 + 1, width, sizes.row - 2))

    def _layout(self, lane: int, pinned: Collection[int] = ()) -> LaneLayout:
        return LaneLayout(self._tables[lane], self.bands[lane].rows, self.sizes.layout, self.words.width, pinned=pinned)
