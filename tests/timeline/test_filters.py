from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.links import Link
from r2p_app.content.model import Event, Responsibility, SourceType, Theme
from r2p_app.timeline.facets import Facets
from r2p_app.timeline.filters import Counts, Filter, Shown
from r2p_app.timeline.items import Items
from tests.timeline.making import LANES, event, events, shown_of

FILTERS = st.builds(
    Filter,
    lanes=st.none() | st.frozensets(st.sampled_from(["lane-a", "lane-b"])),
    responsibilities=st.none() | st.frozensets(st.sampled_from(list(Responsibility))),
    themes=st.none() | st.frozensets(st.sampled_from(list(Theme))),
    importance=st.integers(1, 3),
    actors=st.frozensets(st.sampled_from(["p-dallaire", "b-unsc"])),
    sources=st.none() | st.frozensets(st.sampled_from(list(SourceType))),
    text=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip),
)

MADE = [
    event(
        0, "1993-08-04", lanes=("lane-a",), responsibility=Responsibility.PREVENT, importance=3, title="Arusha accords"
    ),
    event(
        1, "1994-01-11", lanes=("lane-a",), theme=Theme.WARNING, actors=("p-dallaire",), summary="A cable to New York"
    ),
    event(2, "1994-04-21", lanes=("lane-a", "lane-b"), theme=Theme.COUNCIL, actors=("p-dallaire", "b-unsc")),
    event(3, "1994-07-19", lanes=("lane-b",), responsibility=Responsibility.REBUILD, importance=1),
]


def found(**filter_: object) -> list[str]:
    shown = shown_of(MADE, Filter(**filter_))  # type: ignore[arg-type]
    return [shown.items.events[index].id.removeprefix("ev-") for index in shown]


@given(FILTERS)
def test_a_link_restores_the_filter(filter_: Filter) -> None:
    link = Link.parse(str(Link("timeline", (), filter_.to_query())))
    assert Filter.from_query(link.query) == filter_


def test_showing_everything_is_not_written() -> None:
    assert Filter().to_query() == ()
    assert Filter().is_empty


def test_what_a_link_says_beyond_sense_is_passed_over() -> None:
    query = (("importance", "9"), ("theme", "council,sport"), ("responsibility", "none"), ("colour", "red"))
    assert Filter.from_query(query) == Filter(themes=frozenset({Theme.COUNCIL}), responsibilities=frozenset())


def test_each_part_of_a_filter() -> None:
    assert found() == ["0", "1", "2", "3"]
    assert found(lanes=frozenset({"lane-b"})) == ["2", "3"]
    assert found(lanes=frozenset()) == []
    assert found(responsibilities=frozenset({Responsibility.PREVENT, Responsibility.REBUILD})) == ["0", "3"]
    assert found(themes=frozenset({Theme.COUNCIL})) == ["2"]
    assert found(importance=2) == ["0", "1", "2"]
    assert found(actors=frozenset({"p-dallaire"})) == ["1", "2"]
    assert found(actors=frozenset({"p-dallaire", "b-unsc"})) == ["1", "2"]
    assert found(text="york CABLE") == ["1"]
    assert found(text="arusha", actors=frozenset({"p-dallaire"})) == []


TYPES = {"icj-2007": SourceType.JUDGMENT, "un-s-1994-470": SourceType.UN_DOCUMENT}


def with_facets(filter_: Filter) -> list[str]:
    made = [
        event(0, "1995-07-11", title="Fall of Žepa", sources=("icj-2007, para 2", "un-s-1994-470")),
        event(1, "1995-07-12", title="Đakovica", actors=("p-lukic",), sources=("un-s-1994-470",), place="pl-lodz"),
        event(2, "1995-07-13", title="Nothing", disputed="Łukasz doubts it", sources=("unknown",)),
    ]
    items = Items(made, LANES)
    names = {"p-lukic": "Milan Lukić", "pl-lodz": "Łódź"}
    shown = Shown(items, filter_, Facets(items, TYPES, names))
    return [items.events[index].id.removeprefix("ev-") for index in shown]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("zepa", ["0"]),
        ("ŽEPA fall", ["0"]),
        ("dakovica", ["1"]),
        ("lukic", ["1"]),
        ("lodz", ["1"]),
        ("lukasz", ["2"]),
        ("łukasz", ["2"]),
        ("zepa dakovica", []),
    ],
)
def test_words_are_found_in_any_spelling_and_so_are_names(typed: str, left: list[str]) -> None:
    assert with_facets(Filter(text=typed)) == left


def test_one_source_of_a_kind_is_enough() -> None:
    assert with_facets(Filter(sources=frozenset({SourceType.JUDGMENT}))) == ["0"]
    assert with_facets(Filter(sources=frozenset({SourceType.UN_DOCUMENT}))) == ["0", "1"]
    assert with_facets(Filter(sources=frozenset())) == []


def test_a_choice_is_counted_as_if_its_group_were_open() -> None:
    counts = Counts.of(shown_of(MADE, Filter(lanes=frozenset({"lane-a"}), themes=frozenset({Theme.COUNCIL}))))
    assert counts.lanes == {"lane-a": 1, "lane-b": 1}
    assert counts.themes == {Theme.MILITARY: 1, Theme.WARNING: 1, Theme.COUNCIL: 1}
    assert counts.actors == {"p-dallaire": 1, "b-unsc": 1}
    assert counts.importance == {1: 1, 2: 1}


@given(events(), FILTERS)
def test_a_count_is_what_the_choice_leaves(made: list[Event], filter_: Filter) -> None:
    shown = shown_of(made, filter_)
    counts = Counts.of(shown)
    for kind in Responsibility:
        chosen = replace(filter_, responsibilities=frozenset({kind}))
        assert counts.responsibilities.get(kind, 0) == len(shown.filtered(chosen))
    for least in (1, 2, 3):
        assert counts.importance.get(least, 0) == len(shown.filtered(replace(filter_, importance=least)))


def test_a_lane_stays_when_nothing_in_it_passes() -> None:
    shown = shown_of(MADE, Filter(importance=3))
    assert [len(lane) for lane in shown.lanes] == [1, 0]


@given(events(), FILTERS)
def test_lanes_hold_what_passes_and_nothing_else(made: list[Event], filter_: Filter) -> None:
    shown = shown_of(made, filter_)
    in_lanes = {index for lane in shown.lanes for index in lane.members}
    assert sorted(in_lanes) == list(shown)
    assert len(shown) == len(in_lanes)
    for lane in shown.lanes:
        assert [shown.items.anchor[index] for index in lane.members] == list(lane.anchors)


def test_a_lane_knows_the_place_of_its_events() -> None:
    lane = shown_of(MADE).lanes[1]
    assert [lane.position(index) for index in range(4)] == [None, None, 0, 1]


def test_an_event_keeps_the_lane_it_was_met_in() -> None:
    shown: Shown = shown_of(MADE)
    assert [shown.lane_of(2, preferred) for preferred in (0, 1)] == [0, 1]
    assert shown.lane_of(0, 1) == 0
    assert shown_of(MADE, Filter(lanes=frozenset({"lane-b"}))).lane_of(0) is None
