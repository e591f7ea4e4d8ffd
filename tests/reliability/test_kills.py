"""Programs killed at random instants in the lab, in notes and while importing; the quiz is in `tests.store`."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from r2p_app.store import Store
from r2p_app.store.connection import connect
from r2p_app.store.database import DATABASE
from r2p_app.store.profiles import Profiles
from r2p_app.store.transfer import export_profile
from tests.reliability.kills import killed
from tests.store.sample import FakeClock
from tests.store.saved import describe, fill

KILLS = 100

pytestmark = pytest.mark.slow

Count = Callable[[str], None]


def assert_sound(directory: Path) -> None:
    with closing(connect(directory / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def saved_in_the_lab(directory: Path) -> list[str]:
    """Return the steps that are saved; an exercise and its judgements were saved together or not at all."""
    with Store.open(directory) as store:
        assert store.recovery is None
        exercises = store.exercises.all()
        for exercise in exercises:
            judged = {criterion: j.weighing for criterion, j in store.judgements.latest(exercise.id).items()}
            assert judged == {criterion: finding.weighing for criterion, finding in exercise.findings.items()}
        return [f"{one.id} {number}" for one in exercises for number in range(1, len(one.findings) + 1)]


def saved_notes(directory: Path) -> list[str]:
    with Store.open(directory) as store:
        assert store.recovery is None
        return [annotation.id for annotation in store.annotations.all()]


@pytest.mark.parametrize(("person", "saved"), [("lab", saved_in_the_lab), ("notes", saved_notes)])
def test_killed_at_any_moment_nothing_that_was_saved_is_lost(
    person: str, saved: Callable[[Path], list[str]], directory: Path
) -> None:
    rng, heard = Random(person), 0
    Store.open(directory).close()
    for _kill in range(KILLS):
        before = saved(directory)
        said = killed(person, directory, rng)
        heard += len(said)
        assert_sound(directory)
        after = saved(directory)
        # At most one thing was saved without the program living to say so.
        assert after[: len(before) + len(said)] == before + said
        assert len(after) <= len(before) + len(said) + 1
    assert heard > KILLS


def test_an_import_that_is_killed_leaves_a_whole_profile_or_none(tmp_path: Path) -> None:
    clock, given = FakeClock(), Profiles(tmp_path / "given").create("Ada")
    with Store.open(given.directory, now=clock) as store:
        fill(store, clock)
        expected = describe(store)
    export_profile(given, tmp_path / "given.r2pprofile")
    root, rng, imported = tmp_path / "profiles", Random(5), 0
    for _kill in range(KILLS):
        said = killed("import", root, rng, most=2)
        profiles = Profiles(root)
        found = profiles.all()
        assert {*said} <= {profile.directory.name for profile in found}
        assert len(found) <= len(said) + 1
        for profile in found:
            assert_sound(profile.directory)
            with Store.open(profile.directory, now=clock) as store:
                assert store.recovery is None
                assert describe(store) == expected
            imported += 1
            profiles.erase(profile)
        profiles.purge()
        assert [path.name for path in root.iterdir()] == [".lock"]
    assert imported > KILLS // 4
