"""One's own notes and lessons are found with everything else."""

from datetime import UTC, datetime

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from r2p_app.content.teaching import Lesson, LessonStep, StepForm
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.search.query import parse
from r2p_app.ui.search.own import fitting, own_lessons, own_notes
from r2p_app.ui.search.service import Search
from r2p_app.ui.state import AppState
from tests.ui.mini import mini_library

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def annotation(item: str, note: str) -> Annotation:
    return Annotation("a1", Kind.NOTE, item, "p1", 0, "words that were marked", "", "", note, NOON, NOON)


@pytest.fixture
def chapter(state: AppState) -> str:
    case = mini_library().cases[0]
    state.store.annotations.save(annotation(case.chapters[0], "Ask the teacher about Đurđević"))
    return case.chapters[0]


def found(state: AppState, typed: str) -> list[str]:
    return [passage.link for passage in own_notes(state, parse(typed))]


@pytest.mark.parametrize("typed", ["durdevic", '"the teacher"', "kind:note", "marked ask", "kind:note case:rwanda"])
def test_it_is_found(state: AppState, chapter: str, typed: str) -> None:
    assert found(state, typed) == [f"r2p://chapter/{chapter}#p1"]


@pytest.mark.usefixtures("chapter")
@pytest.mark.parametrize("typed", ["xyzzy", "kind:event", "kind:note case:kosovo", ""])
def test_it_is_not_found(state: AppState, typed: str) -> None:
    assert found(state, typed) == []


def test_a_note_on_a_chapter_that_has_gone_opens_the_notes(state: AppState) -> None:
    state.store.annotations.save(annotation("gone", "still mine"))
    assert found(state, "mine") == ["r2p://notes"]


@pytest.fixture
def lesson(state: AppState) -> Lesson:
    step = LessonStep(minutes=5, heading="Who was **Đurđević**?", activity="Talk", form=StepForm.TALK)
    made = Lesson(id="l-mine", title="My hour on Kigali", objectives=(), steps=(step,))
    state.store.lessons.save(made)
    return made


@pytest.mark.parametrize("typed", ["my hour", "durdevic", "kind:lesson hour", '"hour on kigali"'])
def test_an_own_lesson_is_found(state: AppState, lesson: Lesson, typed: str) -> None:
    assert [each.link for each in fitting(own_lessons(state), parse(typed))] == [f"r2p://lessons/{lesson.id}"]


@pytest.mark.usefixtures("lesson")
@pytest.mark.parametrize("typed", ["xyzzy", "kind:event hour", "case:rwanda hour", ""])
def test_an_own_lesson_is_not_found(state: AppState, typed: str) -> None:
    assert fitting(own_lessons(state), parse(typed)) == []


def test_lessons_written_since_are_found_when_somebody_searches_next(
    qtbot: QtBot, state: AppState, lesson: Lesson
) -> None:
    search = Search(state)
    with qtbot.waitSignal(search.ready):
        search.prepare()
    assert search.find(parse("hour"))[0].title == lesson.title
    state.store.lessons.save(msgspec.structs.replace(lesson, id="l-other", title="Another hour"))
    search.prepare()
    assert search.find(parse("another hour"))[0].title == "Another hour"
