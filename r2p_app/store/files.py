"""Files that are either whole or not there, and one lock between programs."""

import os
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from r2p_app.store.errors import environment_faults

PARTIAL = ".partial"
_LOCK_SECONDS = 20
_DAY = 24 * 3600
_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")))


def is_reserved(name: str) -> bool:
    """Tell whether Windows takes a file of this name, whatever its suffix, for a device."""
    return name.casefold() in _RESERVED


def sync_file(path: Path) -> None:
    """Have the system write the file's bytes to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the system write the folder's entries to the disk, where that exists (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Yield a path beside `target` to write to; on success it takes the name of `target`, on failure it is removed."""
    partial = target.with_name(f".{uuid.uuid4().hex}{PARTIAL}")
    with environment_faults(target):
        try:
            yield partial
            sync_file(partial)
            partial.replace(target)
            sync_folder(target.parent)
        finally:
            partial.unlink(missing_ok=True)


def remove_abandoned(folder: Path) -> None:
    """Remove what programs that were killed left half written there, a day or more ago: nobody is writing it still."""
    yesterday = time.time() - _DAY
    with environment_faults(folder):
        for path in folder.glob(f".*{PARTIAL}"):
            if path.stat().st_mtime < yesterday:
                path.unlink(missing_ok=True)


def write_bytes(target: Path, data: bytes) -> None:
    """Replace the content of `target` as a whole."""
    with new_file(target) as partial:
        partial.write_bytes(data)


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, against other threads and other programs; the system frees it when a program dies.

    SQLite's own file locks are used, because they work alike on every platform.
    """
    with environment_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / ".lock", timeout=_LOCK_SECONDS, isolation_level=None)
    with closing(lock):
        with environment_faults(folder):
            lock.execute("BEGIN EXCLUSIVE")
        yield
