"""A whole program without a display: a new profile in a temporary folder, and a clock that stands still."""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType, TracebackType

    from r2p_app.app import Program

NOON = datetime(2024, 4, 11, 12, 0, tzinfo=UTC)
_PATIENCE = 120.0
_QUIET_ROUNDS = 6
"""Long enough for a view whose parts are made one at a time, between two events."""


class NotStarted(Exception):  # noqa: N818 - said to a person, not an error of ours
    """The program did not come as far as its first page."""


class CheckFailed(Exception):  # noqa: N818 - said to a person
    """What was tried did not come out as it should."""


class OffscreenRun:
    """A running program, and how to let it come to rest."""

    def __init__(self, program: "Program") -> None:
        self.program = program
        self._errors: list[BaseException] = []
        self._is_asked_to_stop = False

    def settle(self) -> None:
        """Let everything arrive that was asked for: jobs, posted events, layouts. Raise what failed meanwhile."""
        for _ in range(_QUIET_ROUNDS):
            self.wait_until(lambda: self.program.services.jobs.is_idle, "background work")
            self.process_events()

    def wait_until(self, condition: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
        """Process events until the condition holds; raise `NotStarted` when it takes too long, and stop on Ctrl+C."""
        end = time.monotonic() + seconds
        self.process_events()
        while not condition():
            if time.monotonic() > end:
                raise NotStarted(f"gave up waiting for {what}")
            time.sleep(0.002)
            self.process_events()

    def process_events(self) -> None:
        """Process what is waiting; raise what failed in it, and `KeyboardInterrupt` after Ctrl+C."""
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self._is_asked_to_stop:
            raise KeyboardInterrupt
        if self._errors:
            raise self._errors.pop(0)

    def note_signal(self, _number: int, _frame: "FrameType | None") -> None:
        """Have Ctrl+C end the work between two steps: raised inside one of Qt's calls it would be lost."""
        self._is_asked_to_stop = True

    def note_error(self, _kind: type[BaseException], error: BaseException, _trace: "TracebackType | None") -> None:
        """Keep what was raised in a slot, where nobody else can catch it."""
        self._errors.append(error)


@contextmanager
def started(content: Path | None = None, route: str = "") -> Iterator[OffscreenRun]:
    """Start the program, wait for its first page, and end it afterwards; raise `NotStarted` if there is none."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from r2p_app.app import Options, Program, make_application

    make_application()
    with tempfile.TemporaryDirectory(prefix="r2p-") as folder:
        program = Program(Options(content=content, route=route, data=Path(folder), now=lambda: NOON))
        run = OffscreenRun(program)
        with _handlers(run):
            try:
                program.show()
                run.wait_until(lambda: program.is_ready or bool(program.fault), "the first page")
                if program.fault:
                    raise NotStarted(program.fault)
                run.settle()
                yield run
            finally:
                program.close()


@contextmanager
def _handlers(run: OffscreenRun) -> Iterator[None]:
    hook, handler = sys.excepthook, signal.signal(signal.SIGINT, run.note_signal)
    sys.excepthook = run.note_error
    try:
        yield
    finally:
        sys.excepthook = hook
        signal.signal(signal.SIGINT, handler)
