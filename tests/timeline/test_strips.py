"""A pairing on a scale of days that begins when the first thing happened."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.teaching import Pairing
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.strips import Days, Strip, reach, strips_of
from tests.timeline.making import event

PAIRING = Pairing(id="pair-x", title="A and B", ground="ev-0", council="ev-1")


def pair(ground: str, council: str) -> Pair:
    return Pair(PAIRING, event(0, ground), event(1, council))


@pytest.mark.parametrize(
    ("ground", "council", "strip"),
    [
        ("1994-04-07", "1994-04-21", Strip(Days(0, 0), Days(14, 14), None)),
        ("1994-04-21", "1994-04-21", Strip(Days(0, 0), Days(0, 0), None)),
        ("1994-04-21", "1994-04-07", Strip(Days(0, 0), Days(-14, -14), None)),
        ("1999-03-24/1999-06-10", "1999-03-26", Strip(Days(0, 0), Days(2, 2), 78)),
        ("1992-04/1992-05", "1992-05-30", Strip(Days(0, 29), Days(59, 59), 60)),
        ("1999-03-24/..", "1999-03", Strip(Days(0, 0), Days(-23, 7), None)),
        ("/1999-03-24", "1999-03-26", Strip(Days(0, 0), Days(2, 2), None)),
    ],
)
def test_where_both_stand(ground: str, council: str, strip: Strip) -> None:
    assert Strip.of(pair(ground, council)) == strip


def test_one_scale_shows_all() -> None:
    pairs = [pair("1994-04-07", "1994-04-21"), pair("1994-04-21", "1994-04-07"), pair("1994-01/1994-03", "1994")]
    assert reach(strips_of(pairs)) == Days(-14, 364)


def test_a_scale_has_some_length() -> None:
    assert reach(()) == Days(0, 1)
    assert reach(strips_of([pair("1994", "1994")])).last > 0


@given(st.dates(), st.dates())
def test_exact_days_are_exact(ground: datetime.date, council: datetime.date) -> None:
    strip = Strip.of(pair(ground.isoformat(), council.isoformat()))
    assert strip.decided == Days((council - ground).days, (council - ground).days)
    assert strip.ends == Days(min(0, strip.decided.first), max(0, strip.decided.last))
