"""Kill a person's program at a random instant, and hear what it had said until then."""

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any  # whatever a person says

from tests.reliability import people

LONGEST = 0.02
"""Seconds after what was said last within which the kill comes: longer than anything that is saved takes."""

Work = Callable[[str, Path, int, Connection], None]


def programs() -> multiprocessing.context.BaseContext:
    """Return what starts programs: where the system can, copies of one that has everything imported."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.reliability.people", "tests.reliability.window"])
    return context


def killed(
    name: str, directory: Path, rng: Random, *, most: int = 12, work: Work = people.work, longest: float = LONGEST
) -> list[Any]:
    """Let a person work for a while, kill the program, and return what was said to be saved."""
    context = programs()
    hears, says = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(name, directory, rng.randrange(2**32), says))  # type: ignore[attr-defined]
    process.start()
    says.close()
    heard = [hears.recv() for _ in range(rng.randint(0, most))]
    end = perf_counter() + rng.uniform(0, longest)
    while perf_counter() < end:
        pass
    process.kill()
    process.join()
    heard += _rest(hears)
    hears.close()
    process.close()
    return heard


def _rest(hears: Connection) -> list[Any]:
    """Return what was said before the end; half a line was not said."""
    found: list[Any] = []
    try:
        while True:
            found.append(hears.recv())
    except (EOFError, OSError):
        return found
