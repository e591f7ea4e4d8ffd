"""The heads of the lanes, left of the line, and what a folded lane shows instead of its events."""

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from r2p_app.timeline.density import density
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.looking import View
from r2p_app.ui.timeline.marks import lane_colour
from r2p_app.ui.timeline.scene import Scene
from r2p_app.ui.timeline.sizes import Band

_LEFT, _CHEVRON, _GAP = 10, 8, 7
"""Pixels at 100 % text: before the sign of folding, its size, and the room after it."""

_BAR = 4
"""Pixels from bar to bar in a folded lane."""

_FULL = 5
"""A bar has its full height at 2^5 events: the same everywhere, so that it does not change while panning."""


def paint_heads(painter: QPainter, scene: Scene, view: View, *, focused: bool) -> None:
    """Paint the line below each lane, its sign of folding and its name."""
    theme, sizes = current(), scene.sizes
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    line = theme.colour("line")
    for lane, band in scene.on_screen(view):
        box = QRectF(0, sizes.header + band.top - view.scroll, sizes.column, band.height)
        painter.fillRect(QRectF(0, box.bottom() - 1, scene.width, 1), line)
        painter.setPen(lane_colour(scene.lanes[lane].events.lane))
        painter.setFont(theme.font(TextRole.SMALL_STRONG))
        name_left = theme.px(_LEFT + _CHEVRON + _GAP)
        name = box.adjusted(name_left, 0, -theme.px(4), 0)
        painter.drawText(name, int(flags) | int(Qt.TextFlag.TextWordWrap), scene.lanes[lane].events.lane.title)
        _paint_chevron(painter, scene, lane, box)
        if view.head == lane:
            painter.setPen(QPen(theme.colour("focus" if focused else "accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -4), 4, 4)


def _paint_chevron(painter: QPainter, scene: Scene, lane: int, box: QRectF) -> None:
    """A triangle that points down where the lane is open, and to its events where it is folded."""
    theme = current()
    size, left, middle = theme.px(_CHEVRON), theme.px(_LEFT), box.center().y()
    folded = lane in scene.folded
    corners = ((0.15, 0), (0.9, 0.5), (0.15, 1)) if folded else ((0, 0.15), (1, 0.15), (0.5, 0.9))
    points = [QPointF(left + x * size, middle + (y - 0.5) * size) for x, y in corners]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("ink-2"))
    painter.drawPolygon(QPolygonF(points))


def paint_folded(painter: QPainter, scene: Scene, lane: int, band: Band, view: View) -> None:
    """Paint how many events begin when, and their number."""
    sizes, events = scene.sizes, scene.lanes[lane].events
    axis = view.axis
    step = _BAR / axis.scale
    grid = replace(axis, start=math.floor(axis.start / step) * step, width=axis.width + _BAR)
    bottom = sizes.header + band.top - view.scroll + band.height - 6
    left, room, colour = sizes.column + axis.x(grid.start), band.height - 12, lane_colour(events.lane)
    for number, count in enumerate(density([events], grid, _BAR)):
        if count:
            high = round(room * min(1.0, max(0.35, math.log2(1 + count) / _FULL)))
            painter.fillRect(round(left + number * _BAR), bottom - high, _BAR - 1, high, colour)
    _paint_count(painter, scene.lanes[lane].words.count(len(events)), scene, bottom - room)


def _paint_count(painter: QPainter, words: str, scene: Scene, top: int) -> None:
    """Write the number of events at the right edge, on its own ground."""
    theme = current()
    width = scene.words.advance(words)
    height = scene.words.metrics.height()
    box = QRectF(scene.width - width - theme.px(14), top, width + theme.px(8), height)
    painter.fillRect(box, theme.colour("surface"))
    painter.setPen(theme.colour("ink-2"))
    painter.setFont(scene.words.font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
