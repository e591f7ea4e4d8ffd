"""What a handout is made from: a lesson, a chapter, a document, a decision, a quiz or a case; and which there are."""

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from r2p_app.content.dates import parse
from r2p_app.content.library import Library
from r2p_app.content.model import Case, Chapter, Document, Event
from r2p_app.content.questions import EvidenceSort, Matching, Ordering, QuestionBase
from r2p_app.content.references import references
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.learning.pick import seed_of
from r2p_app.lessons.slides import lesson_case

T = TypeVar("T", bound=msgspec.Struct)
Record = Lesson | Chapter | Document | DecisionPoint | Case


class Handout(enum.StrEnum):
    """The kinds of handout."""

    WORKSHEET = "worksheet"
    TEST = "test"
    KEY = "key"
    SORT_CARDS = "sort-cards"
    EVIDENCE_CARDS = "evidence-cards"
    ROLE_CARDS = "role-cards"
    FRIEZE = "frieze"
    GUIDE = "guide"


SORTED = (Ordering, EvidenceSort, Matching)
"""Kinds of question whose parts make cards to lay out."""


@dataclass(frozen=True)
class Subject:
    """What handouts are made from, and what it brings along.

    Attributes:
        id: What files and shuffles are named by.
        record: The lesson, chapter, document, decision or case; None for a quiz.
    """

    id: str
    title: str
    record: Record | None
    case: Case | None
    questions: tuple[QuestionBase, ...] = ()
    events: tuple[Event, ...] = ()
    decisions: tuple[DecisionPoint, ...] = ()
    seed: int = 0

    @property
    def sorted(self) -> tuple[QuestionBase, ...]:
        """The questions whose parts make cards."""
        return tuple(question for question in self.questions if isinstance(question, SORTED))


def offered(subject: Subject) -> tuple[Handout, ...]:
    """Return the handouts that there is something for, in the order in which they are offered."""
    record = subject.record
    found = {
        Handout.WORKSHEET: isinstance(record, Lesson | Chapter | Document | DecisionPoint),
        Handout.TEST: bool(subject.questions),
        Handout.KEY: bool(subject.questions),
        Handout.SORT_CARDS: bool(subject.sorted) or len(subject.events) > 1,
        Handout.EVIDENCE_CARDS: bool(subject.decisions),
        Handout.ROLE_CARDS: bool(subject.decisions),
        Handout.FRIEZE: len(subject.events) > 1,
        Handout.GUIDE: isinstance(record, Lesson | DecisionPoint),
    }
    return tuple(kind for kind, is_there in found.items() if is_there)


def subject_of(library: Library, record: Record) -> Subject:
    """Return what a record brings along; what a lesson names and the library has not is left out."""
    names = _names(library, record)
    events = library.all(Event, record.id) if isinstance(record, Case) else _known(library, names, Event)
    decisions = (record,) if isinstance(record, DecisionPoint) else _known(library, names, DecisionPoint)
    title = f"{record.symbol}, {record.title}" if isinstance(record, Document) else record.title
    return Subject(
        id=record.id,
        title=title,
        record=record,
        case=_case(library, record),
        questions=_known(library, names, QuestionBase),
        events=tuple(sorted(events, key=lambda event: parse(event.date).sort_key)),
        decisions=decisions,
        seed=seed_of(record.id),
    )


def quiz_subject(
    library: Library, questions: Sequence[QuestionBase], title: str, *, seed: int, case: str = ""
) -> Subject:
    """Return a quiz; its shuffles come from `seed`."""
    name = f"quiz-{case}" if case else "quiz"
    return Subject(name, title, None, library.find(case, Case), tuple(questions), seed=seed)


def _names(library: Library, record: Record) -> Iterable[str]:
    match record:
        case Lesson():
            return dict.fromkeys(name for step in record.steps for name in step.uses)
        case Chapter():
            return dict.fromkeys((*record.check, *references(record)))
        case Document():
            return (name for name in library.mentions(record.id) if library.find(name, QuestionBase) is not None)
    return ()


def _known(library: Library, names: Iterable[str], type_: type[T]) -> tuple[T, ...]:
    return tuple(found for name in names if (found := library.find(name, type_)) is not None)


def _case(library: Library, record: Record) -> Case | None:
    match record:
        case Case():
            return record
        case Lesson():
            return lesson_case(record, library)
    return library.find(library.case_of(record.id), Case) if record.id in library else None
