"""The timeline as a widget: it zooms, moves and selects, by mouse, touch and keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QWidget

from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.delay import Pair, PairedLanes
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.neighbours import Spot
from r2p_app.timeline.placing import Cluster
from r2p_app.ui.accessible_items import tell_selected
from r2p_app.ui.timeline.accessible import NamedCanvas
from r2p_app.ui.timeline.keys import action_for
from r2p_app.ui.timeline.pointer import Pointer
from r2p_app.ui.timeline.scene import Box, Head
from r2p_app.ui.timeline.walk import Choice, Walk


class TimelineView(NamedCanvas):
    """Lanes of events on one axis, of which one can be selected.

    Signals:
        arrangement_changed: Lanes were folded, unfolded or put in another order by the person.
        event_selected: The person selected the event with this index in the items; True when they pointed at it,
            False when they stepped to it.
        event_opened: The person wants to read about the selected event.
        cluster_opened: The person opened a cluster of these events (a list of indices).
        delay_selected: The person selected the delay of the pairing with this id.
        delay_opened: The person wants to read about the selected delay, of the pairing with this id.
        selection_cleared: Nothing is selected any more.
    """

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
        super().__init__(shown, reduced_motion=reduced_motion, parent=parent)
        self._pointer = Pointer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Timeline"))
        self.grabGesture(Qt.GestureType.PinchGesture)

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
            lane = self._view.lane  # what was selected in a lane that is folded now gives way to the lane's head
            kept = self._view.selecting(head=lane) if lane in self.scene.folded else self._view
            self._change(replace(kept, scroll=min(self._view.scroll, self.scene.overflow)))

    # What is selected

    def select(self, index: int | None, lane: int | None = None) -> None:
        """Select an event (in a lane, by its place), or nothing; nobody is told, and the days stay."""
        place = None if index is None else self._lane_of(index, lane)
        self._select(None if index is None or place is None else Spot(place, index))

    def select_head(self, lane: int) -> None:
        """Select the head of a lane, by its place."""
        self._change(self._view.selecting(head=lane))
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
        scene, ids = self.scene, self.scene.ids
        shown = ids[: len(scene.shown.lanes)]
        standing = [ids[place] for place in scene.order]
        self._rearrange(self._arrangement.moved(shown, ids[lane], step, standing=standing))
        self._reveal_lane(lane)

    def move_current(self, step: int) -> None:
        """Move the lane in which something is selected."""
        if (lane := self.current_lane) is not None:
            self.move_lane(lane, step)

    @property
    def current_lane(self) -> int | None:
        """The lane in which something is selected, by its place."""
        return self._view.lane

    def step(self, direction: int) -> None:
        """Select the next (+1) or the previous (-1) event of the lane; before the first stands the lane's head."""
        self._choose(self._walk.along(direction))

    def step_seen(self, direction: int) -> None:
        """Select what is seen next in the lane, or before: an event or a cluster."""
        self._choose(self._walk.seen(direction))

    def step_lane(self, direction: int) -> None:
        """Select the event nearest in time in the lane below (+1) or above (-1); from a head, the next head."""
        self._choose(self._walk.across(direction))

    def step_to_edge(self, *, last: bool) -> None:
        """Select the first or the last event of the lane."""
        self._choose(self._walk.edge(last=last))

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

    @property
    def _walk(self) -> Walk:
        return Walk(self.scene, replace(self._view, axis=self.axis), self.boxes())

    def _show_scene(self, shown: Shown) -> None:
        index = self.selected if shown.items is self.scene.shown.items else None
        lane = self.current_lane
        self.scene = self._make_scene(shown)
        self.limits = shown.items.limits
        scroll = min(self._view.scroll, self.scene.overflow)
        view = replace(self._view.selecting(), scroll=scroll, held=None)
        place = None if index is None else self._lane_of(index, lane, unfold=False)
        kept = None if place is None or index is None else Spot(place, index)
        self._change(replace(view, selected=kept))

    def _lane_of(self, index: int, lane: int | None, *, unfold: bool = True) -> int | None:
        """Return a lane that has the event: the given one if it does, else the topmost; a folded one is unfolded."""
        order = sorted(self.scene.order, key=lambda place: (place in self.scene.folded, place != lane))
        having = (place for place in order if not self.scene.is_delays(place))
        lanes = self.scene.shown.lanes
        found = next((place for place in having if lanes[place].position(index) is not None), None)
        if found is not None and found in self.scene.folded:
            if not unfold:
                return None
            self._rearrange(self._arrangement.toggled(lanes[found].lane.id))
        return found

    def _choose(self, choice: Choice | None) -> None:
        """Select what a step led to, and bring it into view."""
        if isinstance(choice, Spot):
            self._reveal_day(self.scene.lanes[choice.lane].items.anchor[choice.event])
            self._select(choice)
            self._tell(choice, pointed=False)
        elif isinstance(choice, int):
            self.select_head(choice)
        elif choice is not None:
            self._select_cluster(*choice)

    def _select(self, spot: Spot | None) -> None:
        self._change(self._view.selecting(spot))
        if spot is not None:
            self._reveal_lane(spot.lane)
        tell_selected(self)

    def _select_cluster(self, lane: int, cluster: Cluster) -> None:
        self._change(self._view.selecting(cluster=(lane, cluster)))
        tell_selected(self)

    def _tell(self, spot: Spot, *, pointed: bool) -> None:
        if self.scene.is_delays(spot.lane):
            self.delay_selected.emit(self.scene.lanes[spot.lane].items.events[spot.event].id)
        else:
            self.event_selected.emit(spot.event, pointed)

    def _rearrange(self, arrangement: Arrangement) -> None:
        if arrangement != self._arrangement:
            self.arrange(arrangement)
            self.arrangement_changed.emit()

    # Qt

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
