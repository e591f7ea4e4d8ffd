"""Where everything in a chart stands, for a given width and font. Painting and pointing read the same numbers."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from r2p_app.content.model import SeriesKind
from r2p_app.ui.charts.plot import Plot, Point
from r2p_app.ui.charts.scale import DateTick, date_ticks, value_ticks
from r2p_app.ui.format import month, number, year

_WRAP = int(Qt.TextFlag.TextWordWrap)

_LEAST_GAP = 4.0
"""Pixels that a gap takes, however short it was."""


class TimeFrame:
    """A chart along time: amounts upwards from 0, dates to the right."""

    def __init__(self, plot: Plot, width: float, metrics: QFontMetricsF) -> None:
        self.plot, self.width, self.metrics = plot, width, metrics
        line = metrics.height()
        self.height = max(12.5 * line, min(0.36 * width, 17 * line))
        self.values = value_ticks(plot.top, at_most=4)
        left = max(metrics.horizontalAdvance(number(value)) for value in self.values) + line / 2
        self.area = QRectF(left, 1.9 * line, max(1.0, width - left - line / 2), self.height - 3.5 * line)
        self._first, self._last = plot.points[0].first, plot.points[-1].last
        room = self.area.width() / (metrics.horizontalAdvance("Nov 1993") * 1.5)
        self.dates = date_ticks(self._first, self._last, max(2, int(room)))

    @cached_property
    def labels(self) -> tuple[tuple[QRectF, str], ...]:
        """The labels that find room, with their places; worked out only for painting."""
        return tuple(self._placed_labels())

    def x(self, day: float) -> float:
        """Return where a day stands."""
        return self.area.left() + (day - self._first) / max(1, self._last - self._first) * self.area.width()

    def y(self, value: float) -> float:
        """Return where an amount stands."""
        return self.area.bottom() - value / self.values[-1] * self.area.height()

    def place(self, index: int) -> QPointF:
        """Return where a point stands: a change at its first day, a count in the middle of its date."""
        point = self.plot.points[index]
        day = point.first if self.plot.series.kind is SeriesKind.STEP else (point.first + point.last) / 2
        return QPointF(self.x(day), self.y(self._amount(point)))

    def lines(self) -> Iterator[tuple[QPointF, ...]]:
        """Yield one line for every run of points without a gap; nothing is drawn across a gap."""
        for run in self.plot.runs():
            places = [self.place(index) for index in run]
            yield tuple(self._steps(run, places)) if self.plot.series.kind is SeriesKind.STEP else tuple(places)

    def gaps(self) -> Iterator[QRectF]:
        """Yield the stretches of time of which nothing is known, over the whole height."""
        for point in self.plot.points:
            if point.is_gap:
                left, right = self.x(point.first), self.x(point.last + 1)
                yield QRectF(left, self.area.top(), max(_LEAST_GAP, right - left), self.area.height())

    def spot(self, index: int) -> QRectF:
        """Return a square around the point."""
        side = self.metrics.height()
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(self.place(index))
        return spot

    def nearest(self, at: QPointF) -> int:
        """Return the point whose date is closest."""
        return min(range(len(self.plot.points)), key=lambda index: abs(self.place(index).x() - at.x()))

    def tick_label(self, tick: DateTick) -> str:
        """Return the words of a date tick."""
        return year(tick.year) if tick.is_year else month(tick.month, tick.year, short=True)

    def _steps(self, run: tuple[int, ...], places: list[QPointF]) -> Iterator[QPointF]:
        for here, after in pairwise(places):
            yield here
            yield QPointF(after.x(), here.y())
        yield places[-1]
        if run[-1] + 1 < len(self.plot.points):
            yield QPointF(self.x(self.plot.points[run[-1] + 1].first), places[-1].y())

    def _amount(self, point: Point) -> float:
        if point.source.value is not None or point.low is None or point.high is None:
            return point.source.value or 0.0
        return (point.low + point.high) / 2

    def _placed_labels(self) -> Iterator[tuple[QRectF, str]]:
        """Yield the labels that find room beside their points without covering a line or one another."""
        taken: list[QRectF] = [segment for line in self.lines() for segment in _segments(line)]
        for index, point in enumerate(self.plot.points):
            label = point.source.label
            if not label or point.is_gap:
                continue
            free = (rect for rect in self._beside(index, label) if self._is_free(rect, taken))
            if (rect := next(free, None)) is not None:
                taken.append(rect)
                yield rect, label

    def _beside(self, index: int, text: str) -> Iterator[QRectF]:
        spot, gap = self.place(index), self.metrics.height() / 2
        width, height = self.metrics.horizontalAdvance(text) + 2, self.metrics.height()
        for top in (spot.y() - gap - height, spot.y() + gap):
            for left in (spot.x() + gap, spot.x() - gap - width, spot.x() - width / 2):
                yield QRectF(left, top, width, height)

    def _is_free(self, rect: QRectF, taken: list[QRectF]) -> bool:
        whole = QRectF(self.area.left(), 0, self.width - self.area.left(), self.area.bottom())
        return whole.contains(rect) and not any(rect.intersects(other) for other in taken)


def _segments(line: tuple[QPointF, ...]) -> Iterator[QRectF]:
    """Yield small boxes along a line: a box around a whole slope would forbid the free room above and below it."""
    for start, end in pairwise(line):
        for step in range(16):
            a, b = start + (end - start) * (step / 16), start + (end - start) * ((step + 1) / 16)
            yield QRectF(a, b).normalized().adjusted(-3, -3, 3, 3)


class RowsFrame:
    """A chart in rows, one bar or range under the name of each point; amounts run to the right from 0."""

    def __init__(self, plot: Plot, width: float, metrics: QFontMetricsF) -> None:
        self.plot, self.width, self.metrics = plot, width, metrics
        line = metrics.height()
        self.bar = round(line * 0.8)
        self.values_width = max(metrics.horizontalAdvance(plot.value(point)) for point in plot.points) + line / 2
        self._highest = plot.top or 1.0
        top = 1.6 * line
        self.names: list[QRectF] = []
        for point in plot.points:
            self.names.append(QRectF(0, top, width, self._name_height(point)))
            top += self.names[-1].height() + self.bar + 0.9 * line
        self.height = top

    def x(self, value: float) -> float:
        """Return where an amount stands."""
        return value / self._highest * max(1.0, self.width - self.values_width)

    def bar_top(self, index: int) -> float:
        """Return the upper edge of a bar."""
        return self.names[index].bottom() + self.metrics.height() * 0.15

    def spot(self, index: int) -> QRectF:
        """Return the whole row."""
        name = self.names[index]
        return QRectF(0, name.top(), self.width, self.bar_top(index) + self.bar - name.top())

    def nearest(self, at: QPointF) -> int:
        """Return the row at this height."""
        return min(range(len(self.names)), key=lambda index: abs(self.spot(index).center().y() - at.y()))

    def _name_height(self, point: Point) -> float:
        return self.metrics.boundingRect(QRectF(0, 0, self.width, 1e6), _WRAP, self.plot.name(point)).height()


def frame(plot: Plot, width: float, metrics: QFontMetricsF) -> TimeFrame | RowsFrame:
    """Lay out a series as its kind asks."""
    kind = TimeFrame if plot.has_time_axis else RowsFrame
    return kind(plot, width, metrics)
