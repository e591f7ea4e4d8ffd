import pytest

from r2p_app.store import Store
from r2p_app.store.records import ChapterProgress, LastPlace
from tests.store.sample import NOON, FakeClock


def test_nothing_was_read_at_first(store: Store) -> None:
    assert store.reading.progress("rwanda-before") is None
    assert store.reading.all_progress() == {}
    assert store.reading.last_place() is None
    assert store.reading.accepted_notes() == frozenset()


def test_paragraphs_seen_add_up_and_the_last_in_view_is_kept(store: Store, clock: FakeClock) -> None:
    store.reading.read("rwanda-before", "p3", seen=("p1", "p2"))
    clock.pass_days(1)
    store.reading.read("rwanda-before", "p2")
    expected = ChapterProgress("rwanda-before", frozenset(("p1", "p2", "p3")), "p2", clock())
    assert store.reading.progress("rwanda-before") == expected


def test_a_chapter_is_finished_once(store: Store, clock: FakeClock) -> None:
    store.reading.finish("rwanda-before", "p9")
    clock.pass_days(1)
    store.reading.finish("rwanda-before", "p9")
    progress = store.reading.progress("rwanda-before")
    assert progress is not None
    assert (progress.finished_at, progress.read_at) == (NOON, clock())


@pytest.mark.parametrize(
    ("seen", "anchors", "share"),
    [
        (("p1", "p2"), ("p1", "p2", "p3", "p4"), 0.5),
        (("p4",), ("p1", "p2", "p3", "p4"), 0.25),
        (("removed",), ("p1", "p2"), 0.0),
        ((), (), 0.0),
    ],
)
def test_how_far_follows_the_chapter_as_it_is_today(
    seen: tuple[str, ...], anchors: tuple[str, ...], share: float
) -> None:
    progress = ChapterProgress("rwanda-before", frozenset(seen), "p1", NOON)
    assert progress.share(anchors) == share


def test_the_last_place_replaces_the_one_before(store: Store, clock: FakeClock) -> None:
    store.reading.leave("r2p://timeline")
    clock.pass_days(-2)  # a clock set back
    store.reading.leave("r2p://case/rwanda/read/rwanda-before#p2")
    assert store.reading.last_place() == LastPlace("r2p://case/rwanda/read/rwanda-before#p2", clock())


def test_a_content_note_stays_accepted(store: Store) -> None:
    store.reading.accept_note("rwanda")
    store.reading.accept_note("rwanda")
    assert store.reading.accepted_notes() == {"rwanda"}
