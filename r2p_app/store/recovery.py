"""Backups put in the place of the database: the newest sound one where it is damaged, any other on a person's wish."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from r2p_app.store.backups import WISHED, Backup, Backups, DailyBackup, is_sound
from r2p_app.store.database import Database, open_database
from r2p_app.store.errors import DamagedBackup, DamagedDatabase, environment_faults
from r2p_app.store.files import exclusive, new_file, sync_folder
from r2p_app.store.migrations import LADDER, Step


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
        try:
            _require_present(path, backups)
            return open_database(path, backups, daily, today=today, ladder=ladder), None
        except DamagedDatabase as fault:
            recovery = _recover(path, backups, today, len(ladder), fault.detail)
            return open_database(path, backups, daily, today=today, ladder=ladder), recovery


def put_back(path: Path, backups: Backups, backup: Backup, *, today: date) -> Backup:
    """Put a backup in the place of the database, and return the copy made of what stood there before.

    No `Store` of this program may have the database open; another window finds that it was replaced. A program killed
    on the way leaves no database, or one of the two: without one, the next start takes the newest copy, just made.
    """
    with exclusive(path.parent):
        if not is_sound(backup.path, len(LADDER)):
            raise DamagedBackup(backup.path)
        text = backup.path.read_bytes()  # before copies are thinned out
        before = backups.make(path, today, WISHED)
        for part in _parts(path):
            part.unlink(missing_ok=True)
        with new_file(path) as partial:
            partial.write_bytes(text)
        return before


def _require_present(path: Path, backups: Backups) -> None:
    """No file is a new profile, unless there are backups of one."""
    if (not path.exists() or path.stat().st_size == 0) and backups.all():
        raise DamagedDatabase(path, "missing or empty")


def _recover(path: Path, backups: Backups, today: date, latest_version: int, detail: str) -> Recovery:
    set_aside = _set_aside(path, today)
    backup = backups.newest_sound(latest_version)
    if backup is not None:
        with new_file(path) as partial:
            partial.write_bytes(backup.path.read_bytes())
    return Recovery(set_aside, backup, detail)


def _set_aside(path: Path, today: date) -> Path | None:
    """Rename the database, and its log with it."""
    target = _free_name(path, f"{path.name}.damaged-{today.isoformat()}")
    with environment_faults(path):
        moved = path.exists()
        for part, kept in zip(_parts(path), _parts(target), strict=True):
            if part.exists():
                part.rename(kept)
        sync_folder(path.parent)
    return target if moved else None


def _parts(path: Path) -> list[Path]:
    """Return the files of a database: a log left behind would be read into the one that takes its place."""
    return [path.with_name(path.name + suffix) for suffix in ("", "-wal", "-shm")]


def _free_name(path: Path, name: str) -> Path:
    names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next(free for candidate in names if not (free := path.with_name(candidate)).exists())
