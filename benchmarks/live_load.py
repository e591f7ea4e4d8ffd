"""A live quiz under load: 300 phones on loopback come in within ten seconds and give twenty answers, within two each.

The window is open meanwhile, with the teacher's view and the projector; how smooth it stays is the delay of a timer in
its thread, beside that of the same window before anyone has come, and of a process that does nothing else meanwhile.
The phones run in another process (`live_phones`).

Goals: no vote lost or doubled; 95 of 100 answers acknowledged within 100 ms; memory bounded; the window rarely late by
more than 50 ms. `python -m benchmarks.live_load 30 5` takes other numbers of phones and questions.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from benchmarks.result import Result, hand_over
from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.questions import SingleChoice
from r2p_app.live.events import Options, Phase, Round, Voted
from r2p_app.live.journal import FILE, read_events
from r2p_app.live.opening import Wish
from r2p_app.live.room import Room
from r2p_app.paths import content_dir
from r2p_app.ui.live.room import RoomView
from r2p_app.ui.live.session import LiveSession

PHONES, QUESTIONS = 300, 20
LONGEST = 240
"""Seconds after which it is given up."""

TICK = 5
IDLE = """
import json, select, sys, time
found = []
while not select.select([sys.stdin], [], [], 0)[0]:
    start = time.perf_counter()
    time.sleep(0.005)
    found.append(max(0.0, (time.perf_counter() - start) * 1000 - 5))
print(json.dumps(found))
"""
"""A timer in a process of its own that does nothing else: what the machine makes anyone late by at the same time."""

GOAL_ACKNOWLEDGED, GOAL_DELAY = 100, 50


class Delays(QObject):
    """How much later than asked for a timer of the window's thread fires, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        self._clock.start()
        self._timer.start()

    def take(self) -> list[float]:
        """Return what was found so far and begin anew."""
        found, self.found = self.found, []
        return found

    @Slot()
    def _on_timer_timeout(self) -> None:
        self.found.append(max(0.0, self._clock.nsecsElapsed() / 1e6 - TICK))
        self._clock.restart()


def main() -> list[Result]:
    phones, questions = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (PHONES, QUESTIONS)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="r2p-bench-") as folder:
        return Load(Path(folder), phones, questions).run()


class Load:
    """One run."""

    def __init__(self, folder: Path, phones: int, questions: int) -> None:
        self._folder, self._phones = folder, phones
        self._session, self._delays = LiveSession(folder), Delays()
        self._end = perf_counter() + LONGEST
        library = load_library()
        ids = [one.id for one in library.all(SingleChoice)][:questions]
        self._questions = len(ids)
        self._session.open(library, Wish(tuple(ids), Options(), "127.0.0.1"))
        self._until(lambda: self._session.is_open)

    def run(self) -> list[Result]:
        view = RoomView(self._session)
        view.resize(1280, 800)
        view.show()
        view.project.click()
        self._wait(2)  # what is drawn for the first time
        self._delays.start()
        self._wait(3)
        quiet, before = self._delays.take(), memory()
        command = [sys.executable, "-m", "benchmarks.live_phones", str(self._phones)]
        room = self._session.host.room.opened
        address = f"{room.address}:{room.port}"
        idle = subprocess.Popen([sys.executable, "-c", IDLE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        with idle, subprocess.Popen([*command, address, room.code], stdout=subprocess.PIPE, text=True) as process:
            self._play()
            after, busy = memory(), self._delays.take()
            found = json.loads(process.communicate(timeout=30)[0])
            machine = json.loads(idle.communicate("", timeout=30)[0])
        self._report(found, {"empty room": quiet, "with the class": busy, "machine itself": machine}, (before, after))
        results = self._results(found["delays"], busy, machine)
        view.close_projector()
        view.close()
        self._session.stop()
        return results

    def _play(self) -> None:
        """Lead the class through its questions, as soon as all have come and have answered."""
        host = self._session.host
        self._until(lambda: len(host.room.students) == self._phones)
        while host.room.phase is not Phase.ENDED:
            self._session.do(Room.go_on)
            if host.room.phase is Phase.FIRST_VOTE:
                self._until(lambda: len(host.room.ballots(Round.FIRST)) == self._phones)
                self._session.do(Room.go_on)
                self._session.do(Room.reveal)
                self._wait(0.3)
                self._session.do(Room.explain)
            self._wait(0.3)

    def _report(
        self, found: dict[str, list[float]], timers: dict[str, list[float]], memories: tuple[float, float]
    ) -> None:
        votes = self._votes()
        different = {(event.question, event.student) for event in votes}
        wanted = self._phones * self._questions
        print(f"{self._phones} phones, {self._questions} questions: {len(votes)} votes kept of {wanted} sent")
        print(
            f"  lost {wanted - len(different)}, doubled {len(votes) - len(different)}, refused {len(found['faults'])}"
        )
        acknowledged = tuple(share(found["delays"], part) for part in (0.5, 0.95, 1.0))
        print("  answer to acknowledged: median {:.1f}, p95 {:.1f}, longest {:.1f} ms".format(*acknowledged), end="")
        print(f" (goal for p95 {GOAL_ACKNOWLEDGED})")
        for name, delays in timers.items():
            late = sum(delay > GOAL_DELAY for delay in delays)
            figures = tuple(share(delays, part) for part in (0.5, 0.95, 0.999, 1.0))
            words = "  timer, {:14} median {:.1f}, p95 {:.1f}, p99.9 {:.1f}, longest {:.1f} ms"
            print(words.format(name, *figures), f"late by more than {GOAL_DELAY}: {late} of {len(delays)}")
        print(f"  memory {memories[0]:.0f} MB before, {memories[1]:.0f} MB after")
        print(f"  file of the room {(self._folder / FILE).stat().st_size / 1e6:.2f} MB")

    def _votes(self) -> list[Voted]:
        return [event for event in read_events(self._folder / FILE) if isinstance(event, Voted)]

    def _results(self, acknowledged: list[float], busy: list[float], machine: list[float]) -> list[Result]:
        votes = self._votes()
        different, wanted = len({(event.question, event.student) for event in votes}), self._phones * self._questions
        wrong = wanted - different + len(votes) - different
        what, value = "answer of a phone to acknowledged, p95", share(acknowledged, 0.95)
        delay, idle = share(busy, 0.95), share(machine, 0.95)
        return [
            Result(what=f"votes lost or doubled, of {wanted:,}", value=wrong, unit="", goal=0, goal_is_value=True),
            Result(what=what, value=value, goal=GOAL_ACKNOWLEDGED, goal_is_value=True),
            Result(what="delay of the window meanwhile, p95", value=delay, against="an idle process", floor=idle),
        ]

    def _until(self, condition: Callable[[], bool]) -> None:
        app = QApplication.instance()
        assert app is not None
        while not condition():
            if perf_counter() > self._end:
                raise TimeoutError("given up")
            app.processEvents()
            app.thread().usleep(500)

    def _wait(self, seconds: float) -> None:
        end = perf_counter() + seconds
        self._until(lambda: perf_counter() >= end)


def load_library() -> Library:
    """Return the shipped content."""
    return load_pack(content_dir())


def share(values: list[float], part: float) -> float:
    """Return the value below which this part of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def memory() -> float:
    """Return the megabytes of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    hand_over(main())
