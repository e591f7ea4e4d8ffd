"""The labels of a poster: date and title in full, on as many lines as they need."""

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from r2p_app.timeline.delay import PairedLanes
from r2p_app.timeline.items import Items
from r2p_app.ui import format as fmt
from r2p_app.ui.delay_words import delay_short
from r2p_app.ui.theme.tokens import TextRole, Theme


def line_height(theme: Theme) -> float:
    """Return the height of a line of a label."""
    return float(math.ceil(QFontMetricsF(theme.font(TextRole.SMALL_STRONG)).height()))


class PosterLabels:
    """Sets the labels of events, in the width given last."""

    def __init__(self, items: Items, theme: Theme) -> None:
        self._items = items
        self._font, self._strong = theme.font(TextRole.SMALL), theme.font(TextRole.SMALL_STRONG)
        self.line = line_height(theme)
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

    def parts(self, index: int) -> tuple[str, str]:
        """Return the date, which is set in strong letters, and the title."""
        event = self._items.events[index]
        return fmt.date_short(event.date), event.title

    def _layout(self, index: int) -> QTextLayout:
        if index not in self._layouts:
            self._layouts[index] = self._make(index)
        return self._layouts[index]

    def _make(self, index: int) -> QTextLayout:
        strong, rest = self.parts(index)
        layout = QTextLayout(f"{strong}  {rest}", self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._strong_begin(len(strong))])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += self.line
        layout.endLayout()
        return layout

    def _strong_begin(self, length: int) -> QTextLayout.FormatRange:
        format_ = QTextCharFormat()
        format_.setFont(self._strong)
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = 0, length, format_
        return found


class PosterDelayLabels(PosterLabels):
    """Sets the labels of delays: the time that passed, and the title of the pairing."""

    def __init__(self, paired: PairedLanes, theme: Theme) -> None:
        super().__init__(paired.shown.items, theme)
        self._paired = paired

    def parts(self, index: int) -> tuple[str, str]:
        """Return the time that passed, which is set in strong letters, and the title."""
        pair = self._paired.pair(index)
        return delay_short(pair.days), pair.pairing.title
