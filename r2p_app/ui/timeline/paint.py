"""Painting of the timeline, from a scene and a view: ticks, lanes, bars, marks, labels, clusters."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPaintEngine, QPainter, QPen

from r2p_app.timeline.items import OPEN_END, OPEN_START, RESPONSIBILITIES, SOFT_END, SOFT_START
from r2p_app.timeline.placing import Placed, Visible
from r2p_app.timeline.ticks import Unit, ticks
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.bars import BarBrushes, bar_brushes
from r2p_app.ui.timeline.drawn import DrawnCell, DrawnCluster
from r2p_app.ui.timeline.marks import lane_colour, lane_token, paint_mark
from r2p_app.ui.timeline.scene import Scene, View
from r2p_app.ui.timeline.sizes import Band
from r2p_app.ui.timeline.words import tick_label

translate = QCoreApplication.translate

VECTORS = frozenset((QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf))
"""Files that can be enlarged: marks are painted there as shapes."""


class TimelinePainter:
    """One frame of the timeline."""

    def __init__(self, painter: QPainter, scene: Scene, view: View, *, focused: bool = False) -> None:
        self._painter, self._scene, self._view = painter, scene, view
        self._sizes, self._axis, self._level = scene.sizes, view.axis, view.axis.level
        self._items = scene.shown.items
        self._focused = focused
        self._theme = current()
        self._ink, self._ground = self._theme.colour("ink"), self._theme.colour("surface")
        self._ratio = painter.device().devicePixelRatioF()
        self._shapes = painter.paintEngine().type() in VECTORS

    def paint(self) -> None:
        """Paint everything: ground and ticks, then the lanes, then what must stay legible above them."""
        painter, scene, sizes = self._painter, self._scene, self._sizes
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, scene.width, scene.height, self._theme.colour("surface"))
        painter.setClipRect(sizes.column, 0, scene.plot_width, scene.height)
        self._paint_ticks()
        painter.setClipRect(sizes.column, sizes.header, scene.plot_width, scene.height - sizes.header)
        for lane, band, seen in scene.lanes(self._view):
            self._paint_lane(lane, band, seen)
        self._fade_left()
        painter.setClipRect(0, sizes.header, scene.width, scene.height - sizes.header)
        self._paint_names()
        painter.setClipping(False)
        self._paint_scroll_mark()
        painter.fillRect(0, sizes.header, scene.width, 1, self._theme.colour("line"))

    def _paint_ticks(self) -> None:
        painter, sizes, axis = self._painter, self._sizes, self._axis
        painter.setFont(self._theme.font(TextRole.SMALL))
        metrics = self._scene.words.metrics
        baseline = sizes.header / 2 + metrics.ascent() / 2 - 2
        found = ticks(axis, sizes.tick)
        wide = bool(found) and found[0].unit is Unit.DAY and axis.scale > 1.4 * sizes.tick
        free_from = float(sizes.column)
        line = self._theme.colour("line", 0.45 if self._theme.name == "contrast" else 1.0)
        for number, tick in enumerate(found):
            x = round(sizes.column + axis.x(tick.day))
            painter.fillRect(x, round(sizes.header * 0.62), 1, self._scene.height, line)
            text = tick_label(tick, whole=number == 0 or tick.major, wide=wide)
            if x >= free_from:
                painter.setPen(self._theme.colour("ink" if tick.major else "ink-2"))
                painter.drawText(QPointF(x + 5, baseline), text)
                free_from = x + 5 + metrics.horizontalAdvance(text) + 8

    def _fade_left(self) -> None:
        """Let what began before the view fade at its edge, rather than be cut in the middle of a letter."""
        left, width = self._sizes.column, self._sizes.edge
        gradient = QLinearGradient(left, 0, left + width, 0)
        clear = QColor(self._ground)
        clear.setAlpha(0)
        gradient.setColorAt(0, self._ground)
        gradient.setColorAt(1, clear)
        self._painter.fillRect(left, self._sizes.header, width, self._scene.height, gradient)

    def _paint_lane(self, lane: int, band: Band, seen: Visible) -> None:
        """Paint bars first, then what stands on them."""
        brushes = bar_brushes(lane_token(self._scene.shown.lanes[lane].lane))
        drawings, first = self._scene.drawings, self._middle(band, 0)
        cells = [drawings.of(cell, self._level, self._ratio) for cell in seen.cells]
        for placed in (*seen.rails, *(placed for cell in cells for placed in cell.bars)):
            self._paint_bar(brushes, placed, first + placed.row * self._sizes.row)
        self._painter.setFont(self._scene.words.font)
        self._painter.setPen(self._ink)
        painted = [self._paint_rail(placed, first) for placed in seen.rails]
        painted += [self._paint_cell(cell, first) for cell in cells]
        painted.append(self._paint_clusters(lane, [one for cell in cells for one in cell.clusters], band))
        self._paint_selected(lane, band, seen)
        if not any(painted):
            self._paint_empty(lane, band)

    def _paint_cell(self, cell: DrawnCell, first: float) -> int:
        """Paint the events of a cell; return how many of them are seen."""
        axis, sizes, scene = self._axis, self._sizes, self._scene
        column, start, scale = sizes.column, axis.start, axis.scale
        radius, row, label_at, edge = sizes.radius, sizes.row, sizes.radius + sizes.gap, sizes.column + 3 * sizes.edge
        draw_mark, draw_text, fill = self._painter.drawPixmap, self._painter.drawStaticText, self._painter.fillRect
        shapes, painted = self._shapes, 0
        for placed, mark, label in cell.between(start - sizes.layout.reach / scale, axis.end + radius / scale):
            x = scene.mark_x(placed, axis) if placed.bar else column + (placed.day - start) * scale
            left = x + label_at
            if left + (label.width if label else 0) < edge:  # no slivers of what has gone by
                continue
            painted += 1
            middle = first + placed.row * row
            if shapes:
                self._paint_shape(placed, x, middle)
            else:
                draw_mark(QPointF(x - radius, middle - radius), mark)
            if label is not None:
                if not placed.bar:  # no line of the calendar runs through the letters
                    fill(QRectF(left, middle - radius, label.width, 2 * radius), self._ground)
                draw_text(QPointF(left, middle - label.height / 2), label.text)
        return painted

    def _paint_rail(self, placed: Placed, first: float) -> int:
        """Paint mark and label of a long bar, where they are in view."""
        scene, sizes = self._scene, self._sizes
        x, middle = scene.mark_x(placed, self._axis), first + placed.row * sizes.row
        event = scene.drawings.rail(placed, self._level, scene.label_room(placed, self._axis, x))
        if self._shapes:
            self._paint_shape(placed, x, middle)
        else:
            self._painter.drawPixmap(QPointF(x - sizes.radius, middle - sizes.radius), event.mark)
        if event.label is not None:
            at = QPointF(x + sizes.radius + sizes.gap, middle - event.label.height / 2)
            self._painter.drawStaticText(at, event.label.text)
        return 1

    def _paint_shape(self, placed: Placed, x: float, middle: float) -> None:
        """Paint a mark as a shape, for a file that can be enlarged."""
        items, radius = self._items, self._sizes.radius
        kind = RESPONSIBILITIES[items.responsibility[placed.event]]
        hollow = not items.is_exact(placed.event)
        paint_mark(self._painter, kind, x - radius, middle - radius, 2 * radius, hollow=hollow)

    def _middle(self, band: Band, row: int) -> float:
        return self._scene.row_middle(band, row, self._view.scroll)

    def _paint_bar(self, brushes: BarBrushes, placed: Placed, middle: float) -> None:
        sizes, flags = self._sizes, self._items.flags[placed.event]
        left = sizes.column + self._axis.x(self._items.first[placed.event])
        right = sizes.column + self._axis.x(self._items.end(placed.event))
        if flags & OPEN_END:
            right = max(right, left + 2 * brushes.edge)
        if right > sizes.column and left < self._scene.width:
            box = QRectF(left, middle - sizes.row / 2 + 1, right - left, sizes.row - 3)
            soft_start, soft_end = bool(flags & (SOFT_START | OPEN_START)), bool(flags & (SOFT_END | OPEN_END))
            brushes.paint(self._painter, box, soft_start=soft_start, soft_end=soft_end)

    def _paint_clusters(self, lane: int, clusters: Sequence[DrawnCluster], band: Band) -> int:
        """Paint the clusters of a lane: all pills, then all words; return how many are seen."""
        painter, sizes, middle = self._painter, self._sizes, self._middle(band, band.rows - 1)
        width, height = sizes.layout.cluster - sizes.gap, sizes.row - 3
        lefts = [sizes.column + self._axis.x(one.cluster.day) for one in clusters]
        seen = [
            (one, QRectF(left, middle - height / 2, width, height))
            for one, left in zip(clusters, lefts, strict=True)
            if -width < left - sizes.column < self._axis.width
        ]
        painter.setBrush(self._theme.colour("surface-2"))
        painter.setPen(self._theme.colour("control-line"))
        for one, box in seen:
            if self._view.cluster != (lane, one.cluster):
                painter.drawRoundedRect(box, height / 2, height / 2)
            else:
                painter.save()
                painter.setPen(QPen(self._ring(), 2))
                painter.drawRoundedRect(box, height / 2, height / 2)
                painter.restore()
        painter.setPen(self._ink)
        for (_, label), box in seen:
            at = QPointF(box.left() + (width - label.width) / 2, middle - label.height / 2)
            painter.drawStaticText(at, label.text)
        return len(seen)

    def _paint_selected(self, lane: int, band: Band, seen: Visible) -> None:
        spot = self._view.selected
        if spot is None or spot.lane != lane:
            return
        for placed in seen.placed:
            if placed.event == spot.event:
                centre = QPointF(self._scene.mark_x(placed, self._axis), self._middle(band, placed.row))
                radius = self._sizes.radius * 1.75
                self._painter.setPen(QPen(self._ring(), 2))
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.drawEllipse(centre, radius, radius)

    def _ring(self) -> QColor:
        return self._theme.colour("focus" if self._focused else "accent")

    def _paint_empty(self, lane: int, band: Band) -> None:
        none_at_all = not len(self._scene.shown.lanes[lane])
        text = (
            translate("Timeline", "No events pass the filters")
            if none_at_all
            else translate("Timeline", "No events in this range")
        )
        self._painter.setFont(self._theme.font(TextRole.SMALL))
        self._painter.setPen(self._theme.colour("ink-2"))
        self._painter.drawText(self._band_box(band, self._sizes.column), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_names(self) -> None:
        painter, sizes, scene = self._painter, self._sizes, self._scene
        painter.setFont(self._theme.font(TextRole.SMALL_STRONG))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for band, lane in zip(scene.bands, scene.shown.lanes, strict=True):
            box = self._band_box(band, 0)
            painter.fillRect(QRectF(0, box.bottom() - 1, scene.width, 1), self._theme.colour("line"))
            painter.setPen(lane_colour(lane.lane))
            name = QRectF(self._theme.px(14), box.top(), sizes.column - self._theme.px(18), box.height())
            painter.drawText(name, int(flags) | int(Qt.TextFlag.TextWordWrap), lane.lane.title)

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

    def _band_box(self, band: Band, left: int) -> QRectF:
        top = self._sizes.header + band.top - self._view.scroll
        return QRectF(left, top, self._scene.width - left, band.height)


def paint_focus(painter: QPainter, rect: QRectF, radius: float = 0) -> None:
    """Paint the ring around a painted widget that has the focus."""
    painter.setPen(QPen(current().colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
