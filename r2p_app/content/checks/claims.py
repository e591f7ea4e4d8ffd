"""Every claim has its sources, and what is contested says by whom (rule G5)."""

from collections.abc import Iterator

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.model import Event, Figure, Movement, Series, Status
from r2p_app.content.problems import Level
from r2p_app.content.questions import QuestionBase
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import Comparison, CriterionReading, DecisionPoint, LensEntry, Misconception, Story, View

_Sourced = Event | Figure | Series | Movement | Misconception | CriterionReading | DecisionPoint | View | QuestionBase
_LEAST_READINGS = 2
_HINT = 'write “sources: [source-id, "other-id, p. 3"]”'


def sources(record: _Sourced, subject: Subject) -> Iterator[Fault]:
    """A claim rests on something."""
    if not record.sources:
        yield Fault(subject.at("sources"), "there is no source", _HINT)


def lens(record: LensEntry, subject: Subject) -> Iterator[Fault]:
    """A reading under one responsibility points to events or to sources."""
    if not (record.sources or record.events):
        yield Fault(subject.at(), "there is no source and no event", _HINT)


def judgements(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """A later judgement can be looked up."""
    for index, part in enumerate(record.later_assessments):
        if not part.sources:
            yield Fault(subject.at("later_assessments", index), "there is no source", _HINT)


def parts(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """So does everything known at a decision."""
    for index, part in enumerate(record.known_then):
        if not part.sources:
            yield Fault(subject.at("known_then", index), "there is no source", _HINT)


def answers(record: Comparison, subject: Subject) -> Iterator[Fault]:
    """An answer in a comparison has evidence or a source."""
    for row, line in enumerate(record.rows):
        for index, answer in enumerate(line.answers):
            if not (answer.sources or answer.evidence):
                yield Fault(subject.at("rows", row, "answers", index), "there is no evidence and no source", _HINT)


def readings(record: CriterionReading, subject: Subject) -> Iterator[Fault]:
    """So does each reading of a criterion."""
    for index, reading in enumerate(record.readings):
        if not reading.sources:
            yield Fault(subject.at("readings", index), "there is no source", _HINT)


def views(record: CriterionReading, subject: Subject) -> Iterator[Fault]:
    """A criterion shows the readings of at least two people or bodies (rule G4)."""
    if len({reading.by.casefold() for reading in record.readings}) < _LEAST_READINGS:
        hint = "write under “readings” whose it is, their view in a few words, the text and its sources"
        message = f"a criterion needs the readings of at least {_LEAST_READINGS} different people or bodies"
        yield Fault(subject.at("readings" if record.readings else "id"), message, hint)


def story_steps(record: Story, subject: Subject) -> Iterator[Fault]:
    """So does what a step of a story says."""
    for index, step in enumerate(record.steps):
        if not step.sources:
            yield Fault(subject.at("steps", index), "there is no source", _HINT)


def contested(record: Event | Movement, subject: Subject) -> Iterator[Fault]:
    """What is contested says who holds what."""
    if record.status is Status.CONTESTED and not record.disputed:
        hint = "say under “disputed” what is contested, and who holds which view"
        yield Fault(subject.at("status"), "the claim is contested, but not by whom", hint)


RECORD_CHECKS = (
    RecordCheck("source-missing", (Event, Figure, Series, Movement, Misconception, CriterionReading), sources),
    RecordCheck("source-missing", (DecisionPoint, QuestionBase, View), sources),
    RecordCheck("source-missing", LensEntry, lens),
    RecordCheck("source-missing", DecisionPoint, judgements, Level.WARNING),
    RecordCheck("source-missing", DecisionPoint, parts),
    RecordCheck("source-missing", Comparison, answers),
    RecordCheck("source-missing", CriterionReading, readings),
    RecordCheck("readings-few", CriterionReading, views, Level.WARNING),
    RecordCheck("source-missing", Story, story_steps),
    RecordCheck("contested", (Event, Movement), contested),
)
