"""Work off the GUI thread: plain functions on plain values, whose results come back to the GUI thread.

Create a job, connect to bound methods of QObjects, then start it: a job that is started first may finish unheard.
Only what may take longer than 50 ms becomes a job.
"""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_PROGRESS_SECONDS = 0.05


class JobCancelled(Exception):  # noqa: N818 - a wish, not an error
    """Raised by work that stops because it was asked to."""


class JobControl:
    """What the work sees of its job. Used in the worker's thread."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._stop = threading.Event()
        self._report = report
        self._told_at = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop soon; its result will not be used."""
        return self._stop.is_set()

    def is_cancelled(self) -> bool:
        """Say the same as a function, for domain code that takes a callback."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is. Cheap: more than twenty reports a second are dropped, but never the last."""
        now = time.monotonic()
        if done >= total or now - self._told_at >= _PROGRESS_SECONDS:
            self._told_at = now
            self._report(done, total)


Work = Callable[[JobControl], object]


class Job(QObject):
    """One piece of work. Made by `JobRunner.job`; all signals arrive in the GUI thread.

    Signals:
        succeeded: The work returned this value.
        failed: The work raised this exception.
        progressed: So many steps are done, of so many.
        finished: The work has ended, however it ended; the last signal of a job.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    finished = Signal()

    _reported = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._control = JobControl(self._reported.emit)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._control.cancelled

    def cancel(self) -> None:
        """Ask the work to stop. Neither `succeeded` nor `failed` will follow; `finished` will."""
        self._control.cancel()

    def run(self) -> None:
        """Do the work; called by the runner, in a worker's thread."""
        result: object = None
        error: BaseException | None = None
        try:
            result = self._work(self._control)
        except BaseException as raised:
            error = raised
        self._ended.emit(result, error)

    @Slot(int, int)
    def _on_reported(self, done: int, total: int) -> None:
        if not self.cancelled:
            self.progressed.emit(done, total)

    @Slot(object, object)
    def _on_ended(self, result: object, error: BaseException | None) -> None:
        if not self.cancelled:
            if error is None:
                self.succeeded.emit(result)
            else:
                self.failed.emit(error)
        self.finished.emit()


class _Task(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job = job

    def run(self) -> None:
        self._job.run()


class JobRunner(QObject):
    """Owns every job of the application. Jobs that read overlap; jobs that write wait for one another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = QThreadPool(self)
        self._writer = QThreadPool(self)
        self._writer.setMaxThreadCount(1)
        self._tasks: dict[Job, _Task] = {}

    @property
    def is_idle(self) -> bool:
        """Whether no started job is left."""
        return not self._tasks

    def job(self, work: Work) -> Job:
        """Return a job for this work, not yet started."""
        return Job(work, self)

    def start(self, job: Job, *, writes: bool = False) -> None:
        """Start a job, in the one queue for writes or beside others."""
        task = _Task(job)
        self._tasks[job] = task
        job.finished.connect(self._on_job_finished)
        (self._writer if writes else self._readers).start(task)

    def stop(self, milliseconds: int = 5000) -> bool:
        """Ask every job to stop and wait for them; return whether all ended in time."""
        for job in self._tasks:
            job.cancel()
        ended = self._readers.waitForDone(milliseconds)
        return self._writer.waitForDone(milliseconds) and ended

    @Slot()
    def _on_job_finished(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._tasks.pop(job, None)
            job.deleteLater()
