"""The profiles on this computer: a folder each, with a card that holds the name, so that a list opens no database.

Any number of windows may have a profile open. Creating, renaming and erasing hold the lock of the common folder.
"""

import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec

from r2p_app.clock import Clock, utc_now
from r2p_app.store.database import DATABASE
from r2p_app.store.errors import FileMissing, InvalidName, NameTaken, environment_faults
from r2p_app.store.files import exclusive, is_reserved, sync_folder, write_bytes

DEFAULT_NAME = "Learner"
_CARD = "profile.json"
_TRASH = ".trash"
_STAGING = ".new-"
_LONGEST_NAME = 80
_LONGEST_FOLDER = 40  # characters: at most 160 bytes, and the names of backups below it stay under Windows' limit
_JOINERS = "\u200c\u200d"  # invisible, but part of how names are spelt in Persian, Hindi and others


class _Card(msgspec.Struct, frozen=True):
    name: str
    created_at: Annotated[datetime, msgspec.Meta(tz=True)]


@dataclass(frozen=True)
class Profile:
    """One learner on this computer. `directory` is for `Store.open`; its name says nothing and never changes."""

    name: str
    directory: Path
    created_at: datetime

    @property
    def database(self) -> Path:
        """The file with everything the learner did."""
        return self.directory / DATABASE


@dataclass(frozen=True)
class Erased:
    """An erased profile, which `Profiles.restore` brings back until the next `purge`."""

    profile: Profile
    trash: Path


class Profiles:
    """The profiles in one folder (`paths.data_dir() / "profiles"`)."""

    def __init__(self, root: Path, *, now: Clock = utc_now) -> None:
        self.root = root
        self._now = now

    def all(self) -> tuple[Profile, ...]:
        """Return the profiles, by name."""
        with environment_faults(self.root):
            folders = tuple(self.root.iterdir()) if self.root.is_dir() else ()
            profiles = [_read(folder) for folder in folders if _is_profile(folder)]
        return tuple(sorted(profiles, key=lambda profile: (_key(profile.name), profile.directory)))

    def find(self, name: str) -> Profile | None:
        """Return the profile of this name; capital letters and the way accents are typed do not count."""
        return next((profile for profile in self.all() if _key(profile.name) == _key(name)), None)

    def default(self) -> Profile:
        """Return the profile to open when none was asked for, making it on the first start."""
        with exclusive(self.root):
            existing = self.find(DEFAULT_NAME) or next(iter(self.all()), None)
            return existing or self._create(DEFAULT_NAME)

    def create(self, name: str) -> Profile:
        """Make a profile; raise `InvalidName` or `NameTaken`."""
        with exclusive(self.root):
            return self._create(self._free(name))

    def rename(self, profile: Profile, name: str) -> Profile:
        """Change the name; windows that have the profile open go on undisturbed."""
        with exclusive(self.root):
            renamed = Profile(self._free(name, besides=profile), profile.directory, profile.created_at)
            if not _is_profile(profile.directory):
                raise FileMissing(profile.directory)
            _write_card(renamed)
            return renamed

    def erase(self, profile: Profile) -> Erased:
        """Move the profile to the trash. Close its `Store` first: Windows does not move open files."""
        with exclusive(self.root), environment_faults(profile.directory):
            trash = self.root / _TRASH
            trash.mkdir(exist_ok=True)
            place = trash / _free_folder(trash, profile.directory.name)
            profile.directory.rename(place)
            sync_folder(self.root)
            return Erased(profile, place)

    def restore(self, erased: Erased) -> Profile:
        """Bring a profile back from the trash, under another name if its own was taken since; raise `FileMissing`."""
        with exclusive(self.root):
            profile = erased.profile
            return self._adopt(erased.trash, profile.name, profile.created_at, folder=profile.directory.name)

    def purge(self) -> None:
        """Delete the trash for good, and what a killed program left half-made. Call it when the program starts.

        What another program still holds open stays until the next time.
        """
        with exclusive(self.root):
            for leftover in (self.root / _TRASH, *self.root.glob(f"{_STAGING}*")):
                shutil.rmtree(leftover, ignore_errors=True)

    @contextmanager
    def staging(self) -> Iterator["Staging"]:
        """Yield a folder in which to prepare a profile; it disappears unless it was adopted."""
        with exclusive(self.root), self._prepared() as folder:
            yield Staging(self, folder)

    def _create(self, name: str) -> Profile:
        with self._prepared() as folder:
            return self._adopt(folder, name, self._now())

    @contextmanager
    def _prepared(self) -> Iterator[Path]:
        with environment_faults(self.root):
            folder = Path(tempfile.mkdtemp(prefix=_STAGING, dir=self.root))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)  # gone already if it was adopted

    def _adopt(self, prepared: Path, name: str, created_at: datetime, *, folder: str = "") -> Profile:
        """Make a prepared folder a profile: it appears in the list with its card, or not at all."""
        directory = self.root / _free_folder(self.root, folder or name)
        profile = Profile(self._similar_free_name(name), directory, created_at)
        _write_card(Profile(profile.name, prepared, created_at))
        with environment_faults(directory):
            prepared.rename(directory)
            sync_folder(self.root)
        return profile

    def _free(self, name: str, besides: Profile | None = None) -> str:
        cleaned = _clean(name)
        if len(cleaned) > _LONGEST_NAME or not cleaned.strip(_JOINERS):
            raise InvalidName(self.root, repr(name))
        holder = self.find(cleaned)
        if holder is not None and (besides is None or holder.directory != besides.directory):
            raise NameTaken(holder.directory, cleaned)
        return cleaned

    def _similar_free_name(self, name: str) -> str:
        cleaned = _clean(name)[:_LONGEST_NAME].strip() or DEFAULT_NAME
        names = (cleaned, *(f"{cleaned[: _LONGEST_NAME - 6]} ({number})" for number in range(2, 1000)))
        return next(candidate for candidate in names if self.find(candidate) is None)


@dataclass(frozen=True)
class Staging:
    """A profile in preparation."""

    profiles: Profiles
    directory: Path

    def adopt(self, name: str, created_at: datetime) -> Profile:
        """Make the folder a profile, under this name or a similar one that is free."""
        return self.profiles._adopt(self.directory, name, created_at)


def folder_name(name: str) -> str:
    """Return a folder name that every platform takes: letters and digits of any script, lower case, hyphens.

    Reserved device names of Windows get a tail; no name is a path, hidden, or longer than 40 characters.
    """
    kept = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else "-" for c in _key(name))
    words = "-".join(part for part in kept.split("-") if part)[:_LONGEST_FOLDER].strip("-")
    return f"{words or 'profile'}{'-profile' if is_reserved(words) else ''}"


def _free_folder(parent: Path, name: str) -> str:
    stem = folder_name(name)
    taken = {_key(entry.name) for entry in parent.iterdir()}
    return next(free for n in range(1, 10_000) if _key(free := stem if n == 1 else f"{stem}-{n}") not in taken)


def _key(name: str) -> str:
    """Return the form in which names are compared."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _clean(name: str) -> str:
    """Return the name on one line, without what cannot be seen or written to a file."""
    kept = (c for c in unicodedata.normalize("NFC", name) if c.isspace() or c in _JOINERS or _is_visible(c))
    return " ".join("".join(kept).split())


def _is_visible(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")


def _is_profile(folder: Path) -> bool:
    return not folder.name.startswith(".") and ((folder / _CARD).is_file() or (folder / DATABASE).is_file())


def _read(folder: Path) -> Profile:
    """Read the card; a lost or damaged one costs the name, not the profile."""
    try:
        card = msgspec.json.decode((folder / _CARD).read_bytes(), type=_Card)
    except (FileNotFoundError, msgspec.MsgspecError):
        card = _Card("", datetime.fromtimestamp(folder.stat().st_mtime, UTC))
    return Profile(_clean(card.name) or folder.name, folder, card.created_at)


def _write_card(profile: Profile) -> None:
    write_bytes(profile.directory / _CARD, msgspec.json.encode(_Card(profile.name, profile.created_at)))
