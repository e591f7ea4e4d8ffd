"""Does everything that is named exist, and is everything there reached?"""

from collections.abc import Iterator

from r2p_app.content.checks.base import Fault
from r2p_app.content.checks.whole import Found, Whole, WholeCheck
from r2p_app.content.files import CASES
from r2p_app.content.kinds import CASE, CHAPTER
from r2p_app.content.model import Case, Source
from r2p_app.content.pointers import Pointer
from r2p_app.content.problems import Level


def broken(whole: Whole) -> Iterator[Found]:
    """Everything that is named exists and is of the right kind."""
    for file, unit in whole.files:
        for pointer in unit.pointers:
            if (fault := _broken(pointer, whole)) is not None:
                yield Found(file.path, fault)


def _broken(pointer: Pointer, whole: Whole) -> Fault | None:
    wanted = " or ".join(pointer.kinds) or "record"
    entry = whole.entries.get(pointer.target)
    if entry is None:
        if pointer.target in whole.left_out:
            return None  # what is wrong with it is reported where it stands
        message = f"there is no {wanted} “{pointer.target}”"
        return Fault(pointer, message, whole.suggestion(pointer.target, pointer.kinds))
    if pointer.kinds and entry.kind not in pointer.kinds:
        return Fault(pointer, f"“{pointer.target}” is of the kind {entry.kind}; expected {wanted}")
    if pointer.fragment and pointer.fragment not in whole.anchors.get(pointer.target, ()):
        hint = "write {#" + pointer.fragment + "} after a heading or paragraph of that chapter"
        return Fault(pointer, f"“{pointer.target}” has no anchor “{pointer.fragment}”", hint)
    return None


def unused_sources(whole: Whole) -> Iterator[Found]:
    """Every source is cited."""
    for entry, _ in whole.of(Source):
        if entry.id not in whole.targets:
            yield Found(entry.file, Fault(entry, f"nothing cites the source “{entry.id}”", "cite it or delete it"))


def unlisted_chapters(whole: Whole) -> Iterator[Found]:
    """Every chapter stands in the order of its case."""
    listed = {chapter for _, case in whole.of(Case) for chapter in case.chapters}
    for entry in whole.entries.values():
        if entry.kind == CHAPTER.name and entry.id not in listed:
            hint = "add it to “chapters” in case.yaml"
            yield Found(entry.file, Fault(entry, f"no case lists the chapter “{entry.id}”", hint))


def foreign_chapters(whole: Whole) -> Iterator[Found]:
    """A case lists the chapters of its own folder."""
    for entry, case in whole.of(Case):
        for chapter_id in case.chapters:
            chapter = whole.entries.get(chapter_id)
            if chapter is not None and chapter.case != case.id:
                hint = f"it stands in {chapter.file}"
                yield Found(entry.file, Fault(entry, f"the chapter “{chapter_id}” belongs to another case", hint))


def cases_without_file(whole: Whole) -> Iterator[Found]:
    """A folder of a case says what the case is."""
    known = {entry.id for entry in whole.entries.values() if entry.kind == CASE.name} | whole.left_out
    seen: set[str] = set()
    for file, unit in whole.files:
        if file.case and file.case not in known | seen and unit.kind != CASE.name:
            seen.add(file.case)
            hint = f"add {CASES}/{file.case}/case.yaml with “case:”"
            yield Found(file.path, Fault(None, f"the folder {CASES}/{file.case} has no case", hint))


WHOLE_CHECKS = (
    WholeCheck("link-broken", broken),
    WholeCheck("source-unused", unused_sources, Level.WARNING),
    WholeCheck("chapter-unlisted", unlisted_chapters, Level.WARNING),
    WholeCheck("chapter-foreign", foreign_chapters),
    WholeCheck("case-file", cases_without_file),
)
