import sys
from itertools import pairwise

from hypothesis import given

from r2p_app.content.dates import day_number
from r2p_app.content.model import Event
from tests.timeline.making import event, events, items_of


def test_events_are_in_order_of_time() -> None:
    items = items_of([event(0, "1994-04-07"), event(1, "1916/1962"), event(2, "1994-04"), event(3, "-0500")])
    assert [one.id for one in items.events] == ["ev-3", "ev-1", "ev-2", "ev-0"]


def test_a_day_stands_at_its_middle_and_anything_longer_at_its_beginning() -> None:
    items = items_of([event(0, "1994-04-07"), event(1, "1994-04"), event(2, "1994-04-07/..")])
    seventh = day_number(1994, 4, 7)
    assert list(items.anchor) == [day_number(1994, 4), seventh, seventh + 0.5]
    assert [items.is_point(index) for index in range(3)] == [False, False, True]


def test_what_is_not_known_to_the_day_is_not_exact() -> None:
    dates = ("1994-04-07", "1994-04-07/1994-04-09", "1994-04", "1994-04-07~", "1994-04-07/1994-05", "1994-04-07/..")
    for date, exact in zip(dates, (True, True, False, False, False, False), strict=True):
        assert items_of([event(0, date)]).is_exact(0) == exact, date


def test_an_event_may_stand_in_several_lanes_and_a_lane_without_events_is_left_out() -> None:
    items = items_of([event(0, "1994", lanes=("lane-c", "lane-a", "lane-a")), event(1, "1993", lanes=("lane-a",))])
    assert [lane.id for lane in items.lanes] == ["lane-a", "lane-c"]
    assert [list(members) for members in items.members] == [[0, 1], [1]]


def test_an_event_is_found_by_its_id() -> None:
    items = items_of([event(0, "1994"), event(1, "1993")])
    assert (items.index_of("ev-0"), items.index_of("ev-7")) == (1, None)


@given(events())
def test_arrays_agree(made: list[Event]) -> None:
    items = items_of(made)
    assert len(items) == len(made)
    assert all(before <= after for before, after in pairwise(items.anchor))
    for index in range(len(items)):
        assert items.first[index] <= items.anchor[index] < items.end(index)


def test_an_event_takes_little_memory() -> None:
    items = items_of(event(n, "1994-04-07") for n in range(2_000))
    arrays = (items.anchor, items.first, items.last, items.flags, items.importance, items.responsibility, items.theme)
    size = sum(map(sys.getsizeof, (*arrays, *items.members, items.events)))
    assert size / len(items) < 100
