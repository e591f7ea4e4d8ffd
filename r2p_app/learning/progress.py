"""What the learner can do today, by objective, as far as the answers and forgetting tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Objective
from r2p_app.learning.agenda import is_corrected
from r2p_app.learning.questions import kind_of
from r2p_app.learning.scheduler import ReviewState, recall


@dataclass(frozen=True)
class ObjectiveProgress:
    """Of an objective's questions so many were answered; `share` of all of them would be answered rightly today."""

    objective: Objective
    case: str
    questions: int
    answered: int
    share: float


@dataclass(frozen=True)
class Progress:
    """Of all questions so many are known: answered rightly last time. `recall` is what to expect of those today."""

    questions: int
    answered: int
    known: int
    recall: float
    sure_and_wrong: tuple[str, ...]
    objectives: tuple[ObjectiveProgress, ...]


def progress(library: Library, states: Iterable[ReviewState], now: datetime) -> Progress:
    """Return the progress in what the program can judge; answers under an old key do not count."""
    asked = {found.id: found for found in library.all(QuestionBase) if kind_of(found).by_machine}
    valid = {
        state.question: state
        for state in states
        if state.question in asked and not is_corrected(asked[state.question], state)
    }
    recalls = {item: recall(state, now) for item, state in valid.items() if state.is_known}
    wrong = sorted((state.reviewed_at, item) for item, state in valid.items() if state.sure_and_wrong)
    return Progress(
        questions=len(asked),
        answered=len(valid),
        known=len(recalls),
        recall=sum(recalls.values()) / len(recalls) if recalls else 0.0,
        sure_and_wrong=tuple(item for _, item in wrong),
        objectives=_by_objective(library, asked.values(), valid, recalls),
    )


def _by_objective(
    library: Library,
    asked: Iterable[QuestionBase],
    valid: Mapping[str, ReviewState],
    recalls: Mapping[str, float],
) -> tuple[ObjectiveProgress, ...]:
    groups: dict[str, list[str]] = {}
    for question in asked:
        groups.setdefault(question.objective, []).append(question.id)
    return tuple(
        ObjectiveProgress(
            objective=objective,
            case=library.case_of(objective.id),
            questions=len(items),
            answered=sum(item in valid for item in items),
            share=sum(recalls.get(item, 0.0) for item in items) / len(items),
        )
        for objective in library.all(Objective)
        if (items := groups.get(objective.id))
    )
