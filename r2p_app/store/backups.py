"""Backups of one profile: once a day, before upgrades and when wished; thinned out, and always checked before use.

Each is a copy of the database that encloses the person's other files.

Their order is a number in the name, not the date: a clock that was wrong once must not make an old copy the newest.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from r2p_app.clock import Clock
from r2p_app.store import belongings
from r2p_app.store.connection import connect, copy_database, require_sound, version_of
from r2p_app.store.errors import StoreError, environment_faults
from r2p_app.store.files import PARTIAL, exclusive

DAILY = "daily"
MIGRATION = "migration"
WISHED = "wished"
_KEPT_DAYS, _KEPT_WEEKS = 7, 4
_KEPT = {MIGRATION: 3, WISHED: 5}
_REASONS = "|".join((DAILY, *_KEPT))
_NAME = re.compile(rf"(?P<number>\d{{6,}})_(?P<day>\d{{4}}-\d\d-\d\d)_(?P<reason>{_REASONS})\.sqlite3")


class Backup(NamedTuple):
    """One copy: the higher its number, the newer.

    `reason` is `DAILY`, `MIGRATION` (before an upgrade) or `WISHED` (by the person, or before an older one came back).
    """

    number: int
    day: date
    reason: str
    path: Path


class Backups:
    """The copies in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Backup, ...]:
        """Return the copies, newest first."""
        with environment_faults(self.folder):
            paths = tuple(self.folder.iterdir()) if self.folder.is_dir() else ()
        return tuple(sorted(filter(None, map(_parse, paths)), reverse=True))

    def make(self, database: Path, day: date, reason: str = DAILY) -> Backup:
        """Copy the database and what lies beside it, then remove the copies that are no longer needed."""
        with exclusive(self.folder):
            number = max((backup.number for backup in self.all()), default=0) + 1
            backup = Backup(number, day, reason, self.folder / f"{number:06}_{day.isoformat()}_{reason}.sqlite3")
            files = belongings.read(database.parent)
            copy_database(database, backup.path, add=partial(belongings.enclose, files=files))
            self._thin_out()
        return backup

    def newest_sound(self, latest_version: int) -> Backup | None:
        """Return the newest copy that can be opened by this program and passes every check."""
        return next((backup for backup in self.all() if is_sound(backup.path, latest_version)), None)

    def _thin_out(self) -> None:
        backups = self.all()
        kept = set(kept_daily(backup for backup in backups if backup.reason == DAILY))
        for reason, count in _KEPT.items():
            kept.update([backup for backup in backups if backup.reason == reason][:count])
        with environment_faults(self.folder):
            unfinished = self.folder.glob(f".*{PARTIAL}*")  # left by a program that was killed: we hold the lock
            for path in (*(backup.path for backup in backups if backup not in kept), *unfinished):
                path.unlink(missing_ok=True)


def kept_daily(newest_first: Iterable[Backup]) -> Iterator[Backup]:
    """Yield the copies to keep: the newest seven, and of those before them the newest of each of four weeks."""
    weeks: set[tuple[int, int]] = set()
    for index, backup in enumerate(newest_first):
        if index < _KEPT_DAYS:
            yield backup
        elif (week := backup.day.isocalendar()[:2]) not in weeks and len(weeks) < _KEPT_WEEKS:
            weeks.add(week)
            yield backup


Later = Callable[[Callable[[], None]], object]
"""Runs a function, at once or on a thread of its own."""


def at_once(work: Callable[[], None]) -> None:
    """Run `work` before returning."""
    work()


class DailyBackup:
    """Makes a copy after the first write of each day (UTC).

    A copy that fails never fails the write that led to it: `fault` has the reason, for the window to show.
    """

    def __init__(self, database: Path, backups: Backups, *, now: Clock, later: Later = at_once) -> None:
        self.fault: StoreError | None = None
        self._database, self._backups = database, backups
        self._now, self._later = now, later
        self._day = self._newest_day()

    def after_write(self) -> None:
        """Make the copy if the day is a new one."""
        today = self._now().date()
        if today != self._day:
            self._day = today
            self._later(lambda: self._copy(today))

    def _copy(self, today: date) -> None:
        try:
            if self._newest_day() != today:  # another window may have been first
                self._backups.make(self._database, today)
        except StoreError as fault:
            self.fault = fault

    def _newest_day(self) -> date | None:
        return next((backup.day for backup in self._backups.all() if backup.reason == DAILY), None)


def _parse(path: Path) -> Backup | None:
    if (match := _NAME.fullmatch(path.name)) is None:
        return None
    try:
        day = date.fromisoformat(match["day"])
    except ValueError:
        return None
    return Backup(int(match["number"]), day, match["reason"], path)


def is_sound(path: Path, latest_version: int) -> bool:
    """Tell whether a copy can be opened by this program and passes every check."""
    try:
        with environment_faults(path), closing(connect(path)) as connection:
            require_sound(connection, path, thorough=True)
            return 0 < version_of(connection) <= latest_version
    except StoreError:
        return False
