"""What was answered day by day and week by week, and how long it took."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from r2p_app.learning.attempts import Run


@dataclass(frozen=True)
class Spell:
    """The answers of a learner's day, or of the week that begins on it. `seconds` is the time they took."""

    day: date
    right: int = 0
    partly: int = 0
    wrong: int = 0
    seconds: float = 0.0

    @property
    def answers(self) -> int:
        """How many answers were given."""
        return self.right + self.partly + self.wrong

    @property
    def minutes(self) -> float:
        """How long they took."""
        return self.seconds / 60


@dataclass(frozen=True)
class PastRun:
    """A run that was begun: so many answered of so many, so many of them right."""

    run: Run
    answers: int
    right: int
    seconds: float
    answered_at: datetime
    """When its last answer was given."""


def daily(spells: Iterable[Spell], today: date, count: int) -> tuple[Spell, ...]:
    """Return the last days up to today, those without an answer too."""
    known = {spell.day: spell for spell in spells}
    days = (today - timedelta(days=back) for back in reversed(range(count)))
    return tuple(known.get(day, Spell(day)) for day in days)


def weekly(spells: Iterable[Spell], today: date, count: int) -> tuple[Spell, ...]:
    """Return the last weeks up to this one, each from its Monday, those without an answer too."""
    sums: dict[date, Spell] = {}
    for spell in spells:
        monday = _monday(spell.day)
        sums[monday] = _sum(sums.get(monday, Spell(monday)), spell)
    mondays = (_monday(today) - timedelta(weeks=back) for back in reversed(range(count)))
    return tuple(sums.get(monday, Spell(monday)) for monday in mondays)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _sum(one: Spell, other: Spell) -> Spell:
    return replace(
        one,
        right=one.right + other.right,
        partly=one.partly + other.partly,
        wrong=one.wrong + other.wrong,
        seconds=one.seconds + other.seconds,
    )
