"""What many answers say about the questions: how easy each is, whether it parts those who know from those who do not,
which wrong options are chosen, how long it takes, how sure against how right.

Nothing is said about fewer than ten first answers (rule L10). Everything is worked out from tallies.

Discrimination is the correlation of the score on the question with the mean score on the other questions of the same
person (item-rest correlation; the point-biserial where the score is 0 or 1). Leaving the question out of the rest is
the correction of Henrysson (1963, "Correction of item-total correlations in item analysis", Psychometrika 28).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from r2p_app.learning.calibration import FEWEST, Calibration, wilson
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.tallies import Tally, both_counts

_Z = 1.959964


@dataclass(frozen=True)
class QuestionStatistics:
    """What can be said of one question; None for what cannot, because there are too few answers or all are alike."""

    question: str
    key_print: str
    answers: int
    facility: float | None = None
    facility_interval: tuple[float, float] | None = None
    discrimination: float | None = None
    discrimination_interval: tuple[float, float] | None = None
    seconds: float | None = None
    chosen: Mapping[str, int] = field(default_factory=dict)
    calibration: tuple[Calibration, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether there are enough answers to say anything."""
        return self.answers >= FEWEST


def statistics(tally: Tally) -> QuestionStatistics:
    """Return what a tally says; below ten answers only how many there are."""
    if tally.answers < FEWEST:
        return QuestionStatistics(tally.question, tally.key_print, tally.answers)
    correlation = _correlation(tally)
    return QuestionStatistics(
        question=tally.question,
        key_print=tally.key_print,
        answers=tally.answers,
        facility=tally.score / tally.answers,
        facility_interval=wilson(tally.score, tally.answers),
        discrimination=correlation,
        discrimination_interval=_fisher(correlation, tally.rests) if correlation is not None else None,
        seconds=median_of(tally.seconds),
        chosen=tally.chosen,
        calibration=calibration_of([tally]),
    )


def calibration_of(tallied: Iterable[Tally]) -> tuple[Calibration, ...]:
    """Return how sure against how right over several questions, from the least sure to the surest."""
    sums: dict[Confidence, tuple[int, int]] = dict.fromkeys(Confidence, (0, 0))
    for one in tallied:
        for level, counts in one.levels.items():
            sums[level] = both_counts(sums[level], counts)
    return tuple(Calibration(level, answers, right) for level, (answers, right) in sums.items())


def median_of(counts: Mapping[int, int]) -> float | None:
    """Return the median of counted values; None without any."""
    total, below, lower = sum(counts.values()), 0, None
    for value in sorted(counts):
        below += counts[value]
        if lower is None and 2 * below >= total:
            lower = value
        if 2 * below > total:
            assert lower is not None
            return (lower + value) / 2
    return None


def _correlation(tally: Tally) -> float | None:
    """Return the product-moment correlation; None where the pairs are too few or one side does not vary."""
    n = tally.rests
    if n < FEWEST:
        return None
    spread_x, spread_y = n * tally.xx - tally.x**2, n * tally.yy - tally.y**2
    if min(spread_x, spread_y) <= 1e-9 * n * n:
        return None
    return max(-1.0, min(1.0, (n * tally.xy - tally.x * tally.y) / math.sqrt(spread_x * spread_y)))


def _fisher(correlation: float, pairs: int) -> tuple[float, float]:
    """Return the 95 % interval of a correlation by Fisher's transformation."""
    if abs(correlation) >= 1:
        return correlation, correlation
    middle, reach = math.atanh(correlation), _Z / math.sqrt(pairs - 3)
    return math.tanh(middle - reach), math.tanh(middle + reach)
