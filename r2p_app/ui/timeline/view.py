"""The timeline as a widget: it zooms, moves and selects, by mouse, touch and keyboard."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from r2p_app.timeline.filters import Shown
from r2p_app.timeline.neighbours import Spot
from r2p_app.timeline.placing import Cluster
from r2p_app.ui.accessible_items import tell_selected
from r2p_app.ui.timeline.keys import action_for
from r2p_app.ui.timeline.looking import Box, Head
from r2p_app.ui.timeline.pointer import Pointer
from r2p_app.ui.timeline.selecting import SelectingCanvas
from r2p_app.ui.timeline.walk import Choice, Walk


class TimelineView(SelectingCanvas):
    """Lanes of events on one axis, of which one can be selected.

    Signals:
        event_selected: The person selected the event with this index in the items; True when they pointed at it,
            False when they stepped to it.
        event_opened: The person wants to read about the selected event.
        cluster_opened: The person opened a cluster of these events (a list of indices).
        delay_selected: The person selected the delay of the pairing with this id.
        delay_opened: The person wants to read about the selected delay, of the pairing with this id.
        selection_cleared: Nothing is selected any more.
    """

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

    @property
    def pointing(self) -> Pointer:
        """What acts on the pointer."""
        return self._pointer

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

    def _tell(self, spot: Spot, *, pointed: bool) -> None:
        if self.scene.is_delays(spot.lane):
            self.delay_selected.emit(self.scene.lanes[spot.lane].items.events[spot.event].id)
        else:
            self.event_selected.emit(spot.event, pointed)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Say in full what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._pointer.tip(event)
            return True
        return super().event(event)

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
