"""Work ahead of need, in steps of a few milliseconds, while the person does nothing and nothing else is under way."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.jobs import JobRunner

_QUIET_MS = 700
"""How long the person has done nothing before a step is made."""

_PAUSE_MS = 8
"""Milliseconds left to the window between two steps."""

_ACTS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    )
)


class IdleQueue(QObject):
    """Makes the steps of iterators, one after the other. Whatever comes to `window` from the person puts them off.

    Signals:
        emptied: All steps are made.
        quiet: The person has done nothing since a while, and no step and no job is left.
    """

    emptied = Signal()
    quiet = Signal()

    def __init__(
        self, window: QWidget, jobs: JobRunner, parent: QObject | None = None, *, quiet_ms: int = _QUIET_MS
    ) -> None:
        super().__init__(parent)
        self._jobs, self._quiet_ms = jobs, quiet_ms
        self._queue: deque[Iterator[None]] = deque()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._is_stopped = False
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)  # what comes from outside, and not every event of every widget

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing left to do."""
        return not self._queue

    def add(self, steps: Iterator[None]) -> None:
        """Have these steps made after those that wait already."""
        self._queue.append(steps)
        self._timer.start(self._quiet_ms)

    def complete(self) -> None:
        """Make all steps now."""
        while self._queue:
            self._step()

    def stop(self) -> None:
        """Forget what is left, and heed the person no more."""
        self._is_stopped = True
        self._timer.stop()
        self._queue.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait anew when the person acts."""
        if not self._is_stopped and event.type() in _ACTS:
            self._timer.start(self._quiet_ms)
        return bool(super().eventFilter(watched, event))

    def _step(self) -> None:
        if self._queue and next(self._queue[0], self) is self:
            self._queue.popleft()
            if not self._queue:
                self.emptied.emit()

    @Slot()
    def _on_timer_timeout(self) -> None:
        if not self._jobs.is_idle:
            self._timer.start(self._quiet_ms)
            return
        if self.is_empty:
            self.quiet.emit()
            return
        self._timer.start(_PAUSE_MS)  # first: what fails does not keep the rest from being done
        self._step()
