"""A teacher's own lessons in the profile's folder: a YAML file each, as `r2p check` takes it and others can get."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from r2p_app.content.files import MAX_BYTES
from r2p_app.content.library import Library
from r2p_app.content.problems import Level, Problem
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import own
from r2p_app.store.errors import StoreError, environment_faults
from r2p_app.store.files import is_reserved, write_bytes

_SUFFIX = ".yaml"
_TRASH = ".trash"
_PLAIN = re.compile(r"\w[\w .()+-]{0,120}\.yaml")
_NOT_PLAIN = re.compile(r"[^\w .()+-]")


@dataclass(frozen=True)
class LessonFile:
    """One file of the folder and what it holds. A file that cannot be used has no lesson, and says why."""

    path: Path
    lesson: Lesson | None
    problems: tuple[Problem, ...] = ()


class LessonFiles:
    """The folder of a teacher's own lessons. Only its files are known: they may be copied in and out by hand.

    `after_write` is told when a lesson was saved, for the daily backup.
    """

    def __init__(self, folder: Path, after_write: Callable[[], None] = lambda: None) -> None:
        self.folder = folder
        self._after_write = after_write

    def all(self, library: Library) -> tuple[LessonFile, ...]:
        """Return every file of the folder, in the order of the names; the first sound lesson of each counts."""
        return tuple(self._read(path, library) for path in self._paths())

    def save(self, lesson: Lesson) -> Path:
        """Write a lesson as a whole under its id and return the file."""
        target = self.folder / f"{lesson.id}{_SUFFIX}"
        with environment_faults(target):
            self.folder.mkdir(parents=True, exist_ok=True)
        write_bytes(target, own.write(lesson))
        self._after_write()
        return target

    def copy(self, lesson: Lesson, target: Path) -> None:
        """Write a lesson to a file elsewhere, for another teacher."""
        write_bytes(target, own.write(lesson, path=target.name))

    def drop(self, path: Path) -> Path:
        """Put a file aside and return where it is, for `restore`."""
        trash = self.folder / _TRASH
        with environment_faults(path):
            trash.mkdir(parents=True, exist_ok=True)
            return Path(shutil.move(path, trash / path.name))

    def restore(self, trash: Path) -> Path:
        """Bring back what `drop` put aside."""
        with environment_faults(trash):
            return Path(shutil.move(trash, self.folder / trash.name))

    def contents(self) -> dict[str, bytes]:
        """Return the files by name, for the profile's file; a name that some system would refuse is made plain.

        What is too large to be a lesson is left out, as it is when lessons are read.
        """
        found: dict[str, bytes] = {}
        for path in self._paths():
            with environment_faults(path):
                text = path.read_bytes()
            if len(text) <= MAX_BYTES:
                found[_plain_name(path.stem, found)] = text
        return found

    def take_in(self, contents: Mapping[str, bytes]) -> None:
        """Write files from elsewhere; raise `ValueError` for a name that is not a plain one, before any is written."""
        for name in contents:
            if not is_plain(name):
                raise ValueError(f"{name!r} is not the name of a lesson's file")
        if contents:
            with environment_faults(self.folder):
                self.folder.mkdir(parents=True, exist_ok=True)
        for name, text in contents.items():
            write_bytes(self.folder / name, text)

    def _paths(self) -> Iterator[Path]:
        with environment_faults(self.folder):
            if not self.folder.is_dir():
                return
            yield from sorted(path for path in self.folder.iterdir() if path.suffix == _SUFFIX and path.is_file())

    def _read(self, path: Path, library: Library) -> LessonFile:
        """One file that the machine does not give out hides no other."""
        try:
            with environment_faults(path), path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
        except StoreError as fault:
            return LessonFile(path, None, (Problem(path.name, 0, 0, Level.ERROR, fault.what, fault.remedy),))
        found = own.read(path.name, data, library)
        return LessonFile(path, next(iter(found.lessons), None), found.problems)


def is_plain(name: str) -> bool:
    """Tell whether every system takes this as a file's name, and none as a path or a device."""
    return _PLAIN.fullmatch(name) is not None and not is_reserved(name.split(".", maxsplit=1)[0])


def _plain_name(stem: str, taken: Mapping[str, bytes]) -> str:
    plain = f"l{stem}" if is_reserved(stem) or not stem[:1].isalnum() else stem
    plain = _NOT_PLAIN.sub("-", plain)[:100]
    names = (f"{plain}{_SUFFIX}", *(f"{plain}-{number}{_SUFFIX}" for number in range(2, 10_000)))
    return next(name for name in names if name not in taken)
