"""Bars of spans: a tinted ground with a line below; an edge that is not known to the day fades."""

from functools import lru_cache

from PySide6.QtCore import QRect
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
        self._parts = tuple((colour, _fading(colour, 0), _fading(colour, 1)) for colour in (tint, line))

    def paint(self, painter: QPainter, box: QRect, *, soft_start: bool, soft_end: bool) -> None:
        """Paint one bar. Far beyond the screen it is cut off: rasterising centuries at the scale of days is slow."""
        device = painter.device().width()
        left, right = box.left(), box.left() + box.width()
        edge = min(self.edge, box.width() * 2 // 5)
        firm_left = max(left + edge * soft_start, -8)
        firm_right = min(right - edge * soft_end, device + 8)
        line = box.top() + box.height() - _LINE
        for (full, in_, out), top, height in zip(self._parts, (box.top(), line), (box.height(), _LINE), strict=True):
            if firm_right > firm_left:
                painter.fillRect(firm_left, top, firm_right - firm_left, height, full)
            if soft_start and left > -edge:
                painter.fillRect(left, top, edge, height, in_)
            if soft_end and right < device + edge:
                painter.fillRect(right - edge, top, edge, height, out)


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
