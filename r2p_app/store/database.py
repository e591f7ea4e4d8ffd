"""One open database: reading, writing in transactions, noticing what others wrote.

A `Database` belongs to the thread that opened it; another thread opens its own (SQLite refuses anything else).
"""

import os
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
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
        self._name = str(path)
        self._inode = path.stat().st_ino

    def transaction(self) -> "Transaction":
        """Write as a whole or not at all: on leaving, all is on the disk; on an exception, nothing happened.

        Inside another transaction this one joins it.
        """
        return Transaction(self, self._connection)

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

    def require_in_place(self) -> None:
        """A file moved to the trash or set aside still takes writes on most systems: they would be lost with it."""
        try:
            in_place = os.stat(self._name).st_ino == self._inode  # noqa: PTH116 - a path object would cost more
        except FileNotFoundError:
            in_place = False
        if not in_place:
            raise ProfileMoved(self.path)

    def require_version(self) -> None:
        """A newer program may have upgraded the database since it was opened here."""
        if (found := version_of(self._connection)) != self._version:
            raise NewerDatabase(self.path, f"version {found}; this program knows {self._version}")


class Transaction:
    """The block in which a database is written; see `Database.transaction`."""

    # A class for the same reason as `written`: every answer passes here.
    __slots__ = ("_connection", "_database", "_faults", "_written")

    def __init__(self, database: Database, connection: sqlite3.Connection) -> None:
        self._database, self._connection = database, connection
        self._faults = environment_faults(database.path)
        self._written = None if connection.in_transaction else written(connection)

    def __enter__(self) -> sqlite3.Connection:
        if self._written is not None:
            with self._faults:
                self._database.require_in_place()
                self._written.__enter__()
            try:
                self._database.require_version()
            except BaseException as error:
                self.__exit__(type(error), error, error.__traceback__)
                raise
        return self._connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._written is None:
            return
        with self._faults:
            self._written.__exit__(kind, error, trace)
            if error is not None:
                self._faults.__exit__(kind, error, trace)
        if error is None:
            self._database.daily.after_write()


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
