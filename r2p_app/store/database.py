"""One open database: reading, writing in transactions, noticing what others wrote.

A `Database` belongs to the thread that opened it; another thread opens its own (SQLite refuses anything else).
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from r2p_app.store.backups import MIGRATION, Backups, DailyBackup
from r2p_app.store.connection import APPLICATION_ID, connect, is_ours, make_durable, require_sound, version_of, written
from r2p_app.store.errors import NewerDatabase, ProfileMoved, environment_faults
from r2p_app.store.migrations import LADDER, Step, climb

DATABASE = "profile.sqlite3"
BACKUPS = "backups"
"""The names of the database and of the folder of its backups in a profile's folder."""

Row = tuple[Any, ...]  # Any: SQLite's columns have the types that the STRICT schema declares


class Database:
    """The learner's database, sound and at the newest version."""

    def __init__(self, connection: sqlite3.Connection, path: Path, daily: DailyBackup) -> None:
        self.path = path
        self.daily = daily
        self._connection = connection
        self._version = version_of(connection)
        self._inode = path.stat().st_ino

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write as a whole or not at all: on leaving, all is on the disk; on an exception, nothing happened.

        Inside another transaction this one joins it.
        """
        if self._connection.in_transaction:
            yield self._connection
            return
        with environment_faults(self.path):
            self._require_in_place()
            with written(self._connection):
                self._require_version()
                yield self._connection
        self.daily.after_write()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query."""
        with environment_faults(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, if there is one."""
        with environment_faults(self.path):
            row: Row | None = self._connection.execute(sql, values).fetchone()
            return row

    def data_version(self) -> int:
        """Return a number that changes when another connection, of this or another program, has written."""
        row = self.row("PRAGMA data_version")
        assert row is not None
        return int(row[0])

    def close(self) -> None:
        """Close the connection; the last one to close leaves a single file behind."""
        with environment_faults(self.path):
            self._connection.close()

    def _require_in_place(self) -> None:
        """A file moved to the trash or set aside still takes writes on most systems: they would be lost with it."""
        try:
            in_place = self.path.stat().st_ino == self._inode
        except FileNotFoundError:
            in_place = False
        if not in_place:
            raise ProfileMoved(self.path)

    def _require_version(self) -> None:
        """A newer program may have upgraded the database since it was opened here."""
        if (found := version_of(self._connection)) != self._version:
            raise NewerDatabase(self.path, f"version {found}; this program knows {self._version}")


def open_database(
    path: Path, backups: Backups, daily: DailyBackup, *, today: date, ladder: Sequence[Step] = LADDER
) -> Database:
    """Open the database at `path`, making or upgrading it; hold the folder's lock meanwhile.

    Before an upgrade a backup is made. A file that is newer than the ladder or damaged raises and is left untouched.
    """
    with environment_faults(path):
        connection = connect(path, create=True)
        try:
            _require_known(connection, path, len(ladder))
            require_sound(connection, path)
            make_durable(connection)
            if 0 < version_of(connection) < len(ladder):
                backups.make(path, today, MIGRATION)
            if not is_ours(connection):
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            climb(connection, ladder)
            connection.execute("PRAGMA foreign_keys = ON")
            return Database(connection, path, daily)
        except BaseException:
            connection.close()
            raise


def _require_known(connection: sqlite3.Connection, path: Path, latest: int) -> None:
    if is_ours(connection) and (found := version_of(connection)) > latest:
        raise NewerDatabase(path, f"version {found}; this program knows {latest}")
