"""What the projector shows in the course of a lesson, slide by slide.

Only what a class may see is here: a teacher's notes, activities and guidance never are, and a question's key comes
after its votes, by a step of its own.
"""

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r2p_app.content.library import Library
from r2p_app.content.model import Case, Event, Place
from r2p_app.content.questions import Ordering, QuestionBase
from r2p_app.content.teaching import Lesson, LessonStep, StepForm


class Show(enum.StrEnum):
    """What a slide is made of."""

    TITLE = "title"
    CARE = "care"
    PROMPT = "prompt"
    TIMELINE = "timeline"
    MAP = "map"
    QUESTION = "question"
    VOTE = "vote"
    ANSWER = "answer"
    RECORD = "record"
    END = "end"


@dataclass(frozen=True)
class Slide:
    """One view of the projector.

    Attributes:
        show: What it is made of.
        step: The step of the lesson it belongs to; -1 before the first.
        items: The ids of the records shown.
    """

    show: Show
    step: int
    items: tuple[str, ...] = ()


def slides(lesson: Lesson, library: Library) -> tuple[Slide, ...]:
    """Return the slides of a lesson in order; records that are not in the library are left out."""
    steps = (slide for number, step in enumerate(lesson.steps) for slide in _of_step(number, step, library))
    return (Slide(Show.TITLE, -1), Slide(Show.CARE, -1), *steps, Slide(Show.END, len(lesson.steps) - 1))


def first_of(shown: Sequence[Slide], step: int) -> int:
    """Return the place of the first slide of a step; of the title for a step that has none."""
    return next((place for place, slide in enumerate(shown) if slide.step == step), 0)


def care(lesson: Lesson, library: Library) -> tuple[str, tuple[str, ...]]:
    """Return the content note to read together before the first task, and the ground rules."""
    case = lesson_case(lesson, library)
    return ((case.class_note or case.content_note) if case is not None else ""), lesson.ground_rules


def lesson_case(lesson: Lesson, library: Library) -> Case | None:
    """Return the case of the first objective: a teacher's own copy stands in no case's folder."""
    known = (name for name in lesson.objectives if name in library)
    return next((library.find(library.case_of(name), Case) for name in known), None)


def _of_step(number: int, step: LessonStep, library: Library) -> Iterator[Slide]:
    """The line of events would answer a question of order: it comes after it."""
    yield Slide(Show.PROMPT, number)
    used = tuple(name for name in step.uses if name in library)
    whole = tuple(_whole(number, used, library))
    asks_order = any(library.find(name, Ordering) is not None for name in used)
    if not asks_order:
        yield from whole
    shown = {name for slide in whole for name in slide.items}
    for name in used:
        if name not in shown:
            yield from _of_record(number, step, name, library)
    if asks_order:
        yield from whole


def _whole(number: int, used: Sequence[str], library: Library) -> Iterator[Slide]:
    """What is shown together: events on a line, places on a map."""
    for show, kind in ((Show.TIMELINE, Event), (Show.MAP, Place)):
        if found := tuple(name for name in used if library.find(name, kind) is not None):
            yield Slide(show, number, found)


def _of_record(number: int, step: LessonStep, name: str, library: Library) -> Iterator[Slide]:
    if library.find(name, QuestionBase) is None:
        yield Slide(Show.RECORD, number, (name,))
        return
    yield Slide(Show.QUESTION, number, (name,))
    if step.form is StepForm.VOTE:
        yield Slide(Show.VOTE, number, (name,))
    yield Slide(Show.ANSWER, number, (name,))
