"""A backup put in the place of what is there, on a person's wish: wholly or not at all, wherever the program dies.

The backup is first copied beside the database. As soon as that copy has its name, `DECISION`, it is decided: what was
not done then is done by `finish`, by this program or by the next one that opens the profile.
"""

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from r2p_app.store import belongings
from r2p_app.store.backups import WISHED, Backup, Backups, is_sound
from r2p_app.store.connection import connect, database_files, written
from r2p_app.store.errors import DamagedBackup, environment_faults
from r2p_app.store.files import exclusive, sync_file, sync_folder
from r2p_app.store.migrations import LADDER

DECISION = ".put-back.sqlite3"
_INCOMING = ".put-back.partial"


def no_second_thoughts() -> None:
    """Let it be done."""


def put_back(
    path: Path, backups: Backups, backup: Backup, *, today: date, reconsider: Callable[[], None] = no_second_thoughts
) -> Backup:
    """Put a backup in the place of the database and the files beside it; return the copy made of what was there.

    No `Store` of this program may have the database open; another window finds that it was replaced. `reconsider` may
    raise until it is decided: then nothing is changed.
    """
    with exclusive(path.parent):
        finish(path)
        if not is_sound(backup.path, len(LADDER)):
            raise DamagedBackup(backup.path)
        reconsider()
        incoming = path.with_name(_INCOMING)
        with environment_faults(path):
            shutil.copyfile(backup.path, incoming)  # before copies are thinned out
            sync_file(incoming)
        before = backups.make(path, today, WISHED)
        reconsider()
        with environment_faults(path):
            incoming.replace(path.with_name(DECISION))
            sync_folder(path.parent)
        finish(path)
        return before


def finish(path: Path) -> None:
    """Do what was decided, if it was not done; hold the folder's lock meanwhile. May be broken off and done again."""
    decision = path.with_name(DECISION)
    with environment_faults(path):
        path.with_name(_INCOMING).unlink(missing_ok=True)
        if not decision.exists():
            return
        with closing(connect(decision)) as copy:
            files = belongings.enclosed(copy)
            if files is not None:  # else they are there already, or the backup is of a time before it enclosed any
                belongings.replace(path.parent, files)
                with written(copy):
                    belongings.take_out(copy)
        for part in database_files(path):
            part.unlink(missing_ok=True)
        decision.replace(path)
        sync_folder(path.parent)
