"""What a screen reader meets on the timeline: heads of lanes, events and clusters, in the order of lanes and time."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from r2p_app.timeline.filters import Shown
from r2p_app.timeline.placing import Cluster
from r2p_app.ui.accessible_items import AccessibleItem, AccessibleItems, offer_items
from r2p_app.ui.timeline.looking import Box, Head
from r2p_app.ui.timeline.moving import MovingCanvas

Key = tuple[int, int, int]


def key_of(box: Box) -> Key:
    """Return what tells things on the timeline apart: lane, event, or the places a cluster spans."""
    if isinstance(box.thing, Head):
        return box.lane, -1, -1
    if isinstance(box.thing, Cluster):
        return box.lane, box.thing.start, box.thing.stop
    return box.lane, box.thing.event, -1


class NamedCanvas(MovingCanvas):
    """The canvas, with a name and a place for everything that is on the screen (see `PaintedItems`)."""

    def __init__(
        self, shown: Shown, *, reduced_motion: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        super().__init__(shown, reduced_motion=reduced_motion, parent=parent)
        offer_items(type(self), AccessibleTimeline)
        self.accessible: AccessibleItems | None = None
        self._by_key: tuple[list[Box], Mapping[Key, Box]] = [], {}

    def item_keys(self) -> Sequence[Key]:
        """Return what is on the screen."""
        return list(self._boxes_by_key())

    def item_box(self, key: Key) -> Box | None:
        """Return a thing, None when it is not on the screen any more."""
        return self._boxes_by_key().get(key)

    def item_words(self, key: Key) -> tuple[str, str]:
        """Return date and title, or number and dates; then the lane, and what is known of the event."""
        box = self.item_box(key)
        if box is None:
            return "", ""
        lane, thing = self.scene.lanes[box.lane], box.thing
        title = lane.events.lane.title
        if isinstance(thing, Head):
            return title, lane.words.count(len(lane.events))
        if isinstance(thing, Cluster):
            return lane.words.cluster_name(thing), title
        return lane.words.name(thing.event), f"{title}. {lane.items.events[thing.event].summary}"

    def item_rect(self, key: Key) -> QRect:
        """Return where a thing stands."""
        box = self.item_box(key)
        return QRect() if box is None else box.rect.toAlignedRect()

    def item_at(self, point: QPointF) -> Key | None:
        """Return the thing under a point."""
        box = self.box_at(point)
        return None if box is None else key_of(box)

    def selected_item(self) -> Key | None:
        """Return what is selected, as long as it is on the screen."""
        if self._view.lane is None:
            return None
        return next((key_of(box) for box in self.boxes() if self.is_selected(box)), None)

    def _boxes_by_key(self) -> Mapping[Key, Box]:
        boxes = self.boxes()
        if self._by_key[0] is not boxes:
            self._by_key = boxes, {key_of(box): box for box in boxes}
        return self._by_key[1]


class AccessibleThing(AccessibleItem):
    """An event, a cluster or the head of a lane."""

    @property
    def _thing(self) -> object:
        box = self._widget.item_box(self.key) if isinstance(self._widget, NamedCanvas) else None
        return None if box is None else box.thing

    def role(self) -> QAccessible.Role:
        """An item of a list; a cluster or a head is a button that opens it."""
        return QAccessible.Role.Button if isinstance(self._thing, Head | Cluster) else super().role()

    def state(self) -> QAccessible.State:
        """What it can do, whether it is selected, and whether a lane is open."""
        state = super().state()
        if isinstance(thing := self._thing, Head):
            state.expandable = True
            state.expanded, state.collapsed = not thing.is_folded, thing.is_folded
        return state


class AccessibleTimeline(AccessibleItems):
    """The timeline as a list of what is on the screen."""

    item_type = AccessibleThing
