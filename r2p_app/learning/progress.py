"""What the learner can do today, by objective, case and kind, as far as the answers and forgetting tell."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Objective
from r2p_app.learning.agenda import is_corrected
from r2p_app.learning.questions import KINDS, kind_of
from r2p_app.learning.scheduler import ReviewState, recall

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Share:
    """Of these questions so many were answered; `share` of all of them would be answered rightly today."""

    questions: int
    answered: int
    share: float


@dataclass(frozen=True)
class ObjectiveProgress(Share):
    """The share of an objective's questions."""

    objective: Objective
    case: str


@dataclass(frozen=True)
class GroupProgress(Share, Generic[K]):
    """The share of the questions of a case (`group` is its id) or of a kind (the type of record)."""

    group: K


@dataclass(frozen=True)
class Progress:
    """Of all questions so many are known: answered rightly last time. `recall` is what to expect of those today."""

    questions: int
    answered: int
    known: int
    recall: float
    sure_and_wrong: tuple[str, ...]
    objectives: tuple[ObjectiveProgress, ...]
    cases: tuple[GroupProgress[str], ...] = ()
    kinds: tuple[GroupProgress[type[QuestionBase]], ...] = ()


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
    by_objective = _shares(asked.values(), valid, recalls, lambda question: question.objective)
    by_case = _shares(asked.values(), valid, recalls, lambda question: library.case_of(question.id))
    by_kind = _shares(asked.values(), valid, recalls, type)
    return Progress(
        questions=len(asked),
        answered=len(valid),
        known=len(recalls),
        recall=sum(recalls.values()) / len(recalls) if recalls else 0.0,
        sure_and_wrong=tuple(item for _, item in wrong),
        objectives=tuple(
            ObjectiveProgress(share.questions, share.answered, share.share, objective, library.case_of(objective.id))
            for objective in library.all(Objective)
            if (share := by_objective.get(objective.id)) is not None
        ),
        cases=tuple(
            GroupProgress(share.questions, share.answered, share.share, case.id)
            for case in library.cases
            if (share := by_case.get(case.id)) is not None
        ),
        kinds=tuple(
            GroupProgress(share.questions, share.answered, share.share, kind)
            for kind in KINDS
            if (share := by_kind.get(kind)) is not None
        ),
    )


def _shares(
    asked: Iterable[QuestionBase],
    valid: Mapping[str, ReviewState],
    recalls: Mapping[str, float],
    group: Callable[[QuestionBase], K],
) -> dict[K, Share]:
    groups: dict[K, list[str]] = {}
    for question in asked:
        groups.setdefault(group(question), []).append(question.id)
    return {
        key: Share(
            questions=len(items),
            answered=sum(item in valid for item in items),
            share=sum(recalls.get(item, 0.0) for item in items) / len(items),
        )
        for key, items in groups.items()
    }
