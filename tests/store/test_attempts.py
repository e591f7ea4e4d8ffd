from dataclasses import astuple
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from r2p_app.learning.attempts import Attempt, AttemptLog, Mode, Run
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.store import Store
from r2p_app.store.records import Undone
from tests.store.sample import NOON, FakeClock, a_run, an_attempt, answer_run


@pytest.fixture
def log(store: Store) -> AttemptLog:
    """What the store offers is what learning asks for: the type checker holds it to that."""
    return store.attempts


def test_a_run_comes_back_as_it_was_started(log: AttemptLog) -> None:
    log.start(a_run())
    assert log.run("run-1") == a_run()


def test_a_run_that_was_never_started_is_none(log: AttemptLog) -> None:
    assert log.run("run-1") is None


def test_starting_a_run_again_changes_nothing(log: AttemptLog) -> None:
    log.start(a_run())
    log.start(structs.replace(a_run(), seed=8, questions=()))
    assert log.run("run-1") == a_run()


def test_an_attempt_comes_back_as_it_was_given(log: AttemptLog) -> None:
    log.start(a_run())
    given = structs.replace(an_attempt(), confidence=None, score=0.1 + 0.2, seconds=1 / 3)
    assert log.record(given) == given
    assert log.attempts("run-1") == (given,)


def test_moments_come_back_exactly_and_in_utc(log: AttemptLog) -> None:
    log.start(a_run())
    kigali = (NOON + timedelta(microseconds=1)).astimezone(timezone(timedelta(hours=2)))
    log.record(an_attempt(at=kigali))
    (kept,) = log.attempts("run-1")
    assert kept.at == kigali
    assert kept.at.utcoffset() == timedelta(0)


def test_the_first_answer_to_a_question_is_kept(log: AttemptLog) -> None:
    log.start(a_run())
    first, second = an_attempt(option="a"), an_attempt(option="b", score=0)
    assert log.record(first) == first
    assert log.record(second) == first
    assert log.attempts("run-1") == (first,)


def test_an_answer_needs_its_run(log: AttemptLog) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        log.record(an_attempt())
    assert log.answered() == frozenset()


def test_a_score_above_one_is_our_fault_and_leaves_nothing(log: AttemptLog) -> None:
    log.start(a_run())
    with pytest.raises(Exception, match="CHECK"):
        log.record(an_attempt(score=1.5))
    assert log.attempts("run-1") == ()


def test_attempts_follow_the_order_of_answering_whatever_the_clock_says(log: AttemptLog) -> None:
    log.start(a_run())
    log.record(an_attempt("q-2", at=NOON))
    log.record(an_attempt("q-0", at=NOON - timedelta(days=400)))
    assert [attempt.question for attempt in log.attempts("run-1")] == ["q-2", "q-0"]


def test_the_offset_of_local_time_is_kept(store: Store) -> None:
    answer_run(store, a_run(questions=1))
    with store.transaction() as connection:
        assert connection.execute("SELECT utc_offset FROM attempt").fetchall() == [(120,)]


def test_a_run_is_unfinished_until_it_is_finished(log: AttemptLog) -> None:
    log.start(a_run())
    assert log.unfinished([Mode.PRACTICE]) == (a_run(),)
    log.finish("run-1", NOON)
    assert log.unfinished([Mode.PRACTICE]) == ()
    log.finish("run-1", NOON + timedelta(days=1))
    assert log.run("run-1") == structs.replace(a_run(), finished_at=NOON)


def test_unfinished_runs_are_newest_first_and_of_the_modes_asked_for(store: Store) -> None:
    late_by_the_clock = structs.replace(a_run("run-1"), started_at=NOON + timedelta(days=9))
    runs = (late_by_the_clock, a_run("run-2", mode=Mode.TEST), a_run("run-3", mode=Mode.CHECK), a_run("run-4"))
    for run in runs:
        store.attempts.start(run)
    found = store.attempts.unfinished([Mode.PRACTICE, Mode.TEST])
    assert [run.id for run in found] == ["run-4", "run-2", "run-1"]
    assert store.attempts.unfinished([]) == ()
    assert store.attempts.runs() == tuple(reversed(runs))


def test_latest_is_the_newest_in_runs_of_the_modes_asked_for(log: AttemptLog) -> None:
    log.start(a_run("run-1"))
    log.start(a_run("run-2", mode=Mode.TEST))
    practised = log.record(an_attempt(run="run-1"))
    tested = log.record(an_attempt(run="run-2", at=NOON - timedelta(days=1)))
    assert log.latest("q-0", list(Mode)) == tested
    assert log.latest("q-0", [Mode.PRACTICE]) == practised
    assert log.latest("q-0", [Mode.CHECK]) is None
    assert log.latest("q-1", list(Mode)) is None


def test_first_and_latest_attempts_by_question(store: Store) -> None:
    store.attempts.start(a_run("run-1"))
    store.attempts.start(a_run("run-2"))
    store.attempts.start(a_run("run-3"))
    first = store.attempts.record(an_attempt(run="run-1", score=0))
    store.attempts.record(an_attempt(run="run-2"))
    new_key = store.attempts.record(an_attempt(run="run-3", key_print="key-2"))
    other = store.attempts.record(an_attempt("q-1", run="run-3"))
    assert store.attempts.first_attempts() == (first, new_key, other)
    assert store.attempts.latest_attempts() == (new_key, other)
    assert store.attempts.answered() == {"q-0", "q-1"}


def test_totals_are_kept_for_each_key(store: Store) -> None:
    for number, (score, key_print) in enumerate([(0, "key-1"), (0.5, "key-1"), (1, "key-1"), (1, "key-2")]):
        store.attempts.start(a_run(f"run-{number}"))
        store.attempts.record(an_attempt(run=f"run-{number}", score=score, key_print=key_print))
    first, second = store.attempts.totals()
    assert astuple(first) == ("q-0", "key-1", 3, 1, 1.5, pytest.approx(12.6))
    assert astuple(second) == ("q-0", "key-2", 1, 1, 1.0, pytest.approx(4.2))


def test_a_learners_own_mark_replaces_answer_and_score(store: Store) -> None:
    store.attempts.start(a_run())
    written = structs.replace(an_attempt(score=0), answer=Memo("Because."))
    store.attempts.record(written)
    store.attempts.mark("run-1", "q-0", Memo("Because.", (0, 1)), 1.0)
    marked = structs.replace(written, answer=Memo("Because.", (0, 1)), score=1.0)
    assert store.attempts.attempts("run-1") == (marked,)
    assert [(total.attempts, total.correct, total.score) for total in store.attempts.totals()] == [(1, 1, 1.0)]


def test_undo_takes_back_the_newest_answer_and_keeps_it_in_a_log(store: Store, clock: FakeClock) -> None:
    first, second, third = answer_run(store, a_run())
    store.attempts.finish("run-1", NOON)
    clock.pass_days(1)
    assert store.attempts.undo(third)
    assert store.attempts.attempts("run-1") == (first, second)
    assert store.attempts.unfinished([Mode.PRACTICE]) == (a_run(),)
    assert [(entry.undone_at, entry.attempt) for entry in store.attempts.undone("run-1")] == [(clock(), third)]


def test_undo_of_an_answer_that_is_not_the_newest_changes_nothing(store: Store) -> None:
    first, _second, third = answer_run(store, a_run())
    assert not store.attempts.undo(first)
    assert store.attempts.undo(third)
    assert not store.attempts.undo(third)
    assert len(store.attempts.attempts("run-1")) == 2
    assert len(store.attempts.undone("run-1")) == 1


def test_an_answer_that_is_changed_leaves_one_answer_and_its_history(store: Store, clock: FakeClock) -> None:
    store.attempts.start(a_run("run-1"))
    first, other = an_attempt("q-1", score=0), an_attempt("q-2")
    store.attempts.record(first)
    store.attempts.record(other)
    new = structs.replace(first, score=1, seconds=9)
    assert store.attempts.replace(first, new) == new
    assert store.attempts.attempts("run-1") == (other, new)
    assert store.attempts.undone("run-1") == (Undone(clock(), first),)
    assert {total.question: (total.attempts, total.score) for total in store.attempts.totals()}["q-1"] == (1, 1)


def test_a_change_from_another_window_stands(store: Store) -> None:
    store.attempts.start(a_run("run-1"))
    first = an_attempt("q-1", score=0)
    store.attempts.record(first)
    new, late = structs.replace(first, score=1), structs.replace(first, score=0.5)
    store.attempts.replace(first, new)
    assert store.attempts.replace(first, late) == new
    assert store.attempts.attempts("run-1") == (new,)


def test_what_is_handed_in_is_not_changed(store: Store) -> None:
    store.attempts.start(a_run("run-1"))
    first = an_attempt("q-1", score=0)
    store.attempts.record(first)
    store.attempts.finish("run-1", NOON)
    assert store.attempts.replace(first, structs.replace(first, score=1)) == first
    assert store.attempts.undone("run-1") == ()


def test_an_answer_given_again_after_undo_is_new(store: Store) -> None:
    store.attempts.start(a_run())
    wrong = store.attempts.record(an_attempt(option="b", score=0))
    store.attempts.undo(wrong)
    right = an_attempt(option="a")
    assert store.attempts.record(right) == right
    assert not store.attempts.undo(wrong)
    assert store.attempts.attempts("run-1") == (right,)


def test_several_changes_are_kept_together_or_not_at_all(store: Store) -> None:
    def two_and_a_fault() -> None:
        with store.transaction():
            store.attempts.start(a_run())
            store.attempts.record(an_attempt())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        two_and_a_fault()
    assert store.attempts.run("run-1") is None


_steps = st.lists(
    st.tuples(
        st.sampled_from(["record", "undo", "mark"]),
        st.sampled_from(["run-0", "run-1", "run-2"]),
        st.sampled_from(["q-0", "q-1"]),
        st.sampled_from(["key-1", "key-2"]),
        st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    ),
    max_size=25,
)


class Model:
    """What the log should hold, as plain lists."""

    def __init__(self) -> None:
        self.attempts: list[Attempt] = []

    def newest(self, run: str) -> Attempt | None:
        return next((attempt for attempt in reversed(self.attempts) if attempt.run == run), None)

    def find(self, run: str, question: str) -> Attempt | None:
        return next((a for a in self.attempts if (a.run, a.question) == (run, question)), None)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None
)
@given(_steps)
def test_whatever_is_recorded_marked_and_undone_the_totals_agree(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str, str, float]]
) -> None:
    model = Model()
    with Store.open(tmp_path_factory.mktemp("learner"), now=FakeClock(), later=lambda _work: None) as store:
        for number in range(3):
            store.attempts.start(a_run(f"run-{number}"))
        for action, run, question, key_print, score in steps:
            _do(store, model, action, an_attempt(question, run=run, key_print=key_print, score=score))
        kept = [attempt for run in store.attempts.runs() for attempt in store.attempts.attempts(run.id)]
        assert sorted(kept, key=_identity) == sorted(model.attempts, key=_identity)
        assert {_identity(a) for a in store.attempts.first_attempts()} == {_identity(a) for a in _firsts(model)}
        counted = {(t.question, t.key_print): (t.attempts, t.correct, t.score) for t in store.attempts.totals()}
        assert counted == _totals(model)


def _do(store: Store, model: Model, action: str, attempt: Attempt) -> None:
    if action == "record":
        store.attempts.record(attempt)
        if model.find(attempt.run, attempt.question) is None:
            model.attempts.append(attempt)
    elif action == "undo" and (newest := model.newest(attempt.run)) is not None:
        assert store.attempts.undo(newest)
        model.attempts.remove(newest)
    elif action == "mark" and (kept := model.find(attempt.run, attempt.question)) is not None:
        store.attempts.mark(kept.run, kept.question, ChosenOption("b"), attempt.score)
        marked = structs.replace(kept, answer=ChosenOption("b"), score=attempt.score)
        model.attempts[model.attempts.index(kept)] = marked


def _identity(attempt: Attempt) -> tuple[str, str]:
    return attempt.run, attempt.question


def _firsts(model: Model) -> list[Attempt]:
    firsts: dict[tuple[str, str], Attempt] = {}
    for attempt in model.attempts:
        firsts.setdefault((attempt.question, attempt.key_print), attempt)
    return list(firsts.values())


def _totals(model: Model) -> dict[tuple[str, str], tuple[int, int, float]]:
    totals: dict[tuple[str, str], tuple[int, int, float]] = {}
    for a in model.attempts:
        attempts, correct, score = totals.get((a.question, a.key_print), (0, 0, 0.0))
        totals[a.question, a.key_print] = (attempts + 1, correct + (a.score == 1), score + a.score)
    return totals


def test_a_run_of_many_questions_survives_reopening(directory: Path) -> None:
    run: Run = a_run(questions=40)
    with Store.open(directory) as store:
        given_answers = answer_run(store, run)
    with Store.open(directory) as store:
        assert store.attempts.run(run.id) == run
        assert store.attempts.attempts(run.id) == given_answers
