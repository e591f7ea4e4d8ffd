"""Delays in words: "15 days later", "the same day", "about 3–4 weeks after it began"."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from r2p_app.content.dates import DayCount, parse
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.rough import Amount, Unit, rough
from r2p_app.ui.format import days as count_days
from r2p_app.ui.format import number_range, plural

translate = QCoreApplication.translate

_SAID_ROUGHLY_TOO = 70
"""From so many days on an exact number is also said in months or years: nobody pictures 588 days."""


def delay_words(days: DayCount, *, of_span: bool = False) -> str:
    """Return the days from what happened to what was done; `of_span` counts from the beginning of something longer."""
    if days.least < 0 < days.most:
        return translate("Delay", "at about the same time")
    if not days.least and not days.most:
        return translate("Delay", "the day it began") if of_span else translate("Delay", "the same day")
    words = _placed(days, of_span).replace("%1", delay_length(days))
    if not days.is_exact or abs(days.most) < _SAID_ROUGHLY_TOO:
        return words
    return translate("Delay", "%1 (about %2)").replace("%1", words).replace("%2", amount_words(rough(days)))


def delay_length(days: DayCount) -> str:
    """Return how long a delay is: "84 days", "about 4–8 weeks"; "" where nobody can say or there is none."""
    if days.least < 0 < days.most or not (days.least or days.most):
        return ""
    if days.is_exact:
        return count_days(abs(days.most))
    amount = rough(days)
    if not amount.least:
        return translate("Delay", "up to %1").replace("%1", amount_words(amount._replace(least=amount.most)))
    return translate("Delay", "about %1").replace("%1", amount_words(amount))


def delay_short(days: DayCount) -> str:
    """Return the same for a label: "84 days", "12 days before", "the same day"."""
    length = delay_length(days)
    return length if length and days.most > 0 else delay_words(days)


def pair_words(pair: Pair) -> str:
    """Return the delay of a pairing in words."""
    return delay_words(pair.days, of_span=parse(pair.ground.date).is_interval)


def _placed(days: DayCount, of_span: bool) -> str:
    if days.least < 0:
        return translate("Delay", "%1 before it began") if of_span else translate("Delay", "%1 before")
    return translate("Delay", "%1 after it began") if of_span else translate("Delay", "%1 later")


def amount_words(amount: Amount) -> str:
    """Return "4–8 weeks", "1 month"."""
    if amount.least == amount.most:
        return plural(_singular_or_plural(amount))
    template: Mapping[Unit, str] = {
        Unit.DAY: translate("Delay", "%1 days"),
        Unit.WEEK: translate("Delay", "%1 weeks"),
        Unit.MONTH: translate("Delay", "%1 months"),
        Unit.YEAR: translate("Delay", "%1 years"),
    }
    return template[amount.unit].replace("%1", number_range(amount.least, amount.most))


def _singular_or_plural(amount: Amount) -> str:
    count = amount.most
    match amount.unit:
        case Unit.DAY:
            return translate("Delay", "%n day(s)", None, count)
        case Unit.WEEK:
            return translate("Delay", "%n week(s)", None, count)
        case Unit.MONTH:
            return translate("Delay", "%n month(s)", None, count)
        case Unit.YEAR:
            return translate("Delay", "%n year(s)", None, count)
