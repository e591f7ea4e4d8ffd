"""Several programs on one profile, and programs that are killed."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import IO

import pytest

from r2p_app.learning.attempts import Attempt, Mode
from r2p_app.learning.scheduler import replay
from r2p_app.store import Store
from r2p_app.store.connection import connect
from r2p_app.store.database import DATABASE
from r2p_app.store.settings import DESIRED_RETENTION
from tests.store.sample import a_run

ROOT = Path(__file__).parents[2]
KILLS = 100

pytestmark = pytest.mark.slow


Program = tuple["subprocess.Popen[str]", IO[str], IO[str]]


@contextmanager
def program(module: str, *arguments: str) -> Iterator[Program]:
    """Start a program of the tests and never leave it behind."""
    command = [sys.executable, "-m", f"tests.store.{module}", *arguments]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process, process.stdin, process.stdout
        finally:
            process.kill()


@contextmanager
def answering(*arguments: str) -> Iterator[Program]:
    """Start the program that answers one run, and wait until it has the profile open."""
    with program("answering", *arguments) as (process, stdin, stdout):
        assert stdout.readline() == "open\n"
        yield process, stdin, stdout


def begin(stdin: IO[str]) -> None:
    stdin.write("begin\n")
    stdin.flush()


def assert_sound(directory: Path) -> None:
    with closing(connect(directory / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def assert_totals_agree(store: Store, run_id: str) -> None:
    questions = [attempt.question for attempt in store.attempts.attempts(run_id)]
    assert len(questions) == len(set(questions))
    assert {total.question: total.attempts for total in store.attempts.totals()} == dict.fromkeys(questions, 1)


def spin(seconds: float) -> None:
    """Let a moment pass that is shorter than any wait: the kill shall come at any instant of an answer."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        pass


def killed_while_answering(process: Program, rng: random.Random) -> list[str]:
    """Let it answer a little, kill it, and return what it had said was saved."""
    running, stdin, stdout = process
    assert stdout.readline() == "ready\n"
    stdin.write(f"{rng.random()}\n")
    stdin.flush()
    said = [stdout.readline() for _answer in range(rng.randint(0, 20))]
    spin(rng.uniform(0, 0.0008))
    running.kill()
    return said + [line for line in stdout if line.endswith("\n")]


def saved_in(store: Store) -> list[Attempt]:
    return [attempt for run in reversed(store.attempts.runs()) for attempt in store.attempts.attempts(run.id)]


def as_said(attempt: Attempt) -> str:
    return f"{attempt.run} {attempt.question} {attempt.answer.option}\n"  # type: ignore[union-attr]


def assert_derived_agree(store: Store, saved: list[Attempt]) -> None:
    """Totals and review states are what the log gives."""
    assert sum(total.attempts for total in store.attempts.totals()) == len(saved)
    by_question = sorted(saved, key=lambda attempt: attempt.question)
    logs = [list(attempts) for _question, attempts in groupby(by_question, lambda attempt: attempt.question)]
    assert store.reviews.all() == tuple(replay(attempts, DESIRED_RETENTION.default) for attempts in logs)


def test_killed_at_any_moment_no_answer_is_lost_or_doubled(directory: Path) -> None:
    """A hundred times; meanwhile the next program gets ready, so that the test takes no longer than it must."""
    rng, before = random.Random(1), list[str]()
    with ExitStack() as programs:
        ready = [programs.enter_context(program("quizzing", str(directory))) for _ in range(2)]
        for _kill in range(KILLS):
            said = killed_while_answering(ready.pop(0), rng)
            ready.append(programs.enter_context(program("quizzing", str(directory))))
            assert_sound(directory)
            with Store.open(directory) as store:
                saved = saved_in(store)
                after = [as_said(attempt) for attempt in saved]
                # Nothing that was said is lost; at most one answer was saved without the program living to say so.
                assert after[: len(before) + len(said)] == before + said
                assert len(after) <= len(before) + len(said) + 1
                assert len({(attempt.run, attempt.question) for attempt in saved}) == len(saved)
                assert_derived_agree(store, saved)
                assert len(store.attempts.unfinished([Mode.PRACTICE])) <= 1  # it went on with the run it found
                assert store.recovery is None
            before = after
    assert len(before) > KILLS


def test_killed_while_an_answer_is_changed_there_is_one_answer_and_its_history(directory: Path) -> None:
    rng, saves = random.Random(2), 0
    for _kill in range(KILLS // 5):
        with program("changing", str(directory)) as running:
            said = killed_while_answering(running, rng)
        assert_sound(directory)
        with Store.open(directory) as store:
            saved = saved_in(store)
            assert len({attempt.question for attempt in saved}) == len(saved)
            done = len(saved) + len(store.attempts.undone("test"))
            assert len(said) <= done - saves <= len(said) + 1
            assert_derived_agree(store, saved)
        saves = done
    assert saves > KILLS


def test_two_programs_answering_one_run_at_once_keep_one_answer_to_each_question(directory: Path) -> None:
    run = a_run(questions=300)
    with Store.open(directory) as store:
        store.attempts.start(run)
    with (
        answering(str(directory), "run-1", "one") as (_one, one_in, one_out),
        answering(str(directory), "run-1", "two") as (_two, two_in, two_out),
    ):
        begin(one_in)
        begin(two_in)
        said = one_out.readlines(), two_out.readlines()
    assert_sound(directory)
    with Store.open(directory) as store:
        kept = [f"{a.question} {a.answer.option}\n" for a in store.attempts.attempts("run-1")]  # type: ignore[union-attr]
        assert said == (kept, kept)
        assert_totals_agree(store, "run-1")
        assert store.attempts.unfinished([run.mode]) == ()


MAKE = """
import sys
from pathlib import Path
from r2p_app.store import Store
from r2p_app.store.profiles import Profiles
sys.stdin.readline()
with Store.open(Profiles(Path(sys.argv[1])).default().directory) as store:
    store.reading.leave("r2p://home")
"""


def test_programs_that_start_together_for_the_first_time_share_one_profile(tmp_path: Path) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", MAKE, str(tmp_path)], cwd=ROOT, text=True, stdin=subprocess.PIPE)
        for _window in range(4)
    ]
    for process in processes:
        assert process.stdin is not None
        begin(process.stdin)
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0, 0, 0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "learner"]
    with Store.open(tmp_path / "learner") as store:
        assert store.recovery is None
        assert store.reading.last_place() is not None
