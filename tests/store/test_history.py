"""Answers by the learner's days, and past runs."""

from datetime import UTC, date, datetime, timedelta

from r2p_app.learning.attempts import Mode
from r2p_app.learning.history import Spell
from r2p_app.store import Store
from tests.store.sample import NOON, a_run, an_attempt, answer_run

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def test_answers_are_counted_by_the_learners_own_day(store: Store) -> None:
    """The clock of the sample is two hours ahead of UTC, and days begin at four."""
    store.attempts.start(a_run(questions=5))
    night = datetime(2026, 3, 15, 1, 59, tzinfo=UTC)
    for number, (at, score) in enumerate([(NOON, 1.0), (NOON, 0.5), (night, 0.0), (night + timedelta(minutes=1), 1.0)]):
        store.attempts.record(an_attempt(f"q-{number}", at=at, score=score))
    first, second = store.history.days(4, LONG_AGO)
    assert first == Spell(date(2026, 3, 14), 1, 1, 1, 3 * 4.2)
    assert (second.day, second.right, second.answers) == (date(2026, 3, 15), 1, 1)
    assert [spell.day for spell in store.history.days(4, night + timedelta(minutes=1))] == [second.day]
    assert [spell.answers for spell in store.history.days(3, LONG_AGO)] == [2, 2]


def test_past_runs_are_newest_first_without_checks_and_what_was_never_begun(store: Store) -> None:
    first = a_run("run-1")
    answer_run(store, first)
    answer_run(store, a_run("run-2", mode=Mode.CHECK))
    store.attempts.start(a_run("run-3"))
    store.attempts.start(a_run("run-4", mode=Mode.TEST))
    store.attempts.record(an_attempt("q-1", run="run-4", score=0, at=NOON + timedelta(hours=1)))
    newest, oldest = store.history.runs(10)
    assert (newest.run.id, newest.answers, newest.right) == ("run-4", 1, 0)
    assert newest.answered_at == NOON + timedelta(hours=1)
    assert (oldest.run, oldest.answers, oldest.right) == (first, 3, 3)
    assert oldest.seconds == 3 * 4.2
    assert store.history.runs(1) == (newest,)


def test_the_time_of_all_answers(store: Store) -> None:
    assert store.history.seconds() == 0
    answer_run(store, a_run())
    assert store.history.seconds() == 3 * 4.2
