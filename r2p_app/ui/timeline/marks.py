"""The marks of the responsibilities as pixmaps: filled for a known day, hollow for a date not known to the day.

Also colours of lanes: a lane has the colour of its case.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPixmap, QTransform

from r2p_app.content.model import Lane, Responsibility
from r2p_app.timeline.items import RESPONSIBILITIES, Items
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import Theme
from r2p_app.ui.widgets.basic import responsibility_path

_INSIDE = 0.46
"""The size of the hole in a hollow mark, as a share of the mark."""

_CENTRE_OF_HOLE = {Responsibility.REACT: 0.66}
"""Where the hole's middle is, from the top; a triangle's lies low."""


_DELAY = (((0.0, 0.1), (0.14, 0.9)), ((0.86, 0.1), (1.0, 0.9)), ((0.0, 0.42), (1.0, 0.58)))
"""A delay's mark: two posts and the way between them, as boxes."""


class Mark(NamedTuple):
    """The mark of a responsibility, or of a delay (`kind` None); hollow for a date not known to the day."""

    kind: Responsibility | None
    hollow: bool = False

    @property
    def path(self) -> QPainterPath:
        """Its shape in a square of one pixel."""
        if self.kind is None:
            return _delay_path()
        path = responsibility_path(self.kind)
        if self.hollow:
            hole = QTransform().translate(*_hole(self.kind)).scale(_INSIDE, _INSIDE)
            path.addPath(hole.map(responsibility_path(self.kind)))  # what is covered twice is not filled
        return path

    @property
    def colour(self) -> QColor:
        """Its colour in the present theme."""
        return current().colour(self.kind or "ink")


DELAY_MARK = Mark(None)


def mark_of(items: Items, index: int) -> Mark:
    """Return the mark of an event."""
    return Mark(RESPONSIBILITIES[items.responsibility[index]], not items.is_exact(index))


def paint_mark(painter: QPainter, mark: Mark, x: float, y: float, size: float) -> None:
    """Paint a mark as a shape, its top left at x, y."""
    painter.fillPath(QTransform().translate(x, y).scale(size, size).map(mark.path), mark.colour)


def mark_pixmap(mark: Mark, size: int, ratio: float) -> QPixmap:
    """Return the mark in the present theme, `size` pixels square."""
    return _mark(current(), mark, size, ratio)


@lru_cache(maxsize=64)
def _mark(theme: Theme, mark: Mark, size: int, ratio: float) -> QPixmap:
    assert theme is current()
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, mark, 0, 0, size)
    painter.end()
    return pixmap


def _delay_path() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for corners in _DELAY:
        path.addRect(QRectF(*(QPointF(*corner) for corner in corners)))
    return path


def _hole(kind: Responsibility) -> tuple[float, float]:
    """The top left corner of the hole in a hollow mark, as shares of its size."""
    middle = _CENTRE_OF_HOLE.get(kind, 0.5)
    return (1 - _INSIDE) / 2, middle * (1 - _INSIDE)


def mark_icon(kind: Responsibility, size: int, gap: int, ratio: float) -> QIcon:
    """Return the mark as an icon with room to its right, for the text beside it."""
    mark = mark_pixmap(Mark(kind), size, ratio)
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
