"""The timeline as a poster over several sheets: laid out anew for paper, every event with its whole label."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPageLayout, QPageSize

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.items import OPEN_END
from r2p_app.timeline.poster import Block, Grid, Spacing, Want, place
from r2p_app.ui.export.paper import paper_theme
from r2p_app.ui.theme.look import drawn_in
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.timeline.export_frame import foot, head
from r2p_app.ui.timeline.export_seen import Seen, touches
from r2p_app.ui.timeline.poster_labels import PosterLabels

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


@dataclass(frozen=True, slots=True)
class LaneOnPaper:
    """A lane with its events in place. Its name stands at `tops`, once on every row of sheets it reaches."""

    lane: LaneEvents
    tops: tuple[float, ...]
    blocks: tuple[Block, ...]


class Poster:
    """The poster laid out: what stands where, on a canvas of sheets. Made and painted in its theme."""

    def __init__(self, seen: Seen, plan: PaperPlan) -> None:
        self.seen, self.plan, self.theme = seen, plan, plan.theme
        with drawn_in(self.theme):
            self.head, self.foot = head(seen), foot(seen)
            self.labels = PosterLabels(seen.shown.items, self.theme)
            self.tick_height = QFontMetricsF(self.theme.font(TextRole.SMALL)).height() + self.theme.px(10)
            self.name_height = self.labels.line + self.theme.px(4)
            self.grid = plan.grid(self.tick_height)
            first, last = seen.days
            self._lane_grid = plan.grid(self.tick_height + self.name_height)
            self.axis = Axis.showing(first, last + 1, self.grid.total_width)
            self.axis_top = self._head_height() + self.theme.px(6)
            self.spacing = Spacing(self.labels.line, self.theme.px(6), self.theme.px(5))
            self.labels.set_width(min(self.theme.px(250), self.spacing.widest(self.grid)))
            self.lanes = tuple(self._place_lanes())
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

    def _head_height(self) -> float:
        _, _, top, width = self.foot_box
        return max(self.head.height(self.grid.width), top + self.foot.height(width))

    def calendar_top(self, row: int) -> float:
        """Return where the calendar stands on a row of sheets: below the head, else at the top."""
        return self.grid.top(row) if row else self.axis_top

    def _place_lanes(self) -> Iterator[LaneOnPaper]:
        self.end = self.axis_top + self.tick_height
        order = self.seen.arrangement.places([lane.lane.id for lane in self.seen.shown.lanes])
        for number in order:
            yield self._place_lane(self.seen.shown.lanes[number])

    def _place_lane(self, lane: LaneEvents) -> LaneOnPaper:
        top = self.grid.fit(self.end + self.theme.px(8), self.name_height + 3 * self.spacing.line)
        blocks, self.end = place(self._lane_grid, self.spacing, self._wants(lane), top + self.name_height)
        reached = range(self.grid.row(top) + 1, max((self.grid.row(block.top) for block in blocks), default=0) + 1)
        again = (self.grid.top(row) + self.tick_height for row in reached)
        return LaneOnPaper(lane, (top, *again), tuple(blocks))

    def _wants(self, lane: LaneEvents) -> Iterator[Want]:
        first, last = self.seen.days
        for index in lane.members:
            if touches(self.seen.shown, index, first, last):
                yield self._want(index)

    def _want(self, index: int) -> Want:
        items, radius = self.seen.shown.items, self.spacing.radius
        right = self.grid.total_width
        mark = min(max(self.axis.x(items.anchor[index]), radius), right - radius)
        width, lines = self.labels.size(index)
        if items.is_point(index):
            return Want(index, mark, None, width, lines)
        start, end = max(self.axis.x(items.first[index]), 0.0), min(self.axis.x(items.end(index)), right)
        if items.flags[index] & OPEN_END:
            end = right
        inset = min(radius + self.theme.px(3), max(end - start, 0) / 2)
        mark = min(max(start + inset, radius), right - radius)
        return Want(index, mark, (start, max(end, start + 2)), width, lines)
