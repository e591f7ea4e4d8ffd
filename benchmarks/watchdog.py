"""A watchdog over the window's thread: how long it gave no answer, and what it was doing then.

A timer in the event loop says every few milliseconds that the window answers; a second thread looks on. It counts the
watched thread's own time on the processor, so that neither a busy machine nor waiting is blamed on a page, and keeps
the stack of the watched thread once half of the time allowed has gone by.
"""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from r2p_app.commands.offscreen import OffscreenRun
from r2p_app.commands.screenshots import routes

GOAL = 0.05
"""Seconds after which a person notices that the window does not answer."""

_BEAT_MS = 2
_LOOK_SECONDS = 0.005
_DEPTH = 3


class Gap(NamedTuple):
    """A time without an answer: seconds of the processor, and the lines that were met most often in it."""

    seconds: float
    where: str


class Watchdog(QObject):
    """Watches the thread that makes it, from `start` to `stop`; blames lines of the folder `ours`."""

    def __init__(self, ours: str = "r2p_app") -> None:
        super().__init__()
        self.worst = Gap(0.0, "")
        self._ours = f"/{ours}/"
        self._main = threading.get_ident()
        self._clock: Callable[[], float] = partial(time.clock_gettime, time.pthread_getcpuclockid(self._main))
        self._beat_at = self._clock()
        self._stacks: Counter[str] = Counter()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)

    @property
    def has_seen(self) -> bool:
        """Whether anything was met since the last answer."""
        return bool(self._stacks)

    def start(self) -> None:
        """Begin to watch."""
        self.beat()
        self._timer.start(_BEAT_MS)
        self._thread.start()

    def stop(self) -> None:
        """End watching."""
        self._timer.stop()
        self._stopped.set()
        self._thread.join()

    def begin(self) -> None:
        """Forget what was before: something else is about to be done."""
        self.beat()
        self.worst = Gap(0.0, "")

    @Slot()
    def beat(self) -> None:
        """The window answers."""
        now = self._clock()
        gap, self._beat_at = now - self._beat_at, now
        if gap > self.worst.seconds:
            where = self._stacks.most_common(1)
            self.worst = Gap(gap, where[0][0] if where else "")
        self._stacks.clear()

    def _look_on(self) -> None:
        while not self._stopped.wait(_LOOK_SECONDS):
            if self._clock() - self._beat_at > GOAL / 2:
                self._stacks[self._where(sys._current_frames().get(self._main))] += 1

    def _where(self, frame: FrameType | None) -> str:
        """Return our innermost lines, the innermost first."""
        found: list[str] = []
        while frame is not None and len(found) < _DEPTH:
            name = frame.f_code.co_filename.replace("\\", "/")
            if self._ours in name and "/commands/" not in name:
                found.append(f"{name.rpartition(self._ours)[2]}:{frame.f_lineno} {frame.f_code.co_name}")
            frame = frame.f_back
        return " < ".join(found) or "Qt itself"


class Visit(NamedTuple):
    """The longest time without an answer while a page was opened and came to rest."""

    gap: Gap
    link: str

    @property
    def is_slow(self) -> bool:
        """Whether a person notices."""
        return self.gap.seconds > GOAL

    def __str__(self) -> str:
        return f"{self.gap.seconds * 1000:5.0f} ms  {self.link}\n            {self.gap.where}"


def walk(offscreen: OffscreenRun, watchdog: Watchdog) -> list[Visit]:
    """Open every page once, each from the one before, and return the visits, that with the longest gap first."""
    links = routes(offscreen.program.services.state.library)
    return sorted((_visit(offscreen, watchdog, link) for link in links), reverse=True)


def _visit(offscreen: OffscreenRun, watchdog: Watchdog, link: str) -> Visit:
    navigation = offscreen.program.services.shell.navigation
    watchdog.begin()
    navigation.open(link)
    watchdog.beat()
    offscreen.settle()
    watchdog.beat()
    found = Visit(watchdog.worst, link)
    navigation.leave()
    return found
