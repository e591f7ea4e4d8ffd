"""Opening SQLite files: the pragmas every connection has, whether a file is one of ours and sound, and copying one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import TracebackType

from r2p_app.store.errors import DamagedDatabase, OutdatedSQLite, environment_faults
from r2p_app.store.files import new_file

APPLICATION_ID = 0x52325021  # "R2P!", so that `file` and we tell our databases from others
_BUSY_SECONDS = 5
_CHECKED_AT_ONCE = 128 * 2**20
"""Bytes that a check may read while the learner waits: about a tenth of a second."""


def connect(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open a database file, without changing it or trusting its schema to call functions with side effects."""
    if sqlite3.sqlite_version_info < (3, 37):
        raise OutdatedSQLite(path, sqlite3.sqlite_version)
    mode = "rwc" if create else "rw"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Have every commit reach the disk before it returns.

    Where a write-ahead log is impossible (network drives), SQLite keeps to its journal, which is as safe.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: through the drive's cache as well


class written:  # noqa: N801  (in use it is a verb, like `contextlib.suppress`)
    """Keep what the block writes if it succeeds, and nothing of it if it raises."""

    # A class for the same reason as `environment_faults`: every answer passes here.
    __slots__ = ("_connection",)

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the database's schema; 0 for an empty file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def is_ours(connection: sqlite3.Connection) -> bool:
    """Tell whether the file says of itself that this program made it."""
    owner: int = connection.execute("PRAGMA application_id").fetchone()[0]
    return owner == APPLICATION_ID


def is_empty(connection: sqlite3.Connection) -> bool:
    """Tell whether the database has no tables yet."""
    entries: int = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    return entries == 0


def require_sound(connection: sqlite3.Connection, path: Path, *, thorough: bool = False) -> None:
    """Raise `DamagedDatabase` unless the file is one of ours (or empty) and its structure holds.

    Unless `thorough`, a file too large to be read while someone waits is spared the full check; a backup never is.
    """
    try:
        with environment_faults(path):
            if not is_empty(connection) and not (is_ours(connection) and version_of(connection)):
                raise DamagedDatabase(path, "it is not a database of this program")
            if thorough or path.stat().st_size <= _CHECKED_AT_ONCE:
                _quick_check(connection, path)
    except sqlite3.Error as error:  # a schema in disorder is reported as an error of ours
        raise DamagedDatabase(path, str(error)) from error


def _quick_check(connection: sqlite3.Connection, path: Path) -> None:
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise DamagedDatabase(path, verdict)


def database_files(path: Path) -> tuple[Path, Path, Path]:
    """Return the files of a database: a log left behind would be read into the one that takes its place."""
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def copy_database(source: Path, target: Path, *, add: Callable[[sqlite3.Connection], None] | None = None) -> None:
    """Copy a database that may be in use to a single checked file, which appears under its name only when complete.

    `add` may write into the copy before it is checked.
    """
    with environment_faults(source):
        origin = connect(source)
    with closing(origin), new_file(target) as partial, closing(connect(partial, create=True)) as copy:
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if add is not None:
            with written(copy):
                add(copy)
        require_sound(copy, source, thorough=True)
