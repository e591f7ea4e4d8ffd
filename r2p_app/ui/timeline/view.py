"""The timeline as a widget: it zooms, moves and selects, by mouse, touch and keyboard."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QSizePolicy, QWidget

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.neighbours import Spot, across, along, edge, nearest_anywhere
from r2p_app.timeline.placing import Cluster
from r2p_app.ui.theme.look import current
from r2p_app.ui.timeline.accessible import AccessibleTimeline, install, tell_selected
from r2p_app.ui.timeline.motion import Motion
from r2p_app.ui.timeline.paint import TimelinePainter, paint_focus
from r2p_app.ui.timeline.pointer import NOTCH, Pointer
from r2p_app.ui.timeline.scene import Box, Scene, View

_PAGE = 0.9
"""The share of a view by which a page key moves."""

_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class TimelineView(QWidget):
    """Lanes of events on one axis.

    Signals:
        axis_changed: Other days are seen, or on another scale.
        event_selected: The person selected the event with this index in the items; True when they pointed at it,
            False when they stepped to it.
        event_opened: The person wants to read about the selected event.
        cluster_opened: The person opened a cluster of these events (a list of indices).
        selection_cleared: Nothing is selected any more.
    """

    axis_changed = Signal()
    event_selected = Signal(int, bool)
    event_opened = Signal()
    cluster_opened = Signal(list)
    selection_cleared = Signal()

    def __init__(
        self, shown: Shown, *, reduced_motion: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        install()
        self.accessible: AccessibleTimeline | None = None
        self.scene = Scene(shown, current(), self.width(), self.height())
        self.limits = shown.items.limits
        self._view = View(self.limits.all(self.scene.plot_width))
        self._boxes: tuple[View, list[Box]] | None = None
        self._pointer = Pointer(self)
        self._motion = Motion(reduced_motion, self)
        self._motion.moved.connect(self._on_motion_moved)
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
    def selected(self) -> int | None:
        """The index of the selected event."""
        return None if self._view.selected is None else self._view.selected.event

    def show_events(self, shown: Shown) -> None:
        """Show other events, keeping the days that are seen, and the selection where it is still there."""
        spot = self._view.selected
        lane = shown.lane_of(spot.event, spot.lane) if spot and shown.items is self.scene.shown.items else None
        kept = None if spot is None or lane is None else Spot(lane, spot.event)
        self.scene = Scene(shown, current(), self.width(), self.height())
        self.limits = shown.items.limits
        scroll = min(self._view.scroll, self.scene.overflow)
        self._change(replace(self._view, scroll=scroll, selected=kept, cluster=None))

    # Where one looks

    def go_to(self, axis: Axis, *, at_once: bool = False) -> None:
        """Show the days of an axis, as far as the limits allow."""
        target = self.limits.kept(axis)
        if at_once:
            self._motion.stop()
            self._on_motion_moved(target)
        else:
            self._motion.go(self._view.axis, target)

    def fit(self, first: float, end: float, *, at_once: bool = False) -> None:
        """Show the days from `first` up to `end`, with a margin."""
        self.go_to(self.limits.fit(first, end, self.scene.plot_width), at_once=at_once)

    def fit_all(self) -> None:
        """Show everything."""
        self.go_to(self.limits.all(self.scene.plot_width))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Zoom about a place of the plot; without one about the selected event if it is seen, else the middle."""
        axis = self.axis
        self.go_to(axis.zoomed(factor, self._centre(axis) if at is None else at))

    def page(self, direction: int) -> None:
        """Move on by most of a view."""
        self.go_to(self.axis.panned(-direction * self.axis.width * _PAGE))

    def reveal(self, index: int) -> None:
        """Move the view just so far that an event is seen, with room for its label."""
        axis, day = self.axis, self.scene.shown.items.anchor[index]
        if day < axis.start + 0.03 * axis.days:
            self.go_to(replace(axis, start=day - 0.1 * axis.days))
        elif day > axis.start + 0.8 * axis.days:
            self.go_to(replace(axis, start=day - 0.6 * axis.days))

    def scroll_lanes(self, pixels: int) -> None:
        """Move the lanes up, where they are higher than the widget."""
        scroll = max(0, min(self.scene.overflow, self._view.scroll + pixels))
        if scroll != self._view.scroll:
            self._change(replace(self._view, scroll=scroll))

    # What is selected

    def select(self, index: int | None, lane: int | None = None) -> None:
        """Select an event (in a lane, by its place), or nothing; nobody is told, and the days stay."""
        place = None if index is None else self.scene.shown.lane_of(index, lane or 0)
        spot = None if index is None or place is None else Spot(place, index)
        self._change(replace(self._view, selected=spot, cluster=None))
        if spot is not None:
            self._reveal_lane(spot.lane)
        tell_selected(self)

    def open_box(self, box: Box) -> None:
        """Select what was pointed at."""
        if isinstance(box.thing, Cluster):
            events = self.scene.layout(box.lane, self._view).events_of(self._view.axis.level, box.thing)
            self._change(replace(self._view, selected=None, cluster=(box.lane, box.thing)))
            tell_selected(self)
            self.cluster_opened.emit(events)
        else:
            self.select(box.thing.event, box.lane)
            self.event_selected.emit(box.thing.event, True)

    def step(self, direction: int) -> None:
        """Select the next (+1) or the previous (-1) event of the lane."""
        self._step(lambda spot: along(self.scene.shown, spot, direction))

    def step_lane(self, direction: int) -> None:
        """Select the event nearest in time in the lane below (+1) or above (-1)."""
        self._step(lambda spot: across(self.scene.shown, spot, direction))

    def step_to_edge(self, *, last: bool) -> None:
        """Select the first or the last event of the lane."""
        if (spot := self._view.selected or self._nearest()) is not None:
            self._select_seen(edge(self.scene.shown, spot.lane, last=last))

    # What is on the screen

    def boxes(self) -> list[Box]:
        """Return what is on the screen, lane by lane, in order of time."""
        if self._boxes is None or self._boxes[0] is not self._view:
            self._boxes = self._view, list(self.scene.boxes(self._view))
        return self._boxes[1]

    def box_at(self, point: QPointF) -> Box | None:
        """Return what is under a point."""
        inside = point.x() >= self.scene.sizes.column and point.y() >= self.scene.sizes.header
        found = (box for box in self.boxes() if inside and box.rect.contains(point))
        return min(found, key=lambda box: box.rect.width(), default=None)

    def is_selected(self, box: Box) -> bool:
        """Tell whether a thing is the one selected."""
        if isinstance(box.thing, Cluster):
            return self._view.cluster == (box.lane, box.thing)
        return self._view.selected == (box.lane, box.thing.event)

    def _step(self, move: Callable[[Spot], Spot | None]) -> None:
        """Move from the selected event; without one, begin at the event nearest to the middle of the view."""
        spot = self._view.selected
        self._select_seen(self._nearest() if spot is None else move(spot))

    def _nearest(self) -> Spot | None:
        axis = self.axis
        return nearest_anywhere(self.scene.shown, (axis.start + axis.end) / 2)

    def _select_seen(self, spot: Spot | None) -> None:
        if spot is not None:
            self.reveal(spot.event)
            self.select(spot.event, spot.lane)
            self.event_selected.emit(spot.event, False)

    def _centre(self, axis: Axis) -> float:
        spot = self._view.selected
        x = -1 if spot is None else axis.x(self.scene.shown.items.anchor[spot.event])
        return x if 0 <= x <= axis.width else axis.width / 2

    def _reveal_lane(self, lane: int) -> None:
        band, room = self.scene.bands[lane], self.height() - self.scene.sizes.header
        below = band.top + band.height - room
        self.scroll_lanes(min(band.top, max(self._view.scroll, below)) - self._view.scroll)

    def _change(self, view: View) -> None:
        moved = view.axis != self._view.axis
        self._view = view
        self._boxes = None
        self.update()
        if moved:
            self.axis_changed.emit()

    @Slot(object)
    def _on_motion_moved(self, axis: Axis) -> None:
        same_level = axis.level == self._view.axis.level
        self._change(replace(self._view, axis=axis, cluster=self._view.cluster if same_level else None))

    def _open_selected(self) -> None:
        if self._view.cluster is not None:
            cluster = self._view.cluster[1]
            self.fit(cluster.first, cluster.last + 1)
        elif self._view.selected is None:
            self.step(1)
        else:
            self.event_opened.emit()

    def _clear(self) -> None:
        self.select(None)
        self.selection_cleared.emit()

    def _action(self, key: Qt.Key) -> Callable[[], object] | None:
        keys = Qt.Key
        if key == keys.Key_Escape and self._view.selected is None and self._view.cluster is None:
            return None
        return {
            keys.Key_Left: lambda: self.step(-1),
            keys.Key_Right: lambda: self.step(1),
            keys.Key_Up: lambda: self.step_lane(-1),
            keys.Key_Down: lambda: self.step_lane(1),
            keys.Key_Home: lambda: self.step_to_edge(last=False),
            keys.Key_End: lambda: self.step_to_edge(last=True),
            keys.Key_PageUp: lambda: self.page(-1),
            keys.Key_PageDown: lambda: self.page(1),
            keys.Key_Plus: lambda: self.zoom(NOTCH**2),
            keys.Key_Equal: lambda: self.zoom(NOTCH**2),
            keys.Key_Minus: lambda: self.zoom(NOTCH**-2),
            keys.Key_0: self.fit_all,
            keys.Key_Return: self._open_selected,
            keys.Key_Enter: self._open_selected,
            keys.Key_Escape: self._clear,
        }.get(key)

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view, and a ring around it while it has the focus."""
        with QPainter(self) as painter:
            TimelinePainter(painter, self.scene, self._view, focused=self.hasFocus()).paint()
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the same days on the new width."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew with another text size, paint anew in another theme."""
        super().changeEvent(event)
        looks = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
        if event.type() in looks and self.scene.theme is not current():
            self.scene = Scene(self.scene.shown, current(), self.width(), self.height())
            self._arrange()

    def _arrange(self) -> None:
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
        action = None if event.modifiers() & ~_PLAIN else self._action(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say what is selected."""
        super().focusInEvent(event)
        tell_selected(self)
