"""Several right answers, all to be ticked and no other.

Score = ticked right / all right − ticked wrong / all wrong, never below 0: the "plus/minus" family of Betts, Muntean,
Kim and Kao (2022, "Evaluating different scoring methods for multiple response items providing partial credit",
Educational and Psychological Measurement 82), weighted so that both sides count the same (hit rate minus false-alarm
rate; Snodgrass and Corwin 1988). Ticking everything earns 0; ticking blindly, with whatever probability, gains nothing
on average before the floor at 0; each right tick gains and each wrong tick costs.
"""

from r2p_app.content.questions import MultipleResponse
from r2p_app.learning.questions.kind import QuestionKind, option_feedback, right_ids
from r2p_app.learning.verdict import Answer, Verdict


class ChosenOptions(Answer, frozen=True, tag="multiple"):
    """The ids of the ticked options, in any order."""

    options: tuple[str, ...]


def grade(question: MultipleResponse, answer: ChosenOptions) -> Verdict:
    """Partial credit; see the module."""
    feedback = option_feedback(question.options, frozenset(answer.options))
    hits = _share([part.chosen for part in feedback if part.correct])
    false_alarms = _share([part.chosen for part in feedback if not part.correct])
    return Verdict(max(0.0, hits - false_alarms), feedback)


def _share(chosen: list[bool]) -> float:
    return sum(chosen) / len(chosen) if chosen else 0.0


def key(question: MultipleResponse) -> ChosenOptions:
    """All options marked as correct."""
    return ChosenOptions(right_ids(question.options))


def criterion(question: MultipleResponse) -> object:
    """Which options there are and which are right; not their order."""
    return sorted((option.id, option.correct) for option in question.options)


def shuffled(question: MultipleResponse) -> tuple[str, ...]:
    """The options."""
    return tuple(option.id for option in question.options)


KIND = QuestionKind(MultipleResponse, ChosenOptions, grade, key, criterion, shuffled)
