"""Lines of the calendar on an axis, at a spacing that suits the scale. Their words are the window's part."""

import enum
import math
from collections.abc import Iterator
from typing import NamedTuple

from r2p_app.content.dates import civil, day_number, weekday
from r2p_app.timeline.axis import Axis


class Unit(enum.IntEnum):
    """What a tick begins; a larger number is coarser."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    YEAR = 3
    DECADE = 4
    CENTURY = 5
    MILLENNIUM = 6


class Step(NamedTuple):
    """The distance from tick to tick: so many days, or so many months; `typical` is its usual length in days."""

    unit: Unit
    days: int = 0
    months: int = 0

    @property
    def typical(self) -> float:
        """Usual length in days."""
        return self.days or self.months * 30.436_875


class Tick(NamedTuple):
    """The first day of a unit. `major` marks the first of the next larger one: January, Monday the 1st to 7th…"""

    day: int
    unit: Unit
    major: bool


DAY, MONTH, YEAR = Step(Unit.DAY, days=1), Step(Unit.MONTH, months=1), Step(Unit.YEAR, months=12)

STEPS = (
    DAY,
    Step(Unit.WEEK, days=7),
    MONTH,
    Step(Unit.MONTH, months=3),
    YEAR,
    *(Step(Unit.YEAR, months=12 * years) for years in (2, 5)),
    *(Step(Unit.DECADE, months=12 * years) for years in (10, 20, 50)),
    *(Step(Unit.CENTURY, months=12 * years) for years in (100, 200, 500)),
    *(Step(Unit.MILLENNIUM, months=12_000 * count) for count in (1, 2, 5, 10, 100, 1_000)),
)

_ABOVE = {
    Unit.DAY: MONTH,
    Unit.WEEK: MONTH,
    Unit.MONTH: YEAR,
    Unit.YEAR: Step(Unit.DECADE, months=120),
    Unit.DECADE: Step(Unit.CENTURY, months=1_200),
    Unit.CENTURY: Step(Unit.MILLENNIUM, months=12_000),
}

_YEARS_OF_NEXT = {Unit.YEAR: 10, Unit.DECADE: 100, Unit.CENTURY: 1_000, Unit.MILLENNIUM: 10_000}
_EPOCH_MONDAY = 4
"""1970-01-05."""


def step_for(scale: float, least: float) -> Step:
    """Return the finest step whose ticks stand at least so many pixels apart, the coarsest if none does."""
    return next((step for step in STEPS if step.typical * scale >= least), STEPS[-1])


def ticks(axis: Axis, least: float) -> list[Tick]:
    """Return the ticks from the left to the right edge, in order, at least about `least` pixels apart."""
    step = step_for(axis.scale, least)
    found = _by_days(step, axis) if step.days else _by_months(step, axis)
    return [Tick(day, step.unit, _is_major(day, step.unit)) for day in found]


def above(step: Step) -> Step | None:
    """Return the next larger unit that a second line of a calendar says: the year of months, the month of days."""
    return _ABOVE.get(step.unit)


def unit_at(day: float, step: Step) -> tuple[int, int]:
    """Return the days from one tick up to the next, around a day: the year, month or day one points at."""
    whole = math.floor(day)
    if step.days:
        offset = _EPOCH_MONDAY if step.unit is Unit.WEEK else 0
        first = (whole - offset) // step.days * step.days + offset
        return first, first + step.days
    year, month, _ = civil(whole)
    index = (year * 12 + month - 1) // step.months * step.months
    return _first_of(index), _first_of(index + step.months)


def units(axis: Axis, step: Step) -> Iterator[tuple[int, int]]:
    """Yield, in order, the days from each tick up to the next, for all of which the axis shows a part."""
    first, end = unit_at(axis.start, step)
    while first < axis.end:
        yield first, end
        first, end = unit_at(end, step)


def _by_days(step: Step, axis: Axis) -> Iterator[int]:
    offset = _EPOCH_MONDAY if step.unit is Unit.WEEK else 0
    first = math.ceil((axis.start - offset) / step.days) * step.days + offset
    yield from range(first, math.floor(axis.end) + 1, step.days)


def _by_months(step: Step, axis: Axis) -> Iterator[int]:
    year, month, _ = civil(math.floor(axis.start))
    index = (year * 12 + month - 1) // step.months * step.months
    while (day := _first_of(index)) <= axis.end:
        if day >= axis.start:
            yield day
        index += step.months


def _first_of(month: int) -> int:
    """Return the first day of a month, counted from January of year 0."""
    return day_number(month // 12, month % 12 + 1)


def _is_major(day: int, unit: Unit) -> bool:
    year, month, of_month = civil(day)
    if unit is Unit.DAY:
        return of_month == 1
    if unit is Unit.WEEK:
        return of_month <= 7
    if unit is Unit.MONTH:
        return month == 1
    return year % _YEARS_OF_NEXT[unit] == 0


def week_of(day: int) -> tuple[int, int]:
    """Return the Monday and the Sunday of a day's week."""
    monday = day - weekday(day) + 1
    return monday, monday + 6
