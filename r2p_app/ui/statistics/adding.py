"""Adding the results in files: they are read beside the window, and kept one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.result_file import SavedResult
from r2p_app.learning.results import Collected, collect, result_tallies
from r2p_app.store.errors import StoreError
from r2p_app.ui.jobs import JobControl, JobRunner
from r2p_app.ui.live.files import read_files
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.gradual import Gradual

T = TypeVar("T")


class Added(NamedTuple):
    """What came of it: how many results were added, how many were left out, and whether it was stopped before."""

    added: int = 0
    left_out: int = 0
    is_stopped: bool = False


class ResultsAdding(QObject):
    """Adds the results in some files, once. Every result is kept whole or not at all.

    Signals:
        progressed: So many steps are done, of so many; each file is read, and then kept.
        ended: It came to its end or was stopped, as `Added`; the last signal.
        failed: A result could not be kept, as `StoreError`; those before it are. The last signal.
    """

    progressed = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, state: AppState, jobs: JobRunner, paths: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._files = state, len(paths)
        self._before = len(state.store.statistics.sources())
        self._left_out, self._is_stopped = 0, False
        self._jobs = jobs
        self._job = jobs.job(partial(_read, paths))
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.progressed.connect(self._on_job_progressed)

    def start(self) -> None:
        """Begin to read."""
        self._jobs.start(self._job)

    @Slot()
    def stop(self) -> None:
        """Stop here; what was kept stays."""
        if not self._is_stopped:
            self._is_stopped = True
            self._job.cancel()
            self.ended.emit(Added(self._added(), is_stopped=True))

    def _added(self) -> int:
        return len(self._state.store.statistics.sources()) - self._before

    def _keeping(self, results: Sequence[SavedResult]) -> Iterator[None]:
        """Keep the results, one at each step."""
        questions = {question.id: question for question in self._state.library.all(QuestionBase)}
        try:
            for done, result in enumerate(results, start=1):
                if brought := result_tallies(result, questions):
                    self._state.store.statistics.add(result.run, 1, brought)
                self.progressed.emit(self._files + done, self._files + len(results))
                yield
        except StoreError as error:
            self.failed.emit(error)
            return
        added = self._added()
        self.ended.emit(Added(added, self._left_out + len(results) - added))

    @Slot(int, int)
    def _on_job_progressed(self, done: int, total: int) -> None:
        self.progressed.emit(done, 2 * total)

    @Slot(object)
    def _on_job_succeeded(self, collected: Collected) -> None:
        self._left_out = len(collected.left_out)
        Gradual(self._keeping(collected.results), self, wanted=lambda: not self._is_stopped).start(at_once=1)


def _read(paths: Sequence[Path], control: JobControl) -> Collected:
    return collect(_told(read_files(paths), len(paths), control))


def _told(steps: Iterable[T], total: int, control: JobControl) -> Iterator[T]:
    """Pass the steps on, telling how far they are, until nobody wants them."""
    for done, step in enumerate(steps, start=1):
        if control.cancelled:
            return
        yield step
        control.progress(done, total)
