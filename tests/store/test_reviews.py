"""The kept review states: always what the log gives, quick to ask."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.scheduler import replay
from r2p_app.store import Store
from r2p_app.store.database import DATABASE
from r2p_app.store.kept import CATCH_UP_EVERY
from r2p_app.store.settings import DESIRED_RETENTION
from tests.store.sample import NOON, FakeClock, a_run, an_attempt


def answer(
    store: Store, question: str, number: int, *, score: float = 1, key: str = "key-1", sure: bool = True
) -> Attempt:
    run = f"run-{number}"
    store.attempts.start(a_run(run))
    at = NOON + timedelta(days=number)
    level = Confidence.SURE if sure else None
    return store.attempts.record(an_attempt(question, run=run, score=score, key_print=key, at=at, confidence=level))


def test_a_state_follows_each_answer(store: Store) -> None:
    attempts = [answer(store, "q-0", number, score=number % 2) for number in range(4)]
    assert store.reviews.state("q-0") == replay(attempts, 0.9)
    assert store.reviews.state("q-1") is None


def test_an_answer_taken_back_never_counted(store: Store) -> None:
    before = answer(store, "q-0", 0)
    assert store.attempts.undo(answer(store, "q-0", 1, score=0))
    assert store.reviews.all() == (replay([before], 0.9),)
    assert store.attempts.undo(before)
    assert store.reviews.all() == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from([0, 0.5, 1]), st.sampled_from(["k1", "k2"]), st.booleans()),
        max_size=12,
    )
)
def test_what_is_kept_is_what_the_log_gives(
    steps: list[tuple[str, float, str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Store.open(tmp_path_factory.mktemp("profile")) as store:
        for number, (question, score, key, is_undone) in enumerate(steps):
            given_ = answer(store, question, number, score=score, key=key)
            if is_undone:
                store.attempts.undo(given_)
        kept = store.reviews.all()
        store.reviews.rebuild()
        assert store.reviews.all() == kept


def test_what_is_newer_than_the_tables_is_read_with_them(store: Store) -> None:
    """The tables follow every few dozen answers; nobody who asks can tell."""
    log: dict[str, list[Attempt]] = {}
    for number in range(2 * CATCH_UP_EVERY + 3):
        question = f"q-{number % 5}"
        log.setdefault(question, []).append(answer(store, question, number, score=number % 3 > 0))
        if number % 7 == 0 or number % CATCH_UP_EVERY in {0, CATCH_UP_EVERY - 1}:
            expected = {name: replay(attempts, 0.9) for name, attempts in log.items()}
            assert {state.question: state for state in store.reviews.all()} == expected
            assert {total.question: total.attempts for total in store.attempts.totals()} == {
                name: len(attempts) for name, attempts in log.items()
            }
    assert [first.run for first in store.attempts.first_attempts()] == [f"run-{number}" for number in range(5)]
    assert {latest.run for latest in store.attempts.latest_attempts()} == {
        attempts[-1].run for attempts in log.values()
    }


def test_what_was_answered_just_now_takes_its_turn_in_what_is_due(store: Store) -> None:
    for number in range(CATCH_UP_EVERY):  # these are in the table
        answer(store, f"q-{number:02}", number)
    answer(store, "q-05", CATCH_UP_EVERY, score=0)
    due = [state.question for state in store.reviews.due(NOON + timedelta(days=4000), 1000)]
    assert due[0] == "q-05"
    assert sorted(due) == [f"q-{number:02}" for number in range(CATCH_UP_EVERY)]


def test_a_schedule_that_is_missing_is_made_again(store: Store, directory: Path, clock: FakeClock) -> None:
    answer(store, "q-0", 0)
    before = store.reviews.all()
    with closing(sqlite3.connect(directory / DATABASE)) as connection:
        connection.executescript("DELETE FROM review_basis; DELETE FROM review_state;")
    assert store.reviews.all() == before
    with closing(sqlite3.connect(directory / DATABASE)) as connection:
        connection.executescript("DELETE FROM review_basis; DELETE FROM review_state;")
    answer(store, "q-1", 1)
    assert [state.question for state in store.reviews.all()] == ["q-0", "q-1"]


def test_another_wish_moves_every_due_date(store: Store) -> None:
    answer(store, "q-0", 0)
    answer(store, "q-0", 9)
    (before,) = store.reviews.all()
    store.settings.set(DESIRED_RETENTION, 0.97)
    (after,) = store.reviews.all()
    assert after.due < before.due
    assert after.stability == before.stability


def test_the_most_urgent_comes_first(store: Store) -> None:
    answer(store, "q-0", 0, score=0, sure=False)
    answer(store, "q-1", 1, score=0)
    answer(store, "q-2", 0)
    due = store.reviews.due(NOON + timedelta(days=400), 10)
    assert [state.question for state in due] == ["q-1", "q-0", "q-2"]
    assert [state.question for state in store.reviews.due(NOON + timedelta(days=2, hours=1), 10)] == ["q-1", "q-0"]
    assert len(store.reviews.due(NOON + timedelta(days=400), 2)) == 2


def test_the_next_due_among_many_is_found_by_index(store: Store, directory: Path) -> None:
    answer(store, "q-0", 0)
    with closing(sqlite3.connect(directory / DATABASE, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO review_state VALUES (?, 'k', 5, 5, 0, ?, 1, 1, 0)",
            ((f"q-many-{number}", number * 7919 % 1_000_003) for number in range(100_000)),
        )
        connection.execute("COMMIT")
    by_key = min(_seconds(lambda: store.reviews.state("q-many-70000")) for _ in range(50))
    next_due = min(_seconds(lambda: store.reviews.due(NOON, 1)) for _ in range(50))
    assert next_due < 10 * by_key  # a scan takes hundreds of times as long


def _seconds(work: object) -> float:
    assert callable(work)
    start = perf_counter()
    work()
    return perf_counter() - start
