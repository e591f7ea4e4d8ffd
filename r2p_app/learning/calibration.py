"""How sure against how right: for each level of confidence, how many answers were right, with an interval.

Only first attempts say anything (rule L10): a second one has seen the feedback. Fewer than ten answers say nothing.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.scheduler import is_rated

FEWEST = 10
"""Below this many answers nothing is said about them."""

_Z = 1.959964
"""The quantile of the normal distribution for 95 %."""


@dataclass(frozen=True)
class Calibration:
    """Of `answers` given with one level of confidence, `right` were wholly right."""

    confidence: Confidence
    answers: int
    right: int

    @property
    def is_enough(self) -> bool:
        """Whether there are enough answers to say anything."""
        return self.answers >= FEWEST

    @property
    def share(self) -> float:
        """The share of right answers; only to be shown where there are enough."""
        return self.right / self.answers if self.answers else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies with 95 % confidence."""
        return wilson(self.right, self.answers)


def calibration(first_attempts: Iterable[Attempt]) -> tuple[Calibration, ...]:
    """Return one row for each level, from the least sure to the surest; answers without a level are left out."""
    given = [attempt for attempt in first_attempts if attempt.confidence is not None and is_rated(attempt)]
    return tuple(_row(level, [attempt for attempt in given if attempt.confidence is level]) for level in Confidence)


def wilson(right: float, answers: int) -> tuple[float, float]:
    """Return the score interval of a share (Wilson 1927, JASA 22): unlike the usual one it never leaves 0 to 1.

    With partial scores in `right` it is on the safe side: they spread less than rights and wrongs of the same mean.
    """
    if not answers:
        return 0.0, 1.0
    share, z2 = right / answers, _Z * _Z
    middle = share + z2 / (2 * answers)
    reach = _Z * math.sqrt(share * (1 - share) / answers + z2 / (4 * answers * answers))
    whole = 1 + z2 / answers
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def _row(level: Confidence, attempts: list[Attempt]) -> Calibration:
    return Calibration(level, len(attempts), sum(attempt.score >= 1 for attempt in attempts))
