import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.maps.pick import country_at, nearest, nearest_border, step
from r2p_app.maps.region import FORMAT, Border, BorderKind, Country, Point, Region, pack, unpack

SQUARE = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]
HOLE = [(0.5, 0.5), (1.0, 0.5), (1.0, 1.0), (0.5, 1.0), (0.5, 0.5)]
EDGE = Border(BorderKind.STATE, ("A", "B"), pack([(2.0, 0.0), (2.0, 2.0)]))
REGION = Region(
    FORMAT,
    (-1, -1, 5, 5),
    (),
    (Country("", (pack(SQUARE),), ()), Country("A", (pack(SQUARE), pack(HOLE)), ())),
    (EDGE,),
    (),
    (),
)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90))))
def test_points_survive_packing_to_the_metre(points: list[tuple[float, float]]) -> None:
    numbers = unpack(pack(points))
    assert [value / 100_000 for value in numbers] == pytest.approx([v for point in points for v in point], abs=6e-6)


def test_a_country_holds_what_is_inside_of_it_and_not_in_its_holes() -> None:
    found = country_at(REGION, Point(1.5, 1.5))
    assert found is not None
    assert found.key == "A"
    assert country_at(REGION, Point(0.75, 0.75)) is None
    assert country_at(REGION, Point(3, 3)) is None


def test_the_distance_to_a_border_is_along_the_surface() -> None:
    near = nearest_border(REGION, Point(1, 1))
    assert near is not None
    assert near.border is EDGE
    assert near.km == pytest.approx(111.2, abs=0.3)
    beyond_its_end = nearest_border(REGION, Point(-1, 2))
    assert beyond_its_end is not None
    assert beyond_its_end.km == pytest.approx(111.2, abs=0.3)


def test_without_borders_none_is_near() -> None:
    assert nearest_border(Region(FORMAT, (0, 0, 1, 1), (), (), (), (), ()), Point(0, 0)) is None


def test_the_nearest_mark_within_reach() -> None:
    marks = [(0.0, 0.0), (10.0, 0.0)]
    assert nearest(marks, (9, 1)) == 1
    assert nearest(marks, (5.5, 40), within=14) is None
    assert nearest([], (0, 0)) is None


def test_a_step_goes_to_the_next_mark_in_the_direction() -> None:
    marks = [(0.0, 0.0), (30.0, 4.0), (60.0, 0.0), (0.0, 50.0)]
    assert step(marks, 0, (1, 0)) == 1
    assert step(marks, 1, (1, 0)) == 2
    assert step(marks, 2, (-1, 0)) == 1
    assert step(marks, 0, (0, 1)) == 3
    assert step(marks, 0, (0, -1)) is None
