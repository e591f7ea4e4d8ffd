"""What is said about reviews: when a question comes back, what to do next, how sure against how right."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from r2p_app.learning.calibration import FEWEST, Calibration
from r2p_app.learning.days import Days
from r2p_app.ui.format import date as date_words
from r2p_app.ui.format import days as days_words
from r2p_app.ui.format import duration, percent, plural, weekday
from r2p_app.ui.review.standing import ReviewStanding

translate = QCoreApplication.translate

_WEAK = 0.6
"""Below this share of its questions an objective is named as the one to practise."""


def comes_back_words(due: datetime, now: datetime, days: Days) -> str:
    """Return when a question returns, as people say it."""
    day, today = days.day_of(due), days.day_of(now)
    left = (day - today).days
    if left <= 0:
        return translate("Review", "This question is due for review today.")
    if left == 1:
        return translate("Review", "This question comes back tomorrow.")
    if left < 7:
        return translate("Review", "This question comes back on %1.").replace("%1", weekday(day.isoweekday()))
    words = translate("Review", "This question comes back in %1, on %2.").replace("%1", days_words(left))
    return words.replace("%2", date_words(day.isoformat()))


def day_words(day: date, today: date) -> str:
    """Return a day of the forecast in words: today, tomorrow, Thursday 27 November 2026."""
    near = (translate("Review", "Today"), translate("Review", "Tomorrow"))
    left = (day - today).days
    return near[left] if 0 <= left < len(near) else _full_day(day)


def past_day_words(day: date, today: date) -> str:
    """Return a day of the history in words: today, yesterday, Monday 23 November 2026."""
    near = (translate("Review", "Today"), translate("Review", "Yesterday"))
    back = (today - day).days
    return near[back] if 0 <= back < len(near) else _full_day(day)


def _full_day(day: date) -> str:
    """Return the day of the week and the date."""
    return f"{weekday(day.isoweekday())} {date_words(day.isoformat())}"


def week_words(monday: date) -> str:
    """Return the days of a week: 23–29 November 2026."""
    return date_words(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")


def time_words(seconds: float) -> str:
    """Return how long something took: "45 seconds", "12 minutes", "1 hour 5 minutes"; "" for no time at all."""
    if round(seconds) <= 0:
        return ""
    if seconds < 60:
        return plural(translate("Review", "%n second(s)", None, round(seconds)))
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = []
    if hours:
        parts.append(plural(translate("Review", "%n hour(s)", None, hours)))
    if minutes:
        parts.append(plural(translate("Review", "%n minute(s)", None, minutes)))
    return " ".join(parts)


def advice(standing: ReviewStanding) -> str:
    """Return one plain sentence on what to do next; further ones only where something needs explaining."""
    today, wrong = standing.today, standing.progress.sure_and_wrong
    if today.due:
        words = translate("Review", "Next: answer the %n question(s) due today", None, len(today.due))
        return f"{plural(words)}, {duration(standing.today_minutes)}.{_explained(standing)}"
    if wrong:
        words = translate(
            "Review", "Nothing is due. Practise the %n question(s) you were sure of and got wrong.", None, len(wrong)
        )
        return plural(words)
    weak = weakest(standing)
    if weak:
        words = translate("Review", "Nothing is due. You know least about: %1. Read that part again, then practise it.")
        return words.replace("%1", weak.rstrip("."))
    if standing.next_day is None:
        return translate("Review", "Nothing is due for two weeks. Go on reading, or take a quiz on something new.")
    words = translate("Review", "Nothing is due until %1. Go on reading, or take a quiz on something new.")
    return words.replace("%1", _until(standing.next_day, standing.ahead[0][0]))


def _until(day: date, today: date) -> str:
    """Return a day inside a sentence."""
    return translate("Review", "tomorrow") if (day - today).days == 1 else day_words(day, today)


def weakest(standing: ReviewStanding) -> str:
    """Return the objective of which least is known, among those whose questions were all answered once."""
    begun = [row for row in standing.progress.objectives if row.answered == row.questions and row.share < _WEAK]
    found = min(begun, key=lambda row: row.share, default=None)
    return (found.objective.short or found.objective.text) if found else ""


def _explained(standing: ReviewStanding) -> str:
    """Say why some that are due do not come today, and that some were corrected."""
    today = standing.today
    said = []
    if today.corrected:
        words = translate(
            "Review",
            "%n question(s) came back because the content was corrected since you last studied.",
            None,
            len(today.corrected),
        )
        said.append(plural(words))
    if later := len(today.buried) + len(today.waiting):
        words = translate("Review", "%n more wait(s) for another day.", None, later)
        said.append(words.replace("(s)", "s" if later == 1 else ""))
    return "".join(f" {sentence}" for sentence in said)


def calibration_words(row: Calibration) -> str:
    """Return how often the learner was right at one level, or that there are too few answers to say."""
    if not row.is_enough:
        words = translate("Review", "%1 of the %2 answers needed before anything can be said")
        return words.replace("%1", str(row.answers)).replace("%2", str(FEWEST))
    low, high = row.interval
    words = translate("Review", "%1 right: %2 of %3 answers; the true share is likely between %4 and %5")
    for mark, value in (
        ("%1", percent(row.share)),
        ("%2", str(row.right)),
        ("%3", str(row.answers)),
        ("%4", percent(low)),
        ("%5", percent(high)),
    ):
        words = words.replace(mark, value)
    return words
