"""What is painted again and again, kept as a picture: mark and label of an event, the pill of a cluster, words.

On a screen a picture is copied in a tenth of the time that letters take. Files that can be enlarged, and screens whose
pixels are no whole part of ours, get the shapes and letters themselves.
"""

import math
from functools import cached_property, lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPixmap,
    QStaticText,
    QTransform,
)

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole, Theme
from r2p_app.ui.timeline.marks import Mark, mark_pixmap, paint_mark
from r2p_app.ui.timeline.sizes import Sizes


class Letters:
    """Words shaped once and for all."""

    def __init__(self, words: str, font: QFont) -> None:
        self._font = font
        self._text = QStaticText(words)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.prepare(QTransform(), font)
        ascent, descent = _ascent_and_descent(font.toString())
        self._below, self._above = (ascent - descent) / 2, round(ascent)

    def paint(self, painter: QPainter, left: float, middle: float) -> None:
        """Paint them in the painter's colour, on a whole line of pixels."""
        painter.setFont(self._font)
        painter.drawStaticText(QPointF(left, round(middle + self._below) - self._above), self._text)


class Stamp:
    """Mark and label of an event.

    A `solid` one brings its ground, so that no line of the calendar runs through the letters. Only such a one is kept
    as a picture: on glass, letters come out heavier than on a ground.
    """

    def __init__(self, mark: Mark, words: str, width: float, font: QFont, sizes: Sizes, *, solid: bool) -> None:
        self.mark, self.words, self.is_solid, self._font = mark, words, solid, font
        self._radius, self.label_at = sizes.radius, 2 * sizes.radius + sizes.gap
        self._height = sizes.row - 3
        self.width = self.label_at + math.ceil(width) if words else 2 * sizes.radius
        self.above = self._height // 2
        self._picture: QPixmap | None = None
        self._ratio = 0.0

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self.words, self._font)

    def prepare(self, ratio: float) -> None:
        """Make what is kept, for a screen with `ratio` device pixels to one."""
        if self.is_solid:
            self.picture(ratio)
        elif self.words:
            assert self._letters  # shaped when first asked for

    def picture(self, ratio: float) -> QPixmap:
        """Return the picture for a screen with `ratio` device pixels to one; the middle is `above` below its top."""
        if self._picture is None or ratio != self._ratio:
            self._picture, self._ratio = self._make(ratio), ratio
        return self._picture

    def paint(self, painter: QPainter, left: int, middle: int, *, mark: QPixmap | None = None) -> None:
        """Paint shapes and letters, the mark's left edge at `left`; or its picture in place of the mark's shape."""
        size = 2 * self._radius
        if mark is not None:
            painter.drawPixmap(QPoint(left, middle - self._radius), mark)
        else:
            paint_mark(painter, self.mark, left, middle - self._radius, size)
        if self.words:
            if self.is_solid:
                ground = QRect(left + self.label_at, middle - self._radius, self.width - self.label_at, size)
                painter.fillRect(ground, current().colour("surface"))
            painter.setPen(current().colour("ink"))
            self._letters.paint(painter, left + self.label_at, middle)

    def mark_picture(self, ratio: float) -> QPixmap:
        """Return the picture of the mark alone."""
        return mark_pixmap(self.mark, 2 * self._radius, ratio)

    def _make(self, ratio: float) -> QPixmap:
        made = _blank(self.width, self._height, ratio, solid=True)
        painter = QPainter(made)
        painter.drawPixmap(QPoint(0, self.above - self._radius), self.mark_picture(ratio))
        if self.words:
            painter.setFont(self._font)
            painter.setPen(current().colour("ink"))
            painter.drawText(QPointF(self.label_at, _baseline(self._font, self.above)), self.words)
        painter.end()
        return made


class Pill:
    """The number and the dates of a cluster in a rounded box."""

    def __init__(self, words: str, width: float, font: QFont, sizes: Sizes) -> None:
        self._words, self._text_width, self._font = words, width, font
        self.width, self.height = round(sizes.layout.cluster - sizes.gap), sizes.row - 3
        self._picture: QPixmap | None = None
        self._ratio = 0.0

    def picture(self, ratio: float) -> QPixmap:
        """Return the picture for a screen with `ratio` device pixels to one."""
        if self._picture is None or ratio != self._ratio:
            self._picture, self._ratio = _blank(self.width, self.height, ratio, solid=False), ratio
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, 0, 0)
            painter.end()
        return self._picture

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint shapes and letters."""
        theme = current()
        painter.setBrush(theme.colour("surface-2"))
        painter.setPen(theme.colour("control-line"))
        box = QRectF(left, top, self.width, self.height).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme.colour("ink"))
        painter.setFont(self._font)
        baseline = _baseline(self._font, top + self.height / 2)
        painter.drawText(QPointF(round(left + (self.width - self._text_width) / 2), baseline), self._words)


def word_picture(words: str, token: str, ratio: float, role: TextRole = TextRole.SMALL) -> QPixmap:
    """Return words on the ground of the timeline, as high as a line."""
    return _word_picture(current(), words, token, ratio, role)


@lru_cache(maxsize=512)
def _word_picture(theme: Theme, words: str, token: str, ratio: float, role: TextRole) -> QPixmap:
    font = theme.font(role)
    metrics = QFontMetricsF(font)
    made = _blank(math.ceil(metrics.horizontalAdvance(words)) + 1, math.ceil(metrics.height()), ratio, solid=True)
    painter = QPainter(made)
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    painter.drawText(QPointF(0, round(metrics.ascent())), words)
    painter.end()
    return made


def fade_picture(width: int, height: int, ratio: float) -> QPixmap:
    """Return the ground of the timeline fading away from left to right."""
    return _fade_picture(current(), width, height, ratio)


@lru_cache(maxsize=8)
def _fade_picture(theme: Theme, width: int, height: int, ratio: float) -> QPixmap:
    made = _blank(width, height, ratio, solid=False)
    painter = QPainter(made)
    painter.fillRect(0, 0, width, height, fade_brush(theme.colour("surface"), 0, width))
    painter.end()
    return made


def fade_brush(colour: QColor, from_: float, to: float) -> QBrush:
    """Return a brush that goes from a colour at one x to nothing at another."""
    gradient = QLinearGradient(from_, 0, to, 0)
    clear = QColor(colour)
    clear.setAlpha(0)
    gradient.setColorAt(0, colour)
    gradient.setColorAt(1, clear)
    return QBrush(gradient)


def _blank(width: int, height: int, ratio: float, *, solid: bool) -> QPixmap:
    made = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(current().colour("surface") if solid else QColor(Qt.GlobalColor.transparent))
    return made


@lru_cache(maxsize=16)
def _ascent_and_descent(key: str) -> tuple[float, float]:
    font = QFont()
    font.fromString(key)
    metrics = QFontMetricsF(font)
    return metrics.ascent(), metrics.descent()


def _baseline(font: QFont, middle: float) -> float:
    ascent, descent = _ascent_and_descent(font.toString())
    return round(middle + (ascent - descent) / 2)
