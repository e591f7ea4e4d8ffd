"""What paints itself as a file: SVG with words as text, PNG as fine as is wanted."""

import re
from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QImageWriter, QPaintDevice, QPainter

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
    painter = _SvgPainter(generator)
    with painter:
        paint(painter)
    return _with_fallbacks(_spread(bytes(data.data()).decode(), painter.spread)).encode()


class _SvgPainter(QPainter):
    """Makes up for two faults of Qt's generator.

    It writes nowhere that letters are spread: which words are, and by how many pixels, is kept. Once words without room
    were cut to their box, it cuts all that follows to that box: words are not cut.
    """

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self.spread: dict[str, float] = {}

    def drawText(self, *arguments: object) -> QRectF | None:  # type: ignore[override]  # noqa: N802
        """Draw words, which come last whatever stands before them."""
        font, (*where, words) = self.font(), arguments
        if font.letterSpacingType() is QFont.SpacingType.AbsoluteSpacing and font.letterSpacing():
            self.spread[str(words)] = font.letterSpacing()
        if isinstance(where[0], QRect | QRectF) and isinstance(where[-1], int):
            where[-1] = int(where[-1]) | Qt.TextFlag.TextDontClip
        return super().drawText(*where, words)  # type: ignore[call-overload, no-any-return]


def _spread(svg: str, spread: Mapping[str, float]) -> str:
    for words, pixels in spread.items():
        end = f">{escape(words, quote=False)}</text>"
        svg = svg.replace(end, f'letter-spacing="{pixels:g}"{end}')
    return svg


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
