"""What a question kind is: how an answer looks, how it is judged, and which parts may be shuffled."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from r2p_app.content.questions import Option, QuestionBase
from r2p_app.learning.verdict import Answer, Feedback, Verdict

Q = TypeVar("Q", bound=QuestionBase)
A = TypeVar("A", bound=Answer)


def nothing_to_shuffle(_question: QuestionBase) -> tuple[str, ...]:
    """Return no parts: the question shows none that have an order."""
    return ()


@dataclass(frozen=True)
class QuestionKind(Generic[Q, A]):
    """One kind of question.

    Attributes:
        question: The record type in content.
        answer: The type of answer.
        grade: Judges an answer; ignores parts of it that the question does not have.
        key: The answer that earns the full score.
        criterion: What the verdict depends on, as plain values; when it changes, old answers were to another question.
        shuffled: The ids of the parts that are shown in an order of their own.
        by_machine: Whether the program judges; otherwise the learner marks the answer against a rubric.
    """

    question: type[Q]
    answer: type[A]
    grade: Callable[[Q, A], Verdict]
    key: Callable[[Q], A]
    criterion: Callable[[Q], object]
    shuffled: Callable[[Q], tuple[str, ...]] = nothing_to_shuffle
    by_machine: bool = True

    @property
    def name(self) -> str:
        """The word for the kind in content files and in stored answers."""
        return str(self.question.__struct_config__.tag)


def option_feedback(options: Sequence[Option], chosen: Collection[str]) -> tuple[Feedback, ...]:
    """Return feedback on every option, chosen or not (rule L4)."""
    return tuple(Feedback(option.id, option.id in chosen, option.correct, option.rationale) for option in options)


def right_ids(options: Sequence[Option]) -> tuple[str, ...]:
    """Return the ids of the options that are right, in the author's order."""
    return tuple(option.id for option in options if option.correct)
