"""Reports of doubtful questions, and how a run is held, on the disk."""

from msgspec import structs

from r2p_app.learning.attempts import Mode, RunOptions
from r2p_app.store import Store
from tests.store.sample import a_run, an_attempt


def test_reports_are_kept_newest_first(store: Store) -> None:
    first = store.reports.add("q-1", "print", "Is this right?")
    second = store.reports.add("q-2", "print", "<b>\u202e\U0001f600</b>" + "x" * 4_000)
    assert store.reports.all() == (second, first)


def test_a_report_is_deleted_once(store: Store) -> None:
    kept = store.reports.add("q-1", "print", "Is this right?")
    store.reports.delete(kept.id + 1)
    assert store.reports.all() == (kept,)
    store.reports.delete(kept.id)
    store.reports.delete(kept.id)
    assert store.reports.all() == ()


def test_how_a_run_is_held_comes_back(store: Store) -> None:
    options = RunOptions(minutes=20, spent=12.5, code="Blue Door")
    store.attempts.start(structs.replace(a_run("run-1"), options=options))
    kept = store.attempts.run("run-1")
    assert kept is not None
    assert kept.options == options
    store.attempts.set_options("run-1", RunOptions())
    again = store.attempts.run("run-1")
    assert again is not None
    assert again.options == RunOptions()


def test_a_flag_is_set_once_and_taken_away(store: Store) -> None:
    store.attempts.start(a_run("run-1"))
    for _ in range(2):
        store.attempts.flag("run-1", "q-1", on=True)
    assert store.attempts.flagged("run-1") == {"q-1"}
    store.attempts.flag("run-1", "q-1", on=False)
    assert store.attempts.flagged("run-1") == frozenset()


def test_an_answer_that_does_not_count_is_kept_and_counts_nowhere(store: Store) -> None:
    store.attempts.start(a_run("run-1", mode=Mode.DIAGNOSTIC))
    kept = store.attempts.record(structs.replace(an_attempt("q-1", run="run-1"), counts=False))
    assert store.attempts.attempts("run-1") == (kept,)
    assert store.attempts.totals() == ()
    assert store.attempts.first_attempts() == store.attempts.latest_attempts() == ()
    assert store.attempts.answered() == frozenset()
    store.reviews.rebuild()
    assert store.reviews.all() == ()
    store.attempts.start(a_run("run-2"))
    store.attempts.record(an_attempt("q-1", run="run-2"))
    store.reviews.rebuild()
    assert [total.attempts for total in store.attempts.totals()] == [1]
    assert [state.reviews for state in store.reviews.all()] == [1]


def test_undoing_a_diagnostic_answer_leaves_the_others_alone(store: Store) -> None:
    store.attempts.start(a_run("run-1"))
    counted = store.attempts.record(an_attempt("q-1", run="run-1"))
    before = store.reviews.state("q-1")
    store.attempts.start(a_run("run-2", mode=Mode.DIAGNOSTIC))
    assert store.attempts.undo(store.attempts.record(structs.replace(an_attempt("q-1", run="run-2"), counts=False)))
    assert store.reviews.state("q-1") == before
    assert store.attempts.first_attempts() == (counted,)


def test_runs_of_a_mode_and_case_are_found(store: Store) -> None:
    store.attempts.start(structs.replace(a_run("run-1", mode=Mode.DIAGNOSTIC), scope="rwanda"))
    store.attempts.start(structs.replace(a_run("run-2", mode=Mode.DIAGNOSTIC), scope="kosovo"))
    assert [run.id for run in store.attempts.held(Mode.DIAGNOSTIC, "rwanda")] == ["run-1"]
