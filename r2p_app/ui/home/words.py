"""What Home says about reading and quizzes, in words."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from r2p_app.ui.format import date, duration, plural, weekday
from r2p_app.ui.home.standing import Standing, ToRead

translate = QCoreApplication.translate


def reading_detail(to_read: ToRead, now: datetime, begins_at: int) -> str:
    """Return time left, questions to come and when it was read last."""
    left = duration(to_read.minutes)
    parts = [translate("Home", "%1 left").replace("%1", left) if to_read.read_at is not None else left]
    if to_read.checks:
        parts.append(plural(translate("Home", "%n check question(s)", None, to_read.checks)))
    if to_read.read_at is not None:
        parts.append(translate("Home", "last read %1").replace("%1", day_words(to_read.read_at, now, begins_at)))
    return " · ".join(parts)


def quiz_detail(standing: Standing, minutes: float) -> str:
    """Return how long a quiz takes and how many questions are known."""
    parts = [duration(minutes)]
    if standing.known:
        known = plural(translate("Home", "%1 of %n question(s) known", None, standing.questions))
        parts.append(known.replace("%1", str(standing.known)))
    return " · ".join(parts)


def day_words(moment: datetime, now: datetime, begins_at: int) -> str:
    """Return the local day of a moment as people say it: today, yesterday, Thursday, 3 April 2024.

    `begins_at` is the hour at which a new day begins.
    """
    night = timedelta(hours=begins_at)
    day, today = (moment.astimezone() - night).date(), (now.astimezone() - night).date()
    days = (today - day).days
    if days == 0:
        return translate("Home", "today")
    if days == 1:
        return translate("Home", "yesterday")
    return weekday(day.isoweekday()) if 1 < days < 7 else date(day.isoformat())
