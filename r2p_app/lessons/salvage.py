"""What can still be read of a lesson's file that is damaged: every field and step that is sound, nothing invented."""

from collections.abc import Iterable, Mapping
from typing import Any

from r2p_app.content.build import build
from r2p_app.content.library import Library
from r2p_app.content.nodes import Mapping as MappingNode
from r2p_app.content.nodes import Node, Sequence
from r2p_app.content.problems import Faults
from r2p_app.content.reader import compose
from r2p_app.content.scalars import BAD
from r2p_app.content.shapes import ListShape, RecordShape, shape_of
from r2p_app.content.teaching import Lesson, LessonStep, StepForm
from r2p_app.lessons import own

_NOWHERE = ""
"""Faults of a file that is known to have some are not listed again."""

_MOST_TRIES = 200
"""Lines that are taken away from the end, one by one, until what is left is YAML."""

_MINUTES = 5
"""The length of a step that does not say it."""


def salvage(name: str, data: bytes, library: Library, lesson_id: str) -> Lesson | None:
    """Return the first lesson of a file under another id, without what is damaged or leads nowhere.

    `name` is the title where none can be read. None where there is not even a step, or where what is left would again
    be refused.
    """
    root = _beginning(data.decode("utf-8", errors="ignore"))
    found = root.find(own.KIND.key) if isinstance(root, MappingNode) else None
    first = found.items[0] if isinstance(found, Sequence) and found.items else None
    fields = _fields(Lesson, first) if first is not None else {}
    steps = tuple(_step(each, library) for each in fields.get("steps", ()) if _says_something(each))
    if not steps:
        return None
    texts = {key: value for key, value in fields.items() if key not in {"id", "title", "objectives", "steps"}}
    objectives = _known(fields.get("objectives", ()), library)
    made = Lesson(id=lesson_id, title=fields.get("title", name), objectives=objectives, steps=steps, **texts)
    return made if own.is_sound(own.read(f"{lesson_id}.yaml", own.write(made), library)) else None


def _beginning(text: str) -> Node | None:
    """Compose as much of a text, from its first line, as is YAML."""
    lines = text.splitlines()
    for _ in range(_MOST_TRIES):
        faults = Faults(_NOWHERE)
        root = compose("\n".join(lines), faults)
        if root is not None or not lines:
            return root
        at = max((problem.line for problem in faults.found), default=len(lines))
        lines = lines[: min(len(lines), at) - 1]
    return None


def _fields(record: type, node: Node) -> dict[str, Any]:  # Any: fields have texts, numbers and lists
    """Return the sound fields of a record. Steps are fields of their own; of other lists the sound entries are kept."""
    shape = shape_of(record)
    if not isinstance(node, MappingNode) or not isinstance(shape, RecordShape):
        return {}
    found = {}
    for pair in node.pairs:
        field = shape.fields.get(pair.key)
        if field is None:
            continue
        if isinstance(field.shape, ListShape) and isinstance(pair.value, Sequence):
            is_steps = isinstance(field.shape.item, RecordShape)
            item = field.shape.item
            each = (_fields(LessonStep, one) if is_steps else _value(item, one) for one in pair.value.items)
            found[pair.key] = tuple(value for value in each if value is not BAD)
        elif (value := _value(field.shape, pair.value)) is not BAD:
            found[pair.key] = value
    return found


def _value(shape: Any, node: Node) -> Any:  # Any: whatever the shape describes
    return build(shape, node, "", Faults(_NOWHERE))


def _says_something(fields: Mapping[str, Any]) -> bool:
    return any(fields.get(key) for key in ("heading", "activity", "prompt", "teacher_note"))


def _step(fields: Mapping[str, Any], library: Library) -> LessonStep:
    """Return a step; a heading or an activity that cannot be read is taken from what the step says otherwise."""
    words = next(fields[key] for key in ("heading", "activity", "prompt", "teacher_note") if fields.get(key))
    whole = {"minutes": _MINUTES, "heading": words, "activity": words, "form": StepForm.TALK, **fields}
    return LessonStep(**{**whole, "uses": _known(whole.get("uses", ()), library)})


def _known(names: Iterable[str], library: Library) -> tuple[str, ...]:
    return tuple(name for name in names if name in library)
