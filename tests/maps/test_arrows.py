from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.maps.arrows import Arrow, Size, arrow, bows, boxes_along, distance, label_boxes
from r2p_app.maps.labels import Box, Crowd

FRAME = Box(0, 0, 600, 400)
SPOT = st.tuples(st.floats(0, 600), st.floats(0, 400))
STOPS = st.lists(SPOT, min_size=2, max_size=4)


def made(*stops: tuple[float, float], bow: float = 0.16) -> Arrow:
    found = arrow(stops, bow=bow, gap=7, head=11)
    assert found is not None
    return found


@given(STOPS, st.sampled_from([0.16, -0.3]))
def test_an_arrow_is_a_line_with_a_head_that_points_at_the_last_stop(
    stops: list[tuple[float, float]], bow: float
) -> None:
    found = arrow(stops, bow=bow, gap=7, head=11)
    if found is None:
        return
    tip, left, right = found.head
    base = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
    assert base == pytest.approx(found.line[-1], abs=1e-6)
    assert hypot(tip[0] - stops[-1][0], tip[1] - stops[-1][1]) <= 7 + 1e-6
    assert hypot(tip[0] - base[0], tip[1] - base[1]) <= 11 + 1e-6


def test_a_speck_is_not_drawn() -> None:
    assert arrow([(100, 100), (104, 103)], bow=0.16, gap=7, head=11) is None


def test_it_keeps_off_its_places_and_passes_by_those_between() -> None:
    found = made((100, 100), (200, 160), (300, 100))
    assert hypot(found.line[0][0] - 100, found.line[0][1] - 100) == pytest.approx(7, abs=0.5)
    assert 1 < distance(found.line, (200, 160)) < 7


def test_it_bows_to_its_right() -> None:
    east = made((100, 200), (300, 200)).line
    assert max(y for _, y in east) > 210
    assert max(y for _, y in made((100, 200), (300, 200), bow=-0.16).line) <= 200


def test_no_two_between_the_same_places_lie_on_each_other() -> None:
    paths = [("a", "b"), ("b", "a"), ("a", "b"), ("b", "a")]
    spots = {"a": (100.0, 200.0), "b": (300.0, 200.0)}
    middles = [
        made(*(spots[stop] for stop in path), bow=bow).line for path, bow in zip(paths, bows(paths), strict=True)
    ]
    heights = [line[len(line) // 2][1] for line in middles]
    assert all(abs(one - other) > 8 for one, other in combinations(heights, 2))


@given(st.lists(STOPS, min_size=1, max_size=6))
def test_dates_collide_with_nothing(paths: list[list[tuple[float, float]]]) -> None:
    arrows = [arrow(stops, bow=0.16, gap=7, head=11) for stops in paths]
    marks = [Box(x - 3, y - 3, 6, 6) for stops in paths for x, y in stops]
    strip = Box(0, 350, 600, 50)
    boxes = label_boxes(arrows, [Size(80, 16)] * len(arrows), FRAME, Crowd((strip, *marks)), Crowd())
    placed = [box for box in boxes if box is not None]
    assert not [pair for pair in combinations(placed, 2) if pair[0].meets(pair[1])]
    assert not [box for box in placed if box.meets(strip) or any(box.meets(mark) for mark in marks)]
    assert all(box.inside(FRAME) for box in placed)


def test_an_arrow_that_is_not_drawn_has_no_date() -> None:
    assert label_boxes([None], [Size(80, 16)], FRAME, Crowd(), Crowd()) == [None]


def test_a_date_stands_on_an_arrow_only_where_nothing_else_is_left() -> None:
    arrows = [made((100, y), (400, y), bow=0.01) for y in (200.0, 150.0, 270.0)]
    lines = [box for one in arrows for box in boxes_along(one.line, FRAME)]
    boxes = label_boxes(arrows, [Size(80, 16)] * 3, FRAME, Crowd(), Crowd(lines))
    assert not [part for box in boxes if box for part in lines if part.meets(box)]
    assert None not in label_boxes(arrows, [Size(80, 16)] * 3, FRAME, Crowd(), Crowd([FRAME]))


def test_what_is_outside_of_the_frame_is_left_out() -> None:
    assert not list(boxes_along([(700, 10), (900, 300)], FRAME))


def test_the_distance_to_a_line() -> None:
    assert distance([(0, 0), (10, 0)], (5, 3)) == 3
    assert distance([(0, 0), (10, 0)], (14, 3)) == 5
