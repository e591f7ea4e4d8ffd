from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import civil, day_number, weekday
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.ticks import STEPS, Unit, above, step_for, ticks, unit_at, units, week_of

AXES = st.builds(Axis, st.floats(-900_000, 900_000), st.floats(1e-4, 500), st.floats(200, 3_000))


@given(AXES, st.floats(30, 120))
def test_ticks_ascend_and_stay_on_the_axis(axis: Axis, least: float) -> None:
    found = ticks(axis, least)
    assert all(before.day < after.day for before, after in pairwise(found))
    assert all(axis.start <= tick.day <= axis.end for tick in found)


@given(AXES, st.floats(30, 120))
def test_ticks_stand_apart_and_are_few(axis: Axis, least: float) -> None:
    found = ticks(axis, least)
    assert len(found) <= axis.width / least * 1.2 + 2
    assert all(axis.x(after.day) - axis.x(before.day) >= least * 0.9 for before, after in pairwise(found))


@given(AXES)
def test_there_are_always_lines_to_read_by(axis: Axis) -> None:
    step = step_for(axis.scale, 60)
    if step is not STEPS[-1] and axis.days > 1.1 * step.typical:
        assert ticks(axis, 60)


@pytest.mark.parametrize(
    ("scale", "unit"),
    [(80, Unit.DAY), (12, Unit.WEEK), (3, Unit.MONTH), (0.4, Unit.YEAR), (0.02, Unit.DECADE), (0.002, Unit.CENTURY)],
)
def test_each_scale_has_the_ticks_that_suit_it(scale: float, unit: Unit) -> None:
    assert step_for(scale, 60).unit is unit


def test_months_of_a_year() -> None:
    axis = Axis.showing(day_number(1994), day_number(1995) - 0.5, 1_000)
    found = ticks(axis, 60)
    assert [civil(tick.day)[1:] for tick in found] == [(month, 1) for month in range(1, 13)]
    assert [tick.major for tick in found] == [True] + [False] * 11


def test_weeks_begin_on_monday() -> None:
    found = ticks(Axis(day_number(1994, 4, 1), 12, 800), 60)
    assert {weekday(tick.day) for tick in found} == {1}


def test_decades_before_christ() -> None:
    found = ticks(Axis.showing(day_number(-62), day_number(-18), 400), 80)
    assert [civil(tick.day)[0] for tick in found] == [-60, -50, -40, -30, -20]


@given(st.integers(-900_000, 900_000))
def test_a_day_is_in_its_week(day: int) -> None:
    monday, sunday = week_of(day)
    assert monday <= day <= sunday == monday + 6
    assert weekday(monday) == 1


@given(st.floats(-1_000_000, 1_000_000), st.floats(0.0001, 100))
def test_the_unit_around_a_day_reaches_from_one_tick_to_the_next(day: float, scale: float) -> None:
    first, end = unit_at(day, step_for(scale, 60))
    assert first <= day < end
    axis = Axis(first - 1, scale, (end - first + 2) * scale)
    assert [tick.day for tick in ticks(axis, 60) if first <= tick.day <= end] == [first, end]


def test_units_one_can_point_at() -> None:
    day = day_number(1994, 4, 21) + 0.7
    assert unit_at(day, step_for(100, 60)) == (day_number(1994, 4, 21), day_number(1994, 4, 22))
    assert unit_at(day, step_for(4, 60)) == (day_number(1994, 4), day_number(1994, 5))
    assert unit_at(day, step_for(0.3, 60)) == (day_number(1994), day_number(1995))


@pytest.mark.parametrize(
    ("scale", "unit"),
    [(80, Unit.MONTH), (12, Unit.MONTH), (3, Unit.YEAR), (0.4, Unit.DECADE), (0.02, Unit.CENTURY)],
)
def test_above_each_unit_stands_the_next_one_that_people_say(scale: float, unit: Unit) -> None:
    step = above(step_for(scale, 60))
    assert step is not None
    assert step.unit is unit


def test_above_the_largest_there_is_none() -> None:
    assert above(STEPS[-1]) is None


@given(AXES, st.floats(60, 120))
def test_units_above_cover_the_axis_and_begin_on_ticks(axis: Axis, least: float) -> None:
    step = step_for(axis.scale, least)
    if (larger := above(step)) is not None:
        found = list(units(axis, larger))
        assert found[0][0] <= axis.start
        assert found[-1][1] >= axis.end
        assert all(before[1] == after[0] for before, after in pairwise(found))
        beginnings = {unit_at(first, step)[0] == first for first, _ in found} if step.unit is not Unit.WEEK else set()
        assert beginnings <= {True}
