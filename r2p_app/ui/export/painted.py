"""What paints itself as a file: SVG with words as text, PNG as fine as is wanted."""

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from r2p_app.ui.theme.tokens import SANS, SERIF

PNG_SCALES = (1, 2, 3)

_FALLBACKS = {SANS: "sans-serif", SERIF: "serif"}
"""What a viewer shows who does not have our fonts."""

Paint = Callable[[QPainter], None]


def to_png(paint: Paint, size: QSize, scale: int, *, title: str, description: str) -> bytes:
    """Return the picture with `scale` pixels to one of the screen."""
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.setText("Title", title)
    image.setText("Description", description)
    with QPainter(image) as painter:
        paint(painter)
    data, buffer = _buffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def to_svg(paint: Paint, size: QSize, *, title: str, description: str) -> bytes:
    """Return the picture as SVG, with words as text."""
    from PySide6.QtSvg import QSvgGenerator  # read only when a file is made

    data, buffer = _buffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # Tiny, the default, cannot clip
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), size.toSizeF()))
    generator.setResolution(96)
    generator.setTitle(title)
    generator.setDescription(description)
    with QPainter(generator) as painter:
        paint(painter)
    return _with_fallbacks(bytes(data.data()).decode()).encode()


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
