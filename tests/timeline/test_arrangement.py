from hypothesis import given
from hypothesis import strategies as st

from r2p_app.timeline.arrangement import Arrangement

IDS = ["lane-a", "lane-b", "lane-c", "lane-d"]
LANES = st.sampled_from([*IDS, "lane-elsewhere"])
ARRANGEMENTS = st.builds(Arrangement, st.lists(LANES, unique=True).map(tuple), st.frozensets(LANES))


def order(arrangement: Arrangement, ids: list[str] = IDS) -> list[str]:
    return [ids[place] for place in arrangement.places(ids)]


@given(ARRANGEMENTS)
def test_every_lane_has_one_place(arrangement: Arrangement) -> None:
    assert sorted(arrangement.places(IDS)) == [0, 1, 2, 3]


@given(ARRANGEMENTS)
def test_a_link_restores_it(arrangement: Arrangement) -> None:
    assert Arrangement.from_query(arrangement.to_query()) == arrangement


@given(ARRANGEMENTS, st.sampled_from(IDS), st.integers(-4, 4))
def test_a_lane_moves_as_far_as_it_can_and_the_others_keep_their_order(
    arrangement: Arrangement, lane: str, step: int
) -> None:
    before, after = order(arrangement), order(arrangement.moved(IDS, lane, step))
    assert after.index(lane) == min(max(before.index(lane) + step, 0), 3)
    assert [one for one in after if one != lane] == [one for one in before if one != lane]


@given(ARRANGEMENTS, st.sampled_from(IDS))
def test_folding_twice_changes_nothing(arrangement: Arrangement, lane: str) -> None:
    once = arrangement.toggled(lane)
    assert (lane in once.folded) != (lane in arrangement.folded)
    assert once.toggled(lane) == arrangement


def test_what_is_as_it_was_is_not_written() -> None:
    moved = Arrangement().moved(IDS, "lane-a", 1)
    assert moved.to_query() == (("order", "lane-b,lane-a,lane-c,lane-d"),)
    assert moved.moved(IDS, "lane-a", -1).to_query() == ()


def test_lanes_that_a_filter_hides_keep_their_place_in_the_order() -> None:
    arrangement = Arrangement(("lane-d", "lane-c"))
    moved = arrangement.moved(["lane-a", "lane-c"], "lane-a", -1)
    assert order(moved, ["lane-a", "lane-c"]) == ["lane-a", "lane-c"]
    assert "lane-d" in moved.order


def test_lanes_without_a_name_in_the_order_follow() -> None:
    assert order(Arrangement(("lane-c",))) == ["lane-c", "lane-a", "lane-b", "lane-d"]


def test_a_lane_moves_past_those_that_are_seen_and_the_others_keep_their_places() -> None:
    moved = Arrangement().moved(IDS, "lane-d", -1, standing=["lane-b", "lane-d"])
    assert order(moved) == ["lane-a", "lane-d", "lane-c", "lane-b"]
    back = moved.moved(IDS, "lane-d", 1, standing=["lane-d", "lane-b"])
    assert back == Arrangement()
