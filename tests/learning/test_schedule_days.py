"""The schedule by the learner's own days: where the clocks change, at midnight, when the clock is set back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from r2p_app.learning.agenda import agenda, forecast
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.days import Days
from r2p_app.learning.scheduler import ReviewState
from tests.learning.test_agenda import library, question
from tests.learning.test_days import days_in
from tests.learning.test_scheduler import attempt, state_after

BERLIN = ZoneInfo("Europe/Berlin")
FOUND = library(question("912"))
FORWARD, BACK = date(2026, 3, 29), date(2026, 10, 25)
"""The days on which the clocks of Berlin change in 2026, in the night before."""


def local(day: date, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN, fold=fold).astimezone(UTC)


def wrong_at(moment: datetime) -> ReviewState:
    """What is due a day after it."""
    return state_after(attempt(moment, score=0, confidence=Confidence.SURE, key=""))


def is_due(state: ReviewState, now: datetime, days: Days) -> bool:
    return agenda(FOUND, [state], now, days, 30).due == ("q-912",)


@pytest.mark.parametrize("changing", [FORWARD, BACK], ids=["forward", "back"])
@pytest.mark.parametrize("hour", [4, 5, 12, 23])
def test_the_mistake_of_the_day_before_the_clocks_change_comes_back_the_day_after(changing: date, hour: int) -> None:
    days = days_in("Europe/Berlin")
    state = wrong_at(local(changing - timedelta(days=1), hour, 30))
    assert not is_due(state, local(changing - timedelta(days=1), 23, 59), days)
    assert is_due(state, local(changing, 5), days)
    assert dict(forecast(FOUND, [state], local(changing - timedelta(days=1), 23), days))[changing] == 1


@pytest.mark.parametrize("fold", [0, 1])
def test_in_the_hour_that_comes_twice_a_mistake_waits_for_the_next_day_only(fold: int) -> None:
    days = days_in("Europe/Berlin", begins_at=0)
    state = wrong_at(local(BACK, 2, 30, fold=fold))
    assert not is_due(state, local(BACK, 23, 59), days)
    assert is_due(state, local(BACK + timedelta(days=1), 0, 1), days)


def test_every_day_of_the_year_has_its_reviews_once() -> None:
    """Answered wrong each day at half past eleven at night, a question is due on the next day, all year round."""
    days = days_in("Europe/Berlin")
    day = date(2026, 1, 1)
    while day < date(2027, 1, 1):
        state = wrong_at(local(day, 23, 30))
        assert days.day_of(state.due) == day + timedelta(days=1)
        assert not is_due(state, local(day, 23, 45), days)
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("begins_at", "answered", "asked", "due"),
    [
        (0, (23, 59), (0, 1), True),
        (4, (23, 59), (0, 1), False),
        (4, (23, 59), (4, 0), True),
        (4, (3, 59), (4, 0), True),
    ],
    ids=[
        "days begin at midnight",
        "the night is still the day before",
        "at four it is the next",
        "at four the night is over",
    ],
)
def test_at_midnight_it_is_another_day_if_the_learner_says_so(
    begins_at: int, answered: tuple[int, int], asked: tuple[int, int], due: bool
) -> None:
    days = days_in("Europe/Berlin", begins_at)
    first, next_ = date(2026, 6, 1), date(2026, 6, 2)
    answered_on = first if answered[0] > 12 else next_
    assert is_due(wrong_at(local(answered_on, *answered)), local(next_, *asked), days) is due


def test_a_clock_set_back_an_hour_asks_nothing_twice_and_loses_nothing() -> None:
    days = days_in("Europe/Berlin")
    noon = local(date(2026, 6, 1), 12)
    state = wrong_at(noon)
    assert not is_due(state, noon - timedelta(hours=1), days)
    assert is_due(state, noon + timedelta(days=1, hours=-1), days)


@pytest.mark.parametrize("back", [timedelta(days=1), timedelta(days=30), timedelta(days=3650)])
def test_what_was_answered_before_the_clock_was_set_back_is_asked_again_and_then_follows_it(back: timedelta) -> None:
    days = days_in("Europe/Berlin")
    ahead = local(date(2026, 6, 1), 12)
    now = ahead - back
    first = attempt(ahead, confidence=Confidence.SURE, key="")
    assert is_due(state_after(first), now, days)
    again = state_after(first, attempt(now, run="run-2", confidence=Confidence.SURE, key=""))
    assert not is_due(again, now, days)
    assert now < again.due < now + timedelta(days=120)


def test_who_travels_west_meets_no_question_twice_on_a_day() -> None:
    """The moment stays; the day it belongs to is that of the place where one is."""
    state = wrong_at(local(date(2026, 6, 1), 12))
    new_york = days_in("America/New_York")
    evening = datetime(2026, 6, 2, 3, tzinfo=UTC)  # eleven at night of 1 June there
    assert not is_due(state, evening, new_york)
    assert is_due(state, evening + timedelta(hours=6), new_york)
