"""The newest sound backup, put in the place of a database that is damaged or missing."""

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from r2p_app.store import belongings
from r2p_app.store.backups import Backup, Backups, DailyBackup
from r2p_app.store.connection import connect, database_files, written
from r2p_app.store.database import Database, open_database
from r2p_app.store.errors import DamagedDatabase, environment_faults
from r2p_app.store.files import exclusive, new_file, remove_abandoned, sync_folder
from r2p_app.store.migrations import LADDER, Step
from r2p_app.store.putting_back import finish


@dataclass(frozen=True)
class Recovery:
    """What was done about a database that could not be used; whole English sentences, for the window to translate.

    Attributes:
        set_aside: Where the damaged file lies now; None when there was none.
        restored: The backup that took its place; None when no sound one was found.
        detail: What SQLite said about the damage.
    """

    set_aside: Path | None
    restored: Backup | None
    detail: str

    @property
    def what(self) -> str:
        """What was wrong."""
        if self.set_aside is None:
            return "The file with your answers was missing."
        return "The file with your answers was damaged. It was kept under another name."

    @property
    def outcome(self) -> str:
        """What was done, and what is lost."""
        if self.restored is None:
            return "No sound backup was found, so this profile starts empty."
        return "The newest sound backup was restored. Answers, reading and settings saved after it are lost."


def open_or_recover(
    path: Path, backups: Backups, daily: DailyBackup, *, today: date, ladder: Sequence[Step] = LADDER
) -> tuple[Database, Recovery | None]:
    """Open the database; if it is damaged, replace it first. Two windows never mend the same file."""
    with exclusive(path.parent):
        finish(path)
        for folder in (path.parent, path.parent / belongings.LESSONS):
            remove_abandoned(folder)
        try:
            _require_present(path, backups)
            return open_database(path, backups, daily, today=today, ladder=ladder), None
        except DamagedDatabase as fault:
            recovery = _recover(path, backups, today, len(ladder), fault.detail)
            return open_database(path, backups, daily, today=today, ladder=ladder), recovery


def _require_present(path: Path, backups: Backups) -> None:
    """No file is a new profile, unless there are backups of one."""
    if (not path.exists() or path.stat().st_size == 0) and backups.all():
        raise DamagedDatabase(path, "missing or empty")


def _recover(path: Path, backups: Backups, today: date, latest_version: int, detail: str) -> Recovery:
    set_aside = _set_aside(path, today)
    backup = backups.newest_sound(latest_version)
    if backup is not None:
        with new_file(path) as partial:
            files = _unpack(backup, partial)
        if set_aside is None:  # whoever lost the database may have lost the files beside it too; damage is its own
            belongings.complete(path.parent, files)
    return Recovery(set_aside, backup, detail)


def _unpack(backup: Backup, target: Path) -> belongings.Files:
    """Make a database of a backup and return the files that it enclosed."""
    shutil.copyfile(backup.path, target)
    with closing(connect(target)) as copy:
        files = belongings.enclosed(copy) or {}
        with written(copy):
            belongings.take_out(copy)
    return files


def _set_aside(path: Path, today: date) -> Path | None:
    """Rename the database, and its log with it."""
    target = _free_name(path, f"{path.name}.damaged-{today.isoformat()}")
    with environment_faults(path):
        moved = path.exists()
        for part, kept in zip(database_files(path), database_files(target), strict=True):
            if part.exists():
                part.rename(kept)
        sync_folder(path.parent)
    return target if moved else None


def _free_name(path: Path, name: str) -> Path:
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(free for candidate in names if not (free := path.with_name(candidate)).exists())
