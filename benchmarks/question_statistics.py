"""Statistics of a million first answers, kept as tallies, against numpy's `bincount` over a million numbers, in turns.

What is timed is what the page does: read the tallies of all sources from the profile and work out facility,
discrimination, choices, time and calibration with their intervals. Goal: at most 20 times the floor.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.others.environment import ask, start
from benchmarks.result import Result, hand_over
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.statistics import QuestionStatistics, statistics
from r2p_app.learning.tallies import Response, tallies
from r2p_app.store import Store

ANSWERS, QUESTIONS, PEOPLE = 1_000_000, 300, 100
ROUNDS = 15
GOAL = 20
LEVELS = tuple(Confidence)


def a_class(number: int, rng: Random) -> Iterator[Response]:
    """A hundred people who answer every question, each as well as they can."""
    for person in range(PEOPLE):
        skill = rng.random()
        for question in range(QUESTIONS):
            score = float(rng.random() < skill)
            yield Response(
                f"{number}-{person}",
                f"q-question-{question}",
                "0123456789abcdef",
                score,
                ("right" if score else f"lure-{rng.randrange(3)}",),
                rng.choice(LEVELS),
                rng.uniform(3, 120),
            )


def fill(store: Store) -> tuple[int, float]:
    """Add classes until there are a million answers; return how many, and the seconds that adding them took."""
    rng, answers, seconds = Random(1), 0, 0.0
    while answers < ANSWERS:
        responses = list(a_class(answers, rng))
        begin = perf_counter()
        store.statistics.add(f"class-{answers}", PEOPLE, tallies(responses))
        seconds += perf_counter() - begin
        answers += len(responses)
    return answers, seconds


def analysed(store: Store) -> list[QuestionStatistics]:
    """Do what the page does."""
    return [statistics(tally) for tally in store.statistics.tallies()]


def main() -> list[Result]:
    floor = start("bincount.py")
    with TemporaryDirectory(prefix="r2p-bench-") as folder, Store.open(Path(folder)) as store:
        answers, seconds = fill(store)
        assert sum(one.answers for one in analysed(store)) == answers
        ours, theirs = [], []
        version = floor.stdout.readline().strip() if floor and floor.stdout else ""
        for _round in range(ROUNDS):
            begin = perf_counter()
            analysed(store)
            ours.append(perf_counter() - begin)
            if floor:
                theirs.append(float(ask(floor)))
    print(f"statistics of {answers:,} answers to {QUESTIONS} questions: {median(ours) * 1e3:.1f} ms")
    print(f"  adding them from {answers // PEOPLE // QUESTIONS} files: {seconds / answers * 1e6:.1f} µs an answer")
    what, value = f"statistics of {answers:,} answers", median(ours) * 1e3
    if not floor:
        return [Result(what=what, value=value)]
    floor.communicate()
    ratio = median(ours) / median(theirs)
    print(f"  / bincount of numpy {version}, {median(theirs) * 1e3:.2f} ms: {ratio:.1f} (goal {GOAL})")
    against = f"bincount of numpy {version}"
    return [Result(what=what, value=value, against=against, floor=median(theirs) * 1e3, goal=GOAL)]


if __name__ == "__main__":
    hand_over(main())
