"""The timeline as a widget: it zooms, moves and selects, by mouse, touch and keyboard."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QSizePolicy, QWidget

from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import Pair, PairedLanes
from r2p_app.timeline.density import core
from r2p_app.timeline.filters import LaneEvents, Shown
from r2p_app.timeline.neighbours import Spot, across, along, edge, nearest_anywhere
from r2p_app.timeline.placing import Cluster, Placed
from r2p_app.timeline.ticks import unit_at
from r2p_app.ui.theme.look import current
from r2p_app.ui.timeline.accessible import AccessibleTimeline, install, tell_selected
from r2p_app.ui.timeline.ahead import Ahead, is_ready
from r2p_app.ui.timeline.keys import action_for
from r2p_app.ui.timeline.motion import Motion
from r2p_app.ui.timeline.paint import TimelinePainter, paint_focus
from r2p_app.ui.timeline.pointer import Pointer
from r2p_app.ui.timeline.scene import Box, Head, Scene, View

_PAGE = 0.9
"""The share of a view by which a page key moves."""

_HALF = 0.5
"""The share of a lane's events that a zoom to it shows."""

_HELD = 2
"""By how many levels a layout may be too coarse while a gesture lasts."""


class TimelineView(QWidget):
    """Lanes of events on one axis.

    Signals:
        axis_changed: Other days are seen, or on another scale.
        jump_requested: The person wants to see the days of this `Axis`, far away. Whoever keeps a history goes there
            (`go_to`) in a way that can be undone; if nobody does, the timeline goes by itself.
        arrangement_changed: Lanes were folded, unfolded or put in another order by the person.
        event_selected: The person selected the event with this index in the items; True when they pointed at it,
            False when they stepped to it.
        event_opened: The person wants to read about the selected event.
        cluster_opened: The person opened a cluster of these events (a list of indices).
        delay_selected: The person selected the delay of the pairing with this id.
        delay_opened: The person wants to read about the selected delay, of the pairing with this id.
        selection_cleared: Nothing is selected any more.
    """

    axis_changed = Signal()
    jump_requested = Signal(object)
    arrangement_changed = Signal()
    event_selected = Signal(int, bool)
    event_opened = Signal()
    cluster_opened = Signal(list)
    delay_selected = Signal(str)
    delay_opened = Signal(str)
    selection_cleared = Signal()

    def __init__(
        self, shown: Shown, *, reduced_motion: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        install()
        self.accessible: AccessibleTimeline | None = None
        self._arrangement = Arrangement()
        self._paired: PairedLanes | None = None
        self.scene = self._make_scene(shown)
        self.limits = shown.items.limits
        self._view = View(self.limits.all(self.scene.plot_width))
        self._boxes: tuple[View, list[Box]] | None = None
        self._pointer = Pointer(self)
        self._motion = Motion(reduced_motion, self)
        self._motion.moved.connect(self._on_motion_moved)
        self._ahead = Ahead(self)
        self._ahead.prepared.connect(self._on_ahead_prepared)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline"))
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def axis(self) -> Axis:
        """The days that are seen, or will be when the movement ends."""
        return self._motion.target or self._view.axis

    @property
    def view(self) -> View:
        """Where one looks at this moment, and what is selected: what a picture of the timeline is painted from."""
        return self._view

    @property
    def selected(self) -> int | None:
        """The index of the selected event."""
        spot = self._view.selected
        return None if spot is None or self.scene.is_delays(spot.lane) else spot.event

    @property
    def arrangement(self) -> Arrangement:
        """The order of the lanes, and which are folded."""
        return self._arrangement

    def show_events(self, shown: Shown) -> None:
        """Show other events, keeping the days that are seen, and the selection where it is still there."""
        self._show_scene(shown)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show two lanes, or more, and between them the days from what happened to what was decided.

        Without pairs show all lanes again. The days stay as they are; `fit_pairs` shows those of the pairs.
        """
        self._paired = PairedLanes(pairs, self.tr("Delay")) if pairs else None
        self._show_scene(self.scene.shown)

    def arrange(self, arrangement: Arrangement) -> None:
        """Put lanes in another order, fold or unfold them; nobody is told."""
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self.scene.arrange(arrangement)
            spot, cluster = self._view.selected, self._view.cluster
            lost = {place for place in (spot and spot.lane, cluster and cluster[0]) if place in self.scene.folded}
            kept = self._view if not lost else replace(self._view, selected=None, cluster=None, head=max(lost))
            self._change(replace(kept, scroll=min(self._view.scroll, self.scene.overflow)))

    # Where one looks

    def go_to(self, axis: Axis, *, at_once: bool = False) -> None:
        """Show the days of an axis, as far as the limits allow."""
        target = self.limits.kept(axis)
        if at_once:
            self._motion.stop()
            self._show_axis(target, held=None)
        else:
            self._motion.go(self._view.axis, target)

    def follow(self, axis: Axis) -> None:
        """Show the days of an axis at once, in the middle of a gesture: labels may come a moment later."""
        self._motion.stop()
        axis = self.limits.kept(axis)
        coarser = self._view.level
        is_near = 0 < axis.level - coarser <= _HELD
        self._show_axis(axis, held=coarser if is_near and not is_ready(self.scene, self._view, axis) else None)

    def settle(self) -> None:
        """Show the layout of the very scale, if it is there and nothing moves."""
        view = self._view
        if view.held is not None and self._motion.target is None and is_ready(self.scene, view, view.axis):
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

    def fit_pairs(self) -> None:
        """Jump to the days of all pairs."""
        if self._paired is not None:
            items = self._paired.shown.items
            self.jump(self.limits.fit(items.first[0], max(items.last) + 1, self.scene.plot_width))

    def show_days(self, first: float, last: float) -> None:
        """Jump to the days from the first to the last, so that they fill the view."""
        self.jump(Axis.showing(first, last + 1, self.scene.plot_width))

    def jump_to(self, day: float) -> None:
        """Jump to a day, in the middle, on the same scale."""
        axis = self.axis
        self.jump(replace(axis, start=day + 0.5 - axis.days / 2))

    def show_lane(self, lane_id: str) -> None:
        """Jump to where most of a lane's events are: the lane of a case, for one."""
        lanes = (lane.anchors for lane in self.scene.shown.lanes if lane.lane.id == lane_id)
        if (days := core(next(lanes, ()), _HALF)) is not None:
            self.jump(self.limits.fit(math.floor(days[0]), math.floor(days[1]) + 1, self.scene.plot_width))

    def show_unit(self, x: float) -> None:
        """Jump to the year, month or day whose tick stands at or before a place of the plot."""
        axis = self.axis
        first, end = unit_at(axis.day(x), axis.scale, self.scene.sizes.tick)
        self.show_days(first, end - 1)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Zoom about a place of the plot; without one about the selected event if it is seen, else the middle."""
        axis = self.axis
        self.go_to(axis.zoomed(factor, self._centre(axis) if at is None else at))

    def page(self, direction: int) -> None:
        """Move on by most of a view."""
        self.go_to(self.axis.panned(-direction * self.axis.width * _PAGE))

    def reveal(self, index: int) -> None:
        """Move the view just so far that an event is seen, with room for its label."""
        self._reveal_day(self.scene.shown.items.anchor[index])

    def scroll_lanes(self, pixels: int) -> None:
        """Move the lanes up, where they are higher than the widget."""
        scroll = max(0, min(self.scene.overflow, self._view.scroll + pixels))
        if scroll != self._view.scroll:
            self._change(replace(self._view, scroll=scroll))

    # What is selected

    def select(self, index: int | None, lane: int | None = None) -> None:
        """Select an event (in a lane, by its place), or nothing; nobody is told, and the days stay."""
        place = None if index is None else self._lane_of(index, lane)
        self._select(None if index is None or place is None else Spot(place, index))

    def select_head(self, lane: int) -> None:
        """Select the head of a lane, by its place."""
        self._change(replace(self._view, selected=None, cluster=None, head=lane))
        self._reveal_lane(lane)
        tell_selected(self)

    def open_box(self, box: Box) -> None:
        """Select or open what was pointed at."""
        if isinstance(box.thing, Head):
            self.select_head(box.lane)
            self.fold(box.lane)
        elif isinstance(box.thing, Cluster):
            self._select_cluster(box.lane, box.thing)
            self.open_cluster()
        else:
            self._select(Spot(box.lane, box.thing.event))
            self._tell(Spot(box.lane, box.thing.event), pointed=True)

    def open_cluster(self) -> None:
        """Go to the days of the selected cluster; where that parts nothing any more, list its events."""
        if self._view.cluster is None:
            return
        lane, cluster = self._view.cluster
        axis = self.limits.fit(cluster.first, cluster.last + 1, self.scene.plot_width)
        if cluster.first < cluster.last and axis.days < self.axis.days / 2:
            self.jump(axis)
        elif not self.scene.is_delays(lane):
            self.cluster_opened.emit(self.scene.layout(lane, self._view).events_of(self._view.level, cluster))

    def fold(self, lane: int) -> None:
        """Fold a lane (by its place), or unfold it."""
        cleared = self._view.selected is not None or self._view.cluster is not None
        self._rearrange(self._arrangement.toggled(self.scene.lanes[lane].events.lane.id))
        if cleared and self._view.selected is None and self._view.cluster is None:
            self.selection_cleared.emit()
        tell_selected(self)

    def fold_current(self) -> None:
        """Fold the lane in which something is selected, or unfold it."""
        if (lane := self.current_lane) is not None:
            self.fold(lane)

    def move_lane(self, lane: int, step: int) -> None:
        """Move a lane (by its place) down, or up, past so many others."""
        ids = [events.lane.id for events in self.scene.shown.lanes]
        if not self.scene.is_delays(lane):
            self._rearrange(self._arrangement.moved(ids, ids[lane], step))
            self._reveal_lane(lane)

    def move_current(self, step: int) -> None:
        """Move the lane in which something is selected."""
        if (lane := self.current_lane) is not None:
            self.move_lane(lane, step)

    @property
    def current_lane(self) -> int | None:
        """The lane in which something is selected, by its place."""
        view = self._view
        if view.selected is not None:
            return view.selected.lane
        return view.cluster[0] if view.cluster is not None else view.head

    def step(self, direction: int) -> None:
        """Select the next (+1) or the previous (-1) event of the lane; before the first stands the lane's head."""
        spot, lane = self._view.selected, self.current_lane
        if spot is None and lane is not None:
            self._step_from_beside(lane, direction)
        elif spot is None:
            self._select_seen(self._nearest())
        elif (next_ := along(self._events, spot, direction)) is not None:
            self._select_seen(next_)
        elif direction < 0:
            self.select_head(spot.lane)

    def step_seen(self, direction: int) -> None:
        """Select what is seen next in the lane, or before: an event or a cluster."""
        lane = self.current_lane
        boxes = [box for box in self.boxes() if lane in {None, box.lane} and not isinstance(box.thing, Head)]
        at = next((place for place, box in enumerate(boxes) if self.is_selected(box)), None)
        place = (0 if direction > 0 else len(boxes) - 1) if at is None else at + direction
        if 0 <= place < len(boxes):
            box = boxes[place]
            if isinstance(box.thing, Cluster):
                self._select_cluster(box.lane, box.thing)
            elif isinstance(box.thing, Placed):
                self._select_seen(Spot(box.lane, box.thing.event))

    def step_lane(self, direction: int) -> None:
        """Select the event nearest in time in the lane below (+1) or above (-1); from a head, the next head."""
        if self._view.head is not None:
            order = self.scene.order
            at = order.index(self._view.head) + direction
            if 0 <= at < len(order):
                self.select_head(order[at])
        elif (spot := self._view.selected) is not None:
            self._select_seen(
                self._paired_with(spot, direction) or across(self._events, spot, direction, self.scene.open)
            )
        elif (cluster := self._view.cluster) is not None:
            members = self._events[cluster[0]].members
            self._select_seen(
                across(self._events, Spot(cluster[0], members[cluster[1].start]), direction, self.scene.open)
            )
        else:
            self._select_seen(self._nearest())

    def step_to_edge(self, *, last: bool) -> None:
        """Select the first or the last event of the lane."""
        lane = self.current_lane
        spot = self._nearest() if lane is None else Spot(lane, 0)
        if spot is not None and spot.lane not in self.scene.folded:
            self._select_seen(edge(self._events, spot.lane, last=last))

    def open_selected(self) -> None:
        """Open what is selected; where nothing is, select what is nearest to the middle."""
        spot = self._view.selected
        if self._view.head is not None:
            self.fold(self._view.head)
        elif self._view.cluster is not None:
            self.open_cluster()
        elif spot is None:
            self.step(1)
        elif self.scene.is_delays(spot.lane):
            self.delay_opened.emit(self.scene.lanes[spot.lane].items.events[spot.event].id)
        else:
            self.event_opened.emit()

    def clear(self) -> bool:
        """Select nothing; tell whether anything was selected."""
        if self.current_lane is None:
            return False
        self._select(None)
        self.selection_cleared.emit()
        return True

    # What is on the screen

    def boxes(self) -> list[Box]:
        """Return what is on the screen, lane by lane: the head, then events in order of time."""
        if self._boxes is None or self._boxes[0] is not self._view:
            self._boxes = self._view, list(self.scene.boxes(self._view))
        return self._boxes[1]

    def box_at(self, point: QPointF) -> Box | None:
        """Return what is under a point."""
        inside = point.y() >= self.scene.sizes.header
        is_head = point.x() < self.scene.sizes.column
        found = (box for box in self.boxes() if inside and box.rect.contains(point))
        fitting = (box for box in found if isinstance(box.thing, Head) == is_head)
        return min(fitting, key=lambda box: box.rect.width(), default=None)

    def is_selected(self, box: Box) -> bool:
        """Tell whether a thing is the one selected."""
        if isinstance(box.thing, Head):
            return self._view.head == box.lane
        if isinstance(box.thing, Cluster):
            return self._view.cluster == (box.lane, box.thing)
        return self._view.selected == (box.lane, box.thing.event)

    def mark_range(self, ends: tuple[float, float] | None) -> None:
        """Show the part of the plot (from one x to another) that a drag would fill the view with."""
        self._marked = ends
        self.update()

    _marked: tuple[float, float] | None = None

    @property
    def _events(self) -> list[LaneEvents]:
        return [lane.events for lane in self.scene.lanes]

    def _make_scene(self, shown: Shown) -> Scene:
        return Scene(
            shown, current(), self.width(), self.height(), arrangement=self._arrangement, paired=self._paired
        )  # fmt: skip

    def _show_scene(self, shown: Shown) -> None:
        index = self.selected if shown.items is self.scene.shown.items else None
        lane = self.current_lane
        self.scene = self._make_scene(shown)
        self.limits = shown.items.limits
        scroll = min(self._view.scroll, self.scene.overflow)
        view = replace(self._view, scroll=scroll, selected=None, cluster=None, head=None, held=None)
        place = None if index is None else self._lane_of(index, lane, unfold=False)
        kept = None if place is None or index is None else Spot(place, index)
        self._change(replace(view, selected=kept))

    def _show_axis(self, axis: Axis, held: int | None) -> None:
        view = replace(self._view, axis=axis, held=held)
        kept = self._view.cluster if view.level == self._view.level else None
        self._change(replace(view, cluster=kept))

    def _lane_of(self, index: int, lane: int | None, *, unfold: bool = True) -> int | None:
        """Return a lane that has the event: the given one if it does, else the topmost; a folded one is unfolded."""
        order = sorted(self.scene.order, key=lambda place: (place in self.scene.folded, place != lane))
        having = (place for place in order if not self.scene.is_delays(place))
        found = next((place for place in having if self._events[place].position(index) is not None), None)
        if found is not None and found in self.scene.folded:
            if not unfold:
                return None
            self._rearrange(self._arrangement.toggled(self._events[found].lane.id))
        return found

    def _select(self, spot: Spot | None) -> None:
        self._change(replace(self._view, selected=spot, cluster=None, head=None))
        if spot is not None:
            self._reveal_lane(spot.lane)
        tell_selected(self)

    def _select_cluster(self, lane: int, cluster: Cluster) -> None:
        self._change(replace(self._view, selected=None, cluster=(lane, cluster), head=None))
        tell_selected(self)

    def _select_seen(self, spot: Spot | None) -> None:
        if spot is not None:
            self._reveal_day(self.scene.lanes[spot.lane].items.anchor[spot.event])
            self._select(spot)
            self._tell(spot, pointed=False)

    def _tell(self, spot: Spot, *, pointed: bool) -> None:
        if self.scene.is_delays(spot.lane):
            self.delay_selected.emit(self.scene.lanes[spot.lane].items.events[spot.event].id)
        else:
            self.event_selected.emit(spot.event, pointed)

    def _step_from_beside(self, lane: int, direction: int) -> None:
        """From a head go to the first event seen in its lane; from a cluster to the event after it, or before."""
        if self._view.cluster is not None:
            cluster, events = self._view.cluster[1], self._events[lane]
            place = cluster.start if direction > 0 else cluster.stop - 1
            self._select_seen(Spot(lane, events.members[place]))
        elif direction > 0 and lane not in self.scene.folded:
            axis = self.axis
            things = (box.thing for box in self.boxes() if box.lane == lane)
            first = next((Spot(lane, thing.event) for thing in things if isinstance(thing, Placed)), None)
            self._select_seen(first or nearest_anywhere(self._events, (axis.start + axis.end) / 2, [lane]))

    def _paired_with(self, spot: Spot, direction: int) -> Spot | None:
        """From a delay go to the very event above or below that it joins, and from such an event to its delay."""
        at = self.scene.order.index(spot.lane)
        beside = self.scene.order[:at][::-1] if direction < 0 else self.scene.order[at + 1 :]
        if self._paired is None or not beside:
            return None
        if not self.scene.is_delays(spot.lane):
            return self._delay_of(spot.event, beside[0], direction)
        pair = self._paired.pair(spot.event)
        index = self.scene.shown.items.index_of((pair.ground if direction < 0 else pair.council).id)
        open_ = (place for place in beside if place not in self.scene.folded and index is not None)
        place = next((place for place in open_ if self._events[place].position(index or 0) is not None), None)
        return None if place is None or index is None else Spot(place, index)

    def _delay_of(self, event: int, lane: int, direction: int) -> Spot | None:
        """Return the first delay, in the lane given, that ends (or begins) with an event."""
        if self._paired is None or not self.scene.is_delays(lane) or lane in self.scene.folded:
            return None
        event_id = self.scene.shown.items.events[event].id
        pairs = ((index, self._paired.pair(index)) for index in self._events[lane].members)
        joined = ((index, pair.ground if direction > 0 else pair.council) for index, pair in pairs)
        return next((Spot(lane, index) for index, end in joined if end.id == event_id), None)

    def _nearest(self) -> Spot | None:
        axis = self.axis
        return nearest_anywhere(self._events, (axis.start + axis.end) / 2, self.scene.walked)

    def _reveal_day(self, day: float) -> None:
        axis = self.axis
        if day < axis.start + 0.03 * axis.days:
            self.go_to(replace(axis, start=day - 0.1 * axis.days))
        elif day > axis.start + 0.8 * axis.days:
            self.go_to(replace(axis, start=day - 0.6 * axis.days))

    def _centre(self, axis: Axis) -> float:
        spot = self._view.selected
        x = -1 if spot is None else axis.x(self.scene.lanes[spot.lane].items.anchor[spot.event])
        return x if 0 <= x <= axis.width else axis.width / 2

    def _reveal_lane(self, lane: int) -> None:
        band, room = self.scene.bands[lane], self.height() - self.scene.sizes.header
        below = band.top + band.height - room
        self.scroll_lanes(min(band.top, max(self._view.scroll, below)) - self._view.scroll)

    def _rearrange(self, arrangement: Arrangement) -> None:
        if arrangement != self._arrangement:
            self.arrange(arrangement)
            self.arrangement_changed.emit()

    def _change(self, view: View) -> None:
        moved = view.axis != self._view.axis
        self._view = view
        self._boxes = None
        self.update()
        if self.isVisible():
            self._ahead.look(self.scene, view, self.devicePixelRatioF())
        if moved:
            self.axis_changed.emit()

    @Slot(object)
    def _on_motion_moved(self, axis: Axis) -> None:
        """On the way hold the coarser of both ends' layouts; at the end, until the finer one is ready."""
        target = self._motion.target
        if target is not None:
            coarser = min(self._view.level, target.level)
            self._show_axis(axis, held=coarser if coarser < axis.level else None)
        elif (
            self._view.level < axis.level and not self._motion.is_reduced and not is_ready(self.scene, self._view, axis)
        ):
            self._show_axis(axis, held=self._view.level)
        else:
            self._show_axis(axis, held=None)

    @Slot()
    def _on_ahead_prepared(self) -> None:
        self.settle()

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view, and a ring around it while it has the focus."""
        with QPainter(self) as painter:
            TimelinePainter(painter, self.scene, self._view, focused=self.hasFocus()).paint()
            if self._marked is not None:
                self._paint_marked(painter, *self._marked)
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()))

    def _paint_marked(self, painter: QPainter, start: float, end: float) -> None:
        """Shade the part of the plot that is marked, as high as the widget."""
        left, right = sorted((start, end))
        box = QRectF(self.scene.sizes.column + left, 0, right - left, self.height())
        painter.fillRect(box, current().colour("accent", 0.16))
        painter.setPen(current().colour("accent"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def hideEvent(self, event: QHideEvent) -> None:
        """Prepare nothing that nobody sees."""
        super().hideEvent(event)
        self._ahead.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same days on the new width."""
        super().resizeEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another text size, paint anew in another theme."""
        super().changeEvent(event)
        looks = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if event.type() in looks and self.scene.theme is not current():
            self.scene = self._make_scene(self.scene.shown)
            self._fill()

    def _fill(self) -> None:
        axis = self.axis
        self._motion.stop()
        self.scene.resize(self.width(), self.height())
        scroll = min(self._view.scroll, self.scene.overflow)
        self._change(replace(self._view, axis=self.limits.kept(axis.resized(self.scene.plot_width)), scroll=scroll))

    def event(self, event: QEvent) -> bool:
        """Hand gestures and tips to the pointer."""
        if isinstance(event, QNativeGestureEvent) and self._pointer.native_gesture(event):
            return True
        if isinstance(event, QGestureEvent):
            return self._pointer.gesture(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._pointer.tip(event)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or move along; the page does not scroll meanwhile."""
        self._pointer.wheel(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to point or to drag; other buttons go back and forward in the window."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag or hover."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was pointed at."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in."""
        self._pointer.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, zoom, move, open; what is no key of the timeline goes on to the page."""
        action = action_for(self, Qt.Key(event.key()), event.modifiers())
        if action is None or action() is False:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what is selected."""
        super().focusInEvent(event)
        tell_selected(self)


def _same(one: Axis, other: Axis) -> bool:
    """Whether two axes show the same days, within a pixel or two (links round to minutes)."""
    return abs(other.x(one.start)) < 2 and abs(other.x(one.end) - other.width) < 2
