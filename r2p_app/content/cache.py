"""A place for what can be made again: bytes by key, in one SQLite file.

Nothing here is ever worth an error. A damaged, foreign, locked or unwritable file is the same as an empty one; what is
damaged is deleted and written anew. Several processes may use the file at once.
"""

import contextlib
import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import msgspec

from r2p_app import __version__

FILE_NAME = "content.sqlite"
MAX_BYTES = 128_000_000
"""A file grown beyond this by many edits is begun anew."""

_CREATE = "CREATE TABLE IF NOT EXISTS blob (key BLOB PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID"
_SUM = 4


class Cache:
    """Bytes by key. Without a folder it forgets everything."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / FILE_NAME

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under `key`, if it is there and whole."""
        return self.get_all([key]).get(key)

    def get_all(self, keys: list[bytes]) -> dict[bytes, bytes]:
        """Return what is there of `keys`."""
        if self._path is None or not self._path.exists():
            return {}
        found: dict[bytes, bytes] = {}
        with contextlib.suppress(sqlite3.Error, OSError), _open(self._path) as connection:
            for key in keys:
                row = connection.execute("SELECT data FROM blob WHERE key = ?", (key,)).fetchone()
                if row is not None and (data := _whole(row[0])) is not None:
                    found[key] = data
        return found

    def put(self, blobs: Mapping[bytes, bytes]) -> None:
        """Keep blobs, in one transaction, if that is possible."""
        if self._path is None:
            return
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.exists() and self._path.stat().st_size > MAX_BYTES:
                self._discard()
            if not _write(self._path, blobs):
                self._discard()
                _write(self._path, blobs)

    def _discard(self) -> None:
        assert self._path is not None
        for suffix in ("", "-journal"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def _write(path: Path, blobs: Mapping[bytes, bytes]) -> bool:
    """Return False for a file that is no cache of ours, True if it is one, written or not."""
    try:
        with _open(path) as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_CREATE)
            rows = [(key, zlib.crc32(data).to_bytes(_SUM, "big") + data) for key, data in blobs.items()]
            connection.executemany("INSERT OR REPLACE INTO blob VALUES (?, ?)", rows)
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode not in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_IOERR)
    except sqlite3.Error:
        return False
    return True


@contextlib.contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, timeout=1.0, isolation_level=None)
    try:
        # Nothing is lost with the power but what can be made again; sums find what was half written.
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
    finally:
        connection.close()


def _whole(stored: object) -> bytes | None:
    if not isinstance(stored, bytes) or len(stored) < _SUM:
        return None
    data = stored[_SUM:]
    return data if zlib.crc32(data) == int.from_bytes(stored[:_SUM], "big") else None


def digest(*parts: bytes) -> bytes:
    """Return a key made from parts; where one part ends and the next begins makes a difference."""
    made = hashlib.blake2b(digest_size=20)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


@cache
def program() -> bytes:
    """Return what tells this program's way of reading content from any other: a change in it makes all keys new.

    A frozen program has no source files; it has a version.
    """
    sources: list[str] = []
    with contextlib.suppress(OSError):
        sources = sorted(str(stamp) for stamp in _sources(str(Path(__file__).parent)))
    return digest(__version__.encode(), msgspec.__version__.encode(), "\n".join(sources).encode())


def _sources(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _sources(entry.path)
            elif entry.name.endswith(".py"):
                info = entry.stat()
                yield entry.path, info.st_size, info.st_mtime_ns
