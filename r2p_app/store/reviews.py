"""The present review state of every question, kept so that "what is due?" need not read every answer ever given.

The log of answers is the truth: each stands there with the state after it. The table of states is brought up to date
from there (see `kept`), and made again whenever it is missing or was made for another wish of how much to remember.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.scheduler import ReviewState, advance, is_rated, replay
from r2p_app.store.attempt_rows import select_attempts
from r2p_app.store.database import Database, Row
from r2p_app.store.kept import catch_up
from r2p_app.store.moments import from_micros, to_micros
from r2p_app.store.settings import DESIRED_RETENTION, Settings

_STATE = """
    SELECT question_id, key_print, stability, difficulty, reviewed_at, due_at, reviews, score, sure_and_wrong
    FROM review_state"""
_BESIDE = """
    SELECT question_id, key_print, stability, difficulty, answered_at, due_at, reviews, score, sure_and_wrong
    FROM attempt"""
_IS_NEW = "id > (SELECT upto FROM kept) AND stability IS NOT NULL"
_RECENT = f"{_BESIDE} WHERE {_IS_NEW} ORDER BY id"
_NEWEST = f"(SELECT max(id) FROM attempt WHERE question_id = ?1 AND {_IS_NEW})"
_LATEST = f"""
    {_BESIDE} WHERE id = {_NEWEST}
    UNION ALL {_STATE} WHERE question_id = ?1 LIMIT 1"""
_BASIS = "SELECT retention FROM review_basis"
# One statement for an answer, since each costs: the last line is there for a question that has no state yet.
_BEFORE = f"""
    {_BESIDE.replace("SELECT", f"SELECT ({_BASIS}),")} WHERE id = {_NEWEST}
    UNION ALL {_STATE.replace("SELECT", f"SELECT ({_BASIS}),")} WHERE question_id = ?1
    UNION ALL SELECT ({_BASIS}){", NULL" * 9} LIMIT 1"""
_NO_STEP = (None,) * 5
_DUE = f"{_STATE} WHERE sure_and_wrong = %d AND due_at < ?1 ORDER BY due_at LIMIT ?2"
_NEXT = f"SELECT * FROM ({_DUE % 1}) UNION ALL SELECT * FROM ({_DUE % 0}) LIMIT ?2"
_KEEP = "INSERT OR REPLACE INTO review_state VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FORGET = "DELETE FROM review_state WHERE question_id = ?"


class Reviews:
    """The review states of one profile; what writes them is called inside the transaction of an answer."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database, self._settings = database, settings

    def state(self, question: str) -> ReviewState | None:
        """Return the state of a question; None if it was never answered, or is not judged by the program."""
        self._require_built()
        return self._find(question)

    def all(self) -> tuple[ReviewState, ...]:
        """Return every state, in the order of the questions' ids."""
        self._require_built()
        kept = {row[0]: row for row in self._database.rows(_STATE)}
        found = kept | self._recent()
        return tuple(_to_state(found[question]) for question in sorted(found))

    def due(self, before: datetime, limit: int) -> tuple[ReviewState, ...]:
        """Return what is due before a moment, the most urgent first: sure and wrong, then what has been due longest."""
        self._require_built()
        recent, end = self._recent(), to_micros(before)
        kept = self._database.rows(_NEXT, (end, limit + len(recent)))
        if recent:
            kept = [row for row in kept if row[0] not in recent]
            kept = sorted((*kept, *(row for row in recent.values() if row[5] < end)), key=lambda row: (-row[8], row[5]))
        return tuple(map(_to_state, kept[:limit]))

    def rebuild(self) -> None:
        """Make all states again from the log."""
        retention = self._settings.get(DESIRED_RETENTION)
        with self._database.transaction() as connection:
            catch_up(connection)
            connection.execute("DELETE FROM review_state")
            connection.execute("INSERT OR REPLACE INTO review_basis (id, retention) VALUES (1, ?)", (retention,))
            log = select_attempts(self._database, "ORDER BY question_id, id")
            for _question, attempts in groupby(log, lambda attempt: attempt.question):
                _keep(connection, replay(attempts, retention))

    def step(self, attempt: Attempt) -> Row:
        """Return the columns that hold the state after an attempt which is about to be recorded."""
        if not is_rated(attempt):
            return _NO_STEP
        retention, *latest = self._before(attempt.question)
        if retention is None:
            self.rebuild()
            retention, *latest = self._before(attempt.question)
        state = advance(_to_state(latest) if latest[0] is not None else None, attempt, retention)
        return state.stability, state.difficulty, to_micros(state.due), state.reviews, state.sure_and_wrong

    def follow_again(self, connection: sqlite3.Connection, question: str) -> None:
        """Make one state again, after an attempt was taken back."""
        basis = self._database.row(_BASIS)
        if basis is not None:
            connection.execute(_FORGET, (question,))
            _keep(connection, replay(self._attempts(question), basis[0]))

    def _attempts(self, question: str) -> Iterable[Attempt]:
        return select_attempts(self._database, "WHERE question_id = ? ORDER BY id", (question,))

    def _require_built(self) -> None:
        if self._database.row(_BASIS) != (self._settings.get(DESIRED_RETENTION),):
            self.rebuild()

    def _find(self, question: str) -> ReviewState | None:
        row = self._database.row(_LATEST, (question,))
        return _to_state(row) if row else None

    def _before(self, question: str) -> Row:
        """Return the basis and the state of a question; None stands for what is missing."""
        row = self._database.row(_BEFORE, (question,))
        assert row is not None
        return row

    def _recent(self) -> dict[str, Row]:
        """Return the states, as rows by question, that are not in the table yet."""
        return {row[0]: row for row in self._database.rows(_RECENT)}


def _keep(connection: sqlite3.Connection, state: ReviewState | None) -> None:
    if state is not None:
        connection.execute(_KEEP, _to_row(state))


def _to_row(state: ReviewState) -> Row:
    return (
        state.question,
        state.key_print,
        state.stability,
        state.difficulty,
        to_micros(state.reviewed_at),
        to_micros(state.due),
        state.reviews,
        state.score,
        state.sure_and_wrong,
    )


def _to_state(row: Sequence[Any]) -> ReviewState:
    question, key_print, stability, difficulty, reviewed_at, due_at, reviews, score, sure_and_wrong = row
    return ReviewState(
        question=question,
        key_print=key_print,
        stability=stability,
        difficulty=difficulty,
        reviewed_at=from_micros(reviewed_at),
        due=from_micros(due_at),
        reviews=reviews,
        score=score,
        sure_and_wrong=bool(sure_and_wrong),
    )
