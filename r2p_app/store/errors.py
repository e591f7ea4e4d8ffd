"""What the machine may do to the learner's data, as exceptions a person can act on. Faults of our own stay as they are.

`what` and `remedy` are whole English sentences without insertions, so that the window can translate them as they stand;
`where` is the file or folder concerned.
"""

# ruff: noqa: N818  (their names say what happened; all of them are `StoreError`s)

import errno
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import ClassVar


class StoreError(Exception):
    """The learner's data cannot be read or saved, for a reason outside the program."""

    what: ClassVar[str]
    remedy: ClassVar[str]

    def __init__(self, where: Path, detail: str = "") -> None:
        super().__init__(where, detail)
        self.where = where
        self.detail = detail

    def __str__(self) -> str:
        detail = f" [{self.detail}]" if self.detail else ""
        return f"{self.what} {self.remedy} ({self.where}){detail}"


class DiskFull(StoreError):
    """No room is left, or the user's quota is spent."""

    what = "The disk is full, so nothing more can be saved."
    remedy = "Free some space and try again. What was saved before is safe."


class ReadOnlyPlace(StoreError):
    """The file system or the folder does not allow writing."""

    what = "This folder is read-only, so nothing can be saved in it."
    remedy = "Allow writing to the folder, or set R2P_DATA to another folder and start again."


class NotPermitted(StoreError):
    """The user may not open or write the file."""

    what = "The program is not allowed to open this file or folder."
    remedy = "Check who owns it and its permissions, then try again."


class Locked(StoreError):
    """Another program has held the file for longer than we wait."""

    what = "Another program is using this file and does not release it."
    remedy = "Close the other program, or wait for its backup or virus scan to end, then try again."


class DeviceFault(StoreError):
    """Reading or writing failed for a reason we do not know."""

    what = "The disk reported an error while reading or writing."
    remedy = "Check that the drive is still connected and sound, then try again."


class FileMissing(StoreError):
    """The file or folder is not there."""

    what = "This file or folder is not there any more."
    remedy = "Check the name and that the drive is connected, then try again."


class DamagedDatabase(StoreError):
    """The database cannot be trusted. Opening the profile again sets it aside and restores a backup."""

    what = "The file with your answers is damaged."
    remedy = "Close the program and start it again: the newest sound backup will be restored."


class DamagedBackup(StoreError):
    """A backup that was chosen cannot be used."""

    what = "This backup is damaged or was made by a newer version. Nothing was changed."
    remedy = "Choose another backup."


class NewerDatabase(StoreError):
    """A newer program wrote this database; it was left untouched."""

    what = "This profile was last used with a newer version of the program. Nothing was changed."
    remedy = "Install the newer version, or choose another profile."


class ProfileMoved(StoreError):
    """The open database is no longer the one at its path."""

    what = "This profile was erased, moved or restored in another window."
    remedy = "Undo that in the other window, or open the profile again."


class BeingPutBack(StoreError):
    """Nothing can be done with profiles while a backup takes the place of one."""

    what = "A backup is being put back."
    remedy = "Wait until that is done, then try again."


class OutdatedSQLite(StoreError):
    """The SQLite library lacks STRICT tables (3.37, November 2021)."""

    what = "The SQLite library on this computer is too old."
    remedy = "Use a Python that comes with SQLite 3.37 or newer."


class InvalidName(StoreError):
    """A profile cannot have this name."""

    what = "A profile needs a name of 1 to 80 characters on one line."
    remedy = "Choose another name."


class NameTaken(StoreError):
    """Another profile has this name already."""

    what = "Another profile has this name already."
    remedy = "Choose another name."


class NotAProfileFile(StoreError):
    """The file was not made by exporting a profile."""

    what = "This file is not an exported profile."
    remedy = "Choose a file that ends in .r2pprofile and was made by this program."


class NewerExport(StoreError):
    """A newer program exported this profile."""

    what = "This profile was exported by a newer version of the program."
    remedy = "Install the newer version and import the file there."


class DamagedExport(StoreError):
    """The exported file is incomplete or was altered."""

    what = "This exported profile is damaged or incomplete. Nothing was imported."
    remedy = "Copy or download the file again, or export the profile once more."


class TooLarge(StoreError):
    """The exported file claims more than any profile can hold."""

    what = "This file is larger than any profile can be. Nothing was imported."
    remedy = "Choose a file that was made by exporting a profile."


_BY_SQLITE_CODE: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnlyPlace,
    sqlite3.SQLITE_CANTOPEN: NotPermitted,
    sqlite3.SQLITE_PERM: NotPermitted,
    sqlite3.SQLITE_BUSY: Locked,
    sqlite3.SQLITE_LOCKED: Locked,
    sqlite3.SQLITE_PROTOCOL: Locked,
    sqlite3.SQLITE_IOERR: DeviceFault,
    sqlite3.SQLITE_CORRUPT: DamagedDatabase,
    sqlite3.SQLITE_NOTADB: DamagedDatabase,
}

_BY_ERRNO: dict[int, type[StoreError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnlyPlace,
    errno.EACCES: NotPermitted,
    errno.EPERM: NotPermitted,
    errno.EBUSY: Locked,
    errno.ENOENT: FileMissing,
    errno.ENOTDIR: FileMissing,
}

_WINDOWS_IN_USE = (32, 33)  # ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; their errno says "permission"


def _sqlite_fault(error: sqlite3.Error, where: Path) -> StoreError | None:
    # The low byte is the primary code; an error raised by the Python module itself carries none.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind = _BY_SQLITE_CODE.get(code)
    return kind(where, str(error)) if kind else None


class environment_faults:  # noqa: N801  (in use it is a verb, like `contextlib.suppress`)
    """Turn the machine's faults inside the block into a `StoreError` about `where`; let faults of our own through."""

    # A class, since every statement runs inside one: a generator would cost a tenth of a commit.
    __slots__ = ("_where",)

    def __init__(self, where: Path) -> None:
        self._where = where

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, sqlite3.Error) and (fault := _sqlite_fault(error, self._where)) is not None:
            raise fault from error
        if isinstance(error, OSError):
            raise _os_fault(error)(self._where, str(error)) from error


def _os_fault(error: OSError) -> type[StoreError]:
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        return Locked
    return _BY_ERRNO.get(error.errno or 0, DeviceFault)
