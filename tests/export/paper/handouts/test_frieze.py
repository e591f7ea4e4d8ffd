"""Places on a frieze: in order, never over two sheets, never over each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from r2p_app.export.paper.handouts.frieze import SPAN, UNITS, place


@given(st.lists(st.booleans(), max_size=200))
def test_events_keep_their_order_and_their_room(sides: list[bool]) -> None:
    placed = place(sides)
    assert [one.event for one in placed] == list(range(len(sides)))
    assert [one.is_above for one in placed] == sides
    along = [one.sheet * UNITS + one.at for one in placed]
    assert all(before < after for before, after in pairwise(along))
    assert all(one.at + SPAN <= UNITS for one in placed)
    for side in (True, False):
        mine = [at for at, one in zip(along, placed, strict=True) if one.is_above is side]
        assert all(after - before >= SPAN for before, after in pairwise(mine))


def test_a_sheet_is_filled_before_the_next_one_begins() -> None:
    assert [one.sheet for one in place([True] * 6)] == [0, 0, 0, 0, 0, 1]
    assert [one.sheet for one in place([True, False] * 5)] == [0] * 9 + [1]
