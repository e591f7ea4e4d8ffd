"""A learner's own judgement on one criterion: how far it is met, why, and the evidence for it.

`subject` is the id of a case or of a decision point. A judgement never overwrites an earlier one but in the first
moments: what is changed within `SITTING` of the last change is one judgement being written.
"""

import enum
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from r2p_app.content.model import Criterion

SITTING = timedelta(minutes=1)
"""Changes that follow each other within this time are one judgement."""


class Level(enum.StrEnum):
    """How far a criterion is met, in the learner's judgement."""

    NOT_MET = "not-met"
    DOUBTFUL = "doubtful"
    LIKELY = "likely"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is judged: a level (None while undecided), reasons, and the ids of the evidence picked."""

    level: Level | None = None
    reasons: str = ""
    evidence: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is said at all."""
        return self != _NOTHING


_NOTHING = Weighing()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged, on what, and when (an aware moment)."""

    subject: str
    criterion: Criterion
    judged_at: datetime
    weighing: Weighing = field(default=_NOTHING)


def goes_on(last: Judgement, new: Judgement) -> bool:
    """Tell whether a judgement only goes on with the last one, whose place it takes."""
    return abs(new.judged_at - last.judged_at) <= SITTING


def standing(judgement: Judgement | None) -> Weighing:
    """Return what a judgement says, nothing where there is none."""
    return judgement.weighing if judgement is not None else _NOTHING
