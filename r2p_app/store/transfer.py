"""A profile as one file: a zip of the database, a teacher's own lessons and a manifest, to carry elsewhere or to keep.

An imported file is hostile until shown to be ours: nothing in it names a path, sizes are bounded before anything is
unpacked, and the database must have exactly our schema and records that can all be read.
"""

import hashlib
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Annotated

import msgspec

from r2p_app import __version__
from r2p_app.clock import Clock, utc_now
from r2p_app.store.belongings import LESSONS
from r2p_app.store.connection import connect, copy_database, is_ours, require_sound, version_of
from r2p_app.store.database import DATABASE
from r2p_app.store.errors import (
    DamagedDatabase,
    DamagedExport,
    NewerExport,
    NotAProfileFile,
    TooLarge,
    environment_faults,
)
from r2p_app.store.files import new_file, sync_file
from r2p_app.store.migrations import LADDER, schema_at, schema_of
from r2p_app.store.open_profile import Store
from r2p_app.store.profiles import Profile, Profiles

if TYPE_CHECKING:
    from r2p_app.store.lesson_files import LessonFiles

SUFFIX = ".r2pprofile"
_FORMAT = 2
_MANIFEST = "manifest.json"
_LESSONS = "lessons.json"
_LARGEST = {_MANIFEST: 2**16, DATABASE: 2**29, _LESSONS: 2**26}
"""What an archive may hold, and the largest size of each; archives of format 1 have no lessons."""
_CHUNK = 2**20

_UNREADABLE = (ValueError, OverflowError, RecursionError)  # ValueError is also what msgspec raises
_ZIP_FAULTS = (*_UNREADABLE, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error)

Progress = Callable[[float], None]
"""Told the share done, from 0 to 1. Raising in it cancels: nothing is left behind."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an exported file says of itself. `sha256` and `size` are the database's, `lessons` is the lessons' SHA-256.

    The lessons are their files by name, in base 64: some may not even be text.
    """

    format: int
    program_version: str
    schema_version: int
    exported_at: datetime
    name: str
    created_at: Annotated[datetime, msgspec.Meta(tz=True)]
    size: int
    sha256: str
    lessons: str = ""


class _AnyFormat(msgspec.Struct, frozen=True):
    """The part of a manifest that every format has."""

    format: int


def ignore(_share: float) -> None:
    """Take no notice of progress."""


def export_profile(profile: Profile, target: Path, *, now: Clock = utc_now, progress: Progress = ignore) -> None:
    """Write the profile to `target`, whole or not at all. It may be open, in this window and others."""
    with environment_faults(target), TemporaryDirectory(prefix="r2p-") as temporary:
        database = Path(temporary) / DATABASE
        copy_database(profile.database, database)
        lessons = msgspec.json.encode(_lesson_files(profile.directory).contents())
        with new_file(target) as partial, zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
            manifest = _manifest(profile, database, now(), lessons)
            archive.writestr(_entry(_MANIFEST), msgspec.json.encode(manifest))
            archive.writestr(_entry(_LESSONS), lessons)
            with database.open("rb") as source, archive.open(_entry(DATABASE), "w") as packed:
                _copy(source, packed, database.stat().st_size, progress)


def import_profile(source: Path, profiles: Profiles, *, progress: Progress = ignore) -> Profile:
    """Make a new profile of an exported file, under its name or a similar one; raise `StoreError` and change nothing.

    Refused are: `NotAProfileFile`, `NewerExport`, `DamagedExport`, `TooLarge`.
    """
    with _opened(source) as archive:
        manifest = _read_manifest(archive, source)
        with profiles.staging() as staging:
            database = staging.directory / DATABASE
            with environment_faults(database), database.open("wb") as unpacked:
                digest = _unpack(archive, manifest, unpacked, progress)
            if digest != manifest.sha256:
                raise DamagedExport(source, "the checksum differs")
            _examine(database, source)
            sync_file(database)
            _lesson_files(staging.directory).take_in(_read_lessons(archive, manifest, source))
            return staging.adopt(manifest.name, manifest.created_at)


def _lesson_files(directory: Path) -> "LessonFiles":
    """Return a teacher's lessons; what reads them is large, and Settings needs this module for a name alone."""
    from r2p_app.store.lesson_files import LessonFiles

    return LessonFiles(directory / LESSONS)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry without a date: zip cannot write one before 1980, and a clock may say so."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _manifest(profile: Profile, database: Path, at: datetime, lessons: bytes) -> Manifest:
    with closing(connect(database)) as connection:
        version = version_of(connection)
    with database.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Manifest(
        format=_FORMAT,
        program_version=__version__,
        schema_version=version,
        exported_at=at,
        name=profile.name,
        created_at=profile.created_at,
        size=database.stat().st_size,
        sha256=digest,
        lessons=hashlib.sha256(lessons).hexdigest(),
    )


def _copy(source: IO[bytes], target: IO[bytes], size: int, progress: Progress) -> str:
    """Copy up to `size` bytes and return their SHA-256; what follows is left alone."""
    digest, done = hashlib.sha256(), 0
    while done < size and (chunk := source.read(min(_CHUNK, size - done))):
        target.write(chunk)
        digest.update(chunk)
        done += len(chunk)
        progress(done / size)
    return digest.hexdigest()


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    """Open the archive; whatever `zipfile` makes of a mangled one is reported as damage."""
    with environment_faults(source), source.open("rb") as file:
        _require_few_entries(file, source)
        try:
            with zipfile.ZipFile(file) as archive:
                yield archive
        except _ZIP_FAULTS as error:
            raise DamagedExport(source, str(error)) from error


def _require_few_entries(file: IO[bytes], source: Path) -> None:
    """Look at the end of the file before `zipfile` does: it would read a table of millions of entries to memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 22))
    tail = file.read(22)
    if len(tail) < 22 or not tail.startswith(b"PK\5\6"):
        raise NotAProfileFile(source)
    entries, table_size, table_at = struct.unpack_from("<HLL", tail, 10)
    if entries not in (2, 3) or table_size > 1024 or table_at + table_size + len(tail) != size:
        raise NotAProfileFile(source, "it holds other files")


def _read_manifest(archive: zipfile.ZipFile, source: Path) -> Manifest:
    """Check what the archive holds, by name and size, and what it says of itself."""
    entries = {entry.filename: entry for entry in archive.infolist()}
    if set(entries) | {_LESSONS} != set(_LARGEST) or not all(map(_is_plain, entries.values())):
        raise NotAProfileFile(source)
    if any(entry.file_size > _LARGEST[name] for name, entry in entries.items()):
        raise TooLarge(source)
    text = archive.read(_MANIFEST)
    found = msgspec.json.decode(text, type=_AnyFormat).format
    if found > _FORMAT:
        raise NewerExport(source, f"format {found}; this program knows {_FORMAT}")
    manifest = msgspec.json.decode(text, type=Manifest)
    if manifest.size != entries[DATABASE].file_size:
        raise DamagedExport(source, "the size differs")
    return manifest


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Neither encrypted nor packed by a method that we never use."""
    return not entry.flag_bits & 1 and entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def _unpack(archive: zipfile.ZipFile, manifest: Manifest, target: IO[bytes], progress: Progress) -> str:
    with archive.open(DATABASE) as packed:
        return _copy(packed, target, manifest.size, progress)


def _read_lessons(archive: zipfile.ZipFile, manifest: Manifest, source: Path) -> dict[str, bytes]:
    """Return a teacher's own lessons; archives of format 1 have none."""
    text = archive.read(_LESSONS) if _LESSONS in archive.namelist() else b""
    if (hashlib.sha256(text).hexdigest() if text else "") != manifest.lessons:
        raise DamagedExport(source, "the checksum of the lessons differs")
    return msgspec.json.decode(text, type=dict[str, bytes]) if text else {}


def _examine(database: Path, source: Path) -> None:
    """Require our schema before anything else is asked of the file (a trigger would run), then sound records."""
    try:
        with environment_faults(source), closing(connect(database)) as connection:
            version = version_of(connection)
            if not is_ours(connection) or version < 1:
                raise NotAProfileFile(source, "its database is not of this program")
            if version > len(LADDER):
                raise NewerExport(source, f"version {version}; this program knows {len(LADDER)}")
            if schema_of(connection) != schema_at(version):
                raise DamagedExport(source, "its tables are not ours")
            require_sound(connection, source, thorough=True)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise DamagedExport(source, "it refers to missing records")
        with Store.open(database.parent) as store:
            _read_everything(store)
    except (DamagedDatabase, sqlite3.Error, *_UNREADABLE) as error:
        raise DamagedExport(source, str(error)) from error


def _read_everything(store: Store) -> None:
    """Meet whatever cannot be read now, rather than in the middle of a quiz."""
    for run in store.attempts.runs():
        store.attempts.attempts(run.id)
        store.attempts.undone(run.id)
    store.reviews.rebuild()
    store.reading.all_progress()
    store.reading.last_place()
    store.annotations.all()
    store.judgements.all()
    store.exercises.all()
    store.reports.all()
    store.statistics.tallies()
