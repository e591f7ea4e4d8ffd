"""A teacher's own lessons in the profile's folder: a YAML file each, as `r2p check` takes it and others can be given."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from r2p_app.content.files import MAX_BYTES
from r2p_app.content.library import Library
from r2p_app.content.problems import Problem
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import own
from r2p_app.store.errors import environment_faults
from r2p_app.store.files import write_bytes

FOLDER = "lessons"
_SUFFIX = ".yaml"
_TRASH = ".trash"


@dataclass(frozen=True)
class LessonFile:
    """One file of the folder and what it holds. A file that cannot be used has no lesson, and says why."""

    path: Path
    lesson: Lesson | None
    problems: tuple[Problem, ...] = ()


class LessonFiles:
    """The folder of a teacher's own lessons. Only its files are known: they may be copied in and out by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self, library: Library) -> tuple[LessonFile, ...]:
        """Return every file of the folder, in the order of the names; the first sound lesson of each counts."""
        return tuple(self._read(path, library) for path in self._paths())

    def save(self, lesson: Lesson) -> Path:
        """Write a lesson as a whole under its id and return the file."""
        target = self.folder / f"{lesson.id}{_SUFFIX}"
        with environment_faults(target):
            self.folder.mkdir(parents=True, exist_ok=True)
        write_bytes(target, own.write(lesson))
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

    def _paths(self) -> Iterator[Path]:
        with environment_faults(self.folder):
            if not self.folder.is_dir():
                return
            yield from sorted(path for path in self.folder.iterdir() if path.suffix == _SUFFIX and path.is_file())

    def _read(self, path: Path, library: Library) -> LessonFile:
        with environment_faults(path), path.open("rb") as file:
            found = own.read(path.name, file.read(MAX_BYTES + 1), library)
        return LessonFile(path, next(iter(found.lessons), None), found.problems)
