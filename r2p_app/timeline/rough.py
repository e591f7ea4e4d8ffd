"""A number of days in the unit in which people would say it."""

import enum
from typing import NamedTuple

from r2p_app.content.dates import DayCount


class Unit(enum.Enum):
    """Units of a delay, with their length in days."""

    DAY = 1.0
    WEEK = 7.0
    MONTH = 365.2425 / 12
    YEAR = 365.2425


class Amount(NamedTuple):
    """From `least` to `most` of a unit, both 0 or more."""

    least: int
    most: int
    unit: Unit


_UPPER_BOUNDS = ((14, Unit.DAY), (70, Unit.WEEK), (730, Unit.MONTH))
"""A number of days below the first is said in the second."""


def unit_for(days: int) -> Unit:
    """Return the unit in which so many days, 0 or more, are easily understood."""
    return next((unit for bound, unit in _UPPER_BOUNDS if days < bound), Unit.YEAR)


def rough(days: DayCount) -> Amount:
    """Return about how long it is, either way, rounded to whole units; both ends must be on the same side of 0."""
    if days.least < 0 < days.most:
        raise ValueError("nobody knows which came first")
    least, most = sorted((abs(days.least), abs(days.most)))
    unit = unit_for(most)
    return Amount(round(least / unit.value), round(most / unit.value), unit)
