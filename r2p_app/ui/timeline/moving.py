"""How one comes to other days of the timeline: gliding, following a gesture, jumping in a way that can be undone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.ticks import Step, unit_at
from r2p_app.ui.timeline.ahead import STRIDE, is_ready
from r2p_app.ui.timeline.canvas import TimelineCanvas
from r2p_app.ui.timeline.motion import Motion

_PAGE = 0.9
"""The share of a view by which a page key moves."""

_HELD = 2
"""By how many levels a layout may be too coarse while a gesture lasts."""


class MovingCanvas(TimelineCanvas):
    """The canvas, and the ways to other days.

    Signals:
        jump_requested: The person wants to see the days of this `Axis`, far away. Whoever keeps a history goes there
            (`go_to`) in a way that can be undone; if nobody does, the timeline goes by itself.
    """

    jump_requested = Signal(object)

    def __init__(
        self, shown: Shown, *, reduced_motion: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        super().__init__(shown, parent)
        self._motion = Motion(reduced_motion, self)
        self._motion.moved.connect(self._on_motion_moved)

    @property
    def axis(self) -> Axis:
        """The days that are seen, or will be when the movement ends."""
        return self._motion.target or self._view.axis

    def go_to(self, axis: Axis, *, at_once: bool = False) -> None:
        """Show the days of an axis, as far as the limits allow."""
        target = self.limits.kept(axis)
        if at_once:
            self._motion.stop()
            self._show_axis(target, held=None)
        else:
            self._motion.go(self._view.axis, target)

    def follow(self, axis: Axis) -> None:
        """Show the days of an axis at once, in the middle of a gesture: some labels may come a moment later."""
        self._motion.stop()
        axis = self.limits.kept(axis)
        self._show_axis(axis, held=self._level_to_hold(axis))

    def settle(self) -> None:
        """Show the layout of the very scale, if it is there and nothing moves."""
        view = self._view
        if view.held is not None and self._motion.target is None and self._is_ready(view.axis, view.axis.level):
            self._show_axis(view.axis, held=None)

    def jump(self, axis: Axis) -> None:
        """Show the days of an axis in a way that can be undone."""
        target = self.limits.kept(axis)
        if not _same(target, self.axis):
            self.jump_requested.emit(target)
            if not _same(target, self.axis):
                self.go_to(target)

    def fit(self, first: float, end: float, *, at_once: bool = False) -> None:
        """Show the days from `first` up to `end`, with a margin."""
        self.go_to(self.limits.fit(first, end, self.scene.plot_width), at_once=at_once)

    def fit_all(self) -> None:
        """Jump to everything."""
        self.jump(self.limits.all(self.scene.plot_width))

    def show_days(self, first: float, last: float) -> None:
        """Jump to the days from the first to the last, so that they fill the view."""
        self.jump(Axis.showing(first, last + 1, self.scene.plot_width))

    def show_unit(self, point: QPointF) -> None:
        """Jump to the year, month or day under a point of the calendar."""
        first, end = self.calendar.unit_at(point)
        self.show_days(first, end - 1)

    def show_around(self, step: Step) -> None:
        """Jump to the year, month or day of the selected event if it is seen, else of the middle."""
        axis = self.axis
        first, end = unit_at(axis.day(self._centre(axis)), step)
        self.show_days(first, end - 1)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Zoom about a place of the plot; without one about the selected event if it is seen, else the middle."""
        axis = self.axis
        self.go_to(axis.zoomed(factor, self._centre(axis) if at is None else at))

    def page(self, direction: int) -> None:
        """Move on by most of a view."""
        self.go_to(self.axis.panned(-direction * self.axis.width * _PAGE))

    def reveal(self, index: int, *, covered: int = 0) -> None:
        """Move the view just so far that an event is seen, with room for its label.

        Of the right edge so many pixels are covered; where that leaves too little, nothing moves.
        """
        free = 1 - covered / self.scene.plot_width
        if free * self.scene.plot_width >= self.scene.sizes.layout.least:
            self._reveal_day(self.scene.shown.items.anchor[index], free)

    def scroll_lanes(self, pixels: int) -> None:
        """Move the lanes up, where they are higher than the widget."""
        scroll = max(0, min(self.scene.overflow, self._view.scroll + pixels))
        if scroll != self._view.scroll:
            self._change(replace(self._view, scroll=scroll))

    def _level_to_hold(self, axis: Axis) -> int | None:
        """Return a coarser level than the axis has, if its own is not laid out and the coarser one is."""
        shown, own = self._view.level, axis.level
        if self._is_ready(axis, own):
            return None
        if shown < own:
            return shown if own - shown <= _HELD else None
        ready = (level for level in range(own - 1, own - STRIDE - 1, -1) if self._is_ready(axis, level))
        return next(ready, None)

    def _is_ready(self, axis: Axis, level: int) -> bool:
        return is_ready(self.scene, self._view, axis, level)

    def _show_axis(self, axis: Axis, held: int | None) -> None:
        view = replace(self._view, axis=axis, held=held)
        kept = self._view.cluster if view.level == self._view.level else None
        self._change(replace(view, cluster=kept))

    def _reveal_day(self, day: float, free: float = 1.0) -> None:
        axis = self.axis
        days = axis.days * free
        if day < axis.start + 0.03 * days:
            self.go_to(replace(axis, start=day - 0.1 * days))
        elif day > axis.start + 0.8 * days:
            self.go_to(replace(axis, start=day - 0.6 * days))

    def _centre(self, axis: Axis) -> float:
        spot = self._view.selected
        x = -1 if spot is None else axis.x(self.scene.lanes[spot.lane].items.anchor[spot.event])
        return x if 0 <= x <= axis.width else axis.width / 2

    def _reveal_lane(self, lane: int) -> None:
        band, room = self.scene.bands[lane], self.height() - self.scene.sizes.header
        below = band.top + band.height - room
        self.scroll_lanes(min(band.top, max(self._view.scroll, below)) - self._view.scroll)

    def _fill(self) -> None:
        """Arrive where one was going."""
        self._view = replace(self._view, axis=self.axis)
        self._motion.stop()
        super()._fill()

    # Slots

    @Slot(object)
    def _on_motion_moved(self, axis: Axis) -> None:
        """On the way hold the coarser of both ends' layouts; at the end, until the finer one is ready."""
        target = self._motion.target
        if target is not None:
            coarser = min(self._view.level, target.level)
            self._show_axis(axis, held=coarser if coarser < axis.level else None)
        else:
            keeps = self._view.level < axis.level and not self._motion.is_reduced
            is_late = keeps and not self._is_ready(axis, axis.level)
            self._show_axis(axis, held=self._view.level if is_late else None)

    @Slot()
    def _on_ahead_prepared(self) -> None:
        super()._on_ahead_prepared()
        self.settle()


def _same(one: Axis, other: Axis) -> bool:
    """Whether two axes show the same days, within a pixel or two (links round to minutes)."""
    return abs(other.x(one.start)) < 2 and abs(other.x(one.end) - other.width) < 2
