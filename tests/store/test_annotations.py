from dataclasses import replace
from datetime import timedelta

from r2p_app.notes.annotation import Kind
from r2p_app.store import Store
from tests.store.sample import NOON, an_annotation


def test_marks_are_kept_and_come_back_in_the_order_in_which_they_were_made(store: Store) -> None:
    later = an_annotation("a", at=NOON + timedelta(minutes=1))
    sooner = an_annotation("b")
    for mark in (later, sooner):
        store.annotations.save(mark)
    assert store.annotations.all() == (sooner, later)


def test_marks_of_one_record_are_found(store: Store) -> None:
    here, there = an_annotation("a"), an_annotation("b", item="kosovo-before")
    store.annotations.save(here)
    store.annotations.save(there)
    assert store.annotations.of("rwanda-before") == (here,)
    assert store.annotations.of("unknown") == ()


def test_a_mark_saved_again_takes_the_place_of_the_old_one(store: Store) -> None:
    mark = an_annotation()
    store.annotations.save(mark)
    changed = mark.with_note(" Why? ", NOON + timedelta(days=1))
    store.annotations.save(changed)
    assert store.annotations.all() == (changed,)
    assert (changed.kind, changed.note, changed.made_at) == (Kind.NOTE, "Why?", NOON)


def test_a_removed_mark_can_be_saved_again(store: Store) -> None:
    mark = an_annotation(note="Why?")
    store.annotations.save(mark)
    store.annotations.remove(mark.id)
    store.annotations.remove(mark.id)
    assert store.annotations.all() == ()
    store.annotations.save(mark)
    assert store.annotations.all() == (mark,)


def test_a_place_may_change_with_the_text(store: Store) -> None:
    mark = an_annotation()
    store.annotations.save(mark)
    moved = replace(mark, anchor="p9", start=0, before="", after="")
    store.annotations.save(moved)
    assert store.annotations.of("rwanda-before") == (moved,)
