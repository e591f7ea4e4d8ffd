"""Answers by day, and past runs, as the Review page shows them: added up by SQLite, which reads them fastest."""

from datetime import date, datetime, timedelta

from r2p_app.learning.attempts import Attempt, Mode
from r2p_app.learning.history import PastRun, Spell
from r2p_app.store.attempt_rows import select_attempts
from r2p_app.store.attempts import Attempts
from r2p_app.store.database import Database
from r2p_app.store.moments import from_micros, to_micros

_EPOCH = date(1970, 1, 1)
# By the offset kept with each answer: the learner's own day, wherever they were.
_DAYS = """
    SELECT (answered_at / 60000000 + utc_offset - ?1 * 60) / 1440 AS day,
        sum(score >= 1), sum(score > 0 AND score < 1), sum(score <= 0), total(seconds)
    FROM attempt WHERE answered_at >= ?2 GROUP BY day ORDER BY day"""
_RUNS = "SELECT id FROM run WHERE mode <> ? ORDER BY rowid DESC LIMIT ?"
_IN_RUN = """
    SELECT count(*), sum(score >= 1), total(seconds), max(answered_at) FROM attempt
    WHERE run_id = ?1 AND question_id IN (SELECT value FROM run, json_each(run.questions) WHERE run.id = ?1)"""


class History:
    """What one profile has answered."""

    def __init__(self, database: Database, attempts: Attempts) -> None:
        self._database, self._attempts = database, attempts

    def days(self, begins_at: int, since: datetime) -> tuple[Spell, ...]:
        """Return the days with answers, oldest first; days begin at that hour of local time."""
        rows = self._database.rows(_DAYS, (begins_at, to_micros(since)))
        return tuple(Spell(_EPOCH + timedelta(days=day), *counts) for day, *counts in rows)

    def attempts(self) -> tuple[Attempt, ...]:
        """Return every answer, in the order they were given."""
        return select_attempts(self._database, "ORDER BY id")

    def seconds(self) -> float:
        """Return how long all answers took."""
        row = self._database.row("SELECT total(seconds) FROM question_total_now")
        return float(row[0]) if row else 0.0

    def runs(self, limit: int) -> tuple[PastRun, ...]:
        """Return the newest runs in which something was answered; checks stand in their chapters."""
        ids = self._database.rows(_RUNS, (Mode.CHECK.value, limit))
        found = (self._past(row[0]) for row in ids)
        return tuple(past for past in found if past is not None)

    def _past(self, run_id: str) -> PastRun | None:
        run, row = self._attempts.run(run_id), self._database.row(_IN_RUN, (run_id,))
        if run is None or row is None or not row[0]:
            return None
        answers, right, seconds, last = row
        return PastRun(run, answers, right, seconds, from_micros(last))
