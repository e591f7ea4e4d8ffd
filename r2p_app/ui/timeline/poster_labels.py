"""The labels of a poster: date and title in full, on as many lines as they need."""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from r2p_app.timeline.items import Items
from r2p_app.ui import format as fmt
from r2p_app.ui.theme.tokens import TextRole, Theme


class PosterLabels:
    """Sets the labels of events, in the width given last."""

    def __init__(self, items: Items, theme: Theme) -> None:
        self._items = items
        self._font, self._strong = theme.font(TextRole.SMALL), theme.font(TextRole.SMALL_STRONG)
        self.line = float(math.ceil(QFontMetricsF(self._strong).height()))
        self._width = math.inf
        self._layouts: dict[int, QTextLayout] = {}

    def set_width(self, width: float) -> None:
        """Break lines at this width."""
        self._width = width
        self._layouts.clear()

    def size(self, index: int) -> tuple[float, int]:
        """Return how wide the label is, and how many lines it has."""
        layout = self._layout(index)
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        return max(line.naturalTextWidth() for line in lines), len(lines)

    def paint(self, painter: QPainter, index: int, left: float, top: float) -> None:
        """Paint the label in the painter's colour."""
        self._layout(index).draw(painter, QPointF(left, top))

    def _layout(self, index: int) -> QTextLayout:
        if index not in self._layouts:
            self._layouts[index] = self._make(index)
        return self._layouts[index]

    def _make(self, index: int) -> QTextLayout:
        event = self._items.events[index]
        date = fmt.date_short(event.date)
        layout = QTextLayout(f"{date}  {event.title}", self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._strong_date(len(date))])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += self.line
        layout.endLayout()
        return layout

    def _strong_date(self, length: int) -> QTextLayout.FormatRange:
        format_ = QTextCharFormat()
        format_.setFont(self._strong)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = 0, length, format_
        return found
