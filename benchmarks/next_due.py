"""The next question due among 100,000 against the floor: one row read by its key from the same table, in turns.

Goal: at most 3 times the floor.
"""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.result import Result, hand_over
from r2p_app.store import Store
from r2p_app.store.connection import connect
from r2p_app.store.database import DATABASE

QUESTIONS = 100_000
READS = 3000
GOAL = 3
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
HOUR = 3_600_000_000


def fill(path: Path) -> None:
    """Write states whose due dates are spread over the years around now, one in fifty of them sure and wrong."""
    start = int(NOON.timestamp()) * 1_000_000
    rows = (
        (f"q-question-{number}", "0123456789abcdef", start + (number * 7919 % 40_000 - 4000) * HOUR, number % 50 == 0)
        for number in range(QUESTIONS)
    )
    with closing(connect(path)) as connection:
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO review_state VALUES (?, ?, 5, 5, 0, ?, 3, 1, ?)", rows)
        connection.execute("COMMIT")


def main() -> list[Result]:
    due, bare = [], []
    with TemporaryDirectory(prefix="r2p-bench-") as folder, Store.open(Path(folder)) as store:
        store.reviews.rebuild()
        fill(Path(folder) / DATABASE)
        with closing(connect(Path(folder) / DATABASE)) as connection:
            assert store.reviews.due(NOON, 1)
            for number in range(READS):
                start = perf_counter()
                store.reviews.due(NOON, 1)
                middle = perf_counter()
                key = (f"q-question-{number * 31 % QUESTIONS}",)
                connection.execute("SELECT * FROM review_state WHERE question_id = ?", key).fetchone()
                due.append(middle - start)
                bare.append(perf_counter() - middle)
    print(f"next due among {QUESTIONS:,} / a row by its key: {median(due) / median(bare):.2f} (goal {GOAL})")
    print(f"  median {median(due) * 1e6:.1f} µs against {median(bare) * 1e6:.1f} µs, {READS} of each in turns")
    ours, floor, against = median(due) * 1e3, median(bare) * 1e3, "a row by its key"
    return [Result(what=f"next due among {QUESTIONS:,}", value=ours, against=against, floor=floor, goal=GOAL)]


if __name__ == "__main__":
    hand_over(main())
