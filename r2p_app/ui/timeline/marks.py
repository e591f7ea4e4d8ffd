"""The marks of the responsibilities as pixmaps: filled for a known day, hollow for a date not known to the day.

Also colours of lanes: a lane has the colour of its case.
"""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QTransform

from r2p_app.content.model import Lane, Responsibility
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import Theme
from r2p_app.ui.widgets.basic import responsibility_path

_INSIDE = 0.46
"""The size of the hole in a hollow mark, as a share of the mark."""

_CENTRE_OF_HOLE = {Responsibility.REACT: 0.66}
"""Where the hole's middle is, from the top; a triangle's lies low."""


def paint_mark(painter: QPainter, kind: Responsibility, x: float, y: float, size: float, *, hollow: bool) -> None:
    """Paint the mark as a shape, its top left at x, y: for paper and vector files."""
    path = responsibility_path(kind)
    if hollow:
        path -= QTransform().translate(*_hole(kind)).scale(_INSIDE, _INSIDE).map(responsibility_path(kind))
    painter.fillPath(QTransform().translate(x, y).scale(size, size).map(path), current().colour(kind))


def mark_pixmap(kind: Responsibility, size: int, ratio: float, *, hollow: bool = False) -> QPixmap:
    """Return the mark in the present theme, `size` pixels square."""
    return _mark(current(), kind, size, ratio, hollow)


@lru_cache(maxsize=64)
def _mark(theme: Theme, kind: Responsibility, size: int, ratio: float, hollow: bool) -> QPixmap:
    assert theme is current()
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, kind, 0, 0, size, hollow=hollow)
    painter.end()
    return pixmap


def _hole(kind: Responsibility) -> tuple[float, float]:
    """The top left corner of the hole in a hollow mark, as shares of its size."""
    middle = _CENTRE_OF_HOLE.get(kind, 0.5)
    return (1 - _INSIDE) / 2, middle * (1 - _INSIDE)


def mark_icon(kind: Responsibility, size: int, gap: int, ratio: float) -> QIcon:
    """Return the mark as an icon with room to its right, for the text beside it."""
    mark = mark_pixmap(kind, size, ratio)
    pixmap = QPixmap(round((size + gap) * ratio), mark.height())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(0, 0, mark)
    painter.end()
    return QIcon(pixmap)


def lane_token(lane: Lane) -> str:
    """Return the colour token of a lane."""
    token = f"lane-{lane.case}"
    return token if token in current().colours else "lane-other"


def lane_colour(lane: Lane, alpha: float = 1.0) -> QColor:
    """Return the colour of a lane in the present theme."""
    return current().colour(lane_token(lane), alpha)
