from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.store.moments import from_micros, from_optional, to_micros

_zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_moments = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=_zones)


@given(_moments)
def test_a_moment_comes_back_exactly(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment


@given(_moments, _moments)
def test_the_order_of_moments_is_kept(one: datetime, other: datetime) -> None:
    assert (one < other) == (to_micros(one) < to_micros(other))


def test_a_moment_without_a_zone_is_our_fault() -> None:
    with pytest.raises(TypeError):
        to_micros(datetime(2026, 1, 1))


def test_no_moment_stays_none() -> None:
    assert from_optional(None) is None
    assert from_optional(0) == datetime(1970, 1, 1, tzinfo=UTC)
