"""Runs and answers: the log that `learning.attempts.AttemptLog` asks for, and the totals that follow from it."""

import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta
from time import localtime

import msgspec

from r2p_app.clock import Clock
from r2p_app.learning.attempts import Attempt, Mode, Run, RunOptions
from r2p_app.learning.days import LocalOffset
from r2p_app.learning.questions import AnyAnswer
from r2p_app.store.attempt_rows import select_attempts
from r2p_app.store.database import Database, Row
from r2p_app.store.kept import CATCH_UP_EVERY, catch_up, count_again
from r2p_app.store.moments import from_micros, from_optional, to_micros
from r2p_app.store.records import QuestionTotal, Undone
from r2p_app.store.reviews import Reviews

_RUN = "SELECT id, mode, scope, seed, questions, started_at, finished_at, options FROM run"
_IN_RUN = """
    WHERE run_id = ?1 AND question_id IN (SELECT value FROM run, json_each(run.questions) WHERE run.id = ?1)"""
_INSERT = """
    INSERT INTO attempt (run_id, question_id, key_print, wording_print, answer, score, confidence, seconds, answered_at,
        utc_offset, counts, stability, difficulty, due_at, reviews, sure_and_wrong)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (question_id, run_id) DO NOTHING"""

_MINUTE = timedelta(minutes=1)

_questions = msgspec.json.Decoder(tuple[str, ...])
_options = msgspec.json.Decoder(RunOptions)
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
        moments = (to_micros(run.started_at), _micros(run.finished_at))
        values = (run.id, run.mode, run.scope, run.seed, questions, *moments, _json(run.options))
        with self._database.transaction() as connection:
            connection.execute(
                """INSERT INTO run (id, mode, scope, seed, questions, started_at, finished_at, options)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
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

    def replace(self, old: Attempt, new: Attempt) -> Attempt:
        """Put an attempt in the place of another at the same question; the old one is kept in a log.

        Return the one kept: where the old one does not stand any more, or its run has ended, whatever stands.
        """
        with self._database.transaction() as connection:
            run = self.run(old.run)
            if run is not None and run.finished_at is None:
                if self._find(old.run, old.question) == old:
                    self._remove(connection, old)
                self._insert(connection, new)
            return self._find(old.run, old.question)

    def mark(self, run: str, question: str, answer: AnyAnswer, score: float) -> None:
        """Replace answer and score of an attempt that the learner marks against a rubric after giving it."""
        with self._database.transaction() as connection:
            catch_up(connection)
            marked = connection.execute(
                "UPDATE attempt SET answer = ?, score = ? WHERE run_id = ? AND question_id = ? RETURNING key_print",
                (_json(answer), score, run, question),
            ).fetchall()
            for (key_print,) in marked:
                count_again(connection, question, key_print)
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
            connection.execute("UPDATE run SET finished_at = NULL WHERE id = ?", (attempt.run,))
        return True

    def set_options(self, run: str, options: RunOptions) -> None:
        """Remember how a run is held from now on."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE run SET options = ? WHERE id = ?", (_json(options), run))

    def flag(self, run: str, question: str, *, on: bool) -> None:
        """Remember that a question of a run is flagged for later, or not any more."""
        change = (
            "INSERT INTO flagged_question (run_id, question_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
            if on
            else "DELETE FROM flagged_question WHERE run_id = ? AND question_id = ?"
        )
        with self._database.transaction() as connection:
            connection.execute(change, (run, question))

    def flagged(self, run: str) -> frozenset[str]:
        """Return the questions of a run that are flagged."""
        rows = self._database.rows("SELECT question_id FROM flagged_question WHERE run_id = ?", (run,))
        return frozenset(row[0] for row in rows)

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

    def held(self, mode: Mode, scope: str) -> tuple[Run, ...]:
        """Return the runs of a mode about one case, finished or not, newest first."""
        where = "WHERE mode = ? AND scope = ? ORDER BY rowid DESC"
        return tuple(map(_to_run, self._database.rows(f"{_RUN} {where}", (mode, scope))))

    def latest(self, question: str, modes: Collection[Mode]) -> Attempt | None:
        """Return the newest attempt at a question in runs of these modes."""
        where = f"JOIN run ON run.id = run_id WHERE question_id = ? AND mode IN {_marks(modes)}"
        return next(iter(self._select(f"{where} ORDER BY attempt.id DESC LIMIT 1", (question, *modes))), None)

    def answered(self) -> frozenset[str]:
        """Return the ids of all questions ever answered."""
        return frozenset(row[0] for row in self._database.rows("SELECT DISTINCT question_id FROM question_total_now"))

    def latest_attempts(self) -> tuple[Attempt, ...]:
        """Return the newest attempt at each question, whatever its key was then."""
        newest = "SELECT max(latest_id) FROM question_total_now GROUP BY question_id"
        return self._select(f"WHERE id IN ({newest}) ORDER BY id")

    def first_attempts(self) -> tuple[Attempt, ...]:
        """Return the first attempt at each question under each of its keys: the only ones that statistics may count."""
        return self._select("WHERE id IN (SELECT first_id FROM question_total_now) ORDER BY id")

    def totals(self) -> tuple[QuestionTotal, ...]:
        """Return the totals of every question and key ever answered."""
        rows = self._database.rows(
            "SELECT question_id, key_print, attempts, correct, score, seconds FROM question_total_now"
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
        """Write the attempt with the review state after it; return False, changing nothing, if there is one already."""
        cursor = connection.execute(
            _INSERT,
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
                self._local_offset(attempt.at) // _MINUTE,
                attempt.counts,
                *self._reviews.step(attempt),
            ),
        )
        if cursor.rowcount == 0:
            return False
        if not (cursor.lastrowid or 0) % CATCH_UP_EVERY:
            catch_up(connection)
        return True

    def _remove(self, connection: sqlite3.Connection, attempt: Attempt) -> None:
        catch_up(connection)
        connection.execute(
            "INSERT INTO undone_attempt (undone_at, run_id, attempt) VALUES (?, ?, ?)",
            (to_micros(self._now()), attempt.run, _json(attempt)),
        )
        connection.execute("DELETE FROM attempt WHERE run_id = ? AND question_id = ?", (attempt.run, attempt.question))
        count_again(connection, attempt.question, attempt.key_print)
        catch_up(connection)  # the id of the newest may be given again
        self._reviews.follow_again(connection, attempt.question)


def _to_run(row: Row) -> Run:
    run_id, mode, scope, seed, questions, started_at, finished_at, options = row
    return Run(
        id=run_id,
        mode=Mode(mode),
        scope=scope,
        seed=seed,
        questions=_questions.decode(questions),
        started_at=from_micros(started_at),
        finished_at=from_optional(finished_at),
        options=_options.decode(options),
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _micros(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)


def _marks(values: Collection[object]) -> str:
    """Return the placeholders of a list in SQL."""
    return f"({', '.join('?' * len(values))})"
