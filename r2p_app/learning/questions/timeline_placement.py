"""A date to be placed on an axis, judged by its distance in days."""

from r2p_app.content.dates import parse
from r2p_app.content.questions import TimelinePlacement
from r2p_app.learning.questions.distance import closeness
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Verdict


class PlacedDate(Answer, frozen=True, tag="timeline"):
    """The day chosen: days since 1970-01-01, as in `content.dates`."""

    day: int


def days_off(question: TimelinePlacement, answer: PlacedDate) -> int:
    """Return how many days lie between the answer and the nearest day of the date asked for (a month has thirty)."""
    date = parse(question.date)
    return max(date.earliest - answer.day, answer.day - date.latest, 0)


def grade(question: TimelinePlacement, answer: PlacedDate) -> Verdict:
    """Right within the tolerance, partly right up to three times as far away."""
    return Verdict(closeness(days_off(question, answer), question.tolerance_days))


def key(question: TimelinePlacement) -> PlacedDate:
    """The first day of the date."""
    return PlacedDate(parse(question.date).earliest)


def criterion(question: TimelinePlacement) -> object:
    """The date and the tolerance; the axis is only how it is asked."""
    return question.date, question.tolerance_days


KIND = QuestionKind(TimelinePlacement, PlacedDate, grade, key, criterion)
