"""A teacher's own lessons as the page works with them: what the disk refuses is told, not raised."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from r2p_app.content.files import MAX_BYTES
from r2p_app.content.problems import Problem
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import own, plan
from r2p_app.store.errors import StoreError, environment_faults
from r2p_app.store.lesson_files import LessonFile, LessonFiles
from r2p_app.ui.export.saving import fault_words
from r2p_app.ui.state import AppState

T = TypeVar("T")

_PAUSE = 400
"""Milliseconds without a key after which what was typed is written to the disk."""


class OwnLessons(QObject):
    """The files of the open profile.

    Signals:
        failed: Something could not be read or written; why, and what to do.
    """

    failed = Signal(str)

    def __init__(self, state: AppState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._unsaved: Lesson | None = None
        self._trash: Path | None = None
        self._saving = QTimer(self, singleShot=True, interval=_PAUSE)
        self._saving.timeout.connect(self.save)

    @property
    def folder(self) -> Path:
        """Where the files are, for those who repair one by hand."""
        return self._files.folder

    def all(self) -> tuple[LessonFile, ...]:
        """Return every file, with what is wrong with it."""
        return self._tried(lambda: self._files.all(self._state.library)) or ()

    def find(self, name: str) -> Lesson | None:
        """Return a lesson by its id."""
        return next((file.lesson for file in self.all() if file.lesson and file.lesson.id == name), None)

    def keep(self, lesson: Lesson) -> None:
        """Save a lesson that is being changed, as soon as the keys rest."""
        self._unsaved = lesson
        self._saving.start()

    @Slot()
    def save(self) -> None:
        """Write what was changed since the last time; what the disk refuses is tried again with the next change."""
        self._saving.stop()
        lesson, self._unsaved = self._unsaved, None
        if lesson is not None and self._tried(lambda: self._files.save(lesson)) is None:
            self._unsaved = lesson

    def adapt(self, lesson: Lesson, title: str) -> Lesson | None:
        """Make a copy under a title and an id of its own; None where it could not be saved."""
        return self._saved(plan.adapted(lesson, title=title, taken=self._taken()))

    def bring_in(self, path: Path) -> tuple[Problem, ...]:
        """Take over the lessons of a file under ids of their own; return what is wrong with one that is none."""
        data = self._tried(lambda: _read(path))
        if data is None:
            return ()
        found = own.read(path.name, data, self._state.library)
        if not own.is_sound(found):
            return found.problems
        for lesson in found.lessons:
            self.adapt(lesson, lesson.title)
        return ()

    def rescue(self, file: LessonFile) -> Lesson | None:
        """Make a lesson of what can be read in a damaged file; None where that is nothing. The file stays."""
        from r2p_app.lessons.salvage import salvage  # only for a damaged file

        data = self._tried(lambda: _read(file.path))
        name = plan.own_id(file.path.stem.removeprefix("l-own-"), self._taken())
        found = salvage(file.path.stem, data, self._state.library, name) if data is not None else None
        return self._saved(found) if found is not None else None

    def copy_to(self, lesson: Lesson, target: Path) -> None:
        """Write a lesson to a file elsewhere."""
        self._tried(lambda: self._files.copy(lesson, target))

    def path_of(self, lesson: Lesson) -> Path:
        """Return the file that holds a lesson of one's own."""
        return next(file.path for file in self.all() if file.lesson is not None and file.lesson.id == lesson.id)

    def put_away(self, path: Path) -> bool:
        """Put a file aside, for `bring_back`; tell whether that was done."""
        self._trash = self._tried(lambda: self._files.drop(path))
        return self._trash is not None

    def bring_back(self) -> None:
        """Bring back what was put away last."""
        trash, self._trash = self._trash, None
        if trash is not None:
            self._tried(lambda: self._files.restore(trash))

    @property
    def _files(self) -> LessonFiles:
        return self._state.store.lessons

    def _taken(self) -> set[str]:
        files = self.all()
        own_ids = {file.lesson.id for file in files if file.lesson is not None}
        return {lesson.id for lesson in self._state.library.all(Lesson)} | own_ids | {file.path.stem for file in files}

    def _saved(self, lesson: Lesson) -> Lesson | None:
        return lesson if self._tried(lambda: self._files.save(lesson)) is not None else None

    def _tried(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except StoreError as error:
            self.failed.emit(" ".join(fault_words(error)))
            return None


def _read(path: Path) -> bytes:
    with environment_faults(path), path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
