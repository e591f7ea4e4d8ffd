"""A range drawn from 0 on a scale of its own."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.content.model import Figure
from r2p_app.ui.charts.scale import value_ticks
from r2p_app.ui.format import number
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.records.summary import amount

_BAND, _CAP, _GAP = 14, 22, 4
"""Pixels at 100 % text: height of the band, of the lines at its ends, and the room above the numbers."""


class RangeBar(QWidget):
    """From the lowest to the highest amount that the sources give; a dot where one of them gives a single number."""

    def __init__(self, figure: Figure, case: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high, self._value = figure.low or 0.0, figure.high or 0.0, figure.value
        self._case = case
        self._top = value_ticks(self._high, at_most=4)[-1]
        self.setAccessibleName(self.tr("Range: %1 %2").replace("%1", amount(figure)).replace("%2", figure.unit))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @staticmethod
    def is_for(figure: Figure) -> bool:
        """Tell whether a figure is a range; a single number needs no drawing."""
        return figure.low is not None and figure.high is not None and figure.low < figure.high

    def sizeHint(self) -> QSize:
        """The band and the numbers under it."""
        theme = current()
        line = QFontMetricsF(theme.font(TextRole.SMALL)).height()
        return QSize(theme.px(200), theme.px(_CAP + _GAP) + round(line))

    def place_of(self, value: float) -> float:
        """Return where an amount stands."""
        inset = 1.0
        return inset + value / self._top * (self.width() - 2 * inset)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, the band with its ends, the dot."""
        theme, middle = current(), current().px(_CAP) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("control-line"), 1))
        painter.drawLine(QPointF(self.place_of(0), middle), QPointF(self.place_of(self._top), middle))
        self._paint_band(painter, middle)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour("ink-2"))
        numbers = QRectF(0, theme.px(_CAP + _GAP), self.width(), self.height() - theme.px(_CAP + _GAP))
        painter.drawText(numbers, int(Qt.AlignmentFlag.AlignLeft), number(0))
        painter.drawText(numbers, int(Qt.AlignmentFlag.AlignRight), number(self._top))

    def _paint_band(self, painter: QPainter, middle: float) -> None:
        theme = current()
        colour, half = theme.colour(theme.case_token(self._case)), theme.px(_CAP) / 2
        low, high, band = self.place_of(self._low), self.place_of(self._high), theme.px(_BAND)
        ground = theme.colour(theme.case_token(self._case), 0.35)
        painter.fillRect(QRectF(low, middle - band / 2, high - low, band), ground)
        painter.setPen(QPen(colour, 2))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - half + 1), QPointF(end, middle + half - 1))
        if self._value is not None:
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(self.place_of(self._value), middle), band / 4, band / 4)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()
