"""Work on the GUI thread, a slice at a time: painting belongs there, and the window lives meanwhile."""

import time
from collections.abc import Generator
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_SLICE_SECONDS = 0.02


class Progress(NamedTuple):
    """So many steps are done, of so many."""

    done: int
    total: int


Work = Generator[Progress, None, bytes]
"""Makes a file: yields after every step, returns the bytes."""


class SlicedWork(QObject):
    """Does work between the events of the window.

    Signals:
        progressed: So many steps are done, of so many.
        succeeded: These are the bytes.
        failed: The work raised this exception.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin when the events that wait now are through."""
        self._timer.start()

    def cancel(self) -> None:
        """Stop, and give back what the work holds; no signal follows."""
        self._timer.stop()
        self._work.close()

    @Slot()
    def _on_timer_timeout(self) -> None:
        end = time.monotonic() + _SLICE_SECONDS
        try:
            progress = next(self._work)
            while time.monotonic() < end:
                progress = next(self._work)
        except StopIteration as finished:
            self._timer.stop()
            self.succeeded.emit(finished.value)
        except Exception as error:
            self._timer.stop()
            self.failed.emit(error)
        else:
            self.progressed.emit(*progress)


def finish(work: Work) -> bytes:
    """Do all of the work at once, where there is no window."""
    while True:
        try:
            next(work)
        except StopIteration as finished:
            return bytes(finished.value)
