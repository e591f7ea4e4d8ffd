"""A word on a map: on a light ground, so that it can be read over lines."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from r2p_app.maps.labels import Box
from r2p_app.ui.theme.tokens import TextRole, Theme

_GROUND = 0.55
"""How dense the ground is: what lies under it is still seen."""


def paint_label(painter: QPainter, theme: Theme, box: Box, text: str, *, role: TextRole, token: str = "ink") -> None:
    """Paint a word in its box."""
    rect = QRectF(*box)
    painter.setFont(theme.font(role))
    painter.fillRect(rect, theme.colour("surface", _GROUND))
    painter.setPen(theme.colour(token))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
