"""When Python looks for garbage: what is no longer used, and is kept by nothing but itself.

What has just been made is looked through by Python itself, in a millisecond. Looking through everything there is takes
100 ms, at any moment; the window has that done while nothing happens, and leaves out what was found to be in use.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()

_AT_LAST = 100
"""Searches among what is new after which Python looks through everything all the same: opening every page ten times
makes that much, by somebody who never rests for a second."""

_WORTH_IT = 2
"""Searches among what is new after which a rest is used: some 15,000 objects."""

_GROWTH = 1.25
"""Left-out objects against those of the last thorough search. Python itself waits for a quarter more, too."""

_thorough_count = 0


@contextmanager
def collector_paused() -> Iterator[None]:
    """Nothing made here is garbage, and looking for it costs more than the rest."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def put_off_all() -> None:
    """Look for nothing: there is nothing yet that could be collected."""
    gc.disable()


def put_off_long() -> None:
    """Look through what is new, and leave the long search to `rest`."""
    gc.enable()
    gc.set_threshold(*_USUAL[:2], _AT_LAST)


def as_usual() -> None:
    """Leave it all to Python again, and nothing out."""
    global _thorough_count  # noqa: PLW0603 - there is one collector in a process
    gc.enable()
    gc.set_threshold(*_USUAL)
    gc.unfreeze()
    _thorough_count = 0


def rest() -> None:
    """Look through what was made since the last time, if it is worth it: nobody waits for anything now."""
    if gc.get_count()[2] >= _WORTH_IT:
        look_through()


def look_through() -> None:
    """Look through what is not left out, and leave out what is in use; through everything when that has grown."""
    global _thorough_count  # noqa: PLW0603 - there is one collector in a process
    is_thorough = gc.get_freeze_count() >= _GROWTH * _thorough_count
    if is_thorough:
        gc.unfreeze()
    gc.collect()
    gc.freeze()
    if is_thorough:
        _thorough_count = gc.get_freeze_count()
