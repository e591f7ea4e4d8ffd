"""Days that begin at an hour of the learner's choice, also where the clocks change."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.learning.days import Days

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Africa/Kigali", "Asia/Kolkata", "Pacific/Apia")


def offset_in(zone: str) -> Callable[[datetime], timedelta]:
    def offset(moment: datetime) -> timedelta:
        found = moment.astimezone(ZoneInfo(zone)).utcoffset()
        assert found is not None
        return found

    return offset


def days_in(zone: str, begins_at: int = 4) -> Days:
    return Days(begins_at, offset_in(zone))


def test_the_night_belongs_to_the_day_before() -> None:
    days = days_in("Africa/Kigali")  # two hours ahead of UTC
    assert days.day_of(datetime(2026, 3, 14, 1, 59, tzinfo=UTC)) == date(2026, 3, 13)
    assert days.day_of(datetime(2026, 3, 14, 2, 0, tzinfo=UTC)) == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25), (date(2026, 6, 1), 24)],
    ids=["clocks go forward in the night after", "clocks go back", "an ordinary day"],
)
def test_a_day_on_which_the_clocks_change_is_as_long_as_it_is(day: date, hours: int) -> None:
    days = days_in("Europe/Berlin")
    assert days.start_of(day + timedelta(days=1)) - days.start_of(day) == timedelta(hours=hours)


def test_a_day_that_begins_in_the_hour_that_is_left_out_begins_after_it() -> None:
    days = days_in("Europe/Berlin", begins_at=2)  # on 29 March 2026 two o'clock is three o'clock
    start = days.start_of(date(2026, 3, 29))
    assert start == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert days.day_of(start - timedelta(microseconds=1)) == date(2026, 3, 28)


@given(
    zone=st.sampled_from(ZONES),
    begins_at=st.integers(0, 23),
    moment=st.datetimes(datetime(2012, 1, 3), datetime(2040, 1, 1), timezones=st.just(UTC)),
)
def test_every_moment_lies_within_its_day(zone: str, begins_at: int, moment: datetime) -> None:
    days = days_in(zone, begins_at)
    day = days.day_of(moment)
    assert days.start_of(day) <= moment < days.start_of(day + timedelta(days=1))
    assert days.day_of(days.start_of(day)) == day
