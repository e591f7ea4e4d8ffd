"""Values that the store hands out and that no other package defines; runs and attempts are those of `learning`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from r2p_app.learning.attempts import Attempt


@dataclass(frozen=True, slots=True)
class Undone:
    """An attempt that the learner took back, as it stood."""

    undone_at: datetime
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class QuestionTotal:
    """How often a question was answered under one key. `correct` counts full scores; `score` and `seconds` are sums."""

    question: str
    key_print: str
    attempts: int
    correct: int
    score: float
    seconds: float


@dataclass(frozen=True, slots=True)
class ChapterProgress:
    """How far a chapter was read: the paragraphs that were in view, and the one last in view."""

    chapter: str
    seen: frozenset[str]
    anchor: str
    read_at: datetime
    finished_at: datetime | None = None

    def share(self, anchors: Sequence[str]) -> float:
        """Return the part of today's chapter that was seen, from 0 to 1."""
        return sum(anchor in self.seen for anchor in anchors) / max(1, len(anchors))


@dataclass(frozen=True, slots=True)
class LastPlace:
    """The link to the view that was left last, for "continue where you left off"."""

    route: str
    left_at: datetime
