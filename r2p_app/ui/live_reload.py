"""Content, loaded off the GUI thread, and loaded again when an author has saved a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from r2p_app.ui.jobs import Job, JobControl, JobRunner

if TYPE_CHECKING:
    from r2p_app.content.library import Library
    from r2p_app.content.watch import Snapshot

SETTLE = 150
"""Milliseconds to wait after a change: editors write a file in several steps."""

POLL = 800
"""Milliseconds between looks at the folder: file systems that send no notices (network, containers) exist."""


class ContentLoader(QObject):
    """Loads the pack in a folder and watches the folder from then on.

    Signals:
        loaded: A `Library` is ready.
        failed: The pack cannot be opened at all, for this reason (an exception).
        progressed: So many files are read, of so many.
        cancelled: The loading was stopped by `cancel`.
    """

    loaded = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    cancelled = Signal()

    def __init__(self, root: Path, jobs: JobRunner, *, cache: Path | None = None, language: str = "en") -> None:
        super().__init__(jobs)
        self.root = root
        self.language = language
        self._jobs, self._cache = jobs, cache
        self._job: Job | None = None
        self._again = False
        self._seen: Snapshot | None = None
        self._watcher = QFileSystemWatcher(self)
        self._settle = _timer(self, SETTLE, self.load, single=True)
        self._poll = _timer(self, POLL, self._on_poll_timeout)
        self._watcher.directoryChanged.connect(self._on_watcher_changed)
        self._watcher.fileChanged.connect(self._on_watcher_changed)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being loaded."""
        return self._job is None

    @Slot()
    def load(self) -> None:
        """Load the pack; if it is being loaded already, wait for that and load again if something changed meanwhile."""
        if self._job is not None:
            self._again = True
            return
        self._again = False
        self._job = self._jobs.job(self._work())
        self._job.succeeded.connect(self._on_job_succeeded)
        self._job.failed.connect(self._on_job_failed)
        self._job.progressed.connect(self.progressed)
        self._job.finished.connect(self._on_job_finished)
        self._jobs.start(self._job)

    def cancel(self) -> None:
        """Stop loading."""
        if self._job is not None:
            self._job.cancel()
            self.cancelled.emit()

    def stop(self) -> None:
        """Stop watching and loading; for the end of the program."""
        self._poll.stop()
        self._settle.stop()
        self._again = False
        if self._job is not None:
            self._job.cancel()

    def _work(self) -> Callable[[JobControl], object]:
        root, cache, language = self.root, self._cache, self.language

        def work(control: JobControl) -> "tuple[Snapshot, Library]":
            from r2p_app.content.load import load_pack
            from r2p_app.content.watch import Snapshot

            seen = Snapshot.take(root)  # before loading, so that a file saved meanwhile is seen as changed
            return seen, load_pack(
                root, cache=cache, language=language, progress=control.progress, cancelled=control.is_cancelled
            )

        return work

    @Slot(object)
    def _on_job_succeeded(self, result: "tuple[Snapshot, Library]") -> None:
        self._seen, library = result
        self._watch(self._seen)
        self.loaded.emit(library)

    @Slot(object)
    def _on_job_failed(self, error: Exception) -> None:
        if self._seen is not None:
            from r2p_app.content.watch import changed

            self._seen = changed(self.root, self._seen)  # the same fault is told once
        self.failed.emit(error)

    @Slot()
    def _on_job_finished(self) -> None:
        self._job = None
        if self._again:
            self.load()
        elif self._seen is not None:
            self._poll.start()

    def _watch(self, seen: "Snapshot") -> None:
        wanted = {str(path) for path in (*seen.files(self.root), *seen.folders(self.root))}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    @Slot()
    def _on_watcher_changed(self) -> None:
        self._settle.start()

    @Slot()
    def _on_poll_timeout(self) -> None:
        from r2p_app.content.watch import changed

        if self._seen is not None and self._job is None and changed(self.root, self._seen) is not self._seen:
            self._settle.start()


def _timer(owner: QObject, milliseconds: int, slot: Callable[[], None], *, single: bool = False) -> QTimer:
    timer = QTimer(owner)
    timer.setInterval(milliseconds)
    timer.setSingleShot(single)
    timer.timeout.connect(slot)
    return timer
