"""What the Review page paints: a share along a track, and the reviews of the days ahead."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.ui.format import month
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole

_TRACK = 10
_BAND_ALPHA = 0.35
_BAR = 0.68
"""The part of a day's width that its bar takes."""


class ShareTrack(QWidget):
    """A share from 0 to 1 as a bar along a track; with an `interval` as a dot within a band. Words stand beside it."""

    def __init__(
        self, share: float, token: str, interval: tuple[float, float] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._share, self._token, self._interval = share, token, interval
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the dot, which grows with the text."""
        return QSize(current().px(120), current().px(_TRACK + 4))

    def minimumSizeHint(self) -> QSize:
        """A track must be long enough to tell halves."""
        return QSize(current().px(60), current().px(_TRACK + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and what is on it."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = theme.px(_TRACK)
        track = QRectF(0.5, (self.height() - height) / 2, self.width() - 1, height)
        painter.setPen(QPen(theme.colour("control-line"), 1))
        painter.setBrush(theme.colour("surface-2"))
        painter.drawRoundedRect(track, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._interval is None:
            painter.setBrush(theme.colour(self._token))
            if self._share:
                painter.drawRoundedRect(
                    QRectF(track.topLeft(), track.size()).adjusted(0, 0, (self._share - 1) * track.width(), 0), 3, 3
                )
        else:
            self._paint_interval(painter, track, *self._interval)

    def _paint_interval(self, painter: QPainter, track: QRectF, low: float, high: float) -> None:
        theme = current()
        left, right = (track.left() + share * track.width() for share in (low, high))
        painter.setBrush(theme.colour(self._token, _BAND_ALPHA))
        painter.setPen(QPen(theme.colour(self._token), 1.5))
        painter.drawRect(QRectF(left, track.top(), right - left, track.height()))
        painter.setBrush(theme.colour(self._token))
        radius = track.height() / 2 + 1
        painter.drawEllipse(QPointF(track.left() + self._share * track.width(), track.center().y()), radius, radius)


class DaysChart(QWidget):
    """One bar for each day with its number above it; the first day, today, stands out by colour and by its name."""

    def __init__(self, days: Sequence[tuple[date, int]], words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = tuple(days)
        self.setAccessibleName(self.tr("Chart: reviews ahead"))
        self.setAccessibleDescription(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wide enough for the numbers of all days."""
        return QSize(current().px(420), current().px(230))

    def minimumSizeHint(self) -> QSize:
        """Below this the bars could not be told apart."""
        return QSize(current().px(200), current().px(170))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, numbers and days."""
        painter, theme = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(TextRole.SMALL))
        metrics = QFontMetricsF(painter.font())
        line, wide = metrics.height(), self.width() / len(self._days)
        floor = self.height() - 2.4 * line
        highest = max(count for _, count in self._days) or 1
        every = 1 if metrics.horizontalAdvance("30") * 1.15 < wide else 2
        for index, (_, count) in enumerate(self._days):
            column = QRectF(index * wide, 0, wide, self.height())
            if count:
                height = (floor - 1.4 * line) * count / highest
                bar = QRectF(column.left() + wide * (1 - _BAR) / 2, floor - height, wide * _BAR, height)
                _paint_bar(painter, bar, count, is_today=index == 0)
            if index % every == 0:
                box = QRectF(column.left(), floor + 0.2 * line, wide, line)
                self._paint_day(painter, box, index, before=index - every)
        painter.setPen(QPen(theme.colour("control-line"), 1))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))

    def _paint_day(self, painter: QPainter, box: QRectF, index: int, *, before: int) -> None:
        """Write the day of the month, and the month below where it is another than `before`."""
        theme, day = current(), self._days[index][0]
        painter.setPen(theme.colour("ink" if index == 0 else "ink-2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if before < 0 or day.month != self._days[before][0].month:
            wide = painter.fontMetrics().horizontalAdvance("30 Sept")
            below = QRectF(box.center().x() - wide / 2, box.bottom(), wide, box.height())
            below.moveLeft(max(0.0, below.left()))
            side = Qt.AlignmentFlag.AlignHCenter if below.left() else Qt.AlignmentFlag.AlignLeft
            painter.drawText(below, side, month(day.month, short=True))


def _paint_bar(painter: QPainter, bar: QRectF, count: int, *, is_today: bool) -> None:
    """Paint a bar with its number above it."""
    theme, line = current(), QFontMetricsF(painter.font()).height()
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.setBrush(theme.colour("accent", 1 if is_today else 0.5))
    painter.drawRect(bar)
    painter.setPen(theme.colour("ink"))
    number = QRectF(bar.left() - line, bar.top() - 1.3 * line, bar.width() + 2 * line, 1.3 * line)
    painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(count))
