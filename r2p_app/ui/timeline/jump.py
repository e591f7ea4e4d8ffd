"""Dates as people type them, in the language of the window: "21 April 1994", "April 1994", "6.4.1994", "1994-04".

What is not a date in words is read as EDTF, as authors write it.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from r2p_app.content.dates import Date, DateError, Moment, Precision, parse
from r2p_app.content.folding import fold
from r2p_app.ui import format as fmt

_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th|er|\.)(?=\s|$)")
_FILLERS = frozenset({"of", "de", "the", "le"})
_DECADE = re.compile(r"(\d{3}0)s")
_NUMERIC = re.compile(r"(\d{1,4})[./-](\d{1,4})(?:[./-](\d{1,4}))?")
_DASH = re.compile(r"\s*[\u2013\u2014]\s*|\s+-\s+|(?<=\d)-(?=\d{1,2}\s+\D)|(?<=\d{4})-(?=\d{4}$)")
"""What joins the two ends of a range, and no part of a date."""

_RANGE = " - "


def read_date(text: str, year: int) -> Date | None:
    """Return the date that was typed, None where it is none; `year` is meant where only day and month are said."""
    text = text.strip()
    try:
        return parse(text)
    except DateError:
        pass
    try:
        return parse(_edtf(fold(_DASH.sub(_RANGE, text)), year))
    except (DateError, ValueError):
        return None


def _edtf(text: str, year: int) -> str:
    about, text = _without(text, _word("about"))
    *first, last = _ends(text)
    end = _moment(last, year)
    moments = [*(_beginning(one, end) for one in first), end]
    return "/".join(f"{_written(moment)}{'~' * about}" for moment in moments)


def _ends(text: str) -> list[str]:
    """Split "6 - 9 April 1994" in two; a decade is a range as well."""
    if decade := _DECADE.fullmatch(text):
        return [decade[1], str(int(decade[1]) + 9)]
    parts = text.split(_RANGE)
    if len(parts) == 1:
        parts = re.split(rf"\s+{re.escape(_word('to'))}\s+", text)
    if len(parts) > 2:
        raise ValueError(text)
    return parts


def _beginning(text: str, end: Moment) -> Moment:
    """Read the beginning of a range: what it does not say, month or year, is that of the end."""
    if text.isdecimal() and len(text) <= 2:
        return Moment(end.year, end.month, int(text))
    return _moment(text, end.year)


def _moment(text: str, year: int) -> Moment:
    if numeric := _NUMERIC.fullmatch(text):
        return _from_numbers([int(part) for part in numeric.groups() if part])
    before_christ, text = _without(text, _word("bc"))
    words = [word for word in _ORDINAL.sub("", text).replace(",", " ").split() if word not in _FILLERS]
    month = next((number for word in words if (number := _month(word))), 0)
    numbers = [word for word in words if word.isdecimal()]
    if len(numbers) + bool(month) != len(words) or not words:
        raise ValueError(text)
    return _from_words(numbers, month, year, before_christ=before_christ)


def _from_words(numbers: list[str], month: int, year: int, *, before_christ: bool) -> Moment:
    years = [word for word in numbers if len(word) > 2 or not month]
    days = [word for word in numbers if word not in years]
    if len(years) > 1 or len(days) > 1:  # "4 April 94" is not guessed at
        raise ValueError(numbers)
    found = int(years[0]) if years else year
    return Moment(1 - found if before_christ else found, month, int(days[0]) if days else 0)


def _from_numbers(parts: list[int]) -> Moment:
    """Read numbers alone in the order of the language: day first in most, month first in American English."""
    if len(parts) == 2:
        month, year = sorted(parts)
        return Moment(year, month)
    first, second, year = parts
    if first > 31:
        return Moment(first, second, year)
    return Moment(year, first, second) if _is_month_first() else Moment(year, second, first)


def _is_month_first() -> bool:
    order = fmt.locale().dateFormat(QLocale.FormatType.ShortFormat)
    return order.find("M") < order.find("d")


def _month(word: str) -> int:
    """Return the number of a month whose name begins so (with three letters at least), 0 for what is none."""
    word = word.rstrip(".")
    if len(word) < 3:
        return 0
    return next((number for number, name in _months() if name.startswith(word)), 0)


def _months() -> Iterator[tuple[int, str]]:
    for locale in (fmt.locale(), QLocale(QLocale.Language.English)):
        for number in range(1, 13):
            for width in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                yield number, fold(locale.monthName(number, width)).rstrip(".")
                yield number, fold(locale.standaloneMonthName(number, width)).rstrip(".")


def _word(name: str) -> str:
    """Return a word as it is typed in the language of the window, folded."""
    translate = QCoreApplication.translate
    return fold(
        {
            "to": translate("Jump", "to", "between the two ends of a range of dates"),
            "about": translate("Jump", "about", "before a date that is not exact"),
            "bc": translate("Jump", "BC", "after a year before the year 1"),
        }[name]
    )


def _without(text: str, word: str) -> tuple[bool, str]:
    """Tell whether a word occurs, and return the text without it."""
    left = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " ", text).strip()
    return left != text.strip(), left


def _written(moment: Moment) -> str:
    sign = "-" if moment.year < 0 else ""
    parts = [f"{sign}{abs(moment.year):04}"]
    parts += [f"{part:02}" for part in (moment.month, moment.day) if part]
    if moment.precision is Precision.DAY and not moment.month:
        raise ValueError(moment)
    return "-".join(parts)
