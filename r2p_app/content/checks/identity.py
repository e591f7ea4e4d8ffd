"""Ids: each begins as its kind does, and parts of a record have ids of their own."""

from collections.abc import Iterable, Iterator

import msgspec

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.model import Case, Record
from r2p_app.content.questions import (
    Cloze,
    EvidenceSort,
    Matching,
    MultipleResponse,
    Ordering,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import Comparison, DecisionPoint


def prefix(_record: Record, subject: Subject) -> Iterator[Fault]:
    """An id tells its kind."""
    if not subject.id.startswith(subject.kind.prefixes):
        allowed = " or ".join(f"“{prefix}”" for prefix in subject.kind.prefixes)
        yield Fault(subject.at("id"), f"the id “{subject.id}” does not begin with {allowed}", "ids tell their kind")


def parts(record: msgspec.Struct, subject: Subject) -> Iterator[Fault]:
    """The ids of options, pairs, items, rows and columns differ within their list."""
    for key in ("options", "reasons", "mistakes", "items", "pairs", "gaps", "cards", "columns", "rows"):
        yield from _repeated(key, getattr(record, key, ()), subject)


def _repeated(key: str, listed: Iterable[msgspec.Struct], subject: Subject) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, part in enumerate(listed):
        part_id = getattr(part, "id", None)
        if part_id in seen:
            at = subject.at(key, index, "id")
            yield Fault(
                at, f"the id “{part_id}” stands twice under “{key}”", "give each its own; answers are kept by it"
            )
        elif part_id is not None:
            seen.add(part_id)


def case_folder(case: Case, subject: Subject) -> Iterator[Fault]:
    """A case stands in the folder that bears its id."""
    if subject.file.case != case.id:
        hint = f"move the file to cases/{case.id}/"
        yield Fault(subject.at("id"), f"the case “{case.id}” stands in another folder", hint)


_WITH_PARTS = (
    SingleChoice,
    MultipleResponse,
    TrueFalse,
    Ordering,
    Matching,
    ShortAnswer,
    Cloze,
    EvidenceSort,
    Comparison,
    DecisionPoint,
)

RECORD_CHECKS = (
    RecordCheck("id-prefix", Record, prefix),
    RecordCheck("id-part", _WITH_PARTS, parts, drops=True),
    RecordCheck("case-folder", Case, case_folder),
)
