"""The index of the content at hand: opened where it was made before, else made beside the window."""

import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from r2p_app.search.index import Index, build
from r2p_app.search.passages import Passage, passages
from r2p_app.search.query import Query
from r2p_app.ui.jobs import JobControl
from r2p_app.ui.search.own import fitting, own_lessons, own_notes
from r2p_app.ui.state import AppState, Changes

FILE_NAME = "search.sqlite"
VERSION = "2"
"""Of what is indexed and how: a change makes every index new."""

_SLICE = 0.008
"""Seconds of collecting between two events of the window: half a frame."""


class Search(QObject):
    """Finds passages of the content, and a person's own notes and lessons.

    Signals:
        ready: The index is there.
    """

    ready = Signal()

    def __init__(self, state: AppState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._index: Index | None = None
        self._collected: list[Passage] = []
        self._in_hand: list[Passage] = []
        self._own: tuple[Passage, ...] = ()
        self._source: Iterator[Passage] = iter(())
        self._key = ""
        self._collecting = QTimer(self, interval=0)
        self._collecting.timeout.connect(self._on_collecting_timeout)
        state.changed.connect(self._on_state_changed)

    @property
    def is_ready(self) -> bool:
        """Whether the content can be searched now."""
        return self._index is not None

    def prepare(self) -> None:
        """Open the index of the content at hand, or begin to make it, and look what lessons a teacher has by now."""
        self._own = own_lessons(self._state) if self._state.is_ready else ()
        library = self._state.library
        key = f"{VERSION}-{library.key}"
        if key == self._key:
            return
        self._close()
        self._key = key
        if library.key and self._path is not None and (index := Index.open(self._path, key)) is not None:
            self._take(index)
            return
        self._collected, self._source = [], passages(library)
        self._collecting.start()

    def find(self, query: Query, limit: int = 50) -> list[Passage]:
        """Return what answers: what is called just so, one's own notes and lessons, then the rest, the best first."""
        if query.is_empty:
            return []
        own = [*own_notes(self._state, query), *fitting(self._own, query)] if self._state.is_ready else []
        found = self._index.find(query, limit) if self._index is not None else []
        named = [passage for passage in found if query.names(passage.title)]
        return list(dict.fromkeys([*named, *own, *found]))[:limit]

    @property
    def _path(self) -> Path | None:
        return self._state.cache / FILE_NAME if self._state.cache is not None else None

    @Slot()
    def _on_collecting_timeout(self) -> None:
        """Collect a little: the records belong to this thread."""
        end = time.perf_counter() + _SLICE
        for passage in self._source:
            self._collected.append(passage)
            if time.perf_counter() > end:
                return
        self._collecting.stop()
        self._make()

    def _make(self) -> None:
        path, key, collected = self._path, self._key, self._collected
        self._collected = []
        if self._state.jobs is None or path is None or not self._state.library.key:
            self._take(Index.in_memory(collected))
            return

        def work(control: JobControl) -> str:
            return key if build(path, key, collected, control.is_cancelled) else ""

        job = self._state.jobs.job(work)
        job.succeeded.connect(self._on_job_succeeded)
        job.failed.connect(self._on_job_failed)
        self._in_hand = collected
        self._state.jobs.start(job)

    @Slot(object)
    def _on_job_succeeded(self, key: str) -> None:
        if key and key == self._key and self._path is not None:
            index = Index.open(self._path, key)
            self._take(index if index is not None else Index.in_memory(self._in_hand))
        self._in_hand = []

    @Slot(object)
    def _on_job_failed(self, _error: Exception) -> None:
        """A cache that cannot be written is no reason not to find anything."""
        self._take(Index.in_memory(self._in_hand))
        self._in_hand = []

    def _take(self, index: Index) -> None:
        self._index = index
        self.ready.emit()

    def _close(self) -> None:
        self._collecting.stop()
        if self._index is not None:
            self._index.close()
            self._index = None

    @Slot(object)
    def _on_state_changed(self, changes: Changes) -> None:
        """Other content is indexed when somebody searches next."""
        if changes & Changes.LIBRARY:
            self._close()
            self._key = ""
