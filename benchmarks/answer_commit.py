"""Recording an answer, with its step of spaced repetition, against the floor, a bare commit of one row with the same
pragmas, and against Anki's own library answering a card with FSRS: all taken in turns in one run.

Goal: at most 1.5 times the floor, and no slower than Anki.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median
from subprocess import Popen
from tempfile import TemporaryDirectory
from time import perf_counter

import msgspec

from benchmarks.others.environment import ask, start
from benchmarks.result import Result, hand_over
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.store import Store
from r2p_app.store.connection import connect, make_durable

ANSWERS = 3000
WARM_UP = 300
QUESTIONS_IN_A_RUN = 20
GOAL = 1.5
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def runs(count: int) -> list[Run]:
    """As many runs of 20 questions, out of a pack of 500, as hold this many answers."""
    return [
        Run(
            id=f"0b1f6c1e-8a52-4f0e-9d5a-{number:012}",
            mode=Mode.PRACTICE,
            seed=number,
            questions=tuple(f"q-question-{(number * 7 + place) % 500}" for place in range(QUESTIONS_IN_A_RUN)),
            started_at=NOON,
        )
        for number in range(-(-count // QUESTIONS_IN_A_RUN))
    ]


def attempts(count: int) -> list[Attempt]:
    """Answers as a quiz gives them."""
    return [
        Attempt(
            run=run.id,
            question=question,
            answer=ChosenOption("option-b"),
            score=float(place % 3 > 0),
            at=NOON,
            confidence=Confidence.FAIRLY_SURE,
            seconds=12.5,
            key_print="0123456789abcdef",
            wording_print="fedcba9876543210",
        )
        for run in runs(count)
        for place, question in enumerate(run.questions)
    ][:count]


def bare_writer(connection: sqlite3.Connection) -> Callable[[str], object]:
    """Return the floor: one row in one table, one commit, with the pragmas of the store."""
    make_durable(connection)
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, answer TEXT NOT NULL) STRICT")
    return lambda answer: connection.execute("INSERT INTO bare (answer) VALUES (?)", (answer,))


def timed(work: Callable[[], object]) -> float:
    """Return the seconds it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def measure(folder: Path, anki: "Popen[str] | None") -> tuple[list[float], list[float], list[float]]:
    """Return the seconds of every answer, of every bare commit beside it, and of every answer of Anki's."""
    answers, bare, theirs = [], [], []
    with Store.open(folder / "profile") as store, closing(connect(folder / "bare.sqlite3", create=True)) as connection:
        for run in runs(ANSWERS):
            store.attempts.start(run)
        write = bare_writer(connection)
        for attempt in attempts(ANSWERS):
            text = msgspec.json.encode(attempt).decode()
            write(text)  # not counted: what comes first after waiting for Anki would pay for the waiting
            answers.append(timed(lambda: store.attempts.record(attempt)))  # noqa: B023  (called at once)
            bare.append(timed(lambda: write(text)))  # noqa: B023
            if anki:
                theirs.append(float(ask(anki)))
    return answers[WARM_UP:], bare[WARM_UP:], theirs[WARM_UP:]


def main() -> list[Result]:
    anki = start("anki_answers.py")
    about = anki.stdout.readline().split() if anki and anki.stdout else []
    with TemporaryDirectory(prefix="r2p-bench-") as folder:
        answers, bare, theirs = measure(Path(folder), anki)
    ratio, with_checkpoints = median(answers) / median(bare), mean(answers) / mean(bare)
    print(f"recording an answer / bare commit: {ratio:.2f} (goal {GOAL}); with checkpoints {with_checkpoints:.2f}")
    print(f"  median {median(answers) * 1e3:.3f} ms against {median(bare) * 1e3:.3f} ms, {len(bare)} of each in turns")
    ours = median(answers) * 1e3
    what, against = "recording an answer with its FSRS step", "bare commit of one row"
    found = [Result(what=what, value=ours, against=against, floor=median(bare) * 1e3, goal=GOAL)]
    if anki and theirs:
        anki.communicate()
        version, journal, synchronous = about
        print(f"  / an answer in Anki {version}: {median(answers) / median(theirs):.2f} (goal 1)")
        print(f"    its median {median(theirs) * 1e3:.3f} ms, journal {journal}, synchronous {synchronous} (2 is FULL)")
        against, floor = f"an answer in Anki {version}", median(theirs) * 1e3
        found.append(Result(what="the same", value=ours, against=against, floor=floor, is_peer=True, goal=1))
    return found


if __name__ == "__main__":
    hand_over(main())
