"""The window itself, killed at random instants while a learner answers, marks and weighs in it."""

from pathlib import Path
from random import Random

import pytest

from r2p_app.app import PROFILES
from r2p_app.store import Store
from r2p_app.ui.mishaps import LOG
from tests.reliability import window
from tests.reliability.kills import killed
from tests.reliability.test_kills import assert_sound
from tests.reliability.test_machine import said_by
from tests.reliability.window import Saved, saved, work

KILLS = 20

STARTING = 1.0
"""Seconds within which a window that is killed before it has said anything may have come anywhere in its start."""


def kill_windows(data: Path, kills: int, seed: object) -> Saved:
    """Kill window after window on one profile; what each said to be saved is there, and at most one thing more."""
    rng, held = Random(str(seed)), Saved(0, 0, 0)
    for _kill in range(kills):
        said = killed("", data, rng, most=14, work=work, longest=rng.choice((STARTING, 0.02)))
        profile = data / PROFILES / "learner"
        if profile.exists():
            assert_sound(profile)
            with Store.open(profile) as store:
                assert store.recovery is None
                found = saved(store)
            last = said[-1] if said else held
            assert all(now >= then for now, then in zip(found, last, strict=True))
            assert sum(found) - sum(last) <= 1
            held = found
    assert not (data / LOG).exists(), (data / LOG).read_text()
    return held


@pytest.mark.slow
def test_killed_at_any_moment_the_window_has_lost_nothing_that_it_showed_as_saved(tmp_path: Path) -> None:
    held = kill_windows(tmp_path / "data", KILLS, "window")
    assert min(held) > 0


@pytest.mark.slow
def test_the_window_says_that_the_disk_is_full_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    before, during = said_by(window.on_a_full_disk, tmp_path / "data")
    assert before.answers > 10
    assert during == before
    profile = tmp_path / "data" / PROFILES / "learner"
    assert_sound(profile)
    with Store.open(profile) as store:
        assert store.recovery is None
        assert saved(store).answers > before.answers
