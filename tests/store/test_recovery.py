import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from r2p_app.store import Store
from r2p_app.store.backups import Backups
from r2p_app.store.belongings import LESSONS
from r2p_app.store.connection import connect
from r2p_app.store.database import BACKUPS, DATABASE
from r2p_app.store.errors import DamagedDatabase
from r2p_app.store.migrations import LADDER, schema_at, schema_of
from tests.store.sample import FakeClock, a_run, an_attempt, answer_run

Damage = Callable[[Path], None]


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def truncate_within_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def delete(path: Path) -> None:
    path.unlink()


def fill_with_zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def overwrite_pages(path: Path) -> None:
    data, rng = bytearray(path.read_bytes()), random.Random(5)
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 512] = rng.randbytes(512)
    path.write_bytes(data)


def overwrite_the_attempts(path: Path) -> None:
    with closing(connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'attempt'").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : (page - 1) * 4096 + 512] = random.Random(5).randbytes(512)
    path.write_bytes(data)


def overwrite_the_schema(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data.replace(b"CREATE TABLE run ", b"CREATE TABLE \xff\xfe\xfd "))


def require_an_unknown_function(path: Path) -> None:
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (score', 'CHECK (unknown(score) AND score')"
        )


def replace_by_text(path: Path) -> None:
    path.write_text("Dear diary, this is not a database.\n" * 200)


def replace_by_another_programs_database(path: Path) -> None:
    path.unlink()
    with closing(connect(path, create=True)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


DAMAGES = [
    truncate,
    truncate_within_the_header,
    empty,
    delete,
    fill_with_zeros,
    overwrite_pages,
    overwrite_the_schema,
    require_an_unknown_function,
    replace_by_text,
    replace_by_another_programs_database,
]


@pytest.fixture
def used(directory: Path, clock: FakeClock) -> Path:
    """A profile with a backup of yesterday and an answer of today that is in no backup."""
    with Store.open(directory, now=clock) as store:
        store.attempts.start(a_run())
        store.attempts.record(an_attempt("q-0"))
        clock.pass_days(1)
        store.reading.leave("r2p://home")
        store.attempts.record(an_attempt("q-1"))
    return directory


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_newest_sound_backup_takes_the_place_of_a_damaged_file(
    damage: Damage, used: Path, clock: FakeClock
) -> None:
    damage(used / DATABASE)
    left = (used / DATABASE).read_bytes() if (used / DATABASE).exists() else None
    with Store.open(used, now=clock) as store:
        assert store.recovery is not None
        assert store.recovery.restored == Backups(used / BACKUPS).all()[0]
        assert store.attempts.attempts("run-1") == (an_attempt("q-0"),)
        assert "restored" in store.recovery.outcome
        set_aside = store.recovery.set_aside
        answer_run(store, a_run("run-2"))
    if left is None:
        assert set_aside is None
    else:
        assert set_aside == used / f"{DATABASE}.damaged-2026-03-15"
        assert set_aside.read_bytes() == left
    with Store.open(used, now=clock) as store:
        assert store.recovery is None
        assert len(store.attempts.attempts("run-2")) == 3


@pytest.mark.parametrize("damage", [truncate, fill_with_zeros, replace_by_text])
def test_without_a_backup_the_profile_starts_empty_and_says_so(
    damage: Damage, directory: Path, clock: FakeClock
) -> None:
    with Store.open(directory, now=clock, later=lambda _work: None) as store:
        answer_run(store, a_run())
    damage(directory / DATABASE)
    with Store.open(directory, now=clock) as store:
        assert store.recovery is not None
        assert store.recovery.restored is None
        assert "starts empty" in store.recovery.outcome
        assert "damaged" in store.recovery.what
        assert store.recovery.detail
        assert store.attempts.runs() == ()


def test_a_missing_file_is_called_missing(used: Path, clock: FakeClock) -> None:
    (used / DATABASE).unlink()
    with Store.open(used, now=clock) as store:
        assert store.recovery is not None
        assert "missing" in store.recovery.what


@pytest.mark.parametrize("damage", [delete, truncate])
def test_files_that_were_lost_with_the_database_come_back_and_others_stay_as_they_are(
    damage: Damage, used: Path, clock: FakeClock
) -> None:
    lessons = used / LESSONS
    lessons.mkdir()
    for name in ("lost.yaml", "changed.yaml"):
        (lessons / name).write_text("lessons: []")
    Backups(used / BACKUPS).make(used / DATABASE, clock().date())
    (lessons / "lost.yaml").unlink()
    (lessons / "changed.yaml").write_text("lessons: [] # later")
    damage(used / DATABASE)
    with Store.open(used, now=clock) as store:
        assert store.recovery is not None
    assert (lessons / "changed.yaml").read_text() == "lessons: [] # later"
    assert (lessons / "lost.yaml").exists() is (damage is delete)


def test_what_is_restored_is_a_database_like_any_other(used: Path, clock: FakeClock) -> None:
    delete(used / DATABASE)
    Store.open(used, now=clock).close()
    with closing(connect(used / DATABASE)) as connection:
        assert schema_of(connection) == schema_at(len(LADDER))


def test_a_damaged_backup_is_passed_over(used: Path, clock: FakeClock) -> None:
    newest, older = Backups(used / BACKUPS).all()
    truncate(newest.path)
    truncate(used / DATABASE)
    with Store.open(used, now=clock) as store:
        assert store.recovery is not None
        assert store.recovery.restored == older


def test_a_backup_of_a_newer_version_is_passed_over(used: Path, clock: FakeClock) -> None:
    newest, older = Backups(used / BACKUPS).all()
    with closing(connect(newest.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    truncate(used / DATABASE)
    with Store.open(used, now=clock) as store:
        assert store.recovery is not None
        assert store.recovery.restored == older


@pytest.mark.parametrize("damage", [truncate, delete])
def test_the_old_log_is_not_read_into_the_restored_file(damage: Damage, used: Path, clock: FakeClock) -> None:
    log = used / f"{DATABASE}-wal"
    with Store.open(used, now=clock) as store:
        store.attempts.record(an_attempt("q-2"))
        content = log.read_bytes()
    damage(used / DATABASE)
    log.write_bytes(content)
    with Store.open(used, now=clock) as store:
        assert store.recovery is not None
        assert store.attempts.attempts("run-1") == (an_attempt("q-0"),)


def test_files_set_aside_on_one_day_keep_apart(used: Path, clock: FakeClock) -> None:
    for expected in ("damaged-2026-03-15", "damaged-2026-03-15-2", "damaged-2026-03-15-3"):
        truncate(used / DATABASE)
        with Store.open(used, now=clock) as store:
            assert store.recovery is not None
            assert store.recovery.set_aside == used / f"{DATABASE}.{expected}"


def test_a_window_that_has_the_damaged_file_open_does_not_write_into_it(used: Path, clock: FakeClock) -> None:
    with Store.open(used, now=clock) as first:
        overwrite_pages(used / DATABASE)
        with Store.open(used, now=clock) as second:
            assert second.recovery is not None
            second.reading.leave("r2p://timeline")
        with pytest.raises(Exception, match="another window"):
            first.reading.leave("r2p://home")


def test_damage_met_while_the_profile_is_open_is_named(used: Path, clock: FakeClock) -> None:
    with Store.open(used, now=clock) as store:
        overwrite_pages(used / DATABASE)
        with store.transaction() as writing:
            writing.execute("PRAGMA shrink_memory")  # what SQLite remembers of the sound file
        with pytest.raises(DamagedDatabase):
            store.attempts.attempts("run-1")


def test_a_file_too_large_to_read_at_once_is_checked_when_it_is_copied(
    used: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("r2p_app.store.connection._CHECKED_AT_ONCE", 0)
    overwrite_the_attempts(used / DATABASE)
    with Store.open(used, now=clock) as store:
        assert store.recovery is None
    with pytest.raises(DamagedDatabase):
        Backups(used / BACKUPS).make(used / DATABASE, clock().date())


def test_every_byte_that_is_lost_is_either_noticed_or_harmless(used: Path, clock: FakeClock) -> None:
    """Cut the file at many places: the profile always opens, with what the file or the backup had."""
    whole = (used / DATABASE).read_bytes()
    for length in range(0, len(whole), 3571):
        (used / DATABASE).write_bytes(whole[:length])
        with Store.open(used, now=clock) as store:
            kept = [attempt.question for attempt in store.attempts.attempts("run-1")]
            assert kept == (["q-0"] if store.recovery else ["q-0", "q-1"])
