"""A statement judged true or false, and the reason why.

Where the question gives reasons, the right judgement alone earns half: every second guess gets that far. A right reason
for the wrong judgement earns nothing.
"""

from r2p_app.content.questions import TrueFalse
from r2p_app.learning.questions.kind import QuestionKind, option_feedback, right_ids
from r2p_app.learning.verdict import Answer, Feedback, Verdict

TRUE, FALSE = "true", "false"
"""The parts that feedback on the judgement itself is about."""


class Judgement(Answer, frozen=True, tag="true-false"):
    """What the learner holds the statement to be; `reason` is "" where none was asked for."""

    value: bool
    reason: str = ""


def grade(question: TrueFalse, answer: Judgement) -> Verdict:
    """Half for the judgement and half for the reason, where there are reasons."""
    right = answer.value == question.answer
    reasoned = not question.reasons or answer.reason in right_ids(question.reasons)
    score = float(right) * (1.0 if reasoned else 0.5)
    reasons = option_feedback(question.reasons, (answer.reason,))
    return Verdict(score, (*_judgement_feedback(question, answer.value), *reasons))


def _judgement_feedback(question: TrueFalse, value: bool) -> tuple[Feedback, Feedback]:
    return (
        Feedback(TRUE, value, question.answer, question.when_true),
        Feedback(FALSE, not value, not question.answer, question.when_false),
    )


def key(question: TrueFalse) -> Judgement:
    """The judgement, with the reason marked as correct."""
    return Judgement(question.answer, next(iter(right_ids(question.reasons)), ""))


def criterion(question: TrueFalse) -> object:
    """The judgement and which reasons are right."""
    return question.answer, sorted((reason.id, reason.correct) for reason in question.reasons)


def shuffled(question: TrueFalse) -> tuple[str, ...]:
    """The reasons; "true" always stands before "false"."""
    return tuple(reason.id for reason in question.reasons)


KIND = QuestionKind(TrueFalse, Judgement, grade, key, criterion, shuffled)
