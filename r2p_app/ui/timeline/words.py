"""What is written beside an event, on a tick and on a cluster, and how wide it is."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from r2p_app.content.dates import civil, weekday
from r2p_app.timeline.axis import level_scale
from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cluster
from r2p_app.timeline.ticks import Tick, Unit, step_for
from r2p_app.ui import format as fmt

translate = QCoreApplication.translate

_LONGEST = 120
"""No label shows more characters of a title than this, however wide the room."""

_ISOLATE, _END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"

_KEPT = 20_000


class Words:
    """Labels of events, made and measured when first asked for.

    `least` is the distance of ticks: where they count years, labels say the year as well.
    """

    def __init__(self, items: Items, font: QFont, least: float) -> None:
        self.font, self.metrics = font, QFontMetricsF(font)
        self._items, self._least = items, least
        self._widths: dict[tuple[int, bool], float] = {}
        self._fitted: dict[tuple[int, bool, int], str] = {}
        self._years: dict[int, bool] = {}

    def width(self, index: int, level: int) -> float:
        """Return the width of an event's whole label at a level."""
        key = index, self._with_year(level)
        if key not in self._widths:
            _make_room(self._widths)
            self._widths[key] = self.metrics.horizontalAdvance(self._label(*key)) + 1
        return self._widths[key]

    def fitted(self, index: int, level: int, room: float) -> str:
        """Return as much of an event's label as fits, "" where not even a little does."""
        key = index, self._with_year(level), int(room)
        if key not in self._fitted:
            _make_room(self._fitted)
            self._fitted[key] = self._cut(self._label(*key[:2]), room)
        return self._fitted[key]

    def cluster(self, cluster: Cluster, level: int, room: float) -> str:
        """Return number and dates of a cluster, or the number alone where there is no room for more."""
        dates = fmt.day_range(cluster.first, cluster.last, short=True, with_year=self._with_year(level))
        whole = translate("Timeline", "%1: %2").replace("%1", fmt.number(cluster.size)).replace("%2", dates)
        candidates = (whole, count_of_events(cluster.size))
        fitting = (text for text in candidates if self.metrics.horizontalAdvance(text) <= room)
        return next(fitting, fmt.number(cluster.size))

    def _with_year(self, level: int) -> bool:
        if level not in self._years:
            self._years[level] = step_for(level_scale(level), self._least).unit >= Unit.YEAR
        return self._years[level]

    def _label(self, index: int, with_year: bool) -> str:
        event = self._items.events[index]
        title = event.title[:_LONGEST]
        if not title.isascii():  # a right-to-left title must not draw the date to its other side
            title = f"{_ISOLATE}{title}{_END_ISOLATE}"
        return (
            translate("Timeline", "%1: %2")
            .replace("%1", fmt.date_short(event.date, with_year=with_year))
            .replace("%2", title)
        )

    def _cut(self, text: str, room: float) -> str:
        if room < 2 * self.metrics.averageCharWidth():
            return ""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)


def tick_label(tick: Tick, *, whole: bool, wide: bool) -> str:
    """Return the words of a tick; `whole` says all of the date, `wide` adds the day of the week to a day."""
    year, month, day = civil(tick.day)
    if tick.unit >= Unit.YEAR:
        return fmt.year(year)
    if tick.unit is Unit.MONTH:
        return fmt.month(month, year if whole else None, short=True)
    if tick.unit is Unit.WEEK or whole:
        return fmt.day(tick.day, short=True, with_year=whole)
    return f"{fmt.weekday(weekday(tick.day), short=True)} {day}" if wide else str(day)


def event_name(items: Items, index: int) -> str:
    """Return date and title of an event in full."""
    event = items.events[index]
    return translate("Timeline", "%1: %2").replace("%1", fmt.date(event.date)).replace("%2", event.title)


def count_of_events(count: int) -> str:
    """Return "12 events"."""
    if count >= 1_000:
        return translate("Timeline", "%1 events").replace("%1", fmt.number(count))
    return fmt.plural(translate("Timeline", "%n event(s)", None, count))


def cluster_name(cluster: Cluster) -> str:
    """Return number and dates of a cluster in full."""
    dates = fmt.day_range(cluster.first, cluster.last)
    return translate("Timeline", "%1, %2").replace("%1", count_of_events(cluster.size)).replace("%2", dates)


def _make_room(cache: dict[Any, Any]) -> None:  # Any: whatever is kept
    if len(cache) >= _KEPT:
        cache.clear()
