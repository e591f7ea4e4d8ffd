"""The one paint routine of a chart, for the screen and for any other paint device."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from r2p_app.content.model import SeriesKind
from r2p_app.ui.charts.frame import RowsFrame, TimeFrame
from r2p_app.ui.charts.plot import Point
from r2p_app.ui.format import number
from r2p_app.ui.theme.tokens import TextRole, Theme

_WRAP = int(Qt.TextFlag.TextWordWrap)
_RANGE_ALPHA = 0.3


@dataclass(frozen=True)
class Ink:
    """The colours, the font and the width of lines of one chart."""

    data: QColor
    text: QColor
    muted: QColor
    grid: QColor
    select: QColor
    paper: QColor
    font: QFont
    line: float

    @classmethod
    def of(cls, theme: Theme, data_token: str) -> "Ink":
        """Take them from a theme; `data_token` is the colour of what is shown."""
        return cls(
            data=theme.colour(data_token),
            text=theme.colour("ink"),
            muted=theme.colour("ink-2"),
            grid=theme.colour("line"),
            select=theme.colour("focus"),
            paper=theme.colour("surface"),
            font=theme.font(TextRole.SMALL),
            line=theme.px(2),
        )


def paint(painter: QPainter, frame: TimeFrame | RowsFrame, ink: Ink, selected: int | None = None) -> None:
    """Paint a chart, its top left at the painter's origin; `selected` is the point to be marked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(ink.font)
    painter.setPen(ink.muted)
    painter.drawText(QRectF(0, 0, frame.width, 1.4 * frame.metrics.height()), 0, frame.plot.series.unit)
    if isinstance(frame, TimeFrame):
        _paint_axes(painter, frame, ink)
        _paint_along_time(painter, frame, ink, selected)
    else:
        _paint_rows(painter, frame, ink, selected)
    painter.restore()


def _paint_axes(painter: QPainter, frame: TimeFrame, ink: Ink) -> None:
    line, area = frame.metrics.height(), frame.area
    for value in frame.values:
        y = frame.y(value)
        painter.setPen(QPen(ink.muted if value == 0 else ink.grid, 1))
        painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.setPen(ink.muted)
        box = QRectF(0, y - line / 2, area.left() - line / 2, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number(value))
    for tick in frame.dates:
        _paint_date(painter, frame, frame.x(tick.day), frame.tick_label(tick))


def _paint_date(painter: QPainter, frame: TimeFrame, x: float, text: str) -> None:
    line, bottom = frame.metrics.height(), frame.area.bottom()
    painter.drawLine(QLineF(x, bottom, x, bottom + 4))
    width = frame.metrics.horizontalAdvance(text)
    left = min(max(0.0, x - width / 2), frame.width - width)
    painter.drawText(QPointF(left, bottom + 6 + line * 0.85), text)


def _paint_along_time(painter: QPainter, frame: TimeFrame, ink: Ink, selected: int | None) -> None:
    for gap in frame.gaps():
        painter.fillRect(gap, QBrush(ink.grid, Qt.BrushStyle.BDiagPattern))
    if selected is not None:
        x = frame.place(selected).x()
        painter.setPen(QPen(ink.select, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, frame.area.top(), x, frame.area.bottom()))
    painter.setPen(QPen(ink.data, ink.line))
    for points in frame.lines():
        painter.drawPolyline(points)
    for index, point in enumerate(frame.plot.points):
        if not point.is_gap:
            _paint_point(painter, frame, ink, index, index == selected)
    painter.setPen(ink.text)
    for rect, text in frame.labels:
        painter.fillRect(rect, ink.paper)  # lines of the grid end before the letters
        painter.drawText(rect, 0, text)


def _paint_point(painter: QPainter, frame: TimeFrame, ink: Ink, index: int, is_selected: bool) -> None:
    point, at = frame.plot.points[index], frame.place(index)
    painter.setPen(QPen(ink.data, ink.line))
    if point.low is not None and point.high is not None:
        low, high = frame.y(point.low), frame.y(point.high)
        painter.drawLine(QLineF(at.x(), low, at.x(), high))
        for y in (low, high):
            painter.drawLine(QLineF(at.x() - 2 * ink.line, y, at.x() + 2 * ink.line, y))
    painter.setBrush(ink.data)
    painter.drawEllipse(at, 1.5 * ink.line, 1.5 * ink.line)
    if is_selected:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink.select, ink.line))
        painter.drawEllipse(at, 4 * ink.line, 4 * ink.line)


def _paint_rows(painter: QPainter, frame: RowsFrame, ink: Ink, selected: int | None) -> None:
    for index, point in enumerate(frame.plot.points):
        painter.setPen(ink.text)
        painter.drawText(frame.names[index], _WRAP, frame.plot.name(point))
        if not point.is_gap:
            _paint_amount(painter, frame, ink, index, point)
        painter.setPen(ink.text)
        end = 0.0 if point.is_gap else frame.x(point.top) + _beyond(frame, point) + frame.metrics.height() / 3
        box = QRectF(end, frame.bar_top(index), frame.width, frame.bar)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, frame.plot.value(point))
        if index == selected:
            painter.setPen(QPen(ink.select, ink.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.spot(index).adjusted(-3, -3, 3, 3), 4, 4)


def _beyond(frame: RowsFrame, point: Point) -> float:
    """Return how far a mark reaches beyond its amount: half a dot, where the amount is the end of a range."""
    is_dot = frame.plot.series.kind is SeriesKind.RANGE and point.source.value == point.top
    return frame.bar / 2 if is_dot else 0.0


def _paint_amount(painter: QPainter, frame: RowsFrame, ink: Ink, index: int, point: Point) -> None:
    """Fill what is certain; what lies between the ends of a range is lighter and has an outline."""
    top, is_range = frame.bar_top(index), frame.plot.series.kind is SeriesKind.RANGE
    low, high, value = point.low, point.high, point.source.value
    painter.setPen(Qt.PenStyle.NoPen)
    certain = low if value is None else value
    if not is_range and certain is not None:
        painter.fillRect(QRectF(0, top, max(1.0, frame.x(certain)), frame.bar), ink.data)
    if low is not None and high is not None:
        light = QColor(ink.data)
        light.setAlphaF(_RANGE_ALPHA)
        painter.setBrush(light)
        painter.setPen(QPen(ink.data, 1.5))
        painter.drawRect(QRectF(frame.x(low), top, max(2.0, frame.x(high) - frame.x(low)), frame.bar))
    if is_range and value is not None:
        painter.setBrush(ink.data)
        painter.setPen(QPen(ink.paper, 1))
        painter.drawEllipse(QPointF(frame.x(value), top + frame.bar / 2), frame.bar / 2, frame.bar / 2)
