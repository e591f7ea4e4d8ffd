"""A painted view between its head and its foot, as a picture: SVG with words as text, PNG as fine as is wanted."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from r2p_app.ui.export.blocks import Block
from r2p_app.ui.export.painted import to_png, to_svg
from r2p_app.ui.theme.look import current, drawn_in
from r2p_app.ui.theme.tokens import Theme

_MARGIN, _GAP = 16, 8
"""Pixels at 100 % text around everything, and between the view and what stands above and below it."""


class Body(Protocol):
    """What is painted between head and foot."""

    @property
    def width(self) -> float:
        """How wide it is, in pixels of the screen."""

    @property
    def height(self) -> float:
        """How high it is."""

    def paint(self, painter: QPainter) -> None:
        """Paint it in the theme in force, its top left at the painter's origin."""


@dataclass(frozen=True)
class Caption:
    """What a picture is called and what it shows, in words: for who cannot see it, and for searching."""

    title: str
    description: str


class Picture:
    """The picture in a theme. Blocks and body are made, and everything is painted, while that theme is in force."""

    def __init__(self, caption: Caption, head: Block, body: Body, foot: Block, theme: Theme) -> None:
        self.caption, self._theme = caption, theme
        self._head, self._body, self._foot = head, body, foot
        with drawn_in(theme):
            self._margin, gap = theme.px(_MARGIN), theme.px(_GAP)
            self._top = self._margin + head.height(body.width) + gap
            self._below = self._top + body.height + gap
            whole = self._below + foot.height(body.width) + self._margin
            self.size = QSize(round(body.width + 2 * self._margin), round(whole))

    def png(self, scale: int) -> bytes:
        """Return the picture with `scale` pixels to one of the screen."""
        return to_png(self.paint, self.size, scale, title=self.caption.title, description=self.caption.description)

    def svg(self) -> bytes:
        """Return the picture as SVG, with words as text."""
        return to_svg(self.paint, self.size, title=self.caption.title, description=self.caption.description)

    def paint(self, painter: QPainter) -> None:
        """Paint it on any device."""
        with drawn_in(self._theme):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(QRectF(QPointF(0, 0), self.size.toSizeF()), current().colour("surface"))
            self._head.paint(painter, self._margin, self._margin, self._body.width)
            painter.save()
            painter.translate(self._margin, self._top)
            self._body.paint(painter)
            painter.restore()
            self._foot.paint(painter, self._margin, self._below, self._body.width)
