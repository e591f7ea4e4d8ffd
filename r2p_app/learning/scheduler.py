"""When a question comes back: FSRS with its default parameters, as a pure function of the answers given.

What is known of a question is `replay` of its attempts, so a schedule that was lost or doubted can always be made
again from the log. Intervals are whole days: within a day the feedback has just given the answer away, so the short
steps that flashcard programs put before the first day would measure nothing.
"""

import math
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence, Rating, rating
from r2p_app.learning.questions import memo

if TYPE_CHECKING:
    from fsrs import Card, Scheduler, State
    from fsrs import Rating as FsrsRating

RETENTION = 0.9
"""For what does not depend on the retention that is wished for."""

_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))
"""The fuzz of FSRS: from so many days to so many, this part of them."""

_LONGEST = 36_500
"""No interval is longer, in days."""


class Package(NamedTuple):
    """What is used of the package `fsrs`."""

    scheduler: "Scheduler"
    card: "type[Card]"
    review: "State"
    ratings: "Mapping[Rating, FsrsRating]"


class ReviewState(Struct, frozen=True, kw_only=True):
    """What the answers to a question under one key say about it; `reviews` counts them, the rest is of the newest."""

    question: str
    key_print: str
    stability: float
    difficulty: float
    reviewed_at: datetime
    due: datetime
    reviews: int
    score: float
    sure_and_wrong: bool

    @property
    def is_known(self) -> bool:
        """Whether the newest answer was wholly right."""
        return self.score >= 1


def is_rated(attempt: Attempt) -> bool:
    """Tell whether the program judged the answer, and it counts: only then may it decide when to ask again."""
    return attempt.counts and not isinstance(attempt.answer, memo.Memo)


def advance(state: ReviewState | None, attempt: Attempt, retention: float) -> ReviewState:
    """Return the state after one more answer; one under another key begins anew.

    `retention` is the share of questions to be answered rightly when they return.
    """
    package = _package(retention)
    before = state if state is not None and state.key_print == attempt.key_print else None
    given, at = rating(attempt.score, attempt.confidence), attempt.at.astimezone(UTC)
    # Without an id a card would take the time of day for one, and wait for it to pass.
    card = package.card(card_id=0, due=at) if before is None else _as_card(before, package)
    card, _log = package.scheduler.review_card(card, package.ratings[given], at)
    assert card.stability is not None
    assert card.difficulty is not None
    return ReviewState(
        question=attempt.question,
        key_print=attempt.key_print,
        stability=card.stability,
        difficulty=card.difficulty,
        reviewed_at=at,
        due=at + timedelta(days=fuzzed((card.due - at).days, attempt)),
        reviews=before.reviews + 1 if before else 1,
        score=attempt.score,
        sure_and_wrong=given is Rating.AGAIN and attempt.confidence is Confidence.SURE,
    )


def replay(attempts: Iterable[Attempt], retention: float) -> ReviewState | None:
    """Return the state of a question from all attempts at it, in the order they were given; None without any."""
    state = None
    for attempt in filter(is_rated, attempts):
        state = advance(state, attempt, retention)
    return state


def recall(state: ReviewState, at: datetime) -> float:
    """Return how probable a right answer is at a moment, from 0 to 1."""
    package = _package(RETENTION)
    return package.scheduler.get_card_retrievability(_as_card(state, package), at)


@lru_cache(maxsize=8)
def _package(retention: float) -> "Package":
    """Import the package only now: a window that opens must not wait for it."""
    from fsrs import Card, Scheduler, State
    from fsrs import Rating as FsrsRating

    scheduler = Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    return Package(scheduler, Card, State.Review, {given: FsrsRating(given) for given in Rating})


def fuzzed(days: int, attempt: Attempt) -> int:
    """Move an interval by chance, as the package does, so that what was learned together does not return together.

    The package draws from Python's shared generator. Here the draw follows from the attempt: it is the same whenever
    the attempt is replayed, on every machine.
    """
    if days < _FUZZ[0][0]:
        return days
    reach = 1.0 + sum(factor * max(min(days, end) - start, 0.0) for start, end, factor in _FUZZ)
    least = max(2, round(days - reach))
    most = min(round(days + reach), _LONGEST)
    least = min(least, most)
    return min(round(draw(attempt) * (most - least + 1) + least), _LONGEST)


def draw(attempt: Attempt) -> float:
    """Return the chance, from 0 to 1, that moves the interval after an attempt."""
    digest = blake2b(f"{attempt.run}:{attempt.question}".encode(), digest_size=6).digest()
    return int.from_bytes(digest) / 2**48


def _as_card(state: ReviewState, package: "Package") -> "Card":
    return package.card(
        card_id=0,
        state=package.review,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due,
        last_review=state.reviewed_at,
    )
