"""A delay is said in a unit people understand, rounded and never turned around."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import DayCount
from r2p_app.timeline.rough import Amount, Unit, rough, unit_for

DAYS = st.integers(0, 200_000)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (DayCount(3, 5), Amount(3, 5, Unit.DAY)),
        (DayCount(13, 13), Amount(13, 13, Unit.DAY)),
        (DayCount(20, 22), Amount(3, 3, Unit.WEEK)),
        (DayCount(30, 59), Amount(4, 8, Unit.WEEK)),
        (DayCount(84, 84), Amount(3, 3, Unit.MONTH)),
        (DayCount(455, 720), Amount(15, 24, Unit.MONTH)),
        (DayCount(881, 881), Amount(2, 2, Unit.YEAR)),
        (DayCount(-22, -20), Amount(3, 3, Unit.WEEK)),
        (DayCount(-5, 0), Amount(0, 5, Unit.DAY)),
    ],
)
def test_a_delay_in_the_unit_that_suits_it(days: DayCount, expected: Amount) -> None:
    assert rough(days) == expected


@given(DAYS, DAYS)
def test_it_is_right_to_half_a_unit(one: int, other: int) -> None:
    least, most = sorted((one, other))
    amount = rough(DayCount(least, most))
    assert abs(amount.least * amount.unit.value - least) <= amount.unit.value / 2
    assert abs(amount.most * amount.unit.value - most) <= amount.unit.value / 2
    assert amount.least <= amount.most


@given(DAYS, DAYS)
def test_before_and_after_are_as_long(one: int, other: int) -> None:
    least, most = sorted((one, other))
    assert rough(DayCount(least, most)) == rough(DayCount(-most, -least))


@given(DAYS, DAYS)
def test_more_days_never_have_a_smaller_unit(one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert unit_for(less).value <= unit_for(more).value


def test_what_may_be_before_or_after_has_no_length() -> None:
    with pytest.raises(ValueError, match="which came first"):
        rough(DayCount(-1, 1))
