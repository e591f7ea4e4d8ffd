from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.store import Store
from r2p_app.store.backups import DAILY, MIGRATION, WISHED, Backup, Backups, kept_daily
from r2p_app.store.connection import connect
from r2p_app.store.database import BACKUPS, DATABASE
from r2p_app.store.errors import DamagedDatabase, DiskFull
from r2p_app.store.migrations import LADDER
from tests.store.sample import FakeClock, a_run, answer_run


@pytest.fixture
def backups(directory: Path) -> Backups:
    return Backups(directory / BACKUPS)


def days(backups: Backups) -> list[str]:
    return [backup.day.isoformat() for backup in backups.all()]


def test_opening_makes_no_backup_and_the_first_write_of_a_day_does(
    store: Store, backups: Backups, clock: FakeClock
) -> None:
    assert days(backups) == []
    store.reading.leave("r2p://home")
    store.reading.leave("r2p://timeline")
    assert days(backups) == ["2026-03-14"]
    clock.pass_days(1)
    assert days(backups) == ["2026-03-14"]
    store.reading.leave("r2p://home")
    assert days(backups) == ["2026-03-15", "2026-03-14"]


def test_a_backup_is_one_file_that_holds_the_write_that_led_to_it(store: Store, backups: Backups) -> None:
    answer_run(store, a_run())
    store.reading.leave("r2p://home")
    (backup,) = backups.all()
    with closing(connect(backup.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT id FROM run").fetchall() == [("run-1",)]
    assert [path for path in backups.folder.iterdir() if not path.name.startswith(".lock")] == [backup.path]


def test_a_second_window_makes_no_second_backup_of_the_day(
    store: Store, directory: Path, backups: Backups, clock: FakeClock
) -> None:
    with Store.open(directory, now=clock) as second:
        store.reading.leave("r2p://home")
        second.reading.leave("r2p://home")
    assert days(backups) == ["2026-03-14"]


def test_the_copy_can_be_made_later_on_another_thread(directory: Path, backups: Backups, clock: FakeClock) -> None:
    waiting: list[Callable[[], None]] = []
    with Store.open(directory, now=clock, later=waiting.append) as store:
        store.reading.leave("r2p://home")
        store.reading.leave("r2p://home")
        assert days(backups) == []
        (work,) = waiting
    work()
    assert days(backups) == ["2026-03-14"]


def test_seven_days_and_four_weeks_are_kept(store: Store, backups: Backups, clock: FakeClock) -> None:
    for _day in range(60):
        store.reading.leave("r2p://home")
        clock.pass_days(1)
    assert days(backups) == [
        *("2026-05-12", "2026-05-11", "2026-05-10", "2026-05-09", "2026-05-08", "2026-05-07", "2026-05-06"),
        *("2026-05-05", "2026-05-03", "2026-04-26", "2026-04-19"),
    ]


def test_a_clock_that_was_once_wrong_does_not_make_an_old_copy_the_newest(
    store: Store, backups: Backups, clock: FakeClock
) -> None:
    clock.pass_days(30_000)
    store.reading.leave("r2p://from-the-future")
    clock.pass_days(-30_000)
    store.reading.leave("r2p://home")
    assert days(backups) == ["2026-03-14", "2108-05-03"]
    newest = backups.newest_sound(latest_version=len(LADDER))
    assert newest is not None
    assert newest.day == date(2026, 3, 14)


@given(st.lists(st.dates(), max_size=80))
def test_whatever_the_dates_at_most_eleven_are_kept_the_newest_first_among_them(dates: list[date]) -> None:
    newest_first = [Backup(number, day, DAILY, Path(str(number))) for number, day in enumerate(dates)]
    kept = list(kept_daily(newest_first))
    assert kept[:7] == newest_first[:7]
    assert len(kept) <= 11
    assert [backup for backup in newest_first if backup in kept] == kept
    assert list(kept_daily(kept)) == kept


def test_backups_made_before_upgrades_are_thinned_out_apart(
    store: Store, directory: Path, backups: Backups, clock: FakeClock
) -> None:
    store.reading.leave("r2p://home")
    for number in range(5):
        backups.make(directory / DATABASE, clock().date() + timedelta(days=number), MIGRATION)
    assert [backup.reason for backup in backups.all()] == [MIGRATION] * 3 + [DAILY]


def test_the_last_five_that_were_wished_for_are_kept(store: Store, backups: Backups, directory: Path) -> None:
    store.reading.leave("r2p://home")
    made = [backups.make(directory / DATABASE, date(2026, 3, 14), WISHED) for _ in range(7)]
    assert [backup for backup in backups.all() if backup.reason == WISHED] == made[:1:-1]
    assert [backup.reason for backup in backups.all()].count(DAILY) == 1


def test_a_damaged_database_never_replaces_a_sound_backup(store: Store, directory: Path, backups: Backups) -> None:
    store.reading.leave("r2p://home")
    store.close()
    before = backups.all()
    damaged = directory / DATABASE
    damaged.write_bytes(damaged.read_bytes()[:9000])
    with pytest.raises(DamagedDatabase):
        backups.make(damaged, date(2026, 3, 15))
    assert backups.all() == before
    assert list(backups.folder.glob(".*.partial*")) == []


def test_a_backup_that_fails_is_told_and_fails_no_answer(
    store: Store, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(source: Path, target: Path, **_: object) -> None:
        raise DiskFull(target)

    monkeypatch.setattr("r2p_app.store.backups.copy_database", no_room)
    answer_run(store, a_run())
    assert len(store.attempts.attempts("run-1")) == 3
    assert isinstance(store.backup_fault, DiskFull)
    assert days(backups) == []


def test_what_a_killed_program_left_half_copied_is_removed(store: Store, backups: Backups) -> None:
    backups.folder.mkdir()
    left = [backups.folder / ".0123.partial", backups.folder / ".0123.partial-journal"]
    for path in left:
        path.write_bytes(b"half")
    store.reading.leave("r2p://home")
    assert [path.exists() for path in left] == [False, False]


@pytest.mark.parametrize(
    "name", ["notes.txt", "000001_2026-02-30_daily.sqlite3", "1_2026-01-01_daily.sqlite3", ".lock"]
)
def test_other_files_in_the_folder_are_none_of_ours(store: Store, backups: Backups, name: str) -> None:
    backups.folder.mkdir()
    (backups.folder / name).write_bytes(b"")
    assert backups.all() == ()
    store.reading.leave("r2p://home")
    assert (backups.folder / name).exists()
    assert len(backups.all()) == 1
