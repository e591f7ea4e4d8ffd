"""Programs killed at random instants in the lab, in notes, importing and with backups; the quiz is in `tests.store`."""

import os
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from r2p_app.paths import WINDOW_FILE
from r2p_app.store import Store
from r2p_app.store.backups import WISHED, Backups, is_sound
from r2p_app.store.belongings import LESSONS, enclosed
from r2p_app.store.connection import connect
from r2p_app.store.database import BACKUPS, DATABASE
from r2p_app.store.migrations import LADDER
from r2p_app.store.profiles import Profiles
from r2p_app.store.transfer import export_profile
from tests.reliability.kills import killed
from tests.reliability.people import NOON, WORLDS, make_world
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


def world_of(directory: Path) -> str:
    """Return the world that the profile is in, database and all; it is in one."""
    with Store.open(directory) as store:
        assert store.recovery is None
        place = store.reading.last_place()
    assert place is not None
    world = place.route.removeprefix("r2p://")
    lessons = {path.name: path.read_text().split()[1] for path in (directory / LESSONS).glob("*.yaml")}
    assert lessons == {f"{world if number % 2 else 'both'}-{number}.yaml": world for number in range(12)}
    assert f"theme={world}" in (directory / WINDOW_FILE).read_text()
    return world


def assert_backups_whole(directory: Path) -> None:
    for backup in Backups(directory / BACKUPS).all():
        assert is_sound(backup.path, len(LADDER))
        with closing(connect(backup.path)) as copy:
            files = enclosed(copy)
        assert files is not None
        assert len(files) == 13


def test_a_backup_that_is_killed_is_whole_or_not_there(directory: Path) -> None:
    make_world(directory, "light")
    rng, heard = Random("backup"), 0
    for _kill in range(KILLS):
        said = killed("backup", directory, rng, most=3)
        heard += len(said)
        names = {backup.path.name for backup in Backups(directory / BACKUPS).all()}
        assert {*said[-5:]} <= names
        assert_backups_whole(directory)
    assert heard > KILLS // 2
    Backups(directory / BACKUPS).make(directory / DATABASE, NOON.date(), WISHED)
    assert list((directory / BACKUPS).glob(".*.partial*")) == []


def test_killed_while_a_backup_is_put_back_all_is_old_or_all_is_new(directory: Path) -> None:
    for world in WORLDS:
        shutil.rmtree(directory, ignore_errors=True)
        make_world(directory, world)
        backup = Backups(directory / BACKUPS).make(directory / DATABASE, NOON.date(), WISHED)
        backup.path.rename(directory.with_name(f"{world}.sqlite3"))
    rng, met = Random("put-back"), Counter[str]()
    for _kill in range(KILLS):
        killed("put-back", directory, rng, most=3)
        met[world_of(directory)] += 1
        assert_sound(directory)
        assert_backups_whole(directory)
    assert min(met.values()) > KILLS // 10
    for half_written in directory.rglob(".*.partial"):
        os.utime(half_written, (0, 0))  # as if it were long ago
    world_of(directory)
    Backups(directory / BACKUPS).make(directory / DATABASE, NOON.date(), WISHED)  # removes what is left in its folder
    assert list(directory.rglob(".*.partial")) == []
    assert {path.name for path in directory.iterdir()} <= {".lock", DATABASE, BACKUPS, LESSONS, WINDOW_FILE}
