"""Where the window blocks: the longest time without an answer on every page, and what it was doing then.

A timer in the event loop says every few milliseconds that the window answers; a second thread looks on. It counts the
main thread's own time on the processor, so that a busy machine is not blamed on a page, and keeps the stack of the main
thread once 50 ms have gone by. The opening of each page counts, and so does what follows until all is quiet.
"""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from benchmarks.result import Result, hand_over
from r2p_app.commands.offscreen import OffscreenRun, started
from r2p_app.commands.screenshots import routes

GOAL = 0.05
_BEAT_MS = 2
_LOOK_SECONDS = 0.005
_OURS = "r2p_app"


class Gap(NamedTuple):
    """A time without an answer: seconds of the processor, and the line of ours that was met most often in it."""

    seconds: float
    where: str


class Watchdog(QObject):
    """Watches the thread that makes it, from `start` to `stop`."""

    def __init__(self) -> None:
        super().__init__()
        self.worst = Gap(0.0, "")
        self._main = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._main)
        self._beat_at = time.clock_gettime(self._clock)
        self._stacks: Counter[str] = Counter()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look_on, daemon=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)

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
        """Forget what was before: another page is about to be opened."""
        self.beat()
        self.worst = Gap(0.0, "")

    @Slot()
    def beat(self) -> None:
        """The window answers."""
        now = time.clock_gettime(self._clock)
        gap, self._beat_at = now - self._beat_at, now
        if gap > self.worst.seconds:
            where = self._stacks.most_common(1)
            self.worst = Gap(gap, where[0][0] if where else "")
        self._stacks.clear()

    def _look_on(self) -> None:
        while not self._stopped.wait(_LOOK_SECONDS):
            if time.clock_gettime(self._clock) - self._beat_at > GOAL / 2:
                self._stacks[_where(sys._current_frames().get(self._main))] += 1


def _where(frame: FrameType | None) -> str:
    """Return our innermost lines, the innermost last."""
    found: list[str] = []
    while frame is not None and len(found) < 3:
        name = frame.f_code.co_filename
        if f"/{_OURS}/" in name and "/commands/" not in name:
            found.append(f"{name.rpartition(f'/{_OURS}/')[2]}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(found) or "Qt itself"


def measure(offscreen: OffscreenRun, watchdog: Watchdog, act: Callable[[], None]) -> Gap:
    """Do something and return the longest time without an answer until all is quiet."""
    watchdog.begin()
    act()
    watchdog.beat()
    offscreen.settle()
    watchdog.beat()
    return watchdog.worst


def main() -> list[Result]:
    """Print the worst of each page, the longest first: on the first visit, and on the second."""
    watchdog, found = Watchdog(), []
    with started() as offscreen:
        services = offscreen.program.services
        links = routes(services.state.library)
        watchdog.start()
        for visit in ("first visit", "second visit"):
            gaps = []
            for link in links:
                gap = measure(offscreen, watchdog, lambda link=link: services.shell.navigation.open(link))  # type: ignore[misc]
                services.shell.navigation.leave()
                gaps.append((gap, link))
            found.append(_report(visit, gaps))
        watchdog.stop()
    return found


def _report(visit: str, gaps: list[tuple[Gap, str]]) -> Result:
    over = sum(gap.seconds > GOAL for gap, _ in gaps)
    print(f"\n{visit}: {over} of {len(gaps)} pages take longer than {GOAL * 1000:.0f} ms at once")
    for gap, link in sorted(gaps, reverse=True)[:25]:
        print(f"{gap.seconds * 1000:7.0f} ms  {link}\n            {gap.where}")
    what, worst = f"longest time without an answer, {visit} of {len(gaps)} pages", max(gaps)[0].seconds * 1000
    return Result(what=what, value=worst, goal=GOAL * 1000, goal_is_value=True, detail=f"{over} over the goal")


if __name__ == "__main__":
    hand_over(main())
