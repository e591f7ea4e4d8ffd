"""What became of a point, as a shape and a word: not by colour, and by other shapes than the responsibilities have."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from r2p_app.content.teaching import Change
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole

Line = Sequence[tuple[float, float]]

_LINES: Mapping[Change, Sequence[Line]] = {
    Change.KEPT: (((0.05, 0.35), (0.95, 0.35)), ((0.05, 0.65), (0.95, 0.65))),
    Change.NARROWED: (((0.05, 0.1), (0.5, 0.9), (0.95, 0.1)),),
    Change.CHANGED: (((0.05, 0.65), (0.3, 0.3), (0.7, 0.7), (0.95, 0.35)),),
    Change.MOVED: (((0.05, 0.5), (0.95, 0.5)), ((0.6, 0.15), (0.95, 0.5), (0.6, 0.85))),
    Change.DROPPED: (((0.1, 0.1), (0.9, 0.9)), ((0.1, 0.9), (0.9, 0.1))),
    Change.ADDED: (((0.5, 0.05), (0.5, 0.95)), ((0.05, 0.5), (0.95, 0.5))),
}
"""Strokes in a square of one: an equals sign, a funnel, a wave, an arrow, a cross, a plus."""

_MARK = 10
"""Pixels at 100 % text."""


def tag_size(change: Change) -> QSize:
    """Return the size of a word in a frame, its shape before it."""
    metrics = QFontMetrics(current().font(TextRole.SMALL))
    width = metrics.horizontalAdvance(enum_label(change)) + current().px(_MARK) + 6 * GRID
    return QSize(width, metrics.height() + GRID)


def paint_tag(painter: QPainter, at: QPointF, change: Change) -> None:
    """Paint shape and word in a frame whose top left is at a point."""
    theme, size = current(), tag_size(change)
    frame = QRectF(at, size).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("control-line"), 1))
    painter.drawRoundedRect(frame, 4, 4)
    side = theme.px(_MARK)
    paint_change(painter, QRectF(frame.left() + 2 * GRID, frame.center().y() - side / 2, side, side), change)
    painter.setFont(theme.font(TextRole.SMALL))
    painter.setPen(theme.colour("ink"))
    words = frame.adjusted(side + 3.5 * GRID, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), enum_label(change))
    painter.restore()


def paint_change(painter: QPainter, box: QRectF, change: Change) -> None:
    """Paint the shape in a box."""
    pen = QPen(current().colour("ink"), max(1.5, box.width() / 7))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for line in _LINES[change]:
        painter.drawPolyline([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in line])


class ChangeTag(QLabel):
    """Shape and word, in a layout; a screen reader meets the word."""

    def __init__(self, change: Change, parent: QWidget | None = None) -> None:
        super().__init__(enum_label(change), parent)
        self.change = change
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as its frame."""
        return tag_size(self.change)

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tag."""
        with QPainter(self) as painter:
            paint_tag(painter, QPointF(0, 0), self.change)
