import pytest

from r2p_app.content.library import Library
from r2p_app.learning.attempts import Mode
from r2p_app.store import Store
from r2p_app.store.records import QuestionTotal
from r2p_app.ui.home.standing import quiz_minutes, standing
from r2p_app.ui.reader.text import places, text_of
from tests.ui import mini
from tests.ui.home.conftest import Past


def test_a_new_learner_begins_with_the_first_chapter(mini_library: Library, store: Store) -> None:
    now = standing(mini_library, store)
    assert now.is_new
    assert now.to_read is not None
    assert (now.to_read.chapter.id, now.to_read.number, now.to_read.read_at) == ("rwanda-people", 1, None)
    assert str(now.to_read.link) == "r2p://case/rwanda/read/rwanda-people"
    assert (now.known, now.open_run) == (0, None)


def test_the_chapter_left_last_comes_first(mini_library: Library, store: Store, past: Past) -> None:
    anchors = places(text_of(mini.CHAPTERS[1]))
    past.began("rwanda-warnings", *anchors[:2])
    to_read = standing(mini_library, store).to_read
    assert to_read is not None
    assert (to_read.chapter.id, to_read.anchor) == ("rwanda-warnings", anchors[1])
    assert to_read.checks == 3


def test_after_a_finished_chapter_comes_the_next(mini_library: Library, store: Store, past: Past) -> None:
    past.finished("rwanda-people")
    to_read = standing(mini_library, store).to_read
    assert to_read is not None
    assert (to_read.chapter.id, to_read.number, to_read.read_at) == ("rwanda-warnings", 2, None)


def test_what_was_skipped_comes_after_what_lies_ahead(mini_library: Library, store: Store, past: Past) -> None:
    past.finished("rwanda-warnings")
    past.finished("doctrine-summit")
    to_read = standing(mini_library, store).to_read
    assert to_read is not None
    assert to_read.chapter.id == "rwanda-people"


def test_when_everything_is_read_there_is_nothing_to_read(mini_library: Library, store: Store, past: Past) -> None:
    for chapter in mini.CHAPTERS:
        past.finished(chapter.id)
    now = standing(mini_library, store)
    assert now.to_read is None
    assert [(case.finished, case.chapters, case.share) for case in now.cases] == [(2, 2, 1.0), (1, 1, 1.0)]


def test_a_question_is_known_when_its_newest_answer_was_right_by_today_s_key(
    mini_library: Library, store: Store, past: Past
) -> None:
    past.run("q-refused-raid", "q-who-warned", "q-912")
    past.answered("q-refused-raid", "a", score=1)
    past.answered("q-who-warned", "b", score=0)
    past.answered("q-912", "a", score=1, key="another key")
    now = standing(mini_library, store)
    assert now.known == 1
    assert [(case.known, case.questions) for case in now.cases] == [(1, 5), (0, 1)]


def test_questions_that_left_the_content_do_not_count(store: Store, past: Past) -> None:
    past.run("q-refused-raid")
    past.answered("q-refused-raid", "a", score=1)
    library = Library(mini.PACK, [entry for entry in mini.entries() if entry.id != "q-refused-raid"])
    assert standing(library, store).known == 0


def test_a_quiz_that_was_begun_waits(mini_library: Library, store: Store, past: Past) -> None:
    past.run("q-refused-raid", "q-who-warned", "q-gone")
    past.answered("q-refused-raid", "a", score=1)
    run = standing(mini_library, store).open_run
    assert run is not None
    assert (run.run.id, run.answered, run.questions) == ("run-1", 1, 2)


@pytest.mark.parametrize("mode", [Mode.CHECK, Mode.PRACTICE])
def test_check_questions_and_untouched_plans_are_no_quiz_to_resume(
    mini_library: Library, store: Store, past: Past, mode: Mode
) -> None:
    past.run("q-refused-raid", "q-who-warned", mode=mode)
    if mode is Mode.CHECK:
        past.answered("q-refused-raid", "a", score=1)
    assert standing(mini_library, store).open_run is None


def test_a_quiz_with_nothing_left_to_ask_is_over(store: Store, past: Past) -> None:
    past.run("q-refused-raid", "q-who-warned")
    past.answered("q-refused-raid", "a", score=1)
    library = Library(mini.PACK, [entry for entry in mini.entries() if entry.id != "q-who-warned"])
    assert standing(library, store).open_run is None


def test_answered_check_questions_are_not_counted_again(mini_library: Library, store: Store, past: Past) -> None:
    past.finished("rwanda-people")
    past.run("q-who-warned", mode=Mode.CHECK)
    past.answered("q-who-warned", "a", score=1)
    to_read = standing(mini_library, store).to_read
    assert to_read is not None
    assert to_read.checks == 2


def test_the_time_of_a_quiz_is_this_learner_s(mini_library: Library) -> None:
    totals = [QuestionTotal("a", "k", 2, 1, 1.0, 30.0), QuestionTotal("b", "k", 1, 1, 1.0, 30.0)]
    assert quiz_minutes(6, totals) == pytest.approx(2.0)
    assert quiz_minutes(6, []) == pytest.approx(4.0)
