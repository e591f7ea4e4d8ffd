"""Ordering, matching, memo, timeline and map."""

from itertools import permutations
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import parse
from r2p_app.earth import haversine_km
from r2p_app.learning.questions import map_location, matching, memo, ordering, timeline_placement
from r2p_app.learning.questions.distance import closeness
from r2p_app.learning.questions.map_location import PlacedPoint
from r2p_app.learning.questions.matching import Joined, right_sides
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.questions.ordering import Order
from r2p_app.learning.questions.timeline_placement import PlacedDate, days_off
from r2p_app.learning.verdict import Outcome
from tests.learning import samples


@pytest.mark.parametrize(
    ("items", "score"),
    [
        ("abcd", 1),
        ("bacd", 4 / 6),
        ("dcba", 0),
        ("acbd", 4 / 6),
        ("dabc", 0),
        ("bdac", 0),
        ("", 0),
        ("abc", 0),
        ("aabbccdd", 1),
        ("abcdxyz", 1),
    ],
)
def test_ordering_counts_pairs_in_order(items: str, score: float) -> None:
    assert ordering.grade(samples.ordering(), Order(tuple(items))).score == pytest.approx(score)


def test_only_the_exact_order_is_right() -> None:
    question = samples.ordering()
    right = [o for o in permutations("abcd") if ordering.grade(question, Order(o)).outcome is Outcome.RIGHT]
    assert right == [("a", "b", "c", "d")]


def test_a_random_order_earns_nothing_on_average_before_the_floor() -> None:
    scores = [ordering._tau(tuple("abcd"), order) for order in permutations("abcd")]
    assert sum(scores) == pytest.approx(0)


def test_an_item_says_whether_it_stands_in_its_place() -> None:
    feedback = ordering.grade(samples.ordering(), Order(("b", "a", "c", "d"))).feedback
    assert [part.correct for part in feedback] == [False, False, True, True]


def test_equal_right_sides_are_one_choice() -> None:
    assert right_sides(samples.matching()) == {"p1": "ICTR", "p2": "ICTY", "extra-1": "ICJ"}


@pytest.mark.parametrize(
    ("pairs", "score"),
    [
        ({"p1": "p1", "p2": "p2", "p3": "p1"}, 1),
        ({"p1": "p1", "p2": "p2", "p3": "p2"}, 2 / 3),
        ({"p1": "p1"}, 1 / 3),
        ({"p1": "extra-1", "p2": "extra-1", "p3": "extra-1"}, 0),
        ({"p1": "ICTR", "p9": "p1"}, 0),
        ({}, 0),
    ],
)
def test_matching_counts_pairs(pairs: dict[str, str], score: float) -> None:
    assert matching.grade(samples.matching(), Joined(tuple(pairs.items()))).score == pytest.approx(score)


def test_a_pair_given_twice_counts_as_last_given() -> None:
    twice = Joined((("p1", "p2"), ("p1", "p1"), ("p2", "p2"), ("p3", "p1")))
    assert matching.grade(samples.matching(), twice).score == 1


@pytest.mark.parametrize(("met", "score"), [((), 0), ((0, 2), 0.5), ((0, 1, 2, 3), 1), ((0, 0), 0.25), ((9, -1), 0)])
def test_a_memo_is_marked_by_points_ticked(met: tuple[int, ...], score: float) -> None:
    assert memo.grade(samples.memo(), Memo("Text", met)).score == score


@pytest.mark.parametrize(
    ("day", "score"),
    [
        ("1994-05-17", 1),
        ("1994-05-07", 1),
        ("1994-05-27", 1),
        ("1994-05-28", 0.95),
        ("1994-06-06", 0.5),
        ("1994-06-16", 0),
        ("1900-01-01", 0),
    ],
)
def test_a_date_is_judged_by_its_distance(day: str, score: float) -> None:
    placed = PlacedDate(parse(day).earliest)
    assert timeline_placement.grade(samples.timeline(), placed).score == pytest.approx(score)


def test_every_day_of_a_month_is_that_month() -> None:
    question = samples.timeline("1994-06", tolerance=0)
    assert [
        days_off(question, PlacedDate(parse(day).earliest)) for day in ("1994-05-31", "1994-06-01", "1994-06-30")
    ] == [
        1,
        0,
        0,
    ]


@given(st.integers())
def test_no_day_breaks_grading(day: int) -> None:
    assert 0 <= timeline_placement.grade(samples.timeline(), PlacedDate(day)).score <= 1


@pytest.mark.parametrize(
    ("first", "second", "km"),
    [
        ((-1.9441, 30.0619), (-1.9441, 30.0619), 0),
        ((-1.9441, 30.0619), (-1.6792, 29.2228), 97.8),  # Kigali to Goma
        ((51.5007, -0.1246), (40.6892, -74.0445), 5574.8),  # a published example of the formula
        ((0, 0), (0, 180), 20015.1),
        ((90, 0), (-90, 0), 20015.1),
    ],
)
def test_distances_follow_the_surface(first: tuple[float, float], second: tuple[float, float], km: float) -> None:
    assert haversine_km(*first, *second) == pytest.approx(km, rel=2e-3, abs=0.1)


latitudes, longitudes = st.floats(min_value=-90, max_value=90), st.floats(min_value=-180, max_value=180)


@given(latitudes, longitudes, latitudes, longitudes)
def test_distance_is_the_same_both_ways_and_never_beyond_the_antipode(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    there = haversine_km(lat, lon, other_lat, other_lon)
    assert there == pytest.approx(haversine_km(other_lat, other_lon, lat, lon))
    assert 0 <= there <= 20015.2


@pytest.mark.parametrize(("lat", "lon", "outcome"), [
    (-1.95, 30.06, Outcome.RIGHT),
    (-1.95, 30.5, Outcome.PARTLY),
    (-1.68, 29.22, Outcome.WRONG),
    (nan, nan, Outcome.WRONG),
    (0, inf, Outcome.WRONG),
])  # fmt: skip
def test_a_place_is_judged_by_its_distance(lat: float, lon: float, outcome: Outcome) -> None:
    assert map_location.grade(samples.map_location(), PlacedPoint(lat, lon)).outcome is outcome


@given(
    st.floats(min_value=0, max_value=1e6), st.floats(min_value=0, max_value=1e6), st.floats(min_value=0, max_value=1e5)
)
def test_farther_is_never_better(near: float, farther: float, tolerance: float) -> None:
    assert closeness(near + farther, tolerance) <= closeness(near, tolerance)


def test_without_tolerance_only_the_point_itself_is_right() -> None:
    assert (closeness(0, 0), closeness(0.1, 0)) == (1, 0)
