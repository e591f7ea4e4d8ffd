"""What a screen reader meets on the timeline: the widget as a list; heads of lanes, events and clusters as its items.

Python owns the interfaces it returns, so references are kept for as long as the widget lives.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QApplication

from r2p_app.timeline.placing import Cluster
from r2p_app.ui.timeline.scene import Head
from r2p_app.ui.timeline.words import cluster_name, count_of_events, delay_name, event_name

if TYPE_CHECKING:
    from r2p_app.ui.timeline.scene import Box
    from r2p_app.ui.timeline.view import TimelineView

Key = tuple[int, int, int]


def key_of(box: "Box") -> Key:
    """Return what tells things on the timeline apart: lane, event, or the places a cluster spans."""
    if isinstance(box.thing, Head):
        return box.lane, -1, -1
    if isinstance(box.thing, Cluster):
        return box.lane, box.thing.start, box.thing.stop
    return box.lane, box.thing.event, -1


class AccessibleThing(QAccessibleInterface):
    """An event, a cluster or the head of a lane on the screen."""

    def __init__(self, view: "TimelineView", box: "Box") -> None:
        super().__init__()
        self._view, self.box = view, box

    def isValid(self) -> bool:
        """It is, as long as the timeline is there."""
        return True

    def object(self) -> QObject | None:  # type: ignore[override]
        """It is no object of its own."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the timeline."""
        return self._view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The timeline."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childCount(self) -> int:
        """It has none."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has none."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Name: date and title, or number and dates. Description: the lane, and what is known of the event."""
        if kind == QAccessible.Text.Name:
            return self._name()
        return self._description() if kind == QAccessible.Text.Description else ""

    def _name(self) -> str:
        lane, thing = self._view.scene.lanes[self.box.lane], self.box.thing
        if isinstance(thing, Head):
            return lane.events.lane.title
        if isinstance(thing, Cluster):
            return cluster_name(thing)
        paired = self._view.scene.paired
        if paired is not None and self._view.scene.is_delays(self.box.lane):
            return delay_name(paired.pair(thing.event))
        return event_name(lane.items, thing.event)

    def _description(self) -> str:
        lane, thing = self._view.scene.lanes[self.box.lane], self.box.thing
        title = lane.events.lane.title
        if isinstance(thing, Head):
            return count_of_events(len(lane.events))
        return title if isinstance(thing, Cluster) else f"{title}. {lane.items.events[thing.event].summary}"

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802
        """Nothing can be written here."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        corner = self._view.mapToGlobal(QPoint(0, 0))
        return self.box.rect.toAlignedRect().translated(corner)

    def role(self) -> QAccessible.Role:
        """An item of a list; a cluster or a head is a button that opens it."""
        opens = isinstance(self.box.thing, Head | Cluster)
        return QAccessible.Role.Button if opens else QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """What it can do, and whether it is selected."""
        state = QAccessible.State()
        state.focusable = state.selectable = True
        selected = self._view.is_selected(self.box)
        state.selected = selected
        state.focused = selected and self._view.hasFocus()
        if isinstance(self.box.thing, Head):
            state.expandable = True
            state.expanded, state.collapsed = not self.box.thing.is_folded, self.box.thing.is_folded
        return state


class AccessibleTimeline(QAccessibleWidget):
    """The timeline as a list of what is on the screen, in the order of the lanes and of time."""

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view, QAccessible.Role.List, view.accessibleName())
        self._view = view
        self._things: dict[Key, AccessibleThing] = {}

    def things(self) -> list[AccessibleThing]:
        """Return an interface for everything on the screen, the same one for the same thing."""
        return [self._thing(box) for box in self._view.boxes()]

    def _thing(self, box: "Box") -> AccessibleThing:
        thing = self._things.setdefault(key_of(box), AccessibleThing(self._view, box))
        thing.box = box
        return thing

    def childCount(self) -> int:
        """Return how much is on the screen."""
        return len(self._view.boxes())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a thing by its place in the order of lanes and time."""
        boxes = self._view.boxes()
        return self._thing(boxes[index]) if 0 <= index < len(boxes) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a thing, -1 when it is not on the screen."""
        return next((place for place, thing in enumerate(self.things()) if thing is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what is at a place of the screen."""
        box = self._view.box_at(self._view.mapFromGlobal(QPoint(x, y)).toPointF())
        return None if box is None else self._thing(box)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what is selected."""
        return next((thing for thing in self.things() if self._view.is_selected(thing.box)), None)


def _interface(_key: str, of: QObject) -> QAccessibleInterface | None:
    from r2p_app.ui.timeline.view import TimelineView

    if not isinstance(of, TimelineView):
        return None
    of.accessible = AccessibleTimeline(of)
    return of.accessible


_installed: list[QApplication] = []


def install() -> None:
    """Have Qt ask here for the interfaces of timelines; once for an application."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and app not in _installed:
        _installed[:] = [app]
        QAccessible.installFactory(_interface)


def tell_selected(view: "TimelineView") -> None:
    """Tell a screen reader that something else is selected."""
    if not QAccessible.isActive() or not view.hasFocus():
        return
    place = next((place for place, box in enumerate(view.boxes()) if view.is_selected(box)), -1)
    if place >= 0:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)
