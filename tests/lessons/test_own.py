"""A teacher's own lessons are written and read as the pack's are, and checked against the pack."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from r2p_app.content.library import Library
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import own, plan

FIRST = b"# yaml-language-server: $schema=schemas/lessons.schema.json\n"

# What a person can type into a field: no control characters, no bytes that are no text.
TYPED = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1).map(str.strip)


def copy_of(lesson: Lesson, library: Library, **fields: object) -> Lesson:
    copy = plan.adapted(lesson, title="My own", taken=())
    return structs.replace(copy, **fields) if fields else copy


def messages(found: own.OwnLessons) -> list[str]:
    return [problem.message for problem in found.problems]


@pytest.mark.parametrize("place", range(18))
def test_every_shipped_lesson_can_be_copied_written_and_read_again(library: Library, place: int) -> None:
    copy = copy_of(library.all(Lesson)[place], library)
    found = own.read("mine.yaml", own.write(copy), library)
    assert (found.lessons, found.problems) == ((copy,), ())
    assert own.is_sound(found)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=TYPED.filter(bool))
def test_whatever_a_teacher_types_is_kept(library: Library, lesson: Lesson, note: str) -> None:
    copy = plan.changed(copy_of(lesson, library), 0, teacher_note=note)
    found = own.read("mine.yaml", own.write(copy), library)
    assert [each.steps[0].teacher_note for each in found.lessons] in ([note], []), found.problems
    assert found.lessons or found.problems


@pytest.mark.parametrize("note", ["no", "1994-04-07", "0x10", "null", "yes: no", "- a", "“quoted” 'words' \"here\""])
def test_words_that_yaml_would_take_for_something_else_stay_words(library: Library, lesson: Lesson, note: str) -> None:
    copy = plan.changed(copy_of(lesson, library), 0, teacher_note=note)
    assert own.read("mine.yaml", own.write(copy), library).lessons == (copy,)


def test_a_record_that_the_pack_does_not_have_is_named_with_its_line(library: Library, lesson: Lesson) -> None:
    copy = plan.swapped(copy_of(lesson, library), 1, lesson.steps[1].uses[0], "q-rwanda-nowhere")
    found = own.read("mine.yaml", own.write(copy), library)
    (problem,) = found.problems
    assert "there is no record “q-rwanda-nowhere”" in problem.message
    assert problem.file == "mine.yaml"
    assert "q-rwanda-nowhere" in own.write(copy).decode().splitlines()[problem.line - 1]
    assert not own.is_sound(found)


def test_an_id_of_the_pack_is_not_taken_again(library: Library, lesson: Lesson) -> None:
    assert messages(own.read("mine.yaml", own.write(lesson), library)) == [
        "the pack has a record “l-rwanda-two-weeks-in-april” already"
    ]


def test_a_file_of_something_else_is_refused(library: Library) -> None:
    data = FIRST.replace(b"lessons", b"lanes") + b"lanes:\n- {id: lane-x, title: X}\n"
    found = own.read("mine.yaml", data, library)
    assert found.lessons == ()
    assert "this file holds records of the kind lane, not lessons" in messages(found)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"lessons: [", b"lessons: 3", b"lessons:\n- {id: l-x}\n"])
def test_a_damaged_file_has_a_problem_and_no_lesson(library: Library, data: bytes) -> None:
    found = own.read("mine.yaml", data, library)
    assert found.lessons == ()
    assert found.problems
    assert not own.is_sound(found)
