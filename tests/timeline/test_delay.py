import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import DayCount, parse
from r2p_app.content.model import Event
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.delay import Pair, PairedLanes, delay, pairs_of
from tests.timeline.making import event
from tests.ui import mini

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2030, 1, 1))


def pair(number: int, ground: Event, council: Event, title: str = "Killing, and a vote") -> Pair:
    return Pair(Pairing(id=f"pair-{number}", title=title, ground=ground.id, council=council.id), ground, council)


@given(DAYS, DAYS)
def test_between_two_days_there_is_one_number(ground: datetime.date, council: datetime.date) -> None:
    days = (council - ground).days
    assert delay(parse(ground.isoformat()), parse(council.isoformat())) == DayCount(days, days)


@pytest.mark.parametrize(
    ("ground", "council", "expected"),
    [
        ("1994-04-07", "1994-05-17", (40, 40)),
        ("1994-04-07/1994-07-17", "1994-04-21", (14, 14)),
        ("1994-04", "1994-05-17", (17, 46)),
        ("1994-04-21", "1994-04-21", (0, 0)),
        ("1994-04-21", "1994-04-05", (-16, -16)),
        ("../1994-04-21", "1994-05-01", (10, 10)),
        ("-0044-03-15", "0001-03-15", (16_436, 16_436)),
    ],
)
def test_delays_count_from_beginning_to_beginning(ground: str, council: str, expected: tuple[int, int]) -> None:
    assert delay(parse(ground), parse(council)) == DayCount(*expected)


def test_pairings_find_their_events() -> None:
    library = mini.mini_library()
    first, second = library.all(Event)[:2]
    good = Pairing(id="pair-a", title="A", ground=first.id, council=second.id)
    bad = Pairing(id="pair-b", title="B", ground="ev-nowhere", council=second.id)
    assert pairs_of(library, [good, bad]) == [Pair(good, first, second)]


def paired() -> PairedLanes:
    both = ("lane-a", "lane-council")
    return PairedLanes(
        [
            pair(1, event(1, "1994-04-07"), event(2, "1994-05-17", lanes=both)),
            pair(2, event(3, "1994-04", lanes=("lane-b",)), event(4, "1994-04-21", lanes=("lane-council",))),
            pair(3, event(5, "1994-06-22", lanes=both), event(6, "1994-06-22", lanes=both)),
        ],
        "Delay",
    )


def test_decisions_stand_in_the_lane_they_share() -> None:
    made = paired()
    assert (made.ground, made.council) == (("lane-a", "lane-b"), "lane-council")


def test_each_delay_is_a_span_from_what_happened_to_what_was_decided() -> None:
    made = paired()
    items = made.shown.items
    assert [made.pair(index).pairing.id for index in range(len(items))] == ["pair-2", "pair-1", "pair-3"]
    assert [each.date for each in items.events] == ["1994-04/1994-04-21", "1994-04-07/1994-05-17", "1994-06-22"]
    assert [items.is_exact(index) for index in range(3)] == [False, True, True]


def test_no_pairs_are_no_lanes() -> None:
    made = PairedLanes([], "Delay")
    assert (made.ground, made.council, len(made.shown)) == ((), "", 0)
