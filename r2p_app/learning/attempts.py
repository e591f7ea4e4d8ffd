"""Runs and attempts: what is remembered of answering, and what a log of it must promise.

A `Run` is a plan: which questions, in which order, with which seed. An `Attempt` is one answer in a run. Both are plain
values; `store` keeps them, `quiz` makes a session of them.
"""

import enum
from collections.abc import Collection
from datetime import datetime
from math import inf
from typing import Protocol

from msgspec import Struct

from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.verdict import Outcome


class Mode(enum.StrEnum):
    """What a run is for, and so when feedback is shown: after each answer, or at the end.

    A diagnostic is taken before a case is studied. Its answers are kept, and count for nothing: they neither decide
    when a question comes back nor enter any statistic.
    """

    PRACTICE = "practice"
    TEST = "test"
    CHECK = "check"
    REVIEW = "review"
    MISTAKES = "mistakes"
    DIAGNOSTIC = "diagnostic"


QUIZZES = (Mode.PRACTICE, Mode.TEST, Mode.REVIEW, Mode.MISTAKES, Mode.DIAGNOSTIC)
"""The modes of runs that are left and gone on with; a check stands in its chapter."""

FEEDBACK_AT_END = frozenset((Mode.TEST, Mode.DIAGNOSTIC))
"""The modes in which verdicts are shown at the end only."""

HANDED_IN = frozenset((Mode.TEST,))
"""The modes in which an answer can be changed until the learner hands the run in."""


class RunOptions(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """How a run is held.

    `minutes` is its time limit (0 for none) and `spent` the seconds of it that were used; time counts only while a
    question is in view. `is_timed_out` says that the limit ended the run. `code` is what a class typed in order to be
    asked the same.
    """

    minutes: int = 0
    spent: float = 0.0
    is_timed_out: bool = False
    code: str = ""

    @property
    def seconds_left(self) -> float:
        """How much time is left; never below 0. Without a limit there is no end to it."""
        return max(0.0, self.minutes * 60 - self.spent) if self.minutes else inf


class Run(Struct, frozen=True, kw_only=True):
    """The plan of one run. `scope` is the id of the case it asks about, "" for several; `started_at` is aware, UTC."""

    id: str
    mode: Mode
    seed: int
    questions: tuple[str, ...]
    started_at: datetime
    scope: str = ""
    finished_at: datetime | None = None
    options: RunOptions = RunOptions()


class Attempt(Struct, frozen=True, kw_only=True):
    """One answer, as given. A run has at most one attempt at a question.

    `score` is what it was worth on the day it was given, `key_print` and `wording_print` say by which key and which
    wording (see `fingerprint`). `seconds` is the time from showing the question to submitting the answer. An answer
    that does not count (see `Mode`) is kept, and enters neither the schedule nor any statistic.
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
    counts: bool = True

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

    def replace(self, old: Attempt, new: Attempt) -> Attempt:
        """Put an attempt in the place of another at the same question, and remember the old one as taken back.

        Return the one kept: where the old one does not stand any more, or its run has ended, whatever stands.
        """

    def mark(self, run: str, question: str, answer: AnyAnswer, score: float) -> None:
        """Replace answer and score of an attempt that the learner marks against a rubric after giving it."""

    def undo(self, attempt: Attempt) -> bool:
        """Take back the newest answer of a run, which is then unfinished; False, changing nothing, where it is not."""

    def set_options(self, run: str, options: RunOptions) -> None:
        """Remember how a run is held from now on."""

    def flag(self, run: str, question: str, *, on: bool) -> None:
        """Remember that a question of a run is flagged for later, or not any more."""

    def flagged(self, run: str) -> frozenset[str]:
        """Return the questions of a run that are flagged."""

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
