"""What a vote came to: a bar for each answer, how many were right, and what to do next (rule L9)."""

import enum
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from r2p_app.content.dates import parse
from r2p_app.content.questions import (
    MultipleResponse,
    Numeric,
    Ordering,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TimelinePlacement,
    TrueFalse,
)
from r2p_app.learning.folding import fold
from r2p_app.learning.questions import AnyAnswer, display_order, fits, grade, key
from r2p_app.learning.questions.numeric import read_number
from r2p_app.learning.questions.short_answer import accepts
from r2p_app.learning.verdict import Outcome
from r2p_app.live.kinds import day_bounds, part_texts
from r2p_app.live.room import Ballots

OTHER = "other"
_MOST_BARS = 6
_BINS = 8
_FEWEST_RIGHT, _MOST_RIGHT = 0.3, 0.7


@dataclass(frozen=True)
class Bar:
    """An answer and how many gave it in each round.

    `name` is the id of a part, "true", "false", an outcome or `OTHER`; `text` its words where it has some; `days` the
    part of an axis, first and last day. `is_right` is not to be shown before the question is explained.
    """

    name: str
    text: str
    first: int
    second: int
    is_right: bool
    days: tuple[int, int] | None = None


@dataclass(frozen=True)
class Count:
    """One round: how many voted, and of them wholly right."""

    votes: int
    right: int

    @property
    def share(self) -> float:
        """The share of right answers."""
        return self.right / self.votes if self.votes else 0.0


@dataclass(frozen=True)
class Tally:
    """Both rounds of one question."""

    bars: tuple[Bar, ...]
    first: Count
    second: Count


class Advice(enum.Enum):
    """What helps most after a first vote (Crouch and Mazur 2001)."""

    NONE = enum.auto()
    TEACH = enum.auto()
    TALK = enum.auto()
    EXPLAIN = enum.auto()


def advice(count: Count) -> Advice:
    """Talking pays where 30 to 70 per cent are right; below, the idea is missing; above, few are left to convince."""
    if not count.votes:
        return Advice.NONE
    if count.share < _FEWEST_RIGHT:
        return Advice.TEACH
    return Advice.TALK if count.share <= _MOST_RIGHT else Advice.EXPLAIN


def tally(question: QuestionBase, seed: int, first: Ballots, second: Ballots) -> Tally:
    """Count both rounds of a question."""
    rounds = tuple(answers(question, ballots) for ballots in (first, second))
    bars = _BARS[type(question)](question, seed, *rounds)
    return Tally(tuple(bars), *(_count(question, given) for given in rounds))


def answers(question: QuestionBase, ballots: Ballots) -> list[AnyAnswer]:
    """Return the answers of a round that are of the question's kind."""
    return [vote.answer for vote in ballots.values() if fits(question, vote.answer)]


def _count(question: QuestionBase, given: Sequence[AnyAnswer]) -> Count:
    return Count(len(given), sum(grade(question, answer).outcome is Outcome.RIGHT for answer in given))


def _bar(name: str, text: str, first: Counter[str], second: Counter[str], *, is_right: bool) -> Bar:
    return Bar(name, text, first[name], second[name], is_right)


def _choices(question: Any, seed: int, first: Iterable[Any], second: Iterable[Any]) -> list[Bar]:
    """One bar for each option, in the order shown."""
    counts = [Counter(part for answer in given for part in _parts(answer)) for given in (first, second)]
    right, texts = frozenset(_parts(key(question))), part_texts(question)
    return [_bar(part, texts[part], *counts, is_right=part in right) for part in display_order(question, seed)]


def _parts(answer: Any) -> tuple[str, ...]:
    return (answer.option,) if hasattr(answer, "option") else tuple(answer.options)


def _judgements(question: TrueFalse, seed: int, first: Iterable[Any], second: Iterable[Any]) -> list[Bar]:
    """True, false, then the reasons."""
    counts = [Counter(str(answer.value).lower() for answer in given) for given in (first, second)]
    reasons = [Counter(answer.reason for answer in given) for given in (first, second)]
    right = {str(question.answer).lower(), *(reason.id for reason in question.reasons if reason.correct)}
    texts = part_texts(question)
    return [
        *(_bar(name, "", *counts, is_right=name in right) for name in ("true", "false")),
        *(_bar(part, texts[part], *reasons, is_right=part in right) for part in display_order(question, seed)),
    ]


def _orders(question: Ordering, _seed: int, first: Iterable[Any], second: Iterable[Any]) -> list[Bar]:
    """How many had all, some or none of it: orders are too many for bars of their own."""
    counts = [Counter(grade(question, answer).outcome.value for answer in given) for given in (first, second)]
    return [_bar(outcome.value, "", *counts, is_right=outcome is Outcome.RIGHT) for outcome in Outcome]


def _numbers(question: Numeric, _seed: int, first: Iterable[Any], second: Iterable[Any]) -> list[Bar]:
    """The most frequent numbers, from small to large."""
    read = [Counter(read_number(answer.text, question.unit) for answer in given) for given in (first, second)]
    common = [value for value, _ in (read[0] + read[1]).most_common(_MOST_BARS) if value is not None]
    named = {value: f"{value:.12g}" for value in sorted(common)}
    right = {value for value in named if abs(value - question.value) <= question.tolerance + 1e-9}
    bars = [Bar(text, text, read[0][value], read[1][value], value in right) for value, text in named.items()]
    return bars + _rest(bars, *(sum(counter.values()) for counter in read))


def _words(question: ShortAnswer, _seed: int, first: Iterable[Any], second: Iterable[Any]) -> list[Bar]:
    """What was accepted, the author's known mistakes, and what several wrote.

    What only one student wrote stands under "other": nobody puts words on the wall alone.
    """
    known = [*question.near_misses, *(mistake.text for mistake in question.mistakes)]
    names = {_folded(text): text for text in known}
    counts = [Counter(_word_name(question, answer.text) for answer in given) for given in (first, second)]
    both = counts[0] + counts[1]
    key_name = _folded(question.accepted[0])
    shown = [name for name, n in both.most_common() if name and (n > 1 or name in names or name == key_name)]
    bars = [
        _bar(
            name,
            names.get(name, question.accepted[0] if name == key_name else name),
            *counts,
            is_right=name == key_name,
        )
        for name in shown[:_MOST_BARS]
    ]
    return bars + _rest(bars, *(sum(counter.values()) for counter in counts))


def _word_name(question: ShortAnswer, text: str) -> str:
    return _folded(question.accepted[0] if accepts(question, text) else text)


def _folded(text: str) -> str:
    return " ".join(word.text for word in fold(text))


def _days(question: TimelinePlacement, _seed: int, first: Iterable[Any], second: Iterable[Any]) -> list[Bar]:
    """Equal parts of the axis."""
    start, end = day_bounds(question)
    edges = [start + round(index * (end + 1 - start) / _BINS) for index in range(_BINS + 1)]
    bins = [(low, high - 1) for low, high in pairwise(edges) if high > low]
    counts = [
        Counter(next(low for low, high in bins if low <= a.day <= high) for a in given) for given in (first, second)
    ]
    date = parse(question.date)
    return [
        Bar(str(low), "", counts[0][low], counts[1][low], low <= date.latest and high >= date.earliest, (low, high))
        for low, high in bins
    ]


def _rest(bars: Iterable[Bar], first: int, second: int) -> list[Bar]:
    bars = list(bars)
    left = first - sum(bar.first for bar in bars), second - sum(bar.second for bar in bars)
    return [Bar(OTHER, "", *left, is_right=False)] if any(left) else []


# Any: each function takes its own kind of question and answers.
_BARS: Mapping[type[QuestionBase], Callable[[Any, int, Any, Any], list[Bar]]] = {
    SingleChoice: _choices,
    MultipleResponse: _choices,
    TrueFalse: _judgements,
    Ordering: _orders,
    Numeric: _numbers,
    ShortAnswer: _words,
    TimelinePlacement: _days,
}
