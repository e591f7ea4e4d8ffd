"""The part of the timeline that is seen: where one looks, what stands there, and how it is painted."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import PairedLanes
from r2p_app.timeline.filters import Shown
from r2p_app.ui.theme.look import current
from r2p_app.ui.timeline.ahead import Ahead, is_lane_ready
from r2p_app.ui.timeline.calendar import Calendar
from r2p_app.ui.timeline.looking import Box, Head, View
from r2p_app.ui.timeline.paint import TimelinePainter, paint_focus
from r2p_app.ui.timeline.scene import Scene
from r2p_app.ui.widgets.pointed import PointedWidget

_FIRST = 0.01
"""Seconds for which the first frame gets lanes ready; those that then are not come with the next one."""


class TimelineCanvas(PointedWidget):
    """Lanes of events on one axis, to look at.

    Signals:
        axis_changed: Other days are seen, or on another scale.
    """

    axis_changed = Signal()

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement = Arrangement()
        self._paired: PairedLanes | None = None
        self.scene = self._make_scene(shown)
        self.limits = shown.items.limits
        self._view = View(self.limits.all(self.scene.plot_width))
        self._boxes: tuple[View, list[Box]] | None = None
        self._marked: tuple[float, float] | None = None
        self._is_first = self._is_bare = False
        self._ahead = Ahead(self)
        self._ahead.prepared.connect(self._on_ahead_prepared)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def axis(self) -> Axis:
        """The days that are seen."""
        return self._view.axis

    @property
    def view(self) -> View:
        """Where one looks at this moment, and what is selected: what a picture of the timeline is painted from."""
        return self._view

    @property
    def calendar(self) -> Calendar:
        """What the header counts, when the movement has ended."""
        return Calendar(self.axis, self.scene.sizes)

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
        return self._view.selects(box)

    def mark_range(self, ends: tuple[float, float] | None) -> None:
        """Show the part of the plot (from one x to another) that a drag would fill the view with."""
        self._marked = ends
        self.update()

    def _make_scene(self, shown: Shown) -> Scene:
        return Scene(shown, current(), self.width(), self.height(), arrangement=self._arrangement, paired=self._paired)

    def _change(self, view: View) -> None:
        moved = view.axis != self._view.axis
        self._view = view
        self._boxes = None
        self.update()
        if self.isVisible():
            self._ahead.look(self.scene, view, self.devicePixelRatioF())
        if moved:
            self.axis_changed.emit()

    @Slot()
    def _on_ahead_prepared(self) -> None:
        if self._is_bare:
            self.update()

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the view, and a ring around it while it has the focus."""
        late = self._late()
        with QPainter(self) as painter:
            TimelinePainter(painter, self.scene, self._view, focused=self.hasFocus(), late=late).paint()
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

    def _late(self) -> Collection[int]:
        """Return the lanes that the first frame leaves empty, so that nothing waits for them."""
        is_first, self._is_first = self._is_first, False
        late = self._unready() if is_first else ()
        if late:
            self._ahead.look(self.scene, self._view, self.devicePixelRatioF())
            self._ahead.work(_FIRST, for_view=True)
            late = self._unready()
        self._is_bare = bool(late)
        return late

    def _unready(self) -> list[int]:
        scene, view = self.scene, self._view
        lanes = (lane for lane, _ in scene.on_screen(view) if lane not in scene.folded)
        return [lane for lane in lanes if not is_lane_ready(scene, lane, view.axis, view.level)]

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with a frame that keeps nobody waiting."""
        super().showEvent(event)
        self._is_first = True

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
        self.scene.resize(self.width(), self.height())
        axis, scroll = self._view.axis, min(self._view.scroll, self.scene.overflow)
        self._change(replace(self._view, axis=self.limits.kept(axis.resized(self.scene.plot_width)), scroll=scroll))
