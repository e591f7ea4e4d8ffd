"""What a benchmark has found, as values: `benchmarks.report` makes the table of docs/benchmarks.md of them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

RESULTS = "R2P_BENCH_RESULTS"
"""Names the file into which a benchmark that runs in a process of its own writes its results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure beside what it is compared with in the same run: a floor, or with `is_peer` another program.

    `goal` is the most that the ratio may be, or the figure itself where `goal_is_value`. None: not asked for.
    """

    what: str
    value: float
    unit: str = "ms"
    against: str = ""
    floor: float | None = None
    is_peer: bool = False
    goal: float | None = None
    goal_is_value: bool = False
    detail: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.value / self.floor if self.floor else None

    @property
    def misses(self) -> bool:
        """Whether there is a goal and it is not met."""
        judged = self.value if self.goal_is_value else self.ratio
        return self.goal is not None and (judged is None or judged > self.goal)


def hand_over(results: Iterable[Result]) -> None:
    """Write the results where `benchmarks.report` looks for them, if it is that which runs the benchmark."""
    if path := os.environ.get(RESULTS):
        Path(path).write_bytes(msgspec.json.encode(list(results)))


def read(path: Path) -> list[Result]:
    """Return what a benchmark has handed over."""
    return msgspec.json.decode(path.read_bytes(), type=list[Result])
