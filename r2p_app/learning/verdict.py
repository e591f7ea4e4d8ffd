"""What grading returns: a score, and a word of feedback for every part of the question."""

import enum

from msgspec import Struct


class Answer(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """What a learner gave, in the form that is stored. Every kind has its own, tagged with the kind's name."""


class Outcome(enum.StrEnum):
    """A verdict in one word."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"

    @classmethod
    def of(cls, score: float) -> "Outcome":
        """Only the full score is right, only no score is wrong."""
        if score >= 1:
            return cls.RIGHT
        return cls.PARTLY if score > 0 else cls.WRONG


class Feedback(Struct, frozen=True):
    """What to say about one part of a question: an option, an item to order, a pair, a known mistake.

    `chosen` says whether the learner's answer contains the part; `correct` whether the right answer does (for an
    option), or whether the learner's answer has it in its right place (for an item or a pair).
    """

    part: str
    chosen: bool
    correct: bool
    rationale: str


class Verdict(Struct, frozen=True):
    """The judgement on one answer: a score from 0 to 1, and feedback for every part in the author's order."""

    score: float
    feedback: tuple[Feedback, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The score in one word."""
        return Outcome.of(self.score)

    def about(self, part: str) -> Feedback | None:
        """Return the feedback on a part, if there is any."""
        return next((feedback for feedback in self.feedback if feedback.part == part), None)
