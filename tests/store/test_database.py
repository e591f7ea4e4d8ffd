import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from r2p_app.store import Store
from r2p_app.store.connection import connect
from r2p_app.store.database import DATABASE
from r2p_app.store.errors import (
    DiskFull,
    Locked,
    NotPermitted,
    OutdatedSQLite,
    ProfileMoved,
    ReadOnlyPlace,
)
from tests.store.sample import FakeClock, a_run, an_attempt, answer_run


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("busy_timeout", 5000)],
)
def test_a_connection_is_set_up_for_safety(store: Store, pragma: str, value: object) -> None:
    with store.transaction() as writing:
        assert writing.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_every_table_is_strict(store: Store) -> None:
    with store.transaction() as writing:
        tables = writing.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        ).fetchall()
    assert [name for name, strict in tables if not strict and not name.startswith("sqlite_")] == []


def test_closing_leaves_one_database_file(directory: Path) -> None:
    with Store.open(directory) as store:
        store.reading.leave("r2p://home")
        store.close()  # a second time, on leaving, does nothing
    assert sorted(path.name for path in directory.iterdir()) == [".lock", "backups", DATABASE]


def test_a_second_window_sees_what_the_first_saved_and_that_it_did(store: Store, directory: Path) -> None:
    with Store.open(directory) as second:
        before, own = second.data_version(), store.data_version()
        store.reading.leave("r2p://timeline")
        place = second.reading.last_place()
        assert place is not None
        assert place.route == "r2p://timeline"
        assert second.data_version() != before
        assert store.data_version() == own


def test_two_windows_answering_the_same_question_keep_one_answer(store: Store, directory: Path) -> None:
    store.attempts.start(a_run())
    with Store.open(directory) as second:
        first = store.attempts.record(an_attempt(option="a"))
        assert second.attempts.record(an_attempt(option="b", score=0)) == first
        assert [total.attempts for total in second.attempts.totals()] == [1]


def test_another_thread_needs_its_own_store(store: Store) -> None:
    raised: list[BaseException] = []

    def use_from_elsewhere() -> None:
        try:
            store.reading.last_place()
        except sqlite3.ProgrammingError as error:
            raised.append(error)

    thread = threading.Thread(target=use_from_elsewhere)
    thread.start()
    thread.join()
    assert len(raised) == 1


def test_a_full_disk_says_so_and_loses_nothing_saved_before(store: Store) -> None:
    given = answer_run(store, a_run(questions=5))
    with store.transaction() as writing:
        pages = writing.execute("PRAGMA page_count").fetchone()[0]
        writing.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull) as caught:
        answer_run(store, a_run("run-2", questions=2000))
    assert "Free some space" in caught.value.remedy
    assert store.attempts.attempts("run-1") == given
    with store.transaction() as writing:
        writing.execute("PRAGMA max_page_count = 1000000")
    assert len(answer_run(store, a_run("run-3"))) == 3


def test_a_read_only_file_says_so_on_writing(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(directory).close()

    def read_only(path: Path, *, create: bool) -> sqlite3.Connection:
        """Open as the system does where the file may not be written: root may write any."""
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr("r2p_app.store.database.connect", read_only)
    with Store.open(directory) as store, pytest.raises(ReadOnlyPlace):
        store.reading.leave("r2p://home")


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotPermitted) as caught:
        Store.open(tmp_path / "learner")
    assert caught.value.where == tmp_path / "learner"


def test_a_program_that_holds_the_file_too_long_is_named_as_the_cause(store: Store, directory: Path) -> None:
    with store.transaction() as writing:
        writing.execute("PRAGMA busy_timeout = 0")
    with closing(connect(directory / DATABASE)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked):
            store.reading.leave("r2p://home")
    store.reading.leave("r2p://home")
    assert store.reading.last_place() is not None


def test_a_profile_moved_away_takes_no_more_writes(store: Store, directory: Path, tmp_path: Path) -> None:
    directory.rename(tmp_path / "trash")
    with pytest.raises(ProfileMoved):
        store.reading.leave("r2p://home")
    (tmp_path / "trash").rename(directory)
    store.reading.leave("r2p://home")
    assert store.reading.last_place() is not None


def test_a_database_replaced_by_another_takes_no_more_writes(store: Store, directory: Path) -> None:
    (directory / DATABASE).rename(directory / "set-aside")
    (directory / DATABASE).write_bytes(b"another")
    with pytest.raises(ProfileMoved):
        store.reading.leave("r2p://home")


def test_an_outdated_sqlite_is_named(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(OutdatedSQLite):
        Store.open(directory)


def test_names_with_special_characters_are_files_not_parameters(tmp_path: Path) -> None:
    directory = tmp_path / "50% ?mode=ro #1 Đurđević"
    with Store.open(directory, now=FakeClock()) as store:
        store.reading.leave("r2p://home")
    assert (directory / DATABASE).is_file()
