from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import day_number
from r2p_app.content.model import Event
from r2p_app.timeline.filters import Filter
from r2p_app.timeline.neighbours import Spot, across, along, edge, nearest, nearest_anywhere, same_week
from tests.timeline.making import event, events, items_of, shown_of

MADE = [
    event(0, "1993-08-04", lanes=("lane-a",)),
    event(1, "1994-04-06", lanes=("lane-a",)),
    event(2, "1994-04-10", lanes=("lane-c",)),
    event(3, "1994-04-21", lanes=("lane-a", "lane-c")),
]

ORDER = (0, 1, 2)


@given(events(least=1))
def test_walking_a_lane_meets_every_event_once_and_comes_back(made: list[Event]) -> None:
    shown = shown_of(made)
    spot = edge(shown.lanes, 0, last=False)
    walked = []
    while spot is not None:
        walked.append(spot)
        spot = along(shown.lanes, spot, 1)
    assert [spot.event for spot in walked] == list(range(len(made)))
    back = [along(shown.lanes, spot, -1) for spot in walked[1:]]
    assert back == walked[:-1]
    assert walked[-1] == edge(shown.lanes, 0, last=True)


def test_across_goes_to_the_nearest_in_time() -> None:
    shown = shown_of(MADE)
    assert across(shown.lanes, Spot(0, 1), 1, ORDER[:2]) == Spot(1, 2)
    assert across(shown.lanes, Spot(1, 3), -1, ORDER[:2]) == Spot(0, 3)
    assert across(shown.lanes, Spot(0, 1), -1, ORDER[:2]) is None


def test_across_passes_over_lanes_in_which_nothing_is_shown() -> None:
    made = [*MADE, event(4, "1994-04-06", lanes=("lane-b",), importance=1)]
    assert across(shown_of(made, Filter(importance=2)).lanes, Spot(0, 1), 1, ORDER) == Spot(2, 3)


@given(events(least=1), st.floats(6_000, 13_000))
def test_nearest_is_the_nearest(made: list[Event], day: float) -> None:
    shown = shown_of(made)
    chosen = nearest(shown.lanes[0], day)
    least = min(abs(anchor - day) for anchor in shown.items.anchor)
    assert abs(shown.items.anchor[chosen] - day) == least


def test_nearest_anywhere_prefers_the_topmost_lane() -> None:
    assert nearest_anywhere(shown_of(MADE).lanes, day_number(1994, 4, 21), ORDER[:2]) == Spot(0, 3)
    assert nearest_anywhere(shown_of(MADE, Filter(lanes=frozenset())).lanes, 0.0, ()) is None


def test_the_same_week_elsewhere() -> None:
    items = items_of(MADE)
    assert same_week(items, 1) == [2]  # 6 April 1994 was a Wednesday, the 10th the Sunday after
    assert same_week(items, 0) == []
    assert same_week(items, 3) == []


def test_of_a_month_nobody_can_say_the_week() -> None:
    items = items_of([event(0, "1994-04", lanes=("lane-b",)), *(event(n, "1994-04-01") for n in range(1, 3))])
    assert same_week(items, 0) == []
    assert same_week(items, 1) == []


def test_the_same_week_is_not_endless() -> None:
    made = [event(0, "1994-04-06"), *(event(n, "1994-04-07", lanes=("lane-b",)) for n in range(1, 40))]
    assert len(same_week(items_of(made), 0)) == 12
