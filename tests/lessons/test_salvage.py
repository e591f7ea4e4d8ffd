"""Of a damaged file everything is kept that can be read, and what is made of it is sound."""

import pytest
from msgspec import structs

from r2p_app.content.library import Library
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import own, plan
from r2p_app.lessons.salvage import salvage


def rescued(data: bytes, library: Library) -> Lesson | None:
    found = salvage("Mine", data, library, "l-own-mine")
    if found is not None:
        assert own.is_sound(own.read("mine.yaml", own.write(found), library))
    return found


def damaged(lesson: Lesson, old: str, new: str) -> bytes:
    text = own.write(structs.replace(lesson, id="l-own-x")).decode()
    assert old in text
    return text.replace(old, new, 1).encode()


def test_a_sound_file_is_kept_whole(library: Library, lesson: Lesson) -> None:
    found = rescued(own.write(structs.replace(lesson, id="l-own-x")), library)
    assert found == structs.replace(lesson, id="l-own-mine")


def test_a_field_that_is_none_is_left_out(library: Library, lesson: Lesson) -> None:
    first = lesson.steps[0]
    found = rescued(damaged(lesson, f"minutes: {first.minutes}", "minutes: soon"), library)
    assert found is not None
    assert found.steps == (structs.replace(first, minutes=5), *lesson.steps[1:])


def test_an_unknown_key_and_what_leads_nowhere_are_left_out(library: Library, lesson: Lesson) -> None:
    gone = plan.swapped(lesson, 1, lesson.steps[1].uses[0], "q-rwanda-nowhere")
    found = rescued(damaged(gone, "  title:", "  colour: red\n  title:"), library)
    assert found is not None
    assert found.title == lesson.title
    assert found.steps[1].uses == lesson.steps[1].uses[1:]


def test_of_a_file_that_is_no_yaml_from_some_line_on_the_beginning_is_kept(library: Library, lesson: Lesson) -> None:
    heading = lesson.steps[2].heading
    found = rescued(damaged(lesson, f"heading: {heading}", f'heading: "{heading}'), library)
    assert found is not None
    assert found.steps[:2] == lesson.steps[:2]


def test_a_step_without_an_activity_keeps_its_words(library: Library, lesson: Lesson) -> None:
    found = rescued(b"lessons:\n- steps:\n  - heading: Read the cable\n  - minutes: 3\n", library)
    assert found is not None
    assert found.title == "Mine"
    assert [(step.heading, step.activity) for step in found.steps] == [("Read the cable", "Read the cable")]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"lessons: [", b"lessons: []", b"terms:\n- id: x\n", b"lessons:\n- a\n"]
)
def test_where_there_is_nothing_there_is_none(library: Library, data: bytes) -> None:
    assert rescued(data, library) is None
