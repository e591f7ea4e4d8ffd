"""Runs and answers: the log that `learning.attempts.AttemptLog` asks for, with totals kept beside it."""

import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta
from time import localtime

import msgspec

from r2p_app.clock import Clock
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.days import LocalOffset
from r2p_app.learning.questions import AnyAnswer
from r2p_app.store.attempt_rows import select_attempts
from r2p_app.store.database import Database, Row
from r2p_app.store.moments import from_micros, from_optional, to_micros
from r2p_app.store.records import QuestionTotal, Undone
from r2p_app.store.reviews import Reviews

_RUN = "SELECT id, mode, scope, seed, questions, started_at, finished_at FROM run"
_IN_RUN = """
    WHERE run_id = ?1 AND question_id IN (SELECT value FROM run, json_each(run.questions) WHERE run.id = ?1)"""
_ADD_TO_TOTAL = """
    INSERT INTO question_total (question_id, key_print, attempts, correct, score, seconds, first_id, latest_id)
    VALUES (?1, ?2, 1, ?3 >= 1, ?3, ?4, last_insert_rowid(), last_insert_rowid())
    ON CONFLICT (question_id, key_print) DO UPDATE SET
        attempts = attempts + 1, correct = correct + excluded.correct, score = score + excluded.score,
        seconds = seconds + excluded.seconds, latest_id = excluded.latest_id"""
_COUNT_TOTAL = """
    INSERT INTO question_total (question_id, key_print, attempts, correct, score, seconds, first_id, latest_id)
    SELECT question_id, key_print, count(*), sum(score >= 1), total(score), total(seconds), min(id), max(id)
    FROM attempt WHERE question_id = ? AND key_print = ? GROUP BY question_id, key_print"""

_questions = msgspec.json.Decoder(tuple[str, ...])
_attempt = msgspec.json.Decoder(Attempt)


def system_offset(moment: datetime) -> timedelta:
    """Return the offset of this computer's time zone."""
    return timedelta(seconds=localtime(moment.timestamp()).tm_gmtoff)


class Attempts:
    """The runs and answers of one profile. Every method that writes is one transaction, on the disk when it returns."""

    def __init__(self, database: Database, reviews: Reviews, *, now: Clock, local_offset: LocalOffset) -> None:
        self._database, self._reviews = database, reviews
        self._now, self._local_offset = now, local_offset

    def start(self, run: Run) -> None:
        """Remember a run; the same id again changes nothing."""
        if self._database.row("SELECT 1 FROM run WHERE id = ?", (run.id,)):
            return  # asked before every answer: it must not write
        questions = msgspec.json.encode(run.questions).decode()
        values = (run.id, run.mode, run.scope, run.seed, questions, to_micros(run.started_at), _micros(run.finished_at))
        with self._database.transaction() as connection:
            connection.execute(
                """INSERT INTO run (id, mode, scope, seed, questions, started_at, finished_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                values,
            )

    def finish(self, run: str, at: datetime) -> None:
        """Remember that a run came to its end; a second time changes nothing."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE run SET finished_at = ? WHERE id = ? AND finished_at IS NULL", (to_micros(at), run)
            )

    def record(self, attempt: Attempt) -> Attempt:
        """Remember an attempt and return the one kept: for a question already answered in this run, the earlier one."""
        with self._database.transaction() as connection:
            is_new = self._insert(connection, attempt)
            return attempt if is_new else self._find(attempt.run, attempt.question)

    def mark(self, run: str, question: str, answer: AnyAnswer, score: float) -> None:
        """Replace answer and score of an attempt that the learner marks against a rubric after giving it."""
        with self._database.transaction() as connection:
            marked = connection.execute(
                "UPDATE attempt SET answer = ?, score = ? WHERE run_id = ? AND question_id = ? RETURNING key_print",
                (_json(answer), score, run, question),
            ).fetchall()
            for (key_print,) in marked:
                _count_again(connection, question, key_print)
                self._reviews.follow_again(connection, question)

    def undo(self, attempt: Attempt) -> bool:
        """Take back the newest answer of a run, which is then unfinished; it is kept in a log.

        Return False and change nothing when it is not the newest any more (undone already, or answered on in another
        window).
        """
        with self._database.transaction() as connection:
            if self._newest(attempt.run) != attempt:
                return False
            self._remove(connection, attempt)
        return True

    def run(self, run: str) -> Run | None:
        """Return a run by its id."""
        row = self._database.row(f"{_RUN} WHERE id = ?", (run,))
        return _to_run(row) if row else None

    def runs(self) -> tuple[Run, ...]:
        """Return every run, newest first."""
        return tuple(map(_to_run, self._database.rows(f"{_RUN} ORDER BY rowid DESC")))

    def attempts(self, run: str) -> tuple[Attempt, ...]:
        """Return the attempts of a run in the order they were given."""
        return self._select(f"{_IN_RUN} ORDER BY id", (run,))

    def unfinished(self, modes: Collection[Mode]) -> tuple[Run, ...]:
        """Return the runs of these modes without an end, newest first."""
        where = f"WHERE finished_at IS NULL AND mode IN {_marks(modes)} ORDER BY rowid DESC"
        return tuple(map(_to_run, self._database.rows(f"{_RUN} {where}", tuple(modes))))

    def latest(self, question: str, modes: Collection[Mode]) -> Attempt | None:
        """Return the newest attempt at a question in runs of these modes."""
        where = f"JOIN run ON run.id = run_id WHERE question_id = ? AND mode IN {_marks(modes)}"
        return next(iter(self._select(f"{where} ORDER BY attempt.id DESC LIMIT 1", (question, *modes))), None)

    def answered(self) -> frozenset[str]:
        """Return the ids of all questions ever answered."""
        return frozenset(row[0] for row in self._database.rows("SELECT DISTINCT question_id FROM question_total"))

    def latest_attempts(self) -> tuple[Attempt, ...]:
        """Return the newest attempt at each question, whatever its key was then."""
        newest = "SELECT max(latest_id) FROM question_total GROUP BY question_id"
        return self._select(f"WHERE id IN ({newest}) ORDER BY id")

    def first_attempts(self) -> tuple[Attempt, ...]:
        """Return the first attempt at each question under each of its keys: the only ones that statistics may count."""
        return self._select("WHERE id IN (SELECT first_id FROM question_total) ORDER BY id")

    def totals(self) -> tuple[QuestionTotal, ...]:
        """Return the totals of every question and key ever answered."""
        rows = self._database.rows(
            "SELECT question_id, key_print, attempts, correct, score, seconds FROM question_total"
        )
        return tuple(QuestionTotal(*row) for row in rows)

    def undone(self, run: str) -> tuple[Undone, ...]:
        """Return the attempts of a run that were taken back, in that order."""
        rows = self._database.rows("SELECT undone_at, attempt FROM undone_attempt WHERE run_id = ? ORDER BY id", (run,))
        return tuple(Undone(from_micros(micros), _attempt.decode(text)) for micros, text in rows)

    def _find(self, run: str, question: str) -> Attempt:
        return self._select("WHERE question_id = ? AND run_id = ?", (question, run))[0]

    def _newest(self, run: str) -> Attempt | None:
        return next(iter(self._select(f"{_IN_RUN} ORDER BY id DESC LIMIT 1", (run,))), None)

    def _select(self, rest: str, values: tuple[object, ...] = ()) -> tuple[Attempt, ...]:
        return select_attempts(self._database, rest, values)

    def _insert(self, connection: sqlite3.Connection, attempt: Attempt) -> bool:
        """Write the attempt and its part of the totals; return False, changing nothing, if there is one already."""
        offset = self._local_offset(attempt.at) // timedelta(minutes=1)
        cursor = connection.execute(
            """INSERT INTO attempt (run_id, question_id, key_print, wording_print, answer, score, confidence, seconds,
                answered_at, utc_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (question_id, run_id) DO NOTHING""",
            (
                attempt.run,
                attempt.question,
                attempt.key_print,
                attempt.wording_print,
                _json(attempt.answer),
                attempt.score,
                attempt.confidence and attempt.confidence.value,
                attempt.seconds,
                to_micros(attempt.at),
                offset,
            ),
        )
        if cursor.rowcount == 0:
            return False
        connection.execute(_ADD_TO_TOTAL, (attempt.question, attempt.key_print, attempt.score, attempt.seconds))
        self._reviews.follow(connection, attempt)
        return True

    def _remove(self, connection: sqlite3.Connection, attempt: Attempt) -> None:
        connection.execute(
            "INSERT INTO undone_attempt (undone_at, run_id, attempt) VALUES (?, ?, ?)",
            (to_micros(self._now()), attempt.run, _json(attempt)),
        )
        connection.execute("DELETE FROM attempt WHERE run_id = ? AND question_id = ?", (attempt.run, attempt.question))
        connection.execute("UPDATE run SET finished_at = NULL WHERE id = ?", (attempt.run,))
        _count_again(connection, attempt.question, attempt.key_print)
        self._reviews.follow_again(connection, attempt.question)


def _count_again(connection: sqlite3.Connection, question: str, key_print: str) -> None:
    """Rebuild a total from its attempts: taking one off a sum of floats would not give the sum without it."""
    connection.execute("DELETE FROM question_total WHERE question_id = ? AND key_print = ?", (question, key_print))
    connection.execute(_COUNT_TOTAL, (question, key_print))


def _to_run(row: Row) -> Run:
    run_id, mode, scope, seed, questions, started_at, finished_at = row
    return Run(
        id=run_id,
        mode=Mode(mode),
        scope=scope,
        seed=seed,
        questions=_questions.decode(questions),
        started_at=from_micros(started_at),
        finished_at=from_optional(finished_at),
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _micros(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)


def _marks(values: Collection[object]) -> str:
    """Return the placeholders of a list in SQL."""
    return f"({', '.join('?' * len(values))})"
