"""Numbers, dates and durations as people write them, in the language of the window.

The locale follows the language of the words, not the machine: a German system with English words shows English dates.
Dates keep what their author knew: a month stays a month, "about" stays "about".
"""

from PySide6.QtCore import QCoreApplication, QLocale

from r2p_app.content.dates import Date, End, Moment, Precision, civil, parse

translate = QCoreApplication.translate

NBSP = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"

_LOCALES = {"en": "en_GB"}
"""The variety of a language that we write; other languages are taken as they come."""

_locale = QLocale(_LOCALES["en"])


def set_language(code: str) -> None:
    """Write numbers and dates as this language does; `code` is an ISO 639 code, such as "en"."""
    global _locale  # noqa: PLW0603 - Qt's translators are per process, and so is the language of dates
    _locale = QLocale(_LOCALES.get(code, code))


def locale() -> QLocale:
    """Return the locale in force, for widgets that write dates themselves."""
    return _locale


def number(value: float, decimals: int | None = None) -> str:
    """Return a number with thousands separators; without `decimals`, as many places as it has (at most two)."""
    if decimals is None:
        decimals = 0 if value == round(value) else 1 if value == round(value, 1) else 2
    return _locale.toString(float(value), "f", decimals)


def number_range(low: float, high: float) -> str:
    """Return "500,000–800,000"; one number where both ends are the same."""
    return number(low) if low == high else f"{number(low)}{EN_DASH}{number(high)}"


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole per cent: "50%" in English, "50 %" in most other languages."""
    gap = "" if _locale.language() == QLocale.Language.English else NBSP
    return f"{number(round(share * 100))}{gap}%"


def position(lat: float, lon: float) -> str:
    """Return a place in degrees: "1.94° S, 30.06° E"."""
    north = translate("Format", "%1° N") if lat >= 0 else translate("Format", "%1° S")
    east = translate("Format", "%1° E") if lon >= 0 else translate("Format", "%1° W")
    parts = (north.replace("%1", number(abs(lat), 2)), east.replace("%1", number(abs(lon), 2)))
    return ", ".join(part.replace(" ", NBSP) for part in parts)


def kilometres(km: float) -> str:
    """Return a distance: "30 km"."""
    return translate("Format", "%1 km").replace("%1 km", f"{number(km)}{NBSP}km")


def rough_km(km: float) -> str:
    """Return a distance in words, no more exact than a map is: "less than 1 km", "about 12 km", "about 1,240 km"."""
    if km < 1:
        return translate("Format", "less than %1").replace("%1", kilometres(1))
    rounded = round(km) if km < 100 else round(km, -1)
    return translate("Format", "about %1").replace("%1", kilometres(rounded))


def plural(translated: str) -> str:
    """Settle the "(s)" of a text that came from `tr("%n event(s)", "", n)`: English needs no plural table for it."""
    words = translated.split(" ")
    one = "1" in words
    return " ".join(word.replace("(s)", "" if one else "s") for word in words)


def duration(minutes: float) -> str:
    """Return an estimated time: "about 6 minutes", "about 1 hour 20 minutes"."""
    hours, rest = divmod(max(1, round(minutes)), 60)
    parts = []
    if hours:
        parts.append(plural(translate("Format", "%n hour(s)", None, hours)))
    if rest:
        parts.append(plural(translate("Format", "%n minute(s)", None, rest)))
    return translate("Format", "about %1").replace("%1", " ".join(parts))


def days(count: int) -> str:
    """Return a number of days in words: "1 day", "12 days"."""
    return plural(translate("Format", "%n day(s)", None, count))


def date(value: Date | str) -> str:
    """Return a date in words: "21 April 1994", "about 1933", "14–18 July 1994", "from June 1991".

    Text is parsed as EDTF; `DateError` is raised for what is none.
    """
    return _date(parse(value) if isinstance(value, str) else value, short=False, with_year=True)


def date_short(value: Date | str, *, with_year: bool = True) -> str:
    """Return a date for a narrow place: "21 Apr 1994", or "21 Apr" where the year is known from elsewhere."""
    return _date(parse(value) if isinstance(value, str) else value, short=True, with_year=with_year)


def day(number_: int, *, short: bool = False, with_year: bool = True) -> str:
    """Return a day number (days since 1970-01-01) in words: "21 April 1994"."""
    return _moment(Moment(*civil(number_)), short, with_year)


def day_range(
    first: int, last: int, *, short: bool = False, with_year: bool = True, precision: Precision = Precision.DAY
) -> str:
    """Return the range between two day numbers: "6–9 April 1994", or one day where both are the same.

    With less precision it is the months or the years in which they lie: "April–May 1994".
    """
    begin, end = _moment_of(first, precision), _moment_of(last, precision)
    return _moment(end, short, with_year) if begin == end else _range(begin, end, short, with_year)


def _moment_of(number_: int, precision: Precision) -> Moment:
    year_, month_, day_ = civil(number_)
    return Moment(year_, month_ if precision < Precision.YEAR else 0, day_ if precision is Precision.DAY else 0)


def month(number_: int, year_: int | None = None, *, short: bool = False) -> str:
    """Return the name of a month (1 to 12), with its year if given: "April", "Apr 1994"."""
    name = _locale.standaloneMonthName(number_, _width(short))
    return name if year_ is None else f"{name} {year(year_)}"


def year(number_: int) -> str:
    """Return a year; those before year 1 as "500 BC" (year 0 is 1 BC)."""
    return str(number_) if number_ > 0 else translate("Format", "%1 BC").replace("%1", str(1 - number_))


def weekday(iso: int, *, short: bool = False) -> str:
    """Return the name of a day of the week, 1 (Monday) to 7 (Sunday)."""
    return _locale.standaloneDayName(iso, _width(short))


def _date(value: Date, *, short: bool, with_year: bool) -> str:
    if value.first is None or value.last is None or End.OPEN in {value.start, value.end}:
        return _one_ended(value, short, with_year)
    if not value.is_interval:
        return _hedged(value.first, short, with_year)
    return _interval(value.first, value.last, short, with_year)


def _one_ended(value: Date, short: bool, with_year: bool) -> str:
    known = value.first or value.last
    missing = value.end if value.first else value.start
    template = {
        (True, End.OPEN): translate("Format", "from %1 on"),
        (True, End.UNKNOWN): translate("Format", "from %1, end not known"),
        (False, End.OPEN): translate("Format", "until %1"),
        (False, End.UNKNOWN): translate("Format", "until %1, beginning not known"),
    }[value.first is not None, missing]
    return template.replace("%1", _hedged(known, short, with_year)) if known else ""


def _interval(first: Moment, last: Moment, short: bool, with_year: bool) -> str:
    if _hedge(first) == _hedge(last):
        return _hedge(first).replace("%1", _range(first, last, short, with_year))
    return f"{_hedged(first, short, with_year)}{NBSP}{EN_DASH} {_hedged(last, short, with_year)}"


def _range(first: Moment, last: Moment, short: bool, with_year: bool) -> str:
    """Leave out of the beginning what the end says again; where the years differ both are said."""
    with_year = with_year or first.year != last.year
    same_year = first.year == last.year and bool(first.month and last.month)
    ending = _moment(last, short, with_year)
    if same_year and first.month == last.month and first.day and last.day:
        return f"{_day_of_month(first.day)}{EN_DASH}{ending}"
    beginning = _moment(first, short, with_year and not same_year)
    only_months = same_year and not first.day and not last.day
    simple = only_months or not (first.month or last.month)
    return f"{beginning}{EN_DASH}{ending}" if simple else f"{beginning}{NBSP}{EN_DASH} {ending}"


def _hedged(moment: Moment, short: bool, with_year: bool) -> str:
    return _hedge(moment).replace("%1", _moment(moment, short, with_year))


def _hedge(moment: Moment) -> str:
    return {
        (False, False): "%1",
        (True, False): translate("Format", "about %1"),
        (False, True): translate("Format", "possibly %1"),
        (True, True): translate("Format", "possibly about %1"),
    }[moment.approximate, moment.uncertain]


def _moment(moment: Moment, short: bool, with_year: bool) -> str:
    if not moment.month:
        return year(moment.year)
    if not moment.day:
        return month(moment.month, moment.year if with_year else None, short=short)
    name = _locale.monthName(moment.month, _width(short))
    words = f"{_day_of_month(moment.day)}{NBSP}{name}"
    return f"{words} {year(moment.year)}" if with_year else words


def _day_of_month(number_: int) -> str:
    """French counts the first of a month as "1er"."""
    return "1er" if number_ == 1 and _locale.language() == QLocale.Language.French else str(number_)


def _width(short: bool) -> QLocale.FormatType:
    return QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
