"""A lesson as a plan that a teacher may change: order, minutes, notes, what is shown. Every change is a new value."""

import re
from collections.abc import Container
from itertools import accumulate
from typing import Any

from anyascii import anyascii
from msgspec import structs

from r2p_app.content.teaching import Lesson, LessonStep

MOST_MINUTES = 240
"""No step is longer: beyond this a number is a slip of the finger."""

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def minutes(lesson: Lesson) -> int:
    """Return the length of the whole lesson."""
    return sum(step.minutes for step in lesson.steps)


def starts(lesson: Lesson) -> tuple[int, ...]:
    """Return the planned minute at which each step begins, from 0; one more at the end, the length."""
    return tuple(accumulate((step.minutes for step in lesson.steps), initial=0))


def own_id(title: str, taken: Container[str]) -> str:
    """Return an id for a teacher's own copy that nothing else bears."""
    words = _NOT_IN_IDS.sub("-", anyascii(title).lower()).strip("-")[:48].strip("-") or "lesson"
    name = f"l-own-{words}"
    number = 2
    while name in taken:
        name = f"l-own-{words}-{number}"
        number += 1
    return name


def adapted(lesson: Lesson, *, title: str, taken: Container[str]) -> Lesson:
    """Return a copy under a title and an id of its own."""
    return structs.replace(lesson, id=own_id(title, taken), title=title)


def moved(lesson: Lesson, step: int, by: int) -> Lesson:
    """Move a step towards the end (positive) or the beginning; at the edge it stays."""
    to = min(max(step + by, 0), len(lesson.steps) - 1)
    steps = list(lesson.steps)
    steps.insert(to, steps.pop(step))
    return structs.replace(lesson, steps=tuple(steps))


def without(lesson: Lesson, step: int) -> Lesson:
    """Drop a step; raise `ValueError` for the only one."""
    if len(lesson.steps) == 1:
        raise ValueError("a lesson has at least one step")
    return structs.replace(lesson, steps=lesson.steps[:step] + lesson.steps[step + 1 :])


def restored(lesson: Lesson, step: int, dropped: LessonStep) -> Lesson:
    """Put a dropped step back where it was."""
    return structs.replace(lesson, steps=(*lesson.steps[:step], dropped, *lesson.steps[step:]))


def changed(lesson: Lesson, step: int, **fields: Any) -> Lesson:  # Any: the fields of a step
    """Return the lesson with other fields in one step; minutes are kept between 1 and `MOST_MINUTES`."""
    if "minutes" in fields:
        fields["minutes"] = min(max(fields["minutes"], 1), MOST_MINUTES)
    steps = list(lesson.steps)
    steps[step] = structs.replace(steps[step], **fields)
    return structs.replace(lesson, steps=tuple(steps))


def swapped(lesson: Lesson, step: int, old: str, new: str) -> Lesson:
    """Show another record (a question, a document) in the place of one; `new` "" leaves it out."""
    uses = (new if name == old else name for name in lesson.steps[step].uses)
    return changed(lesson, step, uses=tuple(dict.fromkeys(name for name in uses if name)))
