"""A learner with a past, made with the store itself."""

from datetime import datetime, timedelta

import pytest

from r2p_app.content.questions import SingleChoice
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.store import Store
from tests.ui import mini
from tests.ui.conftest import NOON


class Past:
    """What the learner did, in the words of a test."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def finished(self, chapter: str) -> None:
        """The chapter was read to its end."""
        self._store.reading.finish(chapter, "end")

    def began(self, chapter: str, *seen: str) -> None:
        """The chapter was begun."""
        self._store.reading.read(chapter, seen[-1] if seen else "p1", seen)

    def run(self, *questions: str, mode: Mode = Mode.PRACTICE, at: datetime = NOON) -> Run:
        """A quiz on these questions was planned."""
        run = Run(id="run-1", mode=mode, seed=1, questions=questions, started_at=at)
        self._store.attempts.start(run)
        return run

    def answered(
        self, question_id: str, option: str, *, score: float, key: str = "", seconds: float = 20, days_ago: int = 0
    ) -> None:
        """A question of the quiz was answered."""
        question = next(q for q in mini.QUESTIONS if q.id == question_id)
        assert isinstance(question, SingleChoice)
        attempt = Attempt(
            run="run-1",
            question=question_id,
            answer=ChosenOption(option),
            score=score,
            at=NOON - timedelta(days=days_ago),
            seconds=seconds,
            key_print=key or key_print(question),
        )
        self._store.attempts.record(attempt)


@pytest.fixture
def past(store: Store) -> Past:
    """Writes the learner's past."""
    return Past(store)
