"""Painting of the timeline, from a scene and a view: ticks, lanes, bars, marks, labels, clusters."""

import math
from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen, QTransform

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.items import OPEN_END, OPEN_START, SOFT_END, SOFT_START
from r2p_app.timeline.placing import Placed, Visible
from r2p_app.ui.theme.look import current
from r2p_app.ui.timeline.bars import BarBrushes, bar_brushes
from r2p_app.ui.timeline.calendar import CalendarPainter
from r2p_app.ui.timeline.connectors import Connectors
from r2p_app.ui.timeline.drawn import DrawnCell
from r2p_app.ui.timeline.heads import paint_folded, paint_heads
from r2p_app.ui.timeline.looking import View
from r2p_app.ui.timeline.marks import lane_token
from r2p_app.ui.timeline.scene import Scene
from r2p_app.ui.timeline.sizes import Band
from r2p_app.ui.timeline.stamps import Stamp, fade_brush, fade_picture

translate = QCoreApplication.translate

VECTORS = frozenset((QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf))
"""Files that can be enlarged: marks and letters are painted there as shapes."""

_UNSCALED = frozenset((QTransform.TransformationType.TxNone, QTransform.TransformationType.TxTranslate))


class TimelinePainter:
    """One frame of the timeline. Without `pictures` every word is painted as letters, as a screen does at first.

    Lanes that are `late` are left empty: it is another frame that shows them.
    """

    def __init__(
        self,
        painter: QPainter,
        scene: Scene,
        view: View,
        *,
        focused: bool = False,
        pictures: bool = True,
        late: Collection[int] = (),
    ) -> None:
        self._painter, self._scene, self._view, self._late = painter, scene, view, late
        self._sizes, self._level = scene.sizes, view.level
        self._axis = _on_whole_pixels(view.axis)
        self._focused = focused
        self._theme = current()
        self._ground = self._theme.colour("surface")
        self._ratio = painter.device().devicePixelRatioF()
        self._shapes = painter.paintEngine().type() in VECTORS
        self._pictures = pictures and not self._shapes and self._can_copy()

    def _can_copy(self) -> bool:
        """Whether pictures come out pixel for pixel: not enlarged, and on whole pixels."""
        return self._painter.transform().type() in _UNSCALED and self._ratio == int(self._ratio)

    def paint(self) -> None:
        """Paint everything: ground and ticks, then the lanes, then what must stay legible above them."""
        painter, scene, sizes, view = self._painter, self._scene, self._sizes, self._view
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, scene.width, scene.height, self._ground)
        painter.setClipRect(sizes.column, 0, scene.plot_width, scene.height)
        CalendarPainter(painter, scene, self._axis, ratio=self._ratio if self._pictures else None).paint()
        painter.setClipRect(sizes.column, sizes.header, scene.plot_width, scene.height - sizes.header)
        left_out = {*scene.folded, *self._late}
        seen = {lane: scene.visible(lane, view) for lane, _ in scene.on_screen(view) if lane not in left_out}
        if scene.paired is not None:
            Connectors(scene, view, seen).paint(painter, self._axis)
        for lane, band in scene.on_screen(view):
            if lane in scene.folded:
                paint_folded(painter, scene, lane, band, view)
            elif lane in seen:
                self._paint_lane(lane, band, seen[lane])
        self._fade_left()
        painter.setClipRect(0, sizes.header, scene.width, scene.height - sizes.header)
        paint_heads(painter, scene, view, focused=self._focused)
        painter.setClipping(False)
        self._paint_scroll_mark()
        painter.fillRect(0, sizes.header, scene.width, 1, self._theme.colour("line"))

    def _fade_left(self) -> None:
        """Let what began before the view fade at its edge, rather than be cut in the middle of a letter."""
        left, width, height = self._sizes.column, self._sizes.edge, self._scene.height
        if self._pictures:
            self._painter.drawPixmap(QPoint(left, 0), fade_picture(width, height, self._ratio))
        else:
            self._painter.fillRect(left, 0, width, height, fade_brush(self._ground, left, left + width))

    def _paint_lane(self, lane: int, band: Band, seen: Visible) -> None:
        """Paint bars first, then what stands on them."""
        of = self._scene.lanes[lane]
        brushes = bar_brushes(lane_token(of.events.lane))
        drawn, first = of.drawings.stretch(seen, self._level), self._middle(band, 0)
        for bars in (seen.rails, drawn.bars):
            for placed in bars:
                self._paint_bar(lane, brushes, placed, first + placed.row * self._sizes.row)
        painted = sum([self._paint_rail(lane, placed, first) for placed in seen.rails])
        painted += self._paint_events(lane, drawn, first)
        painted += self._paint_clusters(lane, drawn, self._middle(band, band.rows - 1))
        self._paint_selected(lane, band, seen)
        if not painted:
            self._paint_empty(lane, band)

    def _paint_events(self, lane: int, drawn: DrawnCell, first: int) -> int:
        """Paint the events that are on no rail; return how many of them are seen."""
        axis, sizes, mark_x, paint = self._axis, self._sizes, self._scene.mark_x, self._paint_stamp
        start, scale = axis.start - sizes.column / axis.scale, axis.scale
        radius, row, edge = sizes.radius, sizes.row, sizes.column + 3 * sizes.edge
        painted = 0
        for placed, stamp in drawn.between(axis.start - sizes.layout.reach / scale, axis.end + radius / scale):
            x = mark_x(lane, placed, axis) if placed.bar else (placed.day - start) * scale
            left = round(x) - radius
            if left + stamp.width >= edge:  # no slivers of what has gone by
                painted += 1
                if placed.bar:
                    self._clear_beyond(lane, placed, stamp, left, first + placed.row * row)
                paint(stamp, left, first + placed.row * row)
        return painted

    def _clear_beyond(self, lane: int, placed: Placed, stamp: Stamp, left: int, middle: int) -> None:
        """Have no line of the calendar run through the part of a label that reaches beyond its bar."""
        end = round(self._sizes.column + self._axis.x(self._scene.lanes[lane].items.end(placed.event)))
        begin, radius = max(end, left + stamp.label_at), self._sizes.radius
        if left + stamp.width > begin:
            self._painter.fillRect(begin, middle - radius, left + stamp.width - begin, 2 * radius, self._ground)

    def _paint_rail(self, lane: int, placed: Placed, first: int) -> bool:
        """Paint mark and label of a long bar, where they are in view; tell whether they are."""
        scene, radius = self._scene, self._sizes.radius
        x = scene.mark_x(lane, placed, self._axis)
        if not self._sizes.column - radius < x < scene.width + radius:
            return False
        stamp = scene.lanes[lane].drawings.rail(placed, self._level, scene.label_room(lane, placed, self._axis, x))
        self._paint_stamp(stamp, round(x) - radius, first + placed.row * self._sizes.row)
        return True

    def _paint_stamp(self, stamp: Stamp, left: int, middle: int) -> None:
        if self._pictures and stamp.is_solid:
            self._painter.drawPixmap(QPoint(left, middle - stamp.above), stamp.picture(self._ratio))
        else:
            mark = None if self._shapes else stamp.mark_picture(self._ratio)
            stamp.paint(self._painter, left, middle, mark=mark)

    def _middle(self, band: Band, row: int) -> int:
        return math.floor(self._scene.row_middle(band, row, self._view.scroll))

    def _paint_bar(self, lane: int, brushes: BarBrushes, placed: Placed, middle: int) -> None:
        sizes, items, axis = self._sizes, self._scene.lanes[lane].items, self._axis
        flags = items.flags[placed.event]
        left = sizes.column + axis.x(items.first[placed.event])
        right = sizes.column + axis.x(items.end(placed.event))
        if flags & OPEN_END:
            right = max(right, left + 2 * brushes.edge)
        if right > sizes.column and left < self._scene.width:
            # far beyond the screen its ends do not matter, and would not fit a rectangle of whole numbers
            left, right = max(left, -1e6), min(right, 1e6)
            box = QRect(round(left), middle - sizes.row // 2 + 1, max(1, round(right) - round(left)), sizes.row - 3)
            soft_start, soft_end = bool(flags & (SOFT_START | OPEN_START)), bool(flags & (SOFT_END | OPEN_END))
            brushes.paint(self._painter, box, soft_start=soft_start, soft_end=soft_end)

    def _paint_clusters(self, lane: int, drawn: DrawnCell, middle: int) -> int:
        """Paint the clusters of a lane; return how many are seen."""
        painter, column, axis, painted = self._painter, self._sizes.column, self._axis, 0
        for cluster, pill in drawn.clusters:
            left = round(column + axis.x(cluster.day))
            if column - pill.width < left < self._scene.width:
                painted += 1
                top = middle - pill.height // 2
                if self._pictures:
                    painter.drawPixmap(QPoint(left, top), pill.picture(self._ratio))
                else:
                    pill.paint(painter, left, top)
                if self._view.cluster == (lane, cluster):
                    paint_ring(painter, QRectF(left, top, pill.width, pill.height), focused=self._focused)
        return painted

    def _paint_selected(self, lane: int, band: Band, seen: Visible) -> None:
        spot = self._view.selected
        if spot is None or spot.lane != lane:
            return
        radius = self._sizes.radius * 1.75
        for placed in seen.placed:
            if placed.event == spot.event:
                x = round(self._scene.mark_x(lane, placed, self._axis))
                ring = QRectF(x - radius, self._middle(band, placed.row) - radius, 2 * radius, 2 * radius)
                paint_ring(self._painter, ring, focused=self._focused)

    def _paint_empty(self, lane: int, band: Band) -> None:
        none_at_all = not len(self._scene.lanes[lane].events)
        text = (
            translate("Timeline", "No events pass the filters")
            if none_at_all
            else translate("Timeline", "No events in this range")
        )
        self._painter.setFont(self._scene.words.font)
        self._painter.setPen(self._theme.colour("ink-2"))
        top = self._sizes.header + band.top - self._view.scroll
        box = QRectF(self._sizes.column, top, self._scene.plot_width, band.height)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_scroll_mark(self) -> None:
        """Show at the right edge that there are more lanes than fit, and which part of them is seen."""
        scene, sizes = self._scene, self._sizes
        if scene.overflow:
            room = scene.height - sizes.header
            whole = room + scene.overflow
            top = sizes.header + room * self._view.scroll / whole
            bar = QRectF(scene.width - 8, top + 2, 5, room * room / whole - 4)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._theme.colour("control-line"))
            self._painter.drawRoundedRect(bar, 2.5, 2.5)


def _on_whole_pixels(axis: Axis) -> Axis:
    """Day 0 stands on a whole pixel: while panning, everything moves by whole pixels, and together."""
    return replace(axis, start=round(axis.start * axis.scale) / axis.scale)


def paint_ring(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """Paint the ring around what is selected."""
    painter.setPen(QPen(ring_colour(focused=focused), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def ring_colour(*, focused: bool) -> QColor:
    """Return the colour of what is selected, with the focus or without."""
    return current().colour("focus" if focused else "accent")


def paint_focus(painter: QPainter, rect: QRectF, radius: float = 0) -> None:
    """Paint the ring around a painted widget that has the focus."""
    painter.setPen(QPen(current().colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
