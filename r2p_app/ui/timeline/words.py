"""What is written beside an event, on a tick and on a cluster, and how wide it is."""

from itertools import chain
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from r2p_app.content.dates import Precision, civil, weekday
from r2p_app.timeline.axis import level_scale
from r2p_app.timeline.delay import Pair, PairedLanes
from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cluster
from r2p_app.timeline.ticks import Tick, Unit, step_for
from r2p_app.ui import format as fmt
from r2p_app.ui.delay_words import delay_short, pair_words

translate = QCoreApplication.translate

_LONGEST = 120
"""No label shows more characters of a title than this, however wide the room."""

_ISOLATE, _END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"

_KEPT = 20_000

_STEP = 8
"""Pixels by which the room for a label is counted."""


class Words:
    """Labels of events, made and measured when first asked for.

    `least` is the distance of ticks: where they count years, labels say the year as well.
    """

    def __init__(self, items: Items, font: QFont, least: float) -> None:
        self.font, self.metrics = font, QFontMetricsF(font)
        self._items, self._least = items, least
        self._widths: dict[int, float] = {}
        self._fitted: dict[tuple[int, int], str] = {}
        self._advances: dict[str, float] = {}
        self._labels: dict[int, str] = {}
        self._years: dict[int, bool] = {}

    def width(self, index: int, level: int) -> float:
        """Return the width of an event's whole label at a level. Many are measured that are never painted."""
        with_year = self._with_year(level)
        key = 2 * index + with_year
        if key not in self._widths:
            _make_room(self._widths)
            self._widths[key] = self.metrics.horizontalAdvance(self.made(index, with_year)) + 1
        return self._widths[key]

    def fitted(self, index: int, level: int, room: float) -> str:
        """Return as much of an event's label as fits, "" where not even a little does.

        Room is counted in steps, so that a label that is cut at one scale is often the same at the next.
        """
        with_year = self._with_year(level)
        if self.width(index, level) <= room + 1:
            return self._label(index, with_year)
        key = 2 * index + with_year, int(room) // _STEP
        if key not in self._fitted:
            _make_room(self._fitted)
            self._fitted[key] = self._cut(self._label(index, with_year), key[1] * _STEP)
        return self._fitted[key]

    def advance(self, words: str) -> float:
        """Return the width of words."""
        if words not in self._advances:
            _make_room(self._advances)
            self._advances[words] = self.metrics.horizontalAdvance(words) + 1
        return self._advances[words]

    def name(self, index: int) -> str:
        """Return what a screen reader says of an event, and a tip: date and title in full."""
        return event_name(self._items, index)

    def count(self, count: int) -> str:
        """Return "12 events"."""
        return count_of_events(count)

    def cluster_name(self, cluster: Cluster) -> str:
        """Return number and dates of a cluster in full."""
        dates = fmt.day_range(cluster.first, cluster.last)
        return translate("Timeline", "%1, %2").replace("%1", self.count(cluster.size)).replace("%2", dates)

    def cluster(self, cluster: Cluster, level: int, room: float) -> str:
        """Return number and days of a cluster, or months, or years, as there is room; else the number alone."""
        found = (self._dated(cluster, precision, with_year=self._with_year(level)) for precision in Precision)
        candidates = chain(found, (self.count(cluster.size),))
        fitting = (text for text in candidates if self.advance(text) <= room + 1)
        return next(fitting, fmt.number(cluster.size))

    @staticmethod
    def _dated(cluster: Cluster, precision: Precision, *, with_year: bool) -> str:
        dates = fmt.day_range(cluster.first, cluster.last, short=True, with_year=with_year, precision=precision)
        return translate("Timeline", "%1: %2").replace("%1", fmt.number(cluster.size)).replace("%2", dates)

    def _with_year(self, level: int) -> bool:
        if level not in self._years:
            self._years[level] = step_for(level_scale(level), self._least).unit >= Unit.YEAR
        return self._years[level]

    def _label(self, index: int, with_year: bool) -> str:
        key = 2 * index + with_year
        if key not in self._labels:
            _make_room(self._labels)
            self._labels[key] = self.made(index, with_year)
        return self._labels[key]

    def made(self, index: int, with_year: bool) -> str:
        """Return the whole label of an event: its date and its title."""
        event = self._items.events[index]
        return _joined(fmt.date_short(event.date, with_year=with_year), event.title)

    def _cut(self, text: str, room: float) -> str:
        if room < 2 * self.metrics.averageCharWidth():
            return ""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)


class DelayWords(Words):
    """Words of delays: the days that passed, and between what."""

    def __init__(self, paired: PairedLanes, font: QFont, least: float) -> None:
        super().__init__(paired.shown.items, font, least)
        self._paired = paired

    def made(self, index: int, with_year: bool) -> str:  # noqa: ARG002
        """Return the days and the title of a pairing."""
        pair = self._paired.pair(index)
        return _joined(delay_short(pair.days), pair.pairing.title)

    def name(self, index: int) -> str:
        """Return both events and the time between them."""
        return delay_name(self._paired.pair(index))

    def count(self, count: int) -> str:
        """Return "12 delays"."""
        return fmt.plural(translate("Timeline", "%n delay(s)", None, count))


def delay_name(pair: Pair) -> str:
    """Return the two events of a pair, with their dates, and the time between them, in full."""
    return (
        translate("Timeline", "%1: %2 — %3: %4; %5")
        .replace("%1", fmt.date(pair.ground.date))
        .replace("%2", pair.ground.title)
        .replace("%3", fmt.date(pair.council.date))
        .replace("%4", pair.council.title)
        .replace("%5", pair_words(pair))
    )


def _joined(before: str, title: str) -> str:
    title = title[:_LONGEST]
    if not title.isascii():  # a right-to-left title must not draw the date to its other side
        title = f"{_ISOLATE}{title}{_END_ISOLATE}"
    return translate("Timeline", "%1: %2").replace("%1", before).replace("%2", title)


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


def unit_words(first: int, end: int, unit: Unit) -> str:
    """Return the days from the first of a unit up to the next unit in words: "April 1994", "1990–1999"."""
    precision = Precision.YEAR if unit >= Unit.YEAR else Precision.MONTH if unit is Unit.MONTH else Precision.DAY
    return fmt.day_range(first, end - 1, precision=precision)


def event_name(items: Items, index: int) -> str:
    """Return date and title of an event in full."""
    event = items.events[index]
    return translate("Timeline", "%1: %2").replace("%1", fmt.date(event.date)).replace("%2", event.title)


def count_of_events(count: int) -> str:
    """Return "12 events"."""
    if count >= 1_000:
        return translate("Timeline", "%1 events").replace("%1", fmt.number(count))
    return fmt.plural(translate("Timeline", "%n event(s)", None, count))


def _make_room(cache: dict[Any, Any]) -> None:  # Any: whatever is kept
    if len(cache) >= _KEPT:
        cache.clear()
