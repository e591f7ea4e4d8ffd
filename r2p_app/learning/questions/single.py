"""One best answer among several."""

from r2p_app.content.questions import SingleChoice
from r2p_app.learning.questions.kind import QuestionKind, option_feedback, right_ids
from r2p_app.learning.verdict import Answer, Verdict


class ChosenOption(Answer, frozen=True, tag="single"):
    """The id of the option."""

    option: str


def grade(question: SingleChoice, answer: ChosenOption) -> Verdict:
    """All or nothing."""
    right = answer.option in right_ids(question.options)
    return Verdict(float(right), option_feedback(question.options, (answer.option,)))


def key(question: SingleChoice) -> ChosenOption:
    """The option marked as correct."""
    return ChosenOption(right_ids(question.options)[0])


def criterion(question: SingleChoice) -> object:
    """Which options there are and which is right; not their order."""
    return sorted((option.id, option.correct) for option in question.options)


def shuffled(question: SingleChoice) -> tuple[str, ...]:
    """The options."""
    return tuple(option.id for option in question.options)


KIND = QuestionKind(SingleChoice, ChosenOption, grade, key, criterion, shuffled)
