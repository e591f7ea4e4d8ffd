import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.timeline.axis import Axis, Limits, level_scale

DAYS = st.floats(-1_000_000, 1_000_000)
SCALES = st.floats(1e-4, 2_000)
WIDTHS = st.floats(50, 4_000)
AXES = st.builds(Axis, DAYS, SCALES, WIDTHS)


@given(AXES, st.floats(0, 1))
def test_a_place_and_its_day_are_one(axis: Axis, share: float) -> None:
    x = share * axis.width
    assert axis.x(axis.day(x)) == pytest.approx(x, abs=1e-3)


@given(AXES, st.floats(0.1, 10), st.floats(0, 1))
def test_a_zoom_keeps_the_day_under_the_pointer(axis: Axis, factor: float, share: float) -> None:
    x = share * axis.width
    zoomed = axis.zoomed(factor, x)
    assert zoomed.day(x) == pytest.approx(axis.day(x), abs=1e-5)
    assert zoomed.scale == pytest.approx(axis.scale * factor)


@given(AXES, st.floats(-3_000, 3_000))
def test_a_pan_moves_days_by_pixels_and_back(axis: Axis, pixels: float) -> None:
    assert axis.panned(pixels).x(axis.start) == pytest.approx(pixels, abs=1e-3)
    assert axis.panned(pixels).panned(-pixels).start == pytest.approx(axis.start, abs=1e-5)


@given(DAYS, st.floats(0.5, 500_000), WIDTHS)
def test_an_axis_shows_the_days_it_was_asked_for(first: float, length: float, width: float) -> None:
    axis = Axis.showing(first, first + length, width)
    assert axis.start == first
    assert axis.end == pytest.approx(first + length, abs=1e-5)
    assert axis.resized(width * 2).end == pytest.approx(axis.end, abs=1e-4)


@given(AXES, st.floats(0.01, 100), st.floats(0, 1))
def test_the_way_to_another_axis_keeps_what_both_show_in_place(axis: Axis, factor: float, share: float) -> None:
    other = axis.zoomed(factor, axis.width / 3)
    step = axis.between(other, share)
    assert min(axis.scale, other.scale) * 0.999 <= step.scale <= max(axis.scale, other.scale) * 1.001
    assert step.x(axis.day(axis.width / 3)) == pytest.approx(axis.width / 3, abs=0.5)


def test_the_way_to_a_panned_axis_is_straight() -> None:
    axis = Axis(0, 2, 100)
    assert axis.between(axis.panned(-40), 0.5) == axis.panned(-20)


@given(AXES)
def test_the_level_is_the_nearest_scale_that_is_not_finer(axis: Axis) -> None:
    assert level_scale(axis.level) <= axis.scale * (1 + 1e-6) < level_scale(axis.level + 1) * (1 + 1e-5)


@given(AXES, st.floats(-500_000, 500_000), st.floats(1, 200_000))
def test_limits_hold_a_view_between_a_day_and_everything(axis: Axis, first: float, length: float) -> None:
    limits = Limits(first, first + length)
    kept = limits.kept(axis)
    assert 1 - 1e-6 <= kept.days <= limits.longest * (1 + 1e-6)
    assert first - 1e-3 <= (kept.start + kept.end) / 2 <= first + length + 1e-3
    again = limits.kept(kept)
    assert again.start == pytest.approx(kept.start, abs=1e-3)
    assert again.scale == pytest.approx(kept.scale)


@given(st.floats(-500_000, 500_000), st.floats(1, 200_000), WIDTHS)
def test_all_shows_all_with_a_margin(first: float, length: float, width: float) -> None:
    axis = Limits(first, first + length).all(width)
    assert axis.start < first
    assert axis.end > first + length
