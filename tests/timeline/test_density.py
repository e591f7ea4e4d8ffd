from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.model import Event
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.density import core, density
from tests.timeline.making import event, events, shown_of


@given(events(), st.floats(2, 9))
def test_every_event_is_counted_once(made: list[Event], width: float) -> None:
    shown = shown_of(made)
    axis = Axis.showing(5_000, 20_000, 600)
    assert sum(density(shown.lanes, axis, width)) == len(made)


def test_bars_stand_where_the_events_are() -> None:
    shown = shown_of([event(0, "1970-01-03"), event(1, "1970-01-03", lanes=("lane-b",)), event(2, "1970-01-06")])
    assert density(shown.lanes, Axis.showing(0, 10, 100), 20) == [0, 2, 1, 0, 0]


@given(st.lists(st.floats(0, 1_000), min_size=1).map(sorted), st.floats(0.05, 1))
def test_the_core_has_its_share(anchors: list[float], share: float) -> None:
    found = core(anchors, share)
    assert found is not None
    assert sum(found[0] <= anchor <= found[1] for anchor in anchors) >= share * len(anchors)


def test_the_core_is_where_most_happens() -> None:
    assert core([0, 500, 501, 502, 503, 1_000], 0.5) == (500, 502)
    assert core([], 0.5) is None
