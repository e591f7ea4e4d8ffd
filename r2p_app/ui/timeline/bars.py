"""Bars of spans: a tinted ground with a line below; an edge that is not known to the day fades."""

from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import Theme

_TINT, _STRONG_TINT = 0.16, 0.3
"""How strong the ground is; stronger on black."""

_LINE = 2
"""Pixels of the line, which carries the contrast."""

_SOFT = 44
"""Pixels over which a soft edge fades, at 100 % text."""


class BarBrushes:
    """What bars in the colour of a lane are painted with."""

    def __init__(self, theme: Theme, token: str) -> None:
        line = theme.colour(token)
        tint = theme.colour(token, _STRONG_TINT if theme.name == "contrast" else _TINT)
        self.edge = theme.px(_SOFT)
        self._parts = tuple((QBrush(colour), _fading(colour, 0), _fading(colour, 1)) for colour in (tint, line))

    def paint(self, painter: QPainter, box: QRectF, *, soft_start: bool, soft_end: bool) -> None:
        """Paint one bar. Far beyond the screen it is cut off: rasterising centuries at the scale of days is slow."""
        width = painter.device().width()
        edge = min(self.edge, box.width() * 0.4)
        start = edge if soft_start else 0.0
        end = edge if soft_end else 0.0
        left, right = max(box.left() + start, -8.0), min(box.right() - end, width + 8.0)
        line = box.bottom() - _LINE
        for (full, in_, out), top, height in zip(self._parts, (box.top(), line), (box.height(), _LINE), strict=True):
            if right > left:
                painter.fillRect(QRectF(left, top, right - left, height), full)
            if soft_start and box.left() > -edge:
                painter.fillRect(QRectF(box.left(), top, edge, height), in_)
            if soft_end and box.right() < width + edge:
                painter.fillRect(QRectF(box.right() - edge, top, edge, height), out)


def bar_brushes(token: str) -> BarBrushes:
    """Return the brushes for a lane's colour token in the present theme."""
    return _brushes(current(), token)


@lru_cache(maxsize=32)
def _brushes(theme: Theme, token: str) -> BarBrushes:
    return BarBrushes(theme, token)


def _fading(colour: QColor, clear_at: int) -> QBrush:
    """A brush that goes from nothing to the colour over whatever it fills, or the other way round."""
    clear = QColor(colour)
    clear.setAlpha(0)
    gradient = QLinearGradient(0, 0, 1, 0)
    gradient.setCoordinateMode(QLinearGradient.CoordinateMode.ObjectMode)
    gradient.setColorAt(clear_at, clear)
    gradient.setColorAt(1 - clear_at, colour)
    return QBrush(gradient)
