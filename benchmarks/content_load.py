"""Loading content against the floor: `json.loads` of the same records as JSON text, taken in turns in one run.

Goals: an unchanged pack at most 0.5 times the floor; of a changed pack only the changed file is parsed again.
An opened library reads the records of a kind when that kind is first asked for; the line "every record read" adds that
for all of them, which no page of the program needs at once.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import msgspec

from benchmarks.result import Result, hand_over
from r2p_app.content.load import load_pack
from r2p_app.paths import content_dir

ROUNDS = 60
COLD_ROUNDS = 5
GOAL = 0.5
SETTLED = 2.5  # seconds after which the loader trusts the dates of files


def timed(work: Callable[[], object]) -> float:
    """Run once and return milliseconds."""
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def in_turns(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Run each by turns, so that a slow moment of the machine falls on all; return the median of each."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(timed(work))
    return {name: median(times) for name, times in taken.items()}


def change(path: Path) -> None:
    """Write one more line of comment into a file."""
    path.write_text(path.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")


def changed(root: Path, cache: Path) -> float:
    """Return how long loading takes after one file of events has changed."""
    change(next(iter(sorted(root.glob("cases/rwanda/events-*.yaml")))))
    return timed(lambda: load_pack(root, cache=cache))


def report(name: str, milliseconds: float, floor: float, remark: str = "") -> None:
    """Print one line."""
    print(f"{name:<34}{milliseconds:9.2f} ms  {milliseconds / floor:6.2f} x the floor{remark}")


def main() -> list[Result]:
    """Measure a copy of the shipped pack."""
    with TemporaryDirectory() as folder:
        root, cache = Path(folder) / "pack", Path(folder) / "cache"
        shutil.copytree(content_dir(), root)
        sleep(SETTLED)
        cold = median(timed(lambda: load_pack(root)) for _ in range(COLD_ROUNDS))
        library = load_pack(root, cache=cache)
        text = msgspec.json.encode([entry.item for entry in library]).decode()
        taken = in_turns(
            {
                "json": lambda: json.loads(text),
                "kept": lambda: load_pack(root, cache=cache),
                "all": lambda: list(load_pack(root, cache=cache)),
            },
            ROUNDS,
        )
        one = median(changed(root, cache) for _ in range(COLD_ROUNDS))
    floor = taken["json"]
    print(f"{len(library)} records, {len(text) / 1e6:.2f} MB as JSON")
    report("json.loads of the same records", floor, floor)
    report("unchanged pack", taken["kept"], floor, f" (goal {GOAL})")
    report("unchanged pack, every record read", taken["all"], floor)
    report("one file changed", one, floor, f", {one / cold:.2f} x reading all files")
    report("no cache: every file read", cold, floor)
    json_text = "json.loads of the same records"
    return [
        Result(what="unchanged content", value=taken["kept"], against=json_text, floor=floor, goal=GOAL),
        Result(what="unchanged content, every record read at once", value=taken["all"], against=json_text, floor=floor),
        Result(what="content of which one file changed", value=one, against="reading every file", floor=cold),
    ]


if __name__ == "__main__":
    hand_over(main())
