"""What the projector shows: in order, only what a class may see, the key only after the votes."""

from collections.abc import Iterator

import msgspec

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Lesson, StepForm
from r2p_app.lessons.plan import changed
from r2p_app.lessons.slides import Show, Slide, care, first_of, lesson_case, slides


def shows(lesson: Lesson, library: Library, step: int) -> list[Show]:
    return [slide.show for slide in slides(lesson, library) if slide.step == step]


def every(library: Library) -> Iterator[tuple[Lesson, tuple[Slide, ...]]]:
    return ((lesson, slides(lesson, library)) for lesson in library.all(Lesson))


def test_a_lesson_begins_with_its_title_and_the_content_note(library: Library, lesson: Lesson) -> None:
    assert shows(lesson, library, -1) == [Show.TITLE, Show.CARE]
    note, rules = care(lesson, library)
    case = lesson_case(lesson, library)
    assert case is not None
    assert note == case.class_note
    assert rules == lesson.ground_rules


def test_a_step_shows_its_prompt_then_what_it_uses(library: Library, lesson: Lesson) -> None:
    assert shows(lesson, library, 0) == [Show.PROMPT, Show.TIMELINE]
    assert shows(lesson, library, 2) == [Show.PROMPT, Show.QUESTION, Show.VOTE, Show.ANSWER, Show.RECORD]


def test_a_question_of_order_is_not_answered_by_the_line_of_events(library: Library, lesson: Lesson) -> None:
    assert shows(lesson, library, 1) == [Show.PROMPT, Show.QUESTION, Show.ANSWER, Show.TIMELINE]


def test_the_steps_come_in_order_and_each_has_a_prompt(library: Library) -> None:
    for lesson, shown in every(library):
        assert [slide.step for slide in shown] == sorted(slide.step for slide in shown)
        assert {slide.step for slide in shown if slide.show is Show.PROMPT} == set(range(len(lesson.steps)))
        assert shown[-1].show is Show.END


def test_everything_that_a_step_uses_is_shown(library: Library) -> None:
    for lesson, shown in every(library):
        used = {name for step in lesson.steps for name in step.uses}
        assert {name for slide in shown for name in slide.items} == used


def test_an_answer_comes_after_its_votes(library: Library) -> None:
    for _, shown in every(library):
        answers = [place for place, slide in enumerate(shown) if slide.show is Show.ANSWER]
        for place in answers:
            before = [slide.show for slide in shown[:place] if slide.items == shown[place].items]
            assert before in ([Show.QUESTION], [Show.QUESTION, Show.VOTE])


def test_every_step_of_a_vote_has_something_to_vote_on_or_options(library: Library) -> None:
    for lesson in library.all(Lesson):
        for step in lesson.steps:
            if step.form is StepForm.VOTE:
                assert any(library.find(name, QuestionBase) for name in step.uses) or "vote" in step.prompt.lower()


def test_what_is_not_in_the_library_is_left_out(library: Library, lesson: Lesson) -> None:
    gone = changed(lesson, 0, uses=("doc-nowhere",))
    assert shows(gone, library, 0) == [Show.PROMPT]


def test_where_a_step_begins(library: Library, lesson: Lesson) -> None:
    shown = slides(lesson, library)
    assert [shown[first_of(shown, step)].show for step in range(5)] == [Show.PROMPT] * 5
    assert first_of(shown, 99) == 0


def test_a_copy_knows_its_content_note(library: Library, lesson: Lesson) -> None:
    copy = msgspec.structs.replace(lesson, id="l-own-mine")
    assert care(copy, library) == care(lesson, library)
