"""Tallies of many people: added up as they come, taken away, never twice."""

from r2p_app.learning.statistics import statistics
from r2p_app.learning.tallies import Response, Tally, combined, tallies
from r2p_app.store import Store
from tests.store.sample import a_run, an_attempt, answer_run


def of_a_class(name: str, people: int, right: int) -> tuple[Tally, ...]:
    return tallies(
        Response(f"{name}-{person}", f"q-{number}", "key", float(person < right), ("a",), None, 9.0)
        for person in range(people)
        for number in range(3)
    )


def test_the_sum_of_all_sources_is_kept(store: Store) -> None:
    one, other = of_a_class("one", 8, 4), of_a_class("other", 12, 11)
    assert store.statistics.add("one", 8, one)
    assert store.statistics.add("other", 12, other)
    assert store.statistics.tallies() == combined((*one, *other))
    assert statistics(store.statistics.tallies()[0]).facility == 15 / 20
    assert {(source.id, source.people, source.answers) for source in store.statistics.sources()} == {
        ("one", 8, 24),
        ("other", 12, 36),
    }


def test_the_same_twice_counts_once_and_a_fuller_one_replaces_it(store: Store) -> None:
    assert store.statistics.add("one", 8, of_a_class("one", 8, 4))
    assert not store.statistics.add("one", 8, of_a_class("one", 8, 4))
    assert store.statistics.add("one", 10, of_a_class("one", 10, 4))
    assert store.statistics.tallies() == of_a_class("one", 10, 4)


def test_what_was_taken_away_is_out_of_the_sum(store: Store) -> None:
    store.statistics.add("one", 8, of_a_class("one", 8, 4))
    store.statistics.add("other", 12, of_a_class("other", 12, 11))
    store.statistics.remove("one")
    assert store.statistics.tallies() == of_a_class("other", 12, 11)
    assert [source.id for source in store.statistics.sources()] == ["other"]


def test_the_learners_own_first_answers(store: Store) -> None:
    answer_run(store, a_run("run-1", questions=2))
    store.attempts.start(a_run("run-2"))
    store.attempts.record(an_attempt("q-0", run="run-2", score=0))
    assert [(one.question, one.score) for one in store.statistics.own()] == [("q-0", 1.0), ("q-1", 1.0)]
