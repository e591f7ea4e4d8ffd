"""How sure a learner is, what that is worth, and what rating follows for spaced repetition.

Certainty-based marking after Gardner-Medwin (1995, "Confidence assessment in the teaching of basic science", ALT-J 3):
right +1/+2/+3, wrong 0/-2/-6, so that saying what one believes pays best. The levels break even at 2/3 and 4/5. Marks
are information for the learner, never a penalty.
"""

import enum

from r2p_app.learning.verdict import Outcome


class Confidence(enum.StrEnum):
    """How sure the learner said they were, before any feedback."""

    NOT_SURE = "not-sure"
    FAIRLY_SURE = "fairly-sure"
    SURE = "sure"


class Rating(enum.IntEnum):
    """The ratings of the FSRS scheduler, with its numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


_MARKS = {Confidence.NOT_SURE: (1, 0), Confidence.FAIRLY_SURE: (2, -2), Confidence.SURE: (3, -6)}
_RATINGS = {Confidence.NOT_SURE: Rating.HARD, Confidence.FAIRLY_SURE: Rating.GOOD, Confidence.SURE: Rating.EASY}


def marks(score: float, confidence: Confidence) -> float:
    """Return the certainty-based marks, -6 to 3; linear in a partial score, so that the break-even points stay."""
    right, wrong = _MARKS[confidence]
    return wrong + (right - wrong) * score


def rating(score: float, confidence: Confidence | None) -> Rating:
    """Return the rating of an answer; the learner never rates themselves.

    A partial score has shown the item to be hard, or not known if it is below one half. Without a stated confidence a
    right answer counts as fairly sure.
    """
    match Outcome.of(score):
        case Outcome.RIGHT:
            return _RATINGS[confidence or Confidence.FAIRLY_SURE]
        case Outcome.PARTLY if score >= 0.5:
            return Rating.HARD
        case _:
            return Rating.AGAIN
