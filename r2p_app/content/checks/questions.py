"""Questions have a key, and only what the key says counts as right."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.problems import Level
from r2p_app.content.questions import (
    PILES,
    Cloze,
    EvidenceSort,
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


_ENOUGH = {Ordering: ("items", 3), Matching: ("pairs", 3), OpenMemo: ("rubric", 1), EvidenceSort: ("cards", 4)}


def enough(record: Ordering | Matching | OpenMemo | EvidenceSort, subject: Subject) -> Iterator[Fault]:
    """There is something to order, to match, to sort, to mark against."""
    key, needed = _ENOUGH[type(record)]
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


def gaps(record: Cloze, subject: Subject) -> Iterator[Fault]:
    """Every gap stands in the text once, accepts something, and what it accepts it does not refuse."""
    marked = Counter(re.findall(r"\{\{(.*?)\}\}", record.text))
    known = {gap.id for gap in record.gaps}
    for name in sorted(set(marked) - known):
        yield Fault(subject.at("text"), f"“{{{{{name}}}}}” names no gap", "list it under “gaps”, or take it out")
    if not record.gaps:
        yield Fault(subject.at("gaps"), "nothing is left out", "list at least one gap")
    for index, gap in enumerate(record.gaps):
        if marked[gap.id] != 1:
            message = f"the gap “{gap.id}” stands {marked[gap.id]} times in “text”"
            yield Fault(subject.at("gaps", index, "id"), message, f"write {{{{{gap.id}}}}} in it once")
        if not gap.accepted:
            yield Fault(subject.at("gaps", index, "accepted"), "no answer is accepted")
        elif {form.casefold() for form in gap.accepted} & {form.casefold() for form in gap.near_misses}:
            yield Fault(subject.at("gaps", index, "near_misses"), "a form is both accepted and a near miss")


def sorting(record: EvidenceSort, subject: Subject) -> Iterator[Fault]:
    """Every card belongs on a pile there is, and they do not all belong on one."""
    piles = [pile.value for pile in PILES[record.by]]
    for index, card in enumerate(record.cards):
        if card.belongs not in piles:
            message = f"there is no pile “{card.belongs}” when sorting by {record.by}"
            yield Fault(subject.at("cards", index, "belongs"), message, f"write one of: {', '.join(piles)}")
    if len({card.belongs for card in record.cards}) == 1:
        yield Fault(subject.at("cards"), "every card belongs on the same pile", "add one that belongs on another")


RECORD_CHECKS = (
    RecordCheck("question-rationale", QuestionBase, explained),
    RecordCheck("question-key", SingleChoice, single, drops=True),
    RecordCheck("question-key", MultipleResponse, multiple, drops=True),
    RecordCheck("question-key", TrueFalse, reasons, drops=True),
    RecordCheck("question-kind", MultipleResponse, multiple_is_single, Level.WARNING),
    RecordCheck("question-short", (Ordering, Matching, OpenMemo, EvidenceSort), enough, drops=True),
    RecordCheck("question-key", Matching, matching, drops=True),
    RecordCheck("question-key", ShortAnswer, short, drops=True),
    RecordCheck("question-key", Cloze, gaps, drops=True),
    RecordCheck("question-key", EvidenceSort, sorting, drops=True),
)
