from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import civil, day_number
from r2p_app.ui.charts.scale import date_ticks, value_ticks


@given(st.floats(min_value=1e-6, max_value=1e12), st.integers(2, 8))
def test_value_ticks_begin_at_zero_reach_the_highest_and_stay_few(highest: float, at_most: int) -> None:
    ticks = value_ticks(highest, at_most)
    assert ticks[0] == 0
    assert ticks[-1] >= highest * (1 - 1e-6)
    assert len(ticks) <= at_most + 1
    assert len(ticks) == 2 or ticks[-2] < highest


def test_value_ticks_are_round() -> None:
    assert value_ticks(5500, 5) == (0, 2000, 4000, 6000)
    assert value_ticks(270, 3) == (0, 100, 200, 300)


def test_without_an_amount_there_is_still_an_axis() -> None:
    assert value_ticks(0) == (0.0, 1.0)


@given(st.integers(-200_000, 60_000), st.integers(0, 100_000), st.integers(2, 12))
def test_date_ticks_are_first_days_inside_the_span_and_few(first: int, days: int, at_most: int) -> None:
    ticks = date_ticks(first, first + days, at_most)
    assert len(ticks) <= at_most
    assert all(first <= tick.day <= first + days and civil(tick.day)[2] == 1 for tick in ticks)


def test_long_spans_are_ticked_at_years() -> None:
    ticks = date_ticks(day_number(1990, 5, 3), day_number(1999, 2, 1), 10)
    assert [(tick.year, tick.month, tick.is_year) for tick in ticks[:2]] == [(1991, 1, True), (1992, 1, True)]
