import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import day_number
from r2p_app.timeline.ranges import read_range, write_range


@given(st.floats(-700_000, 1_000_000), st.floats(0.01, 500_000))
def test_a_range_comes_back_to_the_minute(start: float, length: float) -> None:
    (_, first), (_, last) = write_range(start, start + length)
    found = read_range(first, last)
    assert found is not None
    assert found == pytest.approx((start, start + length), abs=1 / 1_000)


def test_whole_days_are_written_as_days_both_included() -> None:
    first, end = day_number(1994, 1, 1), day_number(1994, 9, 1)
    assert write_range(first, end) == (("from", "1994-01-01"), ("to", "1994-08-31"))
    assert read_range("1994-01-01", "1994-08-31") == (first, end)


def test_months_and_years_may_be_written_by_hand() -> None:
    assert read_range("1994", "1994-06") == (day_number(1994), day_number(1994, 7))


def test_part_of_a_day() -> None:
    day = day_number(1994, 4, 6)
    assert write_range(day + 0.25, day + 0.5) == (("from", "1994-04-06T06:00"), ("to", "1994-04-06T12:00"))


@pytest.mark.parametrize(("first", "last"), [("", ""), ("1994", "1993"), ("April", "May"), ("1994", "1994-13")])
@pytest.mark.parametrize("time", ["", "T99", "Tnoon"])
def test_what_is_no_range_is_none(first: str, last: str, time: str) -> None:
    assert read_range(first + time, last + time) is None
