"""What every slide of every lesson shows: large enough for the last row, and nothing of the teacher's."""

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.model import Document
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import DecisionPoint, Discussion, Lesson
from r2p_app.lessons.slides import Show
from r2p_app.ui.lessons.edges import edges, slide_name
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.lessons.slide_text import slide_text, source_lines
from r2p_app.ui.projector.canvas import SMALLEST_LETTER, ProjectorCanvas
from r2p_app.ui.widgets.inline import plain

SIZES = ((1280, 720), (1024, 768), (1920, 1080))


def lessons(library: Library) -> list[RunningLesson]:
    return [RunningLesson(lesson, library) for lesson in library.all(Lesson)]


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("size", SIZES)
def test_the_smallest_letter_can_be_read_from_the_back(qtbot: QtBot, library: Library, size: tuple[int, int]) -> None:
    canvas = ProjectorCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(*size)
    for running in lessons(library):
        for place, slide in enumerate(running.slides):
            canvas.show_content(running.sheet(place), edges(running))
            assert canvas.smallest_letter() >= SMALLEST_LETTER, (running.lesson.id, slide)


def test_nothing_of_the_teachers_is_on_a_slide(library: Library) -> None:
    for running in lessons(library):
        shown = "\n".join(running.sheet(place).words for place in range(len(running.slides)))
        secret = [running.lesson.exit_route, *running.lesson.adaptations]
        for step in running.lesson.steps:
            secret += [step.teacher_note, step.activity, *step.materials]
            secret += [item.guidance for name in step.uses if (item := library.find(name, Discussion)) is not None]
        assert [text for text in secret if len(text) > 20 and text in shown] == []


def test_a_key_is_only_on_the_slide_of_the_answer(library: Library) -> None:
    for running in lessons(library):
        for place, slide in enumerate(running.slides):
            if slide.show in {Show.QUESTION, Show.VOTE}:
                question = library.get(slide.items[0], QuestionBase)
                words = running.sheet(place).words
                assert not question.rationale or plain(question.rationale) not in words
                assert "the answer" not in words.lower()


def test_every_slide_says_what_it_is(library: Library) -> None:
    for running in lessons(library):
        for place, slide in enumerate(running.slides):
            assert slide_name(slide, running.lesson, library)
            assert running.sheet(place).words


def test_decisions_are_shown_without_what_followed(library: Library) -> None:
    for running in lessons(library):
        for place, slide in enumerate(running.slides):
            decision = library.find(slide.items[0], DecisionPoint) if slide.items else None
            if decision is not None:
                words = running.sheet(place).words
                assert decision.chosen not in words
                assert decision.what_followed not in words
                assert not slide_text(slide, running.lesson, library).sources, "they name what was decided"


def test_a_source_is_named_once(library: Library) -> None:
    name = library.get("doc-res-912", Document).sources[0]
    assert len(source_lines(library, (name, name))) == 1
