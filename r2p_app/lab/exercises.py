"""Exercises over time: where they are kept, which one goes on, and how the same question was judged again and again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from r2p_app.content.model import Criterion
from r2p_app.content.teaching import DecisionPoint
from r2p_app.content.teaching import Sequence as DecisionSequence
from r2p_app.lab.exercise import Exercise, Finding


class Weighed(NamedTuple):
    """One judgement of a criterion: in which exercise, on which decision point, and what was found."""

    exercise: Exercise
    decision: DecisionPoint
    finding: Finding


class Standing(NamedTuple):
    """Where a learner stands with a sequence: the exercise on each of its decision points, None where there is none."""

    exercises: tuple[Exercise | None, ...]

    @property
    def next(self) -> int:
        """The place of the first decision point without advice; past the end where all have one."""
        advised = [one is not None and one.is_advised for one in self.exercises]
        return advised.index(False) if False in advised else len(advised)


def of_decision(exercises: Iterable[Exercise], decision_id: str) -> tuple[Exercise, ...]:
    """Return the exercises on a decision point, the oldest first."""
    return tuple(one for one in exercises if one.decision == decision_id)


def latest(exercises: Sequence[Exercise], decision_id: str) -> Exercise | None:
    """Return the exercise on a decision point that was begun last."""
    found = of_decision(exercises, decision_id)
    return found[-1] if found else None


def standing(sequence: DecisionSequence, exercises: Sequence[Exercise]) -> Standing:
    """Return the exercise on each decision point of a sequence: one with advice before one without."""
    return Standing(tuple(_best(of_decision(exercises, step.decision)) for step in sequence.steps))


def _best(found: Sequence[Exercise]) -> Exercise | None:
    advised = [one for one in found if one.is_advised]
    return next(reversed(advised or found), None)


def by_criterion(
    exercises: Iterable[Exercise], decisions: Mapping[str, DecisionPoint]
) -> dict[Criterion, tuple[Weighed, ...]]:
    """Return how each criterion was weighed in the exercises with advice, in the order of time. Nothing is added up."""
    found: dict[Criterion, list[Weighed]] = {criterion: [] for criterion in Criterion}
    for one in exercises:
        decision = decisions.get(one.decision)
        if decision is not None and one.is_advised:
            for criterion, finding in one.findings.items():
                if finding.weighing.level is not None:
                    found[criterion].append(Weighed(one, decision, finding))
    return {criterion: tuple(weighed) for criterion, weighed in found.items() if weighed}
