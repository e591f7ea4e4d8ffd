"""What the timeline shows: lanes in their bands, and what stands in them for a view. Nothing is painted here."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import PairedLanes
from r2p_app.timeline.filters import LaneEvents, Shown
from r2p_app.timeline.layout import LaneLayout
from r2p_app.timeline.placing import Cluster, Placed, Visible
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.timeline.drawn import Drawings
from r2p_app.ui.timeline.looking import Box, Head, View
from r2p_app.ui.timeline.scene_lane import SceneLane
from r2p_app.ui.timeline.sizes import Band, Sizes, bands
from r2p_app.ui.timeline.words import DelayWords, Words


class Scene:
    """The shown events, laid out for a size of widget and text.

    Attributes:
        lanes: The shown lanes by their places among the shown ones; the lane of delays, if there is one, comes last.
        order: Their places from top to bottom; lanes that paired lanes leave out are missing.
        folded: Those that show how many events there are instead of which.
        bands: Where each of them stands.
    """

    def __init__(
        self,
        shown: Shown,
        theme: Theme,
        width: int,
        height: int,
        *,
        arrangement: Arrangement | None = None,
        paired: PairedLanes | None = None,
    ) -> None:
        self.shown, self.theme, self.paired = shown, theme, paired
        self.sizes = Sizes.of(theme, width)
        font = theme.font(TextRole.SMALL)
        self.words = Words(shown.items, font, self.sizes.tick)
        drawings = Drawings(shown.items, self.words, self.sizes)
        self.lanes = [
            SceneLane(shown.items, events, self.words, drawings, self._pinned_in(events)) for events in shown.lanes
        ]
        if paired is not None:
            words = DelayWords(paired, font, self.sizes.tick)
            delays = Drawings(paired.shown.items, words, self.sizes, delays=True)
            self.lanes += [SceneLane(paired.shown.items, events, words, delays) for events in paired.shown.lanes]
        self.bands: dict[int, Band] = {}
        self.width, self.height = width, height
        self.arrange(arrangement or Arrangement())

    def arrange(self, arrangement: Arrangement) -> None:
        """Put lanes in another order, fold or unfold them."""
        paired = self.paired
        self.order = tuple(arrangement.places(self.ids) if paired is None else paired.places(self.ids, arrangement))
        self.folded = frozenset(place for place in self.order if self.lanes[place].events.lane.id in arrangement.folded)
        self.resize(self.width, self.height)

    def resize(self, width: int, height: int) -> None:
        """Lay out anew for another size of the widget, where that changes the rows of a lane."""
        self.width, self.height = width, height
        self.sizes = sizes = Sizes.of(self.theme, width)
        counts = [None if place in self.folded else len(self.lanes[place].events) for place in self.order]
        delays = [number for number, place in enumerate(self.order) if self.is_delays(place)]
        found = bands(counts, height - sizes.header, sizes.row, sizes.pad, fold=sizes.fold, first=delays)
        self.bands = dict(zip(self.order, found, strict=True))
        for place in self.open:
            self.lanes[place].set_rows(self.bands[place].rows, sizes.layout)

    @property
    def open(self) -> list[int]:
        """The lanes that are not folded, from top to bottom."""
        return [place for place in self.order if place not in self.folded]

    @property
    def ids(self) -> list[str]:
        """The ids of the lanes, by their places."""
        return [lane.events.lane.id for lane in self.lanes]

    @property
    def walked(self) -> list[int]:
        """The open lanes of events, from top to bottom: where the arrow keys go."""
        return [place for place in self.open if not self.is_delays(place)]

    def is_delays(self, lane: int) -> bool:
        """Tell whether a lane is that of the delays."""
        return lane >= len(self.shown.lanes)

    @property
    def plot_width(self) -> int:
        """The width of the line, right of the lane names."""
        return max(1, self.width - self.sizes.column)

    @property
    def overflow(self) -> int:
        """By how many pixels the lanes are higher than the widget."""
        used = max((band.top + band.height for band in self.bands.values()), default=0)
        return max(0, used + self.sizes.header - self.height)

    def layout(self, lane: int, view: View) -> LaneLayout:
        """Return the layout of a lane in which the selected event is seen."""
        spot = view.selected
        return self.lanes[lane].layout(view.level, spot.event if spot is not None and spot.lane == lane else None)

    def visible(self, lane: int, view: View) -> Visible:
        """Return what a view shows of an open lane."""
        return self.layout(lane, view).visible(view.axis, view.level)

    def on_screen(self, view: View) -> Iterator[tuple[int, Band]]:
        """Yield each lane that is on the screen, from top to bottom."""
        for lane, band in self.bands.items():
            top = band.top - view.scroll
            if top + band.height > 0 and top < self.height - self.sizes.header:
                yield lane, band

    def row_middle(self, band: Band, row: int, scroll: int) -> float:
        """Return the middle of a row in the widget's pixels; rows stand in the middle of their band."""
        top = self.sizes.header + band.top - scroll + (band.height - band.rows * self.sizes.row) / 2
        return top + (row + 0.5) * self.sizes.row

    def boxes(self, view: View) -> Iterator[Box]:
        """Yield what is on the screen, lane by lane: the head, then events in order of time."""
        for lane, band in self.on_screen(view):
            yield self._head_box(lane, band, view)
            if lane not in self.folded:
                yield from self._boxes_in(lane, band, view)

    def mark_x(self, lane: int, placed: Placed, axis: Axis) -> float:
        """Return the middle of an event's mark; on a long bar it stays in view as long as the bar does."""
        sizes = self.sizes
        x, inset = sizes.column + axis.x(placed.day), sizes.layout.inset
        if not placed.bar:
            return x
        end = sizes.column + axis.x(self.lanes[lane].items.end(placed.event))
        if placed.rail:
            return max(x + inset, min(sizes.column + sizes.edge + sizes.radius, end - inset))
        return x + min(inset, (end - x) / 2)

    def label_room(self, lane: int, placed: Placed, axis: Axis, mark_x: float) -> float:
        """Return the room for an event's label right of its mark."""
        if not placed.rail:
            return placed.room
        end = self.sizes.column + axis.x(self.lanes[lane].items.end(placed.event))
        return end - mark_x - self.sizes.radius - 2 * self.sizes.gap

    def _boxes_in(self, lane: int, band: Band, view: View) -> Iterator[Box]:
        seen = self.visible(lane, view)
        found = [(placed.day, self._placed_box(lane, band, placed, view)) for placed in seen.placed]
        found += [(cluster.day, self._cluster_box(lane, band, cluster, view)) for cluster in seen.clusters]
        left, right = self.sizes.column, self.width
        inside = (pair for pair in found if pair[1].rect.right() > left and pair[1].rect.left() < right)
        yield from (box for _, box in sorted(inside, key=lambda pair: (pair[0], pair[1].rect.top())))

    def _head_box(self, lane: int, band: Band, view: View) -> Box:
        top = self.sizes.header + band.top - view.scroll
        return Box(lane, Head(lane in self.folded), QRectF(0, top, self.sizes.column, band.height))

    def _placed_box(self, lane: int, band: Band, placed: Placed, view: View) -> Box:
        sizes, axis, of = self.sizes, view.axis, self.lanes[lane]
        middle = self.row_middle(band, placed.row, view.scroll)
        mark = self.mark_x(lane, placed, axis)
        left = min(mark - sizes.radius, sizes.column + axis.x(placed.day)) if placed.bar else mark - sizes.radius
        width = of.words.width(placed.event, view.level)
        right = mark + sizes.radius + sizes.gap + min(self.label_room(lane, placed, axis, mark), width)
        if placed.bar:
            right = max(right, sizes.column + axis.x(of.items.end(placed.event)))
        return Box(lane, placed, QRectF(left, middle - sizes.row / 2, right - left, sizes.row))

    def _cluster_box(self, lane: int, band: Band, cluster: Cluster, view: View) -> Box:
        sizes = self.sizes
        middle = self.row_middle(band, band.rows - 1, view.scroll)
        left = sizes.column + view.axis.x(cluster.day)
        width = sizes.layout.cluster - sizes.gap
        return Box(lane, cluster, QRectF(left, middle - sizes.row / 2 + 1, width, sizes.row - 2))

    def _pinned_in(self, events: LaneEvents) -> list[int]:
        """The events of a lane between which delays are measured."""
        if self.paired is None:
            return []
        lane, found = events.lane.id, []
        for pair in self.paired.pairs.values():
            event = pair.council if lane == self.paired.council else pair.ground
            if lane in event.lanes and (index := self.shown.items.index_of(event.id)) is not None:
                found.append(index)
        return found
