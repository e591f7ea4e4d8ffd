"""Garbage is looked for while nothing happens, and sooner or later all of it is found."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest

from r2p_app import garbage


class Ring:
    """Keeps itself, as widgets and the functions connected to them do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def window_runs() -> Iterator[None]:
    """As it is from the first paint of a window until its end."""
    garbage.put_off_long()
    yield
    garbage.as_usual()


def old_ring() -> weakref.ref[Ring]:
    """A ring that Python's own searches have met often enough to leave it to the long one."""
    ring = Ring()
    gc.collect(0)
    gc.collect(1)
    return weakref.ref(ring)


def searches(number: int) -> None:
    """Have Python look among what is new, so often, by its own count."""
    for _ in range(number):
        gc.collect(1)


def make_objects(number: int) -> list[list[int]]:
    return [[] for _ in range(number)]


def test_what_is_new_is_looked_through_by_python_itself() -> None:
    ring = weakref.ref(Ring())
    kept = make_objects(2 * gc.get_threshold()[0])
    assert ring() is None
    assert kept


def test_the_long_search_waits_for_a_rest() -> None:
    gc.collect()
    ring, long_searches = old_ring(), gc.get_stats()[2]["collections"]
    kept = make_objects(400_000)  # some fifty searches among what is new, where ten are the usual number
    assert ring() is not None
    assert gc.get_stats()[2]["collections"] == long_searches
    garbage.rest()
    assert ring() is None
    assert kept


def test_somebody_who_never_rests_does_not_keep_it_off_for_ever() -> None:
    gc.collect()
    ring, kept = old_ring(), list[list[list[int]]]()
    while ring() is not None and len(kept) < 100:
        kept.append(make_objects(100_000))
    assert len(kept) < 100


def test_a_rest_that_is_worth_nothing_is_not_used() -> None:
    garbage.look_through()
    ring = old_ring()
    garbage.rest()
    assert ring() is not None
    searches(2)
    garbage.rest()
    assert ring() is None


def test_what_is_in_use_is_left_out_until_it_has_grown_by_a_quarter() -> None:
    left = [Ring() for _ in range(100)]
    rings = [weakref.ref(ring) for ring in left]
    garbage.look_through()
    at_first = gc.get_freeze_count()
    left.clear()
    garbage.look_through()
    assert all(ring() is not None for ring in rings)
    kept = make_objects(at_first // 2)
    garbage.look_through()  # what has grown is left out only now
    garbage.look_through()
    assert all(ring() is None for ring in rings)
    assert kept


def test_python_does_as_usual_again_afterwards() -> None:
    garbage.look_through()
    garbage.put_off_all()
    assert not gc.isenabled()
    garbage.as_usual()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == garbage._USUAL


@pytest.mark.parametrize("was_on", [True, False])
def test_a_pause_ends_as_it_began_even_after_a_failure(was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    with pytest.raises(ZeroDivisionError):
        paused(lambda: 1 / 0)
    assert gc.isenabled() is was_on
    assert paused(gc.isenabled) is False
    assert gc.isenabled() is was_on


def paused(function: Callable[[], float]) -> float:
    with garbage.collector_paused():
        return function()
