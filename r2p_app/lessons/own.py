"""A teacher's own lessons: files of the same form as the pack's, read beside it and checked against it."""

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from r2p_app.content import markup
from r2p_app.content.files import PackFile
from r2p_app.content.kinds import BY_NAME
from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Chapter
from r2p_app.content.problems import Faults, Problem, errors
from r2p_app.content.schema_line import schema_line
from r2p_app.content.teaching import Lesson

if TYPE_CHECKING:
    from r2p_app.content.checks.whole import Whole
    from r2p_app.content.unit import Unit

KIND = BY_NAME["lesson"]

_WIDTH = 112


class OwnLessons(NamedTuple):
    """What a file holds: its sound lessons, and all that is wrong with it."""

    lessons: tuple[Lesson, ...]
    problems: tuple[Problem, ...]


def read(name: str, data: bytes, library: Library) -> OwnLessons:
    """Read a file of lessons; `name` is what problems call it.

    A lesson whose references lead nowhere is still returned, its problems beside it: what is missing is not shown.
    """
    from r2p_app.content.checks.named import broken  # all checks of content: only once there is a file
    from r2p_app.content.unit import analyse

    file = PackFile.at(name)
    unit = analyse(file, data)
    faults = Faults(name)
    if unit.kind not in ("", KIND.name):
        hint = f"begin it with “{KIND.key}:”"
        faults.error(None, f"this file holds records of the kind {unit.kind}, not lessons", hint, code="own-kind")
        return OwnLessons((), (*unit.problems, *faults.found))
    for fault in (each.fault for each in broken(_beside(library, file, unit))):
        faults.error(fault.at, fault.message, fault.hint, code="link-broken")
    lessons = tuple(record for record in unit.records if isinstance(record, Lesson))
    for lesson, (line, column) in zip(lessons, unit.places, strict=True):
        if lesson.id in library:
            entry = Entry(lesson.id, KIND.name, "", lesson, name, line, column)
            hint = "give the copy an id of its own"
            faults.error(entry, f"the pack has a record “{lesson.id}” already", hint, code="id-duplicate")
    return OwnLessons(lessons, tuple(sorted((*unit.problems, *faults.found))))


def _beside(library: Library, file: PackFile, unit: "Unit[Lesson]") -> "Whole":
    """The file among the records of the library, and the anchors of the chapters that it points into."""
    from r2p_app.content.checks.whole import Whole

    chapters = {pointer.target for pointer in unit.pointers if pointer.fragment}
    anchors = {name: _anchors(library.find(name, Chapter)) for name in chapters}
    return Whole([(file, unit)], {entry.id: entry for entry in library}, anchors)


def _anchors(chapter: Chapter | None) -> frozenset[str]:
    return frozenset(markup.parse(chapter.body, 1, chapter.id).anchors) if chapter is not None else frozenset()


def is_sound(own: OwnLessons) -> bool:
    """Tell whether nothing in the file is an error."""
    return bool(own.lessons) and not errors(own.problems)


def write(lesson: Lesson, *, path: str = "lessons.yaml") -> bytes:
    """Return the text of a file with one lesson, as `read` and `r2p check` take it.

    `path` is where the file would stand in a pack: its first line names the schema from there.
    """
    import yaml  # only once a lesson is written

    body = yaml.safe_dump({KIND.key: [msgspec.to_builtins(lesson)]}, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return f"{schema_line(KIND, path)}\n{body}".encode()
