"""Dates as authors write them: EDTF (ISO 8601-2), level 1, in the proleptic Gregorian calendar.

Understood: `1994-04-07`, `1994-04`, `1994`, years before 1 (`-0044`) and long years (`Y-12000`); after any of them `~`
(approximate), `?` (uncertain) or `%` (both); intervals `1994-04-07/1994-07`, with `..` for an open end and nothing for
an unknown one. Left out on purpose: seasons, unspecified digits (write `1990/1999`), times of day.

Days are whole numbers since 1970-01-01, for any year. There are no words for readers here: that is the window's part.
"""

import enum
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class DateError(ValueError):
    """The text is not a date; the message says why, for an author."""


class Precision(enum.IntEnum):
    """How exactly a date is given; a larger number is coarser."""

    DAY = 0
    MONTH = 1
    YEAR = 2


class End(enum.Enum):
    """What is known about one end of a date: a value, that it is open (`..`), or nothing."""

    KNOWN = "known"
    OPEN = "open"
    UNKNOWN = "unknown"


def is_leap(year: int) -> bool:
    """Tell whether February has 29 days; year 0 is 1 BC."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return the length of a month in days."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the days since 1970-01-01. Counts in years that begin in March, so that the leap day comes last."""
    shifted = year - (month <= 2)
    era_year = shifted % 400
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return shifted // 400 * 146_097 + era_year * 365 + era_year // 4 - era_year // 100 + day_of_year - 719_468


def civil(day: int) -> tuple[int, int, int]:
    """Return year, month and day of a day number: the inverse of `day_number`."""
    era, of_era = divmod(day + 719_468, 146_097)
    era_year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * era_year + era_year // 4 - era_year // 100)
    shifted_month = (5 * of_year + 2) // 153
    month = (shifted_month + 2) % 12 + 1
    return era * 400 + era_year + (month <= 2), month, of_year - (153 * shifted_month + 2) // 5 + 1


def iso_day(day: int) -> str:
    """Return a day number as ISO 8601 writes it: "1994-04-07", and "-0043-03-15" before year 0."""
    year, month, of_month = civil(day)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{of_month:02}"


def weekday(day: int) -> int:
    """Return 1 (Monday) to 7 (Sunday), as ISO 8601 counts."""
    return (day + 3) % 7 + 1


@dataclass(frozen=True, slots=True)
class Moment:
    """One date of day, month or year precision. `month` and `day` are 0 where they are not given."""

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False
    uncertain: bool = False

    @property
    def precision(self) -> Precision:
        """How exactly it is given."""
        return Precision.DAY if self.day else Precision.MONTH if self.month else Precision.YEAR

    @property
    def earliest(self) -> int:
        """The first day it can be."""
        return day_number(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> int:
        """The last day it can be."""
        month = self.month or 12
        return day_number(self.year, month, self.day or days_in_month(self.year, month))


@dataclass(frozen=True, slots=True)
class Date:
    """A parsed date or interval; dates sort by `earliest`, then `latest`, then text.

    `earliest` and `latest` are the outermost days it can cover. Where an end is open or unknown there is no such day:
    the known end then gives both, and `start`/`end` tell what the missing one is.
    `precision` is the coarsest of the two ends; the two `Moment`s keep their own.
    """

    text: str
    first: Moment | None
    last: Moment | None
    start: End
    end: End
    earliest: int
    latest: int
    precision: Precision
    approximate: bool
    uncertain: bool
    is_interval: bool

    def __lt__(self, other: "Date") -> bool:
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """What dates are ordered by."""
        return self.earliest, self.latest, self.text

    @property
    def is_exact(self) -> bool:
        """Tell whether it is one certain day."""
        return not self.is_interval and self.earliest == self.latest and not (self.approximate or self.uncertain)


class DayCount(NamedTuple):
    """A number of days between the least and the most it can be."""

    least: int
    most: int

    @property
    def is_exact(self) -> bool:
        """Tell whether there is one answer."""
        return self.least == self.most


_MOMENT = re.compile(r"(Y-?[1-9][0-9]{4,10}|-?[0-9]{4}(?:-([0-9]{2})(?:-([0-9]{2}))?)?)([~?%]?)", re.ASCII)


@lru_cache(maxsize=16_384)
def parse(text: str) -> Date:
    """Return the date that `text` writes; raise `DateError` with words for an author."""
    if len(text) > 60:
        raise DateError("a date is much shorter than this")
    before, slash, after = text.partition("/")
    if not slash:
        moment = _moment(text)
        return _date(text, moment, moment, End.KNOWN, End.KNOWN)
    start, end = _end(before), _end(after)
    first = _moment(before) if start is End.KNOWN else None
    last = _moment(after) if end is End.KNOWN else None
    if first and last and last.latest < first.earliest:
        raise DateError(f"“{text}” ends before it begins")
    return _date(text, first, last, start, end)


def _end(text: str) -> End:
    return {"..": End.OPEN, "": End.UNKNOWN}.get(text, End.KNOWN)


def _date(text: str, first: Moment | None, last: Moment | None, start: End, end: End) -> Date:
    moments = [moment for moment in (first, last) if moment is not None]
    if not moments:
        raise DateError(f"“{text}” says neither when it begins nor when it ends")
    return Date(
        text=text,
        first=first,
        last=last,
        start=start,
        end=end,
        earliest=moments[0].earliest,
        latest=moments[-1].latest,
        precision=max(moment.precision for moment in moments),
        approximate=any(moment.approximate for moment in moments),
        uncertain=any(moment.uncertain for moment in moments),
        is_interval="/" in text,
    )


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None or text.startswith("-0000"):
        raise DateError(f"“{text}” is not a date: {_advice(text)}")
    year, month, day = _year(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[2] and not 1 <= month <= 12:
        raise DateError(f"“{text}”: there is no month {match[2]}")
    if match[3] and not 1 <= day <= days_in_month(year, month):
        raise DateError(f"“{text}”: that month has no day {match[3]}")
    return Moment(year, month, day, approximate=match[4] in {"~", "%"}, uncertain=match[4] in {"?", "%"})


def _year(text: str) -> int:
    sign = -1 if text.startswith(("-", "Y-")) else 1
    return sign * int(text.lstrip("Y-").partition("-")[0])


def _advice(text: str) -> str:
    if "T" in text:
        return "leave the time of day out"
    if "X" in text.upper():
        return "write a decade or century as an interval, 1990/1999"
    if re.search(r"[.\s]|^[0-9]{1,2}-", text):
        return "write the year first, then month and day, 1994-04-07"
    if "/" in text:
        return "an interval has one “/”"
    return "write 1994-04-07, 1994-04, 1994, or an interval 1994-04/1994-07"
