"""Decision points and sequences: the information cut-off, the evidence, and judgements that differ.

Before the advice a learner sees the texts in `BEFORE` and the evidence. What is checked here is what a machine can see
of the cut-off: dates, years, and open questions that give away their answer.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.dates import parse
from r2p_app.content.problems import Level
from r2p_app.content.subjects import Leaf, Subject
from r2p_app.content.teaching import Assessment, DecisionOption, DecisionPoint, EvidenceForm, KnownFact, Sequence

_OF_POINT = ("title", "seat", "situation", "mandate", "not_known_then", "content_note")
_OF_EVIDENCE = ("fact", "made_by", "made_for", "held")
_OF_OPTION = ("text", "arguments_for", "arguments_against")
BEFORE = frozenset((*_OF_POINT, *_OF_EVIDENCE, *_OF_OPTION))
"""The fields that are shown before the advice is given."""

LEAST_ASSESSMENTS = 2

_YEAR = re.compile(r"(?<![\w/])(?:1[5-9]|20)\d\d(?!\w)")
_OPEN = re.compile(
    r"(?:How|Whether|What|Which|Who|Whose|When|Where|Why|If|Si|Qui|Quand|Combien|Comment|Quel|Quelle|Ob|Wie|Was|Wer|Wann|Wo)\b"
)
"""How an open question begins; in the languages of the shipped pack."""


def known_then(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """Nothing counts as known at a decision that is later than the decision, or may be."""
    day = parse(record.date).latest
    for index, fact in enumerate(record.known_then):
        if parse(fact.date).latest > day:
            message = f"{fact.date} is after the decision of {record.date}"
            hint = "give the day, or an interval that ends with the decision; what came later is “learned_later”"
            yield Fault(subject.at("known_then", index, "date"), message, hint)


def hindsight(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """What is shown before the advice names no later year."""
    latest = int(record.date[:4])
    for leaf in subject.leaves:
        if _is_before(leaf):
            for year in _YEAR.findall(leaf.text):
                if int(year) > latest:
                    message = f"“{leaf.key}” speaks of {year}, and is shown before the advice is given"
                    yield Fault(leaf, message, "say it as of the day, and the rest under “learned_later”")
                    break


def _is_before(leaf: Leaf) -> bool:
    return leaf.key in BEFORE and isinstance(leaf.owner, DecisionPoint | KnownFact | DecisionOption)


def open_questions(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """What was not known is named as a question; its answer would tell what happened."""
    for index, text in enumerate(record.not_known_then):
        if not _OPEN.match(text):
            message = f"“{text[:40]}” tells what happened, and is shown before the advice is given"
            hint = "begin with How, Whether, What …, and give the answer under “learned_later”"
            yield Fault(subject.at("not_known_then", index), message, hint)


def evidence(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """A card says what carried the fact, who made it, for whom, and how it was held."""
    for index, fact in enumerate(record.known_then):
        if lacking := _lacking(fact):
            hint = "a learner weighs evidence by who made it, for whom, and how reliable it was held to be then"
            message = f"the evidence lacks {' and '.join(f'“{key}”' for key in lacking)}"
            yield Fault(subject.at("known_then", index), message, hint)


def _lacking(fact: KnownFact) -> tuple[str, ...]:
    """What anybody could see was made for nobody in particular, and by nobody."""
    wanted = (
        ("id", "form", "held") if fact.form is EvidenceForm.PUBLIC else ("id", "form", "made_by", "made_for", "held")
    )
    return tuple(key for key in wanted if not getattr(fact, key))


def twice(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """Learners attach evidence by its id."""
    counts = Counter(fact.id for fact in record.known_then if fact.id)
    for index, fact in enumerate(record.known_then):
        if counts[fact.id] > 1:
            yield Fault(subject.at("known_then", index, "id"), f"the id “{fact.id}” stands twice", "give each its own")


def assessments(record: DecisionPoint, subject: Subject) -> Iterator[Fault]:
    """Later judgements disagree: at least two, by different authors, in different words."""
    if _differ(record.later_assessments) < LEAST_ASSESSMENTS:
        message = "fewer than two later assessments that differ"
        hint = "give two or more, each with “by” and “sources”; the debrief sets them side by side"
        yield Fault(subject.at("later_assessments"), message, hint)


def _differ(found: tuple[Assessment, ...]) -> int:
    return min(len({one.by.casefold() for one in found}), len({one.text.casefold() for one in found}))


def sequence(record: Sequence, subject: Subject) -> Iterator[Fault]:
    """A sequence leads on."""
    if len(record.steps) < 2:
        yield Fault(subject.at("steps"), "a sequence needs at least two decision points")
    for index, (before, after) in enumerate(pairwise(record.steps), 1):
        if before.decision == after.decision:
            yield Fault(subject.at("steps", index, "decision"), f"“{after.decision}” follows itself")


RECORD_CHECKS = (
    RecordCheck("known-later", DecisionPoint, known_then),
    RecordCheck("hindsight", DecisionPoint, hindsight),
    RecordCheck("hindsight", DecisionPoint, open_questions),
    RecordCheck("evidence-card", DecisionPoint, evidence),
    RecordCheck("id-part", DecisionPoint, twice, drops=True),
    RecordCheck("assessments", DecisionPoint, assessments, Level.WARNING),
    RecordCheck("sequence-steps", Sequence, sequence, drops=True),
)
