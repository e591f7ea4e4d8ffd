from r2p_app.content.model import Chapter
from r2p_app.store import Store
from r2p_app.ui.reader.progress import chapter_to_open, is_finished, keep, place_to_open, share_read
from r2p_app.ui.reader.text import places, text_of
from tests.ui.reader.making import CASE, CHAPTER, SHORT, library

ALL = places(text_of(CHAPTER))


def read(store: Store, chapter: Chapter = CHAPTER, count: int = 3) -> bool:
    anchors = places(text_of(chapter))
    return keep(store, chapter, anchors[min(count, len(anchors) - 1)], anchors[:count])


def test_what_was_seen_is_kept_and_told_once(store: Store) -> None:
    assert read(store)
    assert not read(store)
    known = store.reading.progress(CHAPTER.id)
    assert known is not None
    assert known.seen == {*ALL[:3], ALL[3]}
    assert known.anchor == ALL[3]


def test_another_place_is_kept_although_it_is_no_news(store: Store) -> None:
    read(store)
    assert not keep(store, CHAPTER, ALL[1], ALL[:2])
    known = store.reading.progress(CHAPTER.id)
    assert known is not None
    assert known.anchor == ALL[1]


def test_a_chapter_is_finished_when_its_end_was_in_view(store: Store) -> None:
    read(store)
    assert not is_finished(store.reading.all_progress(), CHAPTER)
    assert keep(store, CHAPTER, ALL[-2], ALL[-2:])
    progress = store.reading.all_progress()
    assert is_finished(progress, CHAPTER)
    assert progress[CHAPTER.id].anchor == ALL[-2]


def test_a_case_is_read_by_the_length_of_its_chapters(store: Store) -> None:
    pack = library()
    assert share_read({}, pack, CASE) == 0
    keep(store, SHORT, "", places(text_of(SHORT)))
    small = share_read(store.reading.all_progress(), pack, CASE)
    assert 0 < small < 0.05
    keep(store, CHAPTER, "", ALL)
    assert share_read(store.reading.all_progress(), pack, CASE) == 1


def test_one_goes_on_with_the_chapter_left_last_or_the_one_after_it(store: Store) -> None:
    pack = library()
    assert chapter_to_open({}, pack, CASE) == CHAPTER
    read(store)
    assert chapter_to_open(store.reading.all_progress(), pack, CASE) == CHAPTER
    keep(store, CHAPTER, "", ALL)
    assert chapter_to_open(store.reading.all_progress(), pack, CASE) == SHORT


def test_one_goes_on_where_one_left_off_unless_the_chapter_is_finished(store: Store) -> None:
    assert place_to_open({}, CHAPTER) == ""
    read(store)
    assert place_to_open(store.reading.all_progress(), CHAPTER) == ALL[3]
    keep(store, CHAPTER, ALL[2], ALL)
    assert place_to_open(store.reading.all_progress(), CHAPTER) == ""


def test_a_place_that_is_gone_from_the_chapter_is_forgotten(store: Store) -> None:
    store.reading.read(CHAPTER.id, "p-gone", ("p-gone",))
    assert place_to_open(store.reading.all_progress(), CHAPTER) == ""
