"""The question kinds, one module each: answer, grading, key. The table joins them to the record types of content."""

from collections.abc import Mapping
from random import Random
from typing import Any

from r2p_app.content.questions import Ordering, QuestionBase
from r2p_app.learning.questions import (
    cloze,
    evidence_sort,
    map_location,
    matching,
    memo,
    multiple,
    numeric,
    ordering,
    short_answer,
    single,
    timeline_placement,
    true_false,
)
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Verdict

# Any: each kind takes its own question and answer; `grade` checks that they belong together.
KINDS: Mapping[type[QuestionBase], QuestionKind[Any, Any]] = {
    module.KIND.question: module.KIND
    for module in (
        single,
        multiple,
        true_false,
        numeric,
        ordering,
        matching,
        short_answer,
        cloze,
        evidence_sort,
        memo,
        timeline_placement,
        map_location,
    )
}

AnyAnswer = (
    single.ChosenOption
    | multiple.ChosenOptions
    | true_false.Judgement
    | numeric.Number
    | ordering.Order
    | matching.Joined
    | short_answer.Written
    | cloze.Filled
    | evidence_sort.Sorted
    | memo.Memo
    | timeline_placement.PlacedDate
    | map_location.PlacedPoint
)
"""Any answer, for storing and reading back: `msgspec.json.decode(text, type=AnyAnswer)`."""


def kind_of(question: QuestionBase) -> QuestionKind[Any, Any]:
    """Return the kind of a question."""
    return KINDS[type(question)]


def fits(question: QuestionBase, answer: Answer) -> bool:
    """Tell whether the answer is of the question's kind; an old one is not when the author changed the kind."""
    return type(answer) is kind_of(question).answer


def grade(question: QuestionBase, answer: Answer) -> Verdict:
    """Judge an answer; raise `TypeError` when it belongs to another kind."""
    if not fits(question, answer):
        raise TypeError(f"{question.id}: {type(answer).__name__} is no answer to {type(question).__name__}")
    return kind_of(question).grade(question, answer)


def key(question: QuestionBase) -> AnyAnswer:
    """Return the answer that earns the full score."""
    answer: AnyAnswer = kind_of(question).key(question)
    return answer


def display_order(question: QuestionBase, seed: int) -> tuple[str, ...]:
    """Return the ids of the parts in the order to show them in: the same seed gives the same order, on every machine.

    Things to be put in order are never shown in their right order.
    """
    parts = list(kind_of(question).shuffled(question))
    rng = Random(f"{seed}:{question.id}")
    rng.shuffle(parts)
    if isinstance(question, Ordering) and len(parts) > 1 and tuple(parts) == ordering.key(question).items:
        parts.append(parts.pop(0))
    return tuple(parts)
