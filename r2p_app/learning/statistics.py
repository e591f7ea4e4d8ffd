"""What many answers say about the questions: how easy each is, whether it parts those who know from those who do not,
which wrong options are chosen, how long it takes, how sure against how right.

Only first answers count, and nothing is said about fewer than ten (rule L10). A `Tally` holds sums and counts only, so
tallies of a million answers are as quick to analyse as those of ten, they add up across files, and name nobody.

Discrimination is the correlation of the score on the question with the mean score on the other questions of the same
person (item-rest correlation; the point-biserial where the score is 0 or 1). Leaving the question out of the rest is
the correction of Henrysson (1963, "Correction of item-total correlations in item analysis", Psychometrika 28).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec
from msgspec import Struct

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.calibration import FEWEST, Calibration, wilson
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer, multiple, single, true_false
from r2p_app.learning.scheduler import is_rated

_Z = 1.959964
_LONGEST = 600
"""Seconds beyond which nobody was still thinking: they count as so many."""


class Response(Struct, frozen=True):
    """A person's first answer to a question. `person` only tells people apart; `chosen` are ids of options."""

    person: str
    question: str
    key_print: str
    score: float
    chosen: tuple[str, ...] = ()
    confidence: Confidence | None = None
    seconds: float = 0.0


class Tally(Struct, frozen=True, kw_only=True):
    """Sums and counts of the first answers to one question under one key.

    `rests` counts those whose person answered other questions as well; `x` are scores of these, `y` the means of the
    others: their sums, sums of squares and of products. `seconds` counts whole seconds, `levels` answers and right
    answers by confidence.
    """

    question: str
    key_print: str
    answers: int = 0
    right: int = 0
    score: float = 0.0
    rests: int = 0
    x: float = 0.0
    xx: float = 0.0
    y: float = 0.0
    yy: float = 0.0
    xy: float = 0.0
    chosen: dict[str, int] = {}
    seconds: dict[int, int] = {}
    levels: dict[Confidence, tuple[int, int]] = {}

    def __add__(self, other: "Tally") -> "Tally":
        """Return the tally of both; they must be about the same question and key."""
        numbers = {name: getattr(self, name) + getattr(other, name) for name in _NUMBERS}
        return msgspec.structs.replace(
            self,
            **numbers,
            chosen=dict(Counter(self.chosen) + Counter(other.chosen)),
            seconds=dict(Counter(self.seconds) + Counter(other.seconds)),
            levels={
                level: _both(self.levels.get(level, (0, 0)), other.levels.get(level, (0, 0)))
                for level in Confidence
                if level in self.levels or level in other.levels
            },
        )


_NUMBERS = ("answers", "right", "score", "rests", "x", "xx", "y", "yy", "xy")


def _both(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


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


def response(person: str, attempt: Attempt) -> Response | None:
    """Return an attempt as a response; None for one that the program does not judge, or that does not count."""
    if not is_rated(attempt):
        return None
    return Response(
        person,
        attempt.question,
        attempt.key_print,
        attempt.score,
        chosen_options(attempt.answer),
        attempt.confidence,
        attempt.seconds,
    )


def chosen_options(answer: AnyAnswer) -> tuple[str, ...]:
    """Return the options in an answer; kinds without options have none."""
    match answer:
        case single.ChosenOption(option):
            return (option,)
        case multiple.ChosenOptions(options):
            return options
        case true_false.Judgement(value, reason):
            return (str(value).lower(), *((reason,) if reason else ()))
        case _:
            return ()


def tallies(responses: Iterable[Response]) -> tuple[Tally, ...]:
    """Return the tallies of responses; of several by one person to one question the first counts."""
    first: dict[tuple[str, str, str], Response] = {}
    for one in responses:
        first.setdefault((one.person, one.question, one.key_print), one)
    totals: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
    for one in first.values():
        totals[one.person][0] += 1
        totals[one.person][1] += one.score
    groups: dict[tuple[str, str], list[tuple[Response, float | None]]] = {}
    for one in first.values():
        count, score = totals[one.person]
        rest = (score - one.score) / (count - 1) if count > 1 else None
        groups.setdefault((one.question, one.key_print), []).append((one, rest))
    return tuple(_tally(*key, rows) for key, rows in groups.items())


def combined(tallied: Iterable[Tally]) -> tuple[Tally, ...]:
    """Add up the tallies of each question and key."""
    sums: dict[tuple[str, str], Tally] = {}
    for one in tallied:
        key = one.question, one.key_print
        sums[key] = sums[key] + one if key in sums else one
    return tuple(sums.values())


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
            sums[level] = _both(sums[level], counts)
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


def _tally(question: str, key: str, rows: list[tuple[Response, float | None]]) -> Tally:
    pairs = [(one.score, rest) for one, rest in rows if rest is not None]
    levels = {
        level: (len(given), sum(one.score >= 1 for one in given))
        for level in Confidence
        if (given := [one for one, _ in rows if one.confidence is level])
    }
    return Tally(
        question=question,
        key_print=key,
        answers=len(rows),
        right=sum(one.score >= 1 for one, _ in rows),
        score=math.fsum(one.score for one, _ in rows),
        rests=len(pairs),
        x=math.fsum(x for x, _ in pairs),
        xx=math.fsum(x * x for x, _ in pairs),
        y=math.fsum(y for _, y in pairs),
        yy=math.fsum(y * y for _, y in pairs),
        xy=math.fsum(x * y for x, y in pairs),
        chosen=dict(Counter(option for one, _ in rows for option in one.chosen)),
        seconds=dict(Counter(min(_LONGEST, round(one.seconds)) for one, _ in rows if one.seconds > 0)),
        levels=levels,
    )


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
