"""One open profile: everything a window saves and asks for, behind one object."""

from contextlib import AbstractContextManager
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import TYPE_CHECKING, Self

from r2p_app.clock import Clock, utc_now
from r2p_app.learning.days import Days, LocalOffset
from r2p_app.store.annotations import Annotations
from r2p_app.store.attempts import Attempts, system_offset
from r2p_app.store.backups import Backups, DailyBackup, Later, at_once
from r2p_app.store.belongings import LESSONS
from r2p_app.store.database import BACKUPS, DATABASE, Database
from r2p_app.store.errors import StoreError
from r2p_app.store.exercises import Exercises
from r2p_app.store.history import History
from r2p_app.store.judgements import Judgements
from r2p_app.store.reading import Reading
from r2p_app.store.recovery import Recovery, open_or_recover
from r2p_app.store.reports import Reports
from r2p_app.store.reviews import Reviews
from r2p_app.store.settings import DAY_BOUNDARY, Settings
from r2p_app.store.statistics import Statistics

if TYPE_CHECKING:
    from r2p_app.store.lesson_files import LessonFiles


class Store:
    """The learner's data in one profile's folder. It belongs to the thread that opened it, as its one connection does.

    Attributes:
        attempts: Runs and answers.
        reviews: What the answers say about when each question comes back.
        history: Answers by day, and past runs.
        statistics: What many people answered, from files of results.
        reading: Chapters read and the last place.
        judgements: The learner's own judgements on criteria.
        exercises: Exercises in the decision lab.
        reports: Questions found doubtful.
        annotations: Highlights, notes and bookmarks.
        settings: Settings of learning.
        recovery: What was done on opening, if the database was damaged; to be shown to the learner.
    """

    def __init__(self, database: Database, recovery: Recovery | None, *, now: Clock, local_offset: LocalOffset) -> None:
        self._database = database
        self.recovery = recovery
        self._local_offset = local_offset
        self.settings = Settings(database)
        self.reviews = Reviews(database, self.settings)
        self.attempts = Attempts(database, self.reviews, now=now, local_offset=local_offset)
        self.history = History(database, self.attempts)
        self.statistics = Statistics(database, self.attempts, now=now)
        self.reading = Reading(database, now=now)
        self.judgements = Judgements(database)
        self.exercises = Exercises(database)
        self.annotations = Annotations(database)
        self.reports = Reports(database, now=now)

    @classmethod
    def open(
        cls,
        directory: Path,
        *,
        now: Clock = utc_now,
        local_offset: LocalOffset = system_offset,
        later: Later = at_once,
    ) -> Self:
        """Open the profile in a folder, making what is missing; raise `StoreError` where that is impossible.

        `later` runs the daily backup; it may use another thread.
        """
        path = directory / DATABASE
        backups = Backups(directory / BACKUPS)
        daily = DailyBackup(path, backups, now=now, later=later)
        database, recovery = open_or_recover(path, backups, daily, today=now().date())
        return cls(database, recovery, now=now, local_offset=local_offset)

    @property
    def directory(self) -> Path:
        """The folder of the profile."""
        return self._database.path.parent

    @property
    def lessons(self) -> "LessonFiles":
        """The teacher's own lessons, files in the profile's folder; what reads them is imported at first use."""
        from r2p_app.store.lesson_files import LessonFiles

        return LessonFiles(self.directory / LESSONS, self._database.daily.after_write)

    @property
    def days(self) -> Days:
        """The learner's days, as the settings have them now."""
        return Days(self.settings.get(DAY_BOUNDARY), self._local_offset)

    @property
    def backup_fault(self) -> StoreError | None:
        """Why the last daily backup failed, if it did; what was saved is safe."""
        return self._database.daily.fault

    def transaction(self) -> AbstractContextManager[Connection]:
        """Save several things together: all of them, or none."""
        return self._database.transaction()

    def data_version(self) -> int:
        """Return a number that changes when another window has saved something; asking costs microseconds."""
        return self._database.data_version()

    def close(self) -> None:
        """Close the profile; a second time does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
