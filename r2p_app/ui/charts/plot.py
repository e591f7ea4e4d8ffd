"""A series as it is drawn: dates as days, gaps kept as gaps, every point with its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from r2p_app.content.dates import parse
from r2p_app.content.model import Series, SeriesKind, SeriesPoint
from r2p_app.ui.format import date, number, number_range


@dataclass(frozen=True)
class Point:
    """One point. A point with neither value nor range says that nothing is known there: a gap."""

    source: SeriesPoint
    first: int
    last: int

    @property
    def is_gap(self) -> bool:
        """Whether there is nothing to draw."""
        return self.source.value is None and self.low is None

    @property
    def low(self) -> float | None:
        """The lower end of the range, where there is one."""
        return self.source.low if self.source.high is not None else None

    @property
    def high(self) -> float | None:
        """The upper end of the range, where there is one."""
        return self.source.high if self.source.low is not None else None

    @property
    def top(self) -> float:
        """The largest amount it stands for."""
        return max((v for v in (self.source.value, self.high) if v is not None), default=0.0)

    @property
    def date(self) -> str:
        """Its date in words."""
        return date(self.source.date)

    @property
    def caption(self) -> str:
        """What the source says about it, "" where it says nothing."""
        return ". ".join(part for part in (self.source.label, self.source.note) if part)


@dataclass(frozen=True)
class Plot:
    """The points of a series in their order, and how they may be drawn."""

    series: Series
    points: tuple[Point, ...]

    @property
    def has_time_axis(self) -> bool:
        """Steps and lines run along time; bars and ranges stand in rows."""
        return self.series.kind in (SeriesKind.STEP, SeriesKind.LINE)

    @property
    def top(self) -> float:
        """The largest amount drawn."""
        return max((point.top for point in self.points), default=0.0)

    def runs(self) -> Iterator[tuple[int, ...]]:
        """Yield the indexes of points that follow one another without a gap."""
        run: list[int] = []
        for index, point in enumerate(self.points):
            if point.is_gap and run:
                yield tuple(run)
                run = []
            elif not point.is_gap:
                run.append(index)
        if run:
            yield tuple(run)

    def name(self, point: Point) -> str:
        """Return what stands beside a bar: its date, unless all share one, and its caption."""
        share_date = len({each.source.date for each in self.points}) == 1
        parts = (*(() if share_date else (point.date,)), point.caption)
        return " · ".join(part for part in parts if part) or point.date

    def value(self, point: Point) -> str:
        """Return the amount in words: a number, a range, or that none is known."""
        if point.is_gap:
            return QCoreApplication.translate("Chart", "no figure")
        if point.low is None or point.high is None:
            return number(point.source.value or 0)
        if point.source.value is None:
            return number_range(point.low, point.high)
        return f"{number(point.source.value)} ({number_range(point.low, point.high)})"

    def sentence(self, point: Point) -> str:
        """Return all that is known of a point: date, label, amount with unit, note."""
        amount = self.value(point) if point.is_gap else f"{self.value(point)} {self.series.unit}"
        return f"{point.date}: {amount}. {point.caption}".strip()


@lru_cache(maxsize=64)
def plot(series: Series) -> Plot:
    """Return the plot of a series."""
    dates = (parse(point.date) for point in series.points)
    spans = zip(series.points, dates, strict=True)
    return Plot(series, tuple(Point(point, when.earliest, when.latest) for point, when in spans))
