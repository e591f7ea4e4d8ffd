import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from r2p_app.store import Store
from r2p_app.store.backups import Backups, DailyBackup
from r2p_app.store.connection import APPLICATION_ID, connect, version_of
from r2p_app.store.database import BACKUPS, DATABASE, Database, open_database
from r2p_app.store.errors import DiskFull, NewerDatabase
from r2p_app.store.migrations import LADDER, Step, climb, schema_at, schema_of, statements
from tests.store.sample import FakeClock
from tests.store.saved import database_of, describe, fill, read_from

VERSIONS = range(1, len(LADDER) + 1)
LATEST = len(LADDER)

ADD_A_TABLE = statements("CREATE TABLE review (question_id TEXT PRIMARY KEY, due INTEGER NOT NULL) STRICT")
REBUILD_A_TABLE = statements(
    "CREATE TABLE renamed (id INTEGER PRIMARY KEY, route TEXT NOT NULL, left_at INTEGER NOT NULL) STRICT",
    "INSERT INTO renamed SELECT id, route, left_at FROM last_place",
    "DROP TABLE last_place",
    "ALTER TABLE renamed RENAME TO last_place",
)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_saved_database_of_every_version_opens_and_reads_as_it_did(version: int, directory: Path) -> None:
    directory.mkdir()
    shutil.copy(database_of(version), directory / DATABASE)
    with Store.open(directory, now=FakeClock()) as store:
        described = describe(store)
        assert store.recovery is None
    expected = read_from(version)
    assert {name: described[name] for name in expected} == expected
    with closing(connect(directory / DATABASE)) as connection:
        assert (version_of(connection), schema_of(connection)) == (LATEST, schema_at(LATEST))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_saved_database_has_the_schema_that_its_version_had(version: int, tmp_path: Path) -> None:
    copy = Path(shutil.copy(database_of(version), tmp_path))
    with closing(connect(copy)) as connection:
        assert schema_of(connection) == schema_at(version)


def test_what_is_saved_today_reads_as_the_newest_saved_database(store: Store, clock: FakeClock) -> None:
    fill(store, clock)
    assert describe(store) == read_from(LATEST)


def open_with(directory: Path, clock: FakeClock, *more: Step) -> Database:
    """Open a profile by the program of the future that has these steps too."""
    path, backups = directory / DATABASE, Backups(directory / BACKUPS)
    daily = DailyBackup(path, backups, now=clock)
    return open_database(path, backups, daily, today=clock().date(), ladder=(*LADDER, *more))


def test_an_upgrade_keeps_the_records_and_a_backup_of_the_old_version(directory: Path, clock: FakeClock) -> None:
    with Store.open(directory, now=clock, later=lambda _work: None) as store:
        fill(store, clock)
        before = describe(store)
    open_with(directory, clock, ADD_A_TABLE, REBUILD_A_TABLE).close()
    (backup,) = Backups(directory / BACKUPS).all()
    with closing(connect(backup.path)) as connection:
        assert version_of(connection) == LATEST
    (directory / DATABASE).unlink()
    backup.path.rename(directory / DATABASE)
    with Store.open(directory, now=clock) as store:
        assert describe(store) == before


def test_a_new_profile_makes_no_backup_of_nothing(directory: Path, clock: FakeClock) -> None:
    directory.mkdir()
    open_with(directory, clock, ADD_A_TABLE).close()
    assert Backups(directory / BACKUPS).all() == ()


def failing_half_way(connection: sqlite3.Connection) -> None:
    ADD_A_TABLE(connection)
    raise RuntimeError("a step with a fault")


def breaking_a_reference(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM run")


@pytest.mark.parametrize("step", [failing_half_way, breaking_a_reference])
def test_a_step_that_fails_leaves_everything_as_it_was(step: Step, directory: Path, clock: FakeClock) -> None:
    with Store.open(directory, now=clock) as store:
        fill(store, clock)
        before = describe(store)
    with pytest.raises(RuntimeError):
        open_with(directory, clock, step)
    with Store.open(directory, now=clock) as store:
        assert describe(store) == before


def test_steps_that_succeeded_stay_when_a_later_one_fails(directory: Path, clock: FakeClock) -> None:
    directory.mkdir()
    with pytest.raises(RuntimeError, match="a step with a fault"):
        open_with(directory, clock, REBUILD_A_TABLE, failing_half_way)
    with closing(connect(directory / DATABASE)) as connection:
        assert version_of(connection) == LATEST + 1


def test_no_room_for_the_backup_means_no_upgrade(
    directory: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(directory, now=clock).close()

    def no_room(_self: Backups, database: Path, *_rest: object) -> None:
        raise DiskFull(database)

    monkeypatch.setattr(Backups, "make", no_room)
    with pytest.raises(DiskFull):
        open_with(directory, clock, ADD_A_TABLE)
    with closing(connect(directory / DATABASE)) as connection:
        assert version_of(connection) == LATEST


def test_a_newer_database_is_refused_and_left_untouched(directory: Path, clock: FakeClock) -> None:
    directory.mkdir()
    open_with(directory, clock, ADD_A_TABLE).close()
    before = (directory / DATABASE).read_bytes()
    with pytest.raises(NewerDatabase) as caught:
        Store.open(directory, now=clock)
    assert (directory / DATABASE).read_bytes() == before
    assert "newer version" in caught.value.what
    assert "Install the newer version" in caught.value.remedy


def test_a_window_open_while_a_newer_program_upgrades_writes_nothing_more(store: Store, directory: Path) -> None:
    with closing(connect(directory / DATABASE)) as newer:
        climb(newer, (*LADDER, ADD_A_TABLE))
    with pytest.raises(NewerDatabase):
        store.reading.leave("r2p://home")
    assert store.reading.last_place() is None


def test_the_file_says_whose_it_is(store: Store, directory: Path) -> None:
    store.close()
    header = (directory / DATABASE).read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
