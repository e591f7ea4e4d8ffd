"""What to review today and in the days ahead, from the states of questions, the content and the learner's days."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.days import Days
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.scheduler import ReviewState

AHEAD = 14
"""Days of the forecast, today included."""


@dataclass(frozen=True)
class Agenda:
    """Today's reviews in the order to ask them: sure and wrong first, then what has been due longest.

    `buried` are due, but a question about the same thing comes today; `waiting` are due beyond the daily limit. Both
    come on another day. `corrected` are those of `due` whose key has changed since they were answered.
    """

    due: tuple[str, ...] = ()
    buried: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    corrected: frozenset[str] = frozenset()


def is_corrected(question: QuestionBase, state: ReviewState) -> bool:
    """Tell whether the key has changed since the answers: they were answers to another question."""
    return state.key_print not in {"", key_print(question)}


def agenda(library: Library, states: Iterable[ReviewState], now: datetime, days: Days, limit: int) -> Agenda:
    """Return what is to be reviewed on the day of `now`; what was reviewed on it counts towards the limit."""
    known = {state.question: state for state in states}
    asked = {found.id: found for found in library.all(QuestionBase) if found.id in known}
    today = days.day_of(now)
    answered = [state for state in known.values() if days.day_of(state.reviewed_at) == today]
    corrected = frozenset(item for item, question in asked.items() if is_corrected(question, known[item]))
    due = sorted(
        (known[item] for item in asked if item in corrected or _is_due(known[item], today, days)), key=_urgency
    )
    seen = {asked[state.question].see for state in answered if state.question in asked}
    first, buried = _without_siblings([state.question for state in due], asked, seen)
    room = max(0, limit - sum(state.reviews > 1 for state in answered))
    return Agenda(tuple(first[:room]), tuple(buried), tuple(first[room:]), corrected.intersection(first[:room]))


def forecast(
    library: Library, states: Iterable[ReviewState], now: datetime, days: Days, count: int = AHEAD
) -> tuple[tuple[date, int], ...]:
    """Return how many questions come due on each day from today on; today includes what was due before."""
    today = days.day_of(now)
    found = Counter(
        today if is_corrected(question, state) or _is_due(state, today, days) else due_day(state, days)
        for state in states
        if (question := library.find(state.question, QuestionBase)) is not None
    )
    return tuple((day, found[day]) for day in (today + timedelta(days=i) for i in range(count)))


def due_day(state: ReviewState, days: Days) -> date:
    """Return the learner's day on which a question is due, never that of its answer.

    A day has 25 hours when the clocks go back: what was answered at its beginning would be due before its end.
    """
    return max(days.day_of(state.due), days.day_of(state.reviewed_at) + timedelta(days=1))


def _is_due(state: ReviewState, today: date, days: Days) -> bool:
    """Tell whether it is due today, as is what a clock that was ahead says was answered on a later day."""
    return due_day(state, days) <= today or days.day_of(state.reviewed_at) > today


def _urgency(state: ReviewState) -> tuple[bool, datetime, str]:
    return not state.sure_and_wrong, state.due, state.question


def _without_siblings(
    due: Iterable[str], asked: Mapping[str, QuestionBase], seen: set[str]
) -> tuple[list[str], list[str]]:
    """Part the questions that come today from those about the same fact as another that does, or did."""
    first: list[str] = []
    buried: list[str] = []
    facts = set(seen)
    for item in due:
        (buried if asked[item].see in facts else first).append(item)
        facts.add(asked[item].see)
    return first, buried
