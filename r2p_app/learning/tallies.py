"""First answers, added up: sums and counts that name nobody, and from which statistics are derived.

Tallies of a million answers are as quick to analyse as those of ten, and they add up across files. Only first answers
count.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer, multiple, single, true_false
from r2p_app.learning.scheduler import is_rated

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
                level: both_counts(self.levels.get(level, (0, 0)), other.levels.get(level, (0, 0)))
                for level in Confidence
                if level in self.levels or level in other.levels
            },
        )


_NUMBERS = ("answers", "right", "score", "rests", "x", "xx", "y", "yy", "xy")


def both_counts(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Return two pairs of counts added up."""
    return one[0] + other[0], one[1] + other[1]


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
