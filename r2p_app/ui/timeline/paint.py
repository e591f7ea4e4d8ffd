"""Painting of the timeline, from a scene and a view: ticks, lanes, bars, marks, labels, clusters."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from r2p_app.content.model import Lane
from r2p_app.timeline.items import OPEN_END, OPEN_START, RESPONSIBILITIES, SOFT_END, SOFT_START
from r2p_app.timeline.placing import Cell, Cluster, Placed
from r2p_app.timeline.ticks import Unit, ticks
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.marks import lane_colour, mark_pixmap
from r2p_app.ui.timeline.scene import Scene, View
from r2p_app.ui.timeline.sizes import Band
from r2p_app.ui.timeline.words import tick_label

_TINT, _LINE = 0.16, 2
"""How strong a bar's ground is, and how high its line, which carries the contrast."""

_SOFT = 44
"""Pixels over which a soft edge fades, at 100 % text."""


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

    def paint(self) -> None:
        """Paint everything: ground and ticks, then the lanes, then what must stay legible above them."""
        painter, scene, sizes = self._painter, self._scene, self._sizes
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, scene.width, scene.height, self._theme.colour("surface"))
        painter.setClipRect(sizes.column, 0, scene.plot_width, scene.height)
        self._paint_ticks()
        painter.setClipRect(sizes.column, sizes.header, scene.plot_width, scene.height - sizes.header)
        for lane, band, cell in scene.cells(self._view):
            self._paint_lane(lane, band, cell)
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

    def _paint_lane(self, lane: int, band: Band, cell: Cell) -> None:
        if not self._paint_things(lane, band, cell):
            self._paint_empty(lane, band)

    def _paint_things(self, lane: int, band: Band, cell: Cell) -> bool:
        """Paint bars, then what stands on them; tell whether there was anything."""
        seen = [placed for placed in cell.placed if self._is_seen(placed)]
        record = self._scene.shown.lanes[lane].lane
        for placed in seen:
            if placed.bar:
                self._paint_bar(record, placed, self._middle(band, placed.row))
        self._painter.setFont(self._scene.words.font)
        self._painter.setPen(self._ink)
        for placed in seen:
            self._paint_event(placed, self._middle(band, placed.row))
        for cluster in cell.clusters:
            self._paint_cluster(lane, cluster, self._middle(band, band.rows - 1))
        self._paint_selected(lane, band, seen)
        return bool(seen or cell.clusters)

    def _is_seen(self, placed: Placed) -> bool:
        x, sizes = self._axis.x(placed.day), self._sizes
        end = x + sizes.layout.before_label + min(placed.room, self._scene.words.width(placed.event, self._level))
        if placed.bar:
            end = max(end, self._axis.x(self._items.end(placed.event)))
        return end > sizes.edge and x < self._axis.width + sizes.radius

    def _middle(self, band: Band, row: int) -> float:
        return self._scene.row_middle(band, row, self._view.scroll)

    def _paint_bar(self, lane: Lane, placed: Placed, middle: float) -> None:
        sizes, flags = self._sizes, self._items.flags[placed.event]
        left = sizes.column + self._axis.x(self._items.first[placed.event])
        right = sizes.column + self._axis.x(self._items.end(placed.event))
        if flags & OPEN_END:
            right = max(right, left + 2 * self._theme.px(_SOFT))
        box = QRectF(left, middle - sizes.row / 2 + 1, right - left, sizes.row - 3)
        soft = (bool(flags & (SOFT_START | OPEN_START)), bool(flags & (SOFT_END | OPEN_END)))
        self._fill_soft(box, lane_colour(lane, _TINT if self._theme.name != "contrast" else 0.3), soft)
        self._fill_soft(QRectF(left, box.bottom() - _LINE, box.width(), _LINE), lane_colour(lane), soft)

    def _fill_soft(self, box: QRectF, colour: QColor, soft: tuple[bool, bool]) -> None:
        """Fill a box whose soft edges fade. It is cut to the screen: rasterising centuries at a day's scale is slow."""
        edge = min(self._theme.px(_SOFT), box.width() * 0.4)
        shown = box.intersected(QRectF(-2 * edge, 0, self._scene.width + 4 * edge, self._scene.height))
        if not any(soft):
            self._painter.fillRect(shown, colour)
            return
        clear = QColor(colour)
        clear.setAlpha(0)
        for begin, width, is_soft, from_, to in (
            (box.left(), edge, soft[0], clear, colour),
            (box.right() - edge, edge, soft[1], colour, clear),
        ):
            gradient = QLinearGradient(begin, 0, begin + width, 0)
            gradient.setColorAt(0, from_ if is_soft else colour)
            gradient.setColorAt(1, to if is_soft else colour)
            part = QRectF(begin, box.top(), width, box.height()).intersected(shown)
            if not part.isEmpty():
                self._painter.fillRect(part, gradient)
        self._painter.fillRect(box.adjusted(edge, 0, -edge, 0).intersected(shown), colour)

    def _paint_event(self, placed: Placed, middle: float) -> None:
        scene, sizes, index = self._scene, self._sizes, placed.event
        x = scene.mark_x(placed, self._axis)
        kind = RESPONSIBILITIES[self._items.responsibility[index]]
        mark = mark_pixmap(kind, 2 * sizes.radius, self._ratio, hollow=not self._items.is_exact(index))
        self._painter.drawPixmap(QPointF(x - sizes.radius, middle - sizes.radius), mark)
        room = scene.label_room(placed, self._axis, x)
        text = scene.words.fitted(index, self._level, room)
        if text:
            left = x + sizes.radius + sizes.gap
            if not placed.bar:  # no line of the calendar runs through the letters
                width = min(room, scene.words.width(index, self._level))
                self._painter.fillRect(QRectF(left, middle - sizes.radius, width, 2 * sizes.radius), self._ground)
            self._painter.drawText(QPointF(left, self._baseline(middle)), text)

    def _baseline(self, middle: float) -> float:
        metrics = self._scene.words.metrics
        return middle + (metrics.ascent() - metrics.descent()) / 2

    def _paint_cluster(self, lane: int, cluster: Cluster, middle: float) -> None:
        sizes, painter = self._sizes, self._painter
        left = sizes.column + self._axis.x(cluster.day)
        width = sizes.layout.cluster - sizes.gap
        if not -width < left - sizes.column < self._axis.width:
            return
        chosen = self._view.cluster == (lane, cluster)
        box = QRectF(left, middle - sizes.row / 2 + 1.5, width, sizes.row - 3)
        painter.setPen(QPen(self._ring() if chosen else self._theme.colour("control-line"), 2 if chosen else 1))
        painter.setBrush(self._theme.colour("surface-2"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._theme.colour("ink"))
        text = self._scene.words.cluster(cluster, self._level, width - 3 * sizes.gap)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_selected(self, lane: int, band: Band, seen: Iterable[Placed]) -> None:
        spot = self._view.selected
        if spot is None or spot.lane != lane:
            return
        for placed in seen:
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
        text = _tr("No events pass the filters") if none_at_all else _tr("No events in this range")
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
