"""What stands around an exported picture: lines of text and a legend, one below the other."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole, Theme

_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_UNBOUNDED = 1e6

_SIGN = 12
"""The side of a sign in a legend, in pixels at 100 % text."""


class Block(ABC):
    """A part of a frame, measured and painted in the theme in force."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Return how high it is in this width."""

    @abstractmethod
    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint it."""


class TextBlock(Block):
    """Words that wrap."""

    def __init__(self, text: str, role: TextRole, token: str = "ink") -> None:
        self._text, self._role, self._token = text, role, token

    def height(self, width: float) -> float:
        """Return the height of the wrapped words, with a little room below."""
        metrics = QFontMetricsF(current().font(self._role))
        return metrics.boundingRect(QRectF(0, 0, width, _UNBOUNDED), _FLAGS, self._text).height() + current().px(GRID)

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint the words."""
        painter.setFont(current().font(self._role))
        painter.setPen(current().colour(self._token))
        painter.drawText(QRectF(left, top, width, self.height(width)), _FLAGS, self._text)


class LegendEntry(NamedTuple):
    """A sign and its words; `paint` gets a painter, the corner and the size of a square.

    A sign that needs more room than a square says how many of them it takes, side by side (`wide`).
    """

    words: str
    paint: Callable[[QPainter, float, float, float], None]
    wide: float = 1.0


class LegendBlock(Block):
    """Signs with their words, side by side as far as there is room."""

    def __init__(self, entries: Sequence[LegendEntry]) -> None:
        self._entries = entries
        self._known: tuple[tuple[float, Theme], list[QPointF]] | None = None

    def height(self, width: float) -> float:
        """Return the height of as many lines as are needed."""
        return self._places(width)[-1].y() + self._line + current().px(GRID)

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint signs and words."""
        theme, metrics = current(), self._metrics
        size = theme.px(_SIGN)
        painter.setFont(theme.font(TextRole.SMALL))
        for entry, at in zip(self._entries, self._places(width), strict=True):
            x, y = left + at.x(), top + at.y()
            entry.paint(painter, x, y + (self._line - size) / 2, size)
            painter.setPen(theme.colour("ink"))
            baseline = y + (self._line + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(x + entry.wide * size + theme.px(6), baseline), entry.words)

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(current().font(TextRole.SMALL))

    @property
    def _line(self) -> float:
        return self._metrics.height() + current().px(4)

    def _places(self, width: float) -> list[QPointF]:
        """Return where the signs stand; widgets ask again and again at the same width."""
        key = (width, current())
        if self._known is None or self._known[0] != key:
            self._known = key, self._arranged(width)
        return self._known[1]

    def _arranged(self, width: float) -> list[QPointF]:
        theme, metrics = current(), self._metrics
        places: list[QPointF] = []
        x = y = 0.0
        for entry in self._entries:
            wide = theme.px(_SIGN) * entry.wide + theme.px(6) + metrics.horizontalAdvance(entry.words)
            if x and x + wide > width:
                x, y = 0.0, y + self._line
            places.append(QPointF(x, y))
            x += wide + theme.px(20)
        return places


class Column(Block):
    """Blocks one below the other."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    def height(self, width: float) -> float:
        """Return the height of all of them."""
        return sum(block.height(width) for block in self._blocks)

    def paint(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """Paint them from the top down."""
        for block in self._blocks:
            block.paint(painter, left, top, width)
            top += block.height(width)
