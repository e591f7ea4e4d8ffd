"""A long page made part by part: what is seen first at once, the rest between the events of the window."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot

_SLICE = 0.008
"""Seconds of work between two events: half a frame."""

_AT_ONCE = 5


class Gradual(QObject):
    """Runs the steps of an iterator; each of them makes one part. `owner` owns it, and ends it.

    Between two events it works for `turn` seconds, 0 for a single part, and only as long as parts are `wanted`.
    """

    def __init__(
        self,
        steps: Iterator[None],
        owner: QObject,
        *,
        wanted: Callable[[], bool] = lambda: True,
        turn: float = _SLICE,
    ) -> None:
        super().__init__(owner)
        self._steps, self._wanted, self._turn = steps, wanted, turn
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self, at_once: int = _AT_ONCE) -> None:
        """Make a few parts now and the others soon."""
        for _ in range(at_once):
            if not self._make():
                return
        self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Look soon whether more parts are wanted, and make them."""
        self._timer.start(0)

    def make_until(self, is_there: Callable[[], bool]) -> None:
        """Make parts now until one is there, or all are."""
        while not is_there() and self._make():
            pass

    def complete(self) -> None:
        """Make all that is left now."""
        self.make_until(lambda: False)

    def _make(self) -> bool:
        """Make one part; return whether there was one left.

        The steps may have been the last to hold their page: after them nothing of Qt's is touched.
        """
        return next(self._steps, self) is not self

    @Slot()
    def _on_timer_timeout(self) -> None:
        end = time.perf_counter() + self._turn
        while self._wanted():
            if not self._make():
                return
            if time.perf_counter() >= end:
                self.go_on()
                return
