"""Files of a person's own beside the database, and how a backup, itself a database, encloses them.

Not among them: the profile's card (a name belongs to the list of profiles), files set aside, and the room of a live
quiz that is going on.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from r2p_app.content.files import MAX_BYTES
from r2p_app.paths import WINDOW_FILE
from r2p_app.store.errors import environment_faults
from r2p_app.store.files import sync_folder, write_bytes

LESSONS = "lessons"
"""The folder of a teacher's own lessons."""

OWN = (WINDOW_FILE, f"{LESSONS}/*.yaml")
"""How the window looks, and a teacher's own lessons; what is larger than any lesson is left where it is."""

Files = Mapping[str, bytes]
"""By name, relative to the profile's folder, with slashes."""

_TABLE = "enclosed_file"


def read(directory: Path) -> dict[str, bytes]:
    """Return the files that are there now."""
    with environment_faults(directory):
        return {path.relative_to(directory).as_posix(): path.read_bytes() for path in _paths(directory)}


def replace(directory: Path, files: Files) -> None:
    """Have these files there and no others of their kind. May be done again where it was broken off."""
    before = read(directory)
    for name in before.keys() - files.keys():
        _remove(directory / name)
    for name, content in files.items():
        if before.get(name) != content:
            _write(directory, name, content)


def complete(directory: Path, files: Files) -> None:
    """Add those that are missing."""
    for name in files.keys() - read(directory).keys():
        _write(directory, name, files[name])


def enclose(connection: sqlite3.Connection, files: Files) -> None:
    """Put the files into a copy of the database."""
    connection.execute(f"DROP TABLE IF EXISTS {_TABLE}")
    connection.execute(f"CREATE TABLE {_TABLE} (name TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL) STRICT")
    connection.executemany(f"INSERT INTO {_TABLE} VALUES (?, ?)", files.items())


def enclosed(connection: sqlite3.Connection) -> dict[str, bytes] | None:
    """Return the files in a copy; None where it has no place for any, as copies made before files were enclosed."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (_TABLE,)).fetchone():
        return None
    return dict(connection.execute(f"SELECT name, content FROM {_TABLE}"))


def take_out(connection: sqlite3.Connection) -> None:
    """Make a copy a database like any other."""
    connection.execute(f"DROP TABLE IF EXISTS {_TABLE}")


def _paths(directory: Path) -> Iterator[Path]:
    for pattern in OWN:
        yield from (path for path in directory.glob(pattern) if path.is_file() and path.stat().st_size <= MAX_BYTES)


def _write(directory: Path, name: str, content: bytes) -> None:
    if not any(Path(name).parent == Path(pattern).parent for pattern in OWN):
        raise ValueError(f"{name!r} leads out of the profile")
    target = directory / name
    with environment_faults(target):
        target.parent.mkdir(exist_ok=True)
    write_bytes(target, content)


def _remove(path: Path) -> None:
    with environment_faults(path):
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
