"""Axes: from values and days to round ticks. Arithmetic only."""

import math
from typing import NamedTuple

from r2p_app.content.dates import civil, day_number

_STEPS = (1, 2, 2.5, 5, 10)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)


def value_ticks(highest: float, at_most: int = 5) -> tuple[float, ...]:
    """Return round values from 0 to at least `highest`, no more than `at_most` of them besides 0.

    An axis of amounts begins at 0: a bar or a line that begins elsewhere exaggerates change.
    """
    if highest <= 0:
        return (0.0, 1.0)
    rough = highest / at_most
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in _STEPS if size * power >= rough * (1 - 1e-9))
    count = math.ceil(highest / step * (1 - 1e-9))
    return tuple(i * step for i in range(count + 1))


class DateTick(NamedTuple):
    """A tick at the first day of a month; `is_year` when only years need be written."""

    day: int
    year: int
    month: int
    is_year: bool


def date_ticks(first: int, last: int, at_most: int) -> tuple[DateTick, ...]:
    """Return ticks at the beginnings of months or years between two days, no more than `at_most`."""
    span = max(1, _month_index(last) - _month_index(first))
    step = next((months for months in _MONTHS if span // months < at_most), _MONTHS[-1])
    start = -(-_first_whole_month(first) // step) * step
    return tuple(_tick(month, step) for month in range(start, _month_index(last) + 1, step))


def _month_index(day: int) -> int:
    year, month, _ = civil(day)
    return year * 12 + month - 1


def _first_whole_month(day: int) -> int:
    return _month_index(day) + (civil(day)[2] > 1)


def _tick(index: int, step: int) -> DateTick:
    year, month = divmod(index, 12)
    return DateTick(day_number(year, month + 1), year, month + 1, step % 12 == 0)
