"""A painted view between its head and its foot, as a picture: SVG with words as text, PNG as fine as is wanted."""

import re
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from r2p_app.ui.export.blocks import Block
from r2p_app.ui.theme.look import current, drawn_in
from r2p_app.ui.theme.tokens import SANS, SERIF, Theme

PNG_SCALES = (1, 2, 3)

_FALLBACKS = {SANS: "sans-serif", SERIF: "serif"}
"""What a viewer shows who does not have our fonts."""

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
        image = QImage(self.size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.setText("Title", self.caption.title)
        image.setText("Description", self.caption.description)
        with QPainter(image) as painter:
            self.paint(painter)
        data, buffer = _buffer()
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        return bytes(data.data())

    def svg(self) -> bytes:
        """Return the picture as SVG, with words as text."""
        from PySide6.QtSvg import QSvgGenerator  # read only when a file is made

        data, buffer = _buffer()
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # Tiny, the default, cannot clip
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setViewBox(QRectF(QPointF(0, 0), self.size.toSizeF()))
        generator.setResolution(96)
        generator.setTitle(self.caption.title)
        generator.setDescription(self.caption.description)
        with QPainter(generator) as painter:
            self.paint(painter)
        return _with_fallbacks(bytes(data.data()).decode()).encode()

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


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer


def _with_fallbacks(svg: str) -> str:
    """Name a kind of type after each of our fonts; and tell assistive programs that it is one picture."""
    for family, kind in _FALLBACKS.items():
        svg = svg.replace(f'font-family="{family}"', f'font-family="{family}, {kind}"')
    return re.sub(r"<svg ", '<svg role="img" ', svg, count=1)
