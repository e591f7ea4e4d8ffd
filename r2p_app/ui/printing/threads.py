"""Work that holds nothing of the window, done beside it, as part of what a saving dialog follows."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from r2p_app.ui.export.work import Progress, Work

_WAIT = 0.015
"""Seconds for which the end is waited for between two events of the window."""


def beside(make: Callable[[], bytes], steps: int) -> Work:
    """Return the work of making bytes in a thread of its own, after so many steps were done."""
    pool = ThreadPoolExecutor(max_workers=1)
    made = pool.submit(make)
    pool.shutdown(wait=False)  # it ends with the work; who gives up does not wait for that
    while True:
        try:
            return made.result(timeout=_WAIT)
        except TimeoutError:
            if made.done():
                raise
            yield Progress(steps, steps + 1)
