from datetime import timedelta
from pathlib import Path

from r2p_app.store import Store
from tests.lab.making import LATER, NOON, advised, exercise
from tests.store.sample import FakeClock


def test_an_exercise_is_kept_as_it_was_left(store: Store) -> None:
    one = advised().answered("later", "Žepa", LATER)
    store.exercises.save(one)
    assert store.exercises.get(one.id) == one
    assert store.exercises.get("none") is None


def test_saving_again_replaces_it(store: Store) -> None:
    store.exercises.save(exercise())
    store.exercises.save(advised().finished(LATER))
    (kept,) = store.exercises.all()
    assert kept.finished_at == LATER


def test_all_stand_in_the_order_in_which_they_were_begun(store: Store) -> None:
    for name, days in (("late", 2), ("early", 0), ("between", 1)):
        store.exercises.save(exercise(name, at=NOON + timedelta(days=days)))
    assert [one.id for one in store.exercises.all()] == ["early", "between", "late"]


def test_one_can_be_taken_away(store: Store) -> None:
    store.exercises.save(exercise("a"))
    store.exercises.save(exercise("b"))
    store.exercises.remove("a")
    assert [one.id for one in store.exercises.all()] == ["b"]


def test_a_killed_program_loses_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path, now=FakeClock()) as first:
        first.exercises.save(exercise())
    with Store.open(tmp_path, now=FakeClock()) as second:
        assert second.exercises.get("e-1") == exercise()
