"""What had happened by a day: things with dates in the order in which they began, and the steps between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from r2p_app.content.dates import civil, day_number, days_in_month, parse


class Dated(NamedTuple):
    """Something that happened: its id, the first day it can have begun, its date as written."""

    id: str
    day: int
    date: str

    @classmethod
    def of(cls, item_id: str, date: str) -> "Dated":
        """Return it with its day."""
        return cls(item_id, parse(date).earliest, date)


@dataclass(frozen=True)
class Chronicle:
    """Dated things in order; what is dated by its month counts from the first day of it."""

    things: tuple[Dated, ...]

    @classmethod
    def of(cls, things: Iterable[Dated]) -> "Chronicle":
        """Put things in order."""
        return cls(tuple(sorted(things, key=lambda one: (one.day, one.id))))

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days on which something began, each once."""
        return tuple(sorted({one.day for one in self.things}))

    def by(self, day: int) -> tuple[Dated, ...]:
        """Return what had begun by a day."""
        return tuple(one for one in self.things if one.day <= day)

    def after(self, day: int) -> int:
        """Return the next day on which something began, the last where there is none."""
        return self.days[min(bisect_right(self.days, day), len(self.days) - 1)]

    def before(self, day: int) -> int:
        """Return the day before on which something began, the first where there is none."""
        return self.days[max(bisect_left(self.days, day) - 1, 0)]

    def place_of(self, day: int) -> int:
        """Return how many of `days` are not later."""
        return bisect_right(self.days, day)


def month_on(day: int, months: int) -> int:
    """Return the day so many months later (or earlier), the last of the month where that one is shorter."""
    year, month, of_month = civil(day)
    year, index = divmod(year * 12 + month - 1 + months, 12)
    return day_number(year, index + 1, min(of_month, days_in_month(year, index + 1)))
