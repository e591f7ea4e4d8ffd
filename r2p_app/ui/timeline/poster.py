"""The timeline as a poster over several sheets: laid out anew for paper, every event with its whole label."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPageLayout, QPageSize

from r2p_app.content.model import Event, Lane
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import LaneEvents, Shown
from r2p_app.timeline.items import OPEN_END, Items
from r2p_app.timeline.poster import Block, Grid, Spacing, Want, place
from r2p_app.ui.export.paper import paper_theme
from r2p_app.ui.theme.look import drawn_in
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.timeline.export_frame import foot, head
from r2p_app.ui.timeline.export_seen import Seen, touches
from r2p_app.ui.timeline.poster_labels import PosterDelayLabels, PosterLabels, line_height

UNITS = 288
"""Units of length to the inch: fine enough for painting in whole numbers."""

PAPERS = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}
MOST_COLUMNS = 12
MOST_EVENTS = 2_000
"""More would be a poster of hundreds of sheets."""

_SMALL_PX = 13
"""The size of small text in a theme at 100 %, to which points of print are related."""

_MARGIN_MM, _OVERLAP_MM = 12.0, 10.0


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """What the person chose: paper, its direction, sheets side by side, the size of the labels in points."""

    paper: str = "A4"
    landscape: bool = True
    columns: int = 3
    points: float = 8.5

    @property
    def theme(self) -> Theme:
        """The light theme, its text in this size on paper."""
        return paper_theme(self.points / 72 * UNITS / _SMALL_PX)

    @property
    def layout(self) -> QPageLayout:
        """The sheet as Qt knows it, without margins: we draw them."""
        direction = QPageLayout.Orientation.Landscape if self.landscape else QPageLayout.Orientation.Portrait
        layout = QPageLayout()
        layout.setMode(QPageLayout.Mode.FullPageMode)
        layout.setPageSize(QPageSize(PAPERS[self.paper]))
        layout.setOrientation(direction)
        return layout

    @property
    def sheet(self) -> QSizeF:
        """The size of a sheet in units."""
        return self.layout.fullRect(QPageLayout.Unit.Inch).size() * UNITS

    @property
    def margin(self) -> float:
        """The margin of a sheet in units; printers need some of it, the numbers of the sheets the rest."""
        return _units(_MARGIN_MM)

    def grid(self, axis: float) -> Grid:
        """Return the sheets to lay out on."""
        width, height = (length - 2 * self.margin for length in (self.sheet.width(), self.sheet.height()))
        return Grid(self.columns, width, height, _units(_OVERLAP_MM), axis)


def _units(millimetres: float) -> float:
    return millimetres / 25.4 * UNITS


class LaneSource(NamedTuple):
    """A lane to place: its events, or the delays between others, and how they are labelled."""

    lane: LaneEvents
    shown: Shown
    labels: PosterLabels
    is_delays: bool = False


@dataclass(frozen=True, slots=True)
class LaneOnPaper:
    """A lane with its events in place. Its name stands at `tops`, once on every row of sheets it reaches."""

    source: LaneSource
    tops: tuple[float, ...]
    blocks: tuple[Block, ...]

    @property
    def lane(self) -> Lane:
        """The lane of the content."""
        return self.source.lane.lane

    @property
    def items(self) -> Items:
        """What its events are indices into."""
        return self.source.shown.items

    def find(self, event: int) -> Block | None:
        """Return where an event stands, None when it is not on the poster."""
        return next((block for block in self.blocks if block.want.event == event), None)


class Poster:
    """The poster laid out: what stands where, on a canvas of sheets. Made and painted in its theme."""

    def __init__(self, seen: Seen, plan: PaperPlan) -> None:
        self.seen, self.plan, self.theme = seen, plan, plan.theme
        with drawn_in(self.theme):
            self.head, self.foot = head(seen), foot(seen)
            sources = self._sources()
            line = line_height(self.theme)
            self.tick_height = QFontMetricsF(self.theme.font(TextRole.SMALL)).height() + self.theme.px(10)
            self.name_height = line + self.theme.px(4)
            self.grid = plan.grid(self.tick_height)
            first, last = seen.days
            self._lane_grid = plan.grid(self.tick_height + self.name_height)
            self.axis = Axis.showing(first, last + 1, self.grid.total_width)
            self.axis_top = self._head_height() + self.theme.px(6)
            self.spacing = Spacing(line, self.theme.px(6), self.theme.px(5))
            for labels in {id(source.labels): source.labels for source in sources}.values():
                labels.set_width(min(self.theme.px(250), self.spacing.widest(self.grid)))
            self.end = self.axis_top + self.tick_height
            self.lanes = tuple(self._place_lane(source) for source in sources)
        self.rows = self.grid.row(self.end - 1) + 1

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return self.rows * self.plan.columns

    def sheet_rect(self, row: int, column: int) -> QRectF:
        """Return what of the canvas is printed on a sheet."""
        return QRectF(self.grid.left(column), self.grid.top(row), self.grid.width, self.grid.height)

    @property
    def foot_box(self) -> tuple[int, float, float, float]:
        """The column of sheets with legend and licence, and their left edge, top and width: beside the head.

        A poster of one column has them below it.
        """
        overlap = self.grid.overlap
        if self.plan.columns == 1:
            return 0, 0.0, self.head.height(self.grid.width), self.grid.width
        return 1, self.grid.left(1) + overlap, 0.0, self.grid.width - overlap

    def connectors(self) -> list[QLineF]:
        """Return the upright lines from each delay to what it begins and ends with, as far as that is on the poster."""
        paired, half = self.seen.paired, self.spacing.line / 2
        delays = next((lane for lane in self.lanes if lane.source.is_delays), None)
        if paired is None or delays is None:
            return []
        found: list[QLineF] = []
        for block in delays.blocks:
            for event, lanes in paired.ends(paired.pair(block.want.event)):
                if (end := self._block_of(event, lanes)) is not None:
                    found.append(QLineF(end.want.mark, end.top + half, end.want.mark, block.top + half))
        return found

    def _block_of(self, event: Event, lanes: tuple[str, ...]) -> Block | None:
        index = self.seen.shown.items.index_of(event.id)
        meant = (lane for lane in self.lanes if lane.lane.id in lanes)
        blocks = (lane.find(index) for lane in meant if index is not None)
        return next((block for block in blocks if block is not None), None)

    def _head_height(self) -> float:
        _, _, top, width = self.foot_box
        return max(self.head.height(self.grid.width), top + self.foot.height(width))

    def calendar_top(self, row: int) -> float:
        """Return where the calendar stands on a row of sheets: below the head, else at the top."""
        return self.grid.top(row) if row else self.axis_top

    def _sources(self) -> list[LaneSource]:
        """Return the lanes as they stand in the view: with the delays, where those are seen."""
        shown, paired = self.seen.shown, self.seen.paired
        labels = PosterLabels(shown.items, self.theme)
        found = [LaneSource(lane, shown, labels) for lane in shown.lanes]
        ids = [lane.lane.id for lane in shown.lanes]
        if paired is None:
            return [found[place] for place in self.seen.arrangement.places(ids)]
        delays = PosterDelayLabels(paired, self.theme)
        found += [LaneSource(lane, paired.shown, delays, is_delays=True) for lane in paired.shown.lanes]
        return [found[place] for place in paired.places([*ids, paired.lane.id], self.seen.arrangement)]

    def _place_lane(self, source: LaneSource) -> LaneOnPaper:
        top = self.grid.fit(self.end + self.theme.px(8), self.name_height + 3 * self.spacing.line)
        blocks, self.end = place(self._lane_grid, self.spacing, self._wants(source), top + self.name_height)
        reached = range(self.grid.row(top) + 1, max((self.grid.row(block.top) for block in blocks), default=0) + 1)
        again = (self.grid.top(row) + self.tick_height for row in reached)
        return LaneOnPaper(source, (top, *again), tuple(blocks))

    def _wants(self, source: LaneSource) -> Iterator[Want]:
        first, last = self.seen.days
        for index in source.lane.members:
            if touches(source.shown, index, first, last):
                yield self._want(source, index)

    def _want(self, source: LaneSource, index: int) -> Want:
        items, radius = source.shown.items, self.spacing.radius
        right = self.grid.total_width
        mark = min(max(self.axis.x(items.anchor[index]), radius), right - radius)
        width, lines = source.labels.size(index)
        if items.is_point(index):
            return Want(index, mark, None, width, lines)
        start, end = max(self.axis.x(items.first[index]), 0.0), min(self.axis.x(items.end(index)), right)
        if items.flags[index] & OPEN_END:
            end = right
        inset = min(radius + self.theme.px(3), max(end - start, 0) / 2)
        mark = min(max(start + inset, radius), right - radius)
        return Want(index, mark, (start, max(end, start + 2)), width, lines)
