"""A whole program without a display: a new profile in a temporary folder, and a clock that stands still."""

import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from r2p_app.app import Program

NOON = datetime(2024, 4, 11, 12, 0, tzinfo=UTC)
_PATIENCE = 120.0
_QUIET_ROUNDS = 3


class NotStarted(Exception):  # noqa: N818 - said to a person, not an error of ours
    """The program did not come as far as its first page."""


@contextmanager
def started(content: Path | None = None, route: str = "") -> Iterator["Program"]:
    """Start the program, wait for its first page, and end it afterwards; raise `NotStarted` if there is none."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from r2p_app.app import Options, Program, make_application

    make_application()
    with tempfile.TemporaryDirectory(prefix="r2p-") as folder, _interruptible():
        program = Program(Options(content=content, route=route, data=Path(folder), now=lambda: NOON))
        try:
            program.show()
            wait_until(lambda: program.is_ready or bool(program.fault), "the first page")
            if program.fault:
                raise NotStarted(program.fault)
            settle(program)
            yield program
        finally:
            program.close()
            _process_events()


def settle(program: "Program") -> None:
    """Let everything arrive that was asked for: jobs, posted events, layouts."""
    for _ in range(_QUIET_ROUNDS):
        wait_until(lambda: program.services.jobs.is_idle, "background work")
        _process_events()


def wait_until(condition: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
    """Process events until the condition holds; raise `NotStarted` when it takes too long, and stop on Ctrl+C."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise NotStarted(f"gave up waiting for {what}")
        _process_events()
        time.sleep(0.002)
    _stop_if_asked()


_asked_to_stop = False


@contextmanager
def _interruptible() -> Iterator[None]:
    """Have Ctrl+C end the work between two steps: raised inside one of Qt's calls it would be lost."""
    global _asked_to_stop  # noqa: PLW0603 - signals are per process

    def note(_number: int, _frame: "FrameType | None") -> None:
        global _asked_to_stop  # noqa: PLW0603
        _asked_to_stop = True

    _asked_to_stop = False
    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _stop_if_asked() -> None:
    if _asked_to_stop:
        raise KeyboardInterrupt


def _process_events() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _stop_if_asked()
