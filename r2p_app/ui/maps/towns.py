"""Towns that have nothing to do with a case, for finding one's way: small and pale, where there is room for them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from r2p_app.maps.labels import Box, Wanted, place_labels
from r2p_app.maps.region import Point
from r2p_app.ui.maps.labels import paint_label
from r2p_app.ui.maps.view import View
from r2p_app.ui.theme.tokens import TextRole, Theme

_DOT, _APART = 2.5, 9.0
"""Radius of a town, and how far it keeps from what is there already, in pixels at 100 % text."""


class TownsLayer:
    """Rings with names; a town stands only where neither covers anything, so it comes after all that matters more."""

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint the larger towns first, as long as there is room."""
        apart = view.theme.px(_APART)
        spots = [(town, view.pixel(Point(town.lat, town.lon))) for town in view.sheet.region.towns]
        free = [(town, spot) for town, spot in spots if _is_free(spot, apart, view.frame, taken)]
        metrics = QFontMetricsF(view.theme.font(TextRole.SMALL))
        wanted = [
            Wanted(
                *spot.toTuple(),
                view.theme.px(_DOT),
                metrics.horizontalAdvance(town.name),
                metrics.height(),
                town.people,
            )
            for town, spot in free
        ]
        for (town, spot), box in zip(free, place_labels(wanted, view.frame, taken), strict=True):
            if box is not None:
                paint_town(painter, view.theme, spot)
                paint_label(painter, view.theme, box, town.name, role=TextRole.SMALL, token="ink-2")
                taken.append(box)


def paint_town(painter: QPainter, theme: Theme, spot: QPointF) -> None:
    """Paint the ring of a town."""
    painter.setPen(QPen(theme.colour("ink-2"), 1.2))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(spot, theme.px(_DOT), theme.px(_DOT))


def _is_free(spot: QPointF, apart: float, frame: Box, taken: Sequence[Box]) -> bool:
    box = Box(spot.x() - apart, spot.y() - apart, 2 * apart, 2 * apart)
    return box.inside(frame) and not any(box.meets(other) for other in taken)
