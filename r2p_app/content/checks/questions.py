"""Questions have a key, and only what the key says counts as right."""

from collections.abc import Iterator, Sequence

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.problems import Level
from r2p_app.content.questions import (
    Matching,
    MultipleResponse,
    OpenMemo,
    Option,
    Ordering,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from r2p_app.content.subjects import Subject


def _key(options: Sequence[Option], key: str, subject: Subject) -> Iterator[Fault]:
    correct = sum(option.correct for option in options)
    if correct == 0:
        yield Fault(subject.at(key), "no option is the answer", "write “correct: true” under one of them")
    elif correct > 1:
        hint = "one best answer; use “kind: multiple” where several are to be ticked"
        yield Fault(subject.at(key), f"{correct} options are marked as correct", hint)


def single(record: SingleChoice, subject: Subject) -> Iterator[Fault]:
    """One option is the answer."""
    yield from _key(record.options, "options", subject)


def multiple(record: MultipleResponse, subject: Subject) -> Iterator[Fault]:
    """Some options are right and some are not."""
    correct = sum(option.correct for option in record.options)
    if correct == 0:
        yield Fault(subject.at("options"), "no option is right", "write “correct: true” under those to be ticked")
    elif correct == len(record.options):
        yield Fault(subject.at("options"), "every option is right", "add one that is a real mistake")


def multiple_is_single(record: MultipleResponse, subject: Subject) -> Iterator[Fault]:
    """With one right option it is a single choice."""
    if sum(option.correct for option in record.options) == 1:
        yield Fault(subject.at("kind"), "only one option is right", "use “kind: single”")


def reasons(record: TrueFalse, subject: Subject) -> Iterator[Fault]:
    """If reasons are asked for, one is right."""
    if record.reasons:
        yield from _key(record.reasons, "reasons", subject)


def explained(record: QuestionBase, subject: Subject) -> Iterator[Fault]:
    """Where no options explain the answer, the question does."""
    if not record.rationale and not isinstance(record, SingleChoice | MultipleResponse):
        yield Fault(subject.at("id"), "the question has no “rationale”", "say why the answer is right")


def enough(record: Ordering | Matching | OpenMemo, subject: Subject) -> Iterator[Fault]:
    """There is something to order, to match, to mark against."""
    key, needed = {Ordering: ("items", 3), Matching: ("pairs", 3), OpenMemo: ("rubric", 1)}[type(record)]
    if len(getattr(record, key)) < needed:
        yield Fault(subject.at(key), f"“{key}” needs at least {needed}")


def matching(record: Matching, subject: Subject) -> Iterator[Fault]:
    """Each left side has one right side that no other shares."""
    seen: set[str] = set()
    sides = [pair.right for pair in record.pairs] + list(record.extra)
    for index, right in enumerate(sides):
        if right.casefold() in seen:
            path = ("pairs", index, "right") if index < len(record.pairs) else ("extra", index - len(record.pairs))
            yield Fault(subject.at(*path), f"“{right}” stands on the right twice", "learners could not tell them apart")
        seen.add(right.casefold())


def short(record: ShortAnswer, subject: Subject) -> Iterator[Fault]:
    """Something is accepted, and nothing wrong is."""
    if not record.accepted:
        yield Fault(subject.at("accepted"), "no answer is accepted")
    accepted = {form.casefold() for form in record.accepted}
    for index, form in enumerate(record.near_misses):
        if form.casefold() in accepted:
            yield Fault(subject.at("near_misses", index), f"“{form}” is both accepted and a near miss")
    for index, mistake in enumerate(record.mistakes):
        if mistake.correct or mistake.text.casefold() in accepted:
            yield Fault(subject.at("mistakes", index), f"the mistake “{mistake.text}” counts as right")


RECORD_CHECKS = (
    RecordCheck("question-rationale", QuestionBase, explained),
    RecordCheck("question-key", SingleChoice, single, drops=True),
    RecordCheck("question-key", MultipleResponse, multiple, drops=True),
    RecordCheck("question-key", TrueFalse, reasons, drops=True),
    RecordCheck("question-kind", MultipleResponse, multiple_is_single, Level.WARNING),
    RecordCheck("question-short", (Ordering, Matching, OpenMemo), enough, drops=True),
    RecordCheck("question-key", Matching, matching, drops=True),
    RecordCheck("question-key", ShortAnswer, short, drops=True),
)
