import errno
import sqlite3
from pathlib import Path

import pytest

from r2p_app.store import errors
from r2p_app.store.errors import (
    DamagedDatabase,
    DeviceFault,
    DiskFull,
    FileMissing,
    Locked,
    NotPermitted,
    ReadOnlyPlace,
    StoreError,
    environment_faults,
)

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, StoreError)]
WHERE = Path("learner")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not StoreError])
def test_every_fault_says_what_happened_where_and_what_to_do(kind: type[StoreError]) -> None:
    fault = kind(WHERE, "a detail")
    assert fault.what.endswith(".")
    assert fault.remedy.endswith(".")
    assert str(fault) == f"{fault.what} {fault.remedy} (learner) [a detail]"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, ReadOnlyPlace),
        (errno.EACCES, NotPermitted),
        (errno.ENOENT, FileMissing),
        (errno.EBUSY, Locked),
        (errno.EIO, DeviceFault),
    ],
)
def test_faults_of_the_file_system_are_named(code: int, kind: type[StoreError]) -> None:
    with pytest.raises(kind) as caught, environment_faults(WHERE):
        raise OSError(code, "said the system")
    assert type(caught.value) is kind
    assert caught.value.where == WHERE
    assert isinstance(caught.value.__cause__, OSError)


def test_a_file_in_use_on_windows_is_not_taken_for_a_lack_of_rights() -> None:
    error = PermissionError(errno.EACCES, "used by another process")
    error.winerror = 32  # type: ignore[attr-defined]
    with pytest.raises(Locked), environment_faults(WHERE):
        raise error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnlyPlace),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, NotPermitted),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Locked),
        (sqlite3.SQLITE_IOERR_FSYNC, DeviceFault),
        (sqlite3.SQLITE_CORRUPT_VTAB, DamagedDatabase),
        (sqlite3.SQLITE_NOTADB, DamagedDatabase),
    ],
)
def test_faults_of_sqlite_are_named_by_their_primary_code(code: int, kind: type[StoreError]) -> None:
    error = sqlite3.OperationalError("said SQLite")
    error.sqlite_errorcode = code
    with pytest.raises(kind), environment_faults(WHERE):
        raise error


@pytest.mark.parametrize("sql", ["SELECT", "SELECT * FROM nowhere", "INSERT INTO one VALUES (1)"])
def test_faults_of_our_own_stay_as_they_are(sql: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE one (x CHECK (x = 2))")
    with pytest.raises(sqlite3.Error), environment_faults(WHERE):
        connection.execute(sql)
    connection.close()


def test_a_fault_already_named_keeps_its_name() -> None:
    with pytest.raises(DiskFull) as caught, environment_faults(Path("outer")), environment_faults(WHERE):
        raise OSError(errno.ENOSPC, "full")
    assert caught.value.where == WHERE
