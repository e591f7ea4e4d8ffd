"""Several programs on one profile, and programs that are killed."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import pytest

from r2p_app.store import Store
from r2p_app.store.connection import connect
from r2p_app.store.database import DATABASE
from tests.store.sample import a_run

ROOT = Path(__file__).parents[2]
KILLS = 30

pytestmark = pytest.mark.slow


@contextmanager
def program(*arguments: str) -> Iterator[tuple["subprocess.Popen[str]", IO[str], IO[str]]]:
    """Start the program that answers, wait until it has the profile open, and never leave it behind."""
    command = [sys.executable, "-m", "tests.store.answering", *arguments]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "open\n"
            yield process, process.stdin, process.stdout
        finally:
            process.kill()


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


def test_killed_at_any_moment_no_answer_is_lost_or_doubled(directory: Path) -> None:
    rng, saved = random.Random(1), dict[str, str]()
    with Store.open(directory) as store:
        store.attempts.start(a_run(questions=100_000))
    for kill in range(KILLS):
        option = f"option-{kill}"
        with program(str(directory), "run-1", option) as (process, stdin, stdout):
            begin(stdin)
            said = [stdout.readline() for _answer in range(rng.randint(1, 120))]
            process.kill()
            said += stdout.readlines()
        for line in said:
            question, _space, chosen = line.removesuffix("\n").partition(" ")
            saved[question] = chosen
        assert_sound(directory)
        with Store.open(directory) as store:
            kept = {a.question: a.answer.option for a in store.attempts.attempts("run-1")}  # type: ignore[union-attr]
            # At most one answer was saved without the program living to say so.
            assert kept.items() >= saved.items()
            assert len(kept) <= len(saved) + 1
            saved = kept
            assert_totals_agree(store, "run-1")
            assert store.recovery is None
    assert len(saved) > KILLS


def test_two_programs_answering_one_run_at_once_keep_one_answer_to_each_question(directory: Path) -> None:
    run = a_run(questions=300)
    with Store.open(directory) as store:
        store.attempts.start(run)
    with (
        program(str(directory), "run-1", "one") as (_one, one_in, one_out),
        program(str(directory), "run-1", "two") as (_two, two_in, two_out),
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
