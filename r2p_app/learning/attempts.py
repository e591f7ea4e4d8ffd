"""Runs and attempts: what is remembered of answering, and what a log of it must promise.

A `Run` is a plan: which questions, in which order, with which seed. An `Attempt` is one answer in a run. Both are plain
values; `store` keeps them, `quiz` makes a session of them.
"""

import enum
from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.verdict import Outcome


class Mode(enum.StrEnum):
    """What a run is for, and so when feedback is shown: after each answer, or (in a test) at the end."""

    PRACTICE = "practice"
    TEST = "test"
    CHECK = "check"
    REVIEW = "review"


QUIZZES = (Mode.PRACTICE, Mode.TEST, Mode.REVIEW)
"""The modes of runs that are left and gone on with; a check stands in its chapter."""


class Run(Struct, frozen=True, kw_only=True):
    """The plan of one run. `scope` is the id of the case it asks about, "" for several; `started_at` is aware, UTC."""

    id: str
    mode: Mode
    seed: int
    questions: tuple[str, ...]
    started_at: datetime
    scope: str = ""
    finished_at: datetime | None = None


class Attempt(Struct, frozen=True, kw_only=True):
    """One answer, as given. A run has at most one attempt at a question.

    `score` is what it was worth on the day it was given, `key_print` and `wording_print` say by which key and which
    wording (see `fingerprint`). `seconds` is the time from showing the question to submitting the answer.
    """

    run: str
    question: str
    answer: AnyAnswer
    score: float
    at: datetime
    confidence: Confidence | None = None
    seconds: float = 0.0
    key_print: str = ""
    wording_print: str = ""

    @property
    def outcome(self) -> Outcome:
        """The score in one word."""
        return Outcome.of(self.score)


class AttemptLog(Protocol):
    """What learning needs from storage. Every method that writes is one transaction, safe on disk when it returns."""

    def start(self, run: Run) -> None:
        """Remember a run; the same id again changes nothing."""

    def record(self, attempt: Attempt) -> Attempt:
        """Remember an attempt and return the one kept: for a question already answered in this run, the earlier one."""

    def mark(self, run: str, question: str, answer: AnyAnswer, score: float) -> None:
        """Replace answer and score of an attempt that the learner marks against a rubric after giving it."""

    def finish(self, run: str, at: datetime) -> None:
        """Remember that a run came to its end; a second time changes nothing."""

    def run(self, run: str) -> Run | None:
        """Return a run by its id."""

    def attempts(self, run: str) -> tuple[Attempt, ...]:
        """Return the attempts of a run in the order they were given."""

    def unfinished(self, modes: Collection[Mode]) -> tuple[Run, ...]:
        """Return the runs of these modes without an end, newest first."""

    def latest(self, question: str, modes: Collection[Mode]) -> Attempt | None:
        """Return the newest attempt at a question in runs of these modes."""

    def answered(self) -> frozenset[str]:
        """Return the ids of all questions ever answered."""
