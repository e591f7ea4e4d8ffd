"""A few sentences that the learner marks against a rubric. The program compares nothing and rates nothing."""

from r2p_app.content.questions import OpenMemo
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Feedback, Verdict


class Memo(Answer, frozen=True, tag="memo"):
    """What was written, and the points of the rubric (from 0) that the learner found in it."""

    text: str
    met: tuple[int, ...] = ()


def grade(question: OpenMemo, answer: Memo) -> Verdict:
    """The share of the rubric that the learner ticked."""
    met = frozenset(answer.met)
    feedback = tuple(Feedback(str(index), index in met, True, point) for index, point in enumerate(question.rubric))
    return Verdict(sum(part.chosen for part in feedback) / max(1, len(feedback)), feedback)


def key(question: OpenMemo) -> Memo:
    """The model answer, which meets every point."""
    return Memo(question.model_answer, tuple(range(len(question.rubric))))


def criterion(question: OpenMemo) -> object:
    """How many points there are to meet."""
    return len(question.rubric)


KIND = QuestionKind(OpenMemo, Memo, grade, key, criterion, by_machine=False)
