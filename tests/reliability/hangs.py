"""A hang is what takes the processor too long; on a busy machine the clock on the wall says nothing about it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

HANG = 5


@contextmanager
def nothing_hangs() -> Iterator[None]:
    """Send `SIGPROF` when the block takes too long; without a handler that ends the program."""
    signal.setitimer(signal.ITIMER_PROF, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextmanager
def hangs_raise() -> Iterator[None]:
    """Have a hang raise where it is, rather than end the program."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {HANG} seconds of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, before)
