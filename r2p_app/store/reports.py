"""Questions that a learner found doubtful, in their own words; nothing of it leaves the computer unasked."""

from datetime import datetime

from msgspec import Struct

from r2p_app.clock import Clock
from r2p_app.store.database import Database
from r2p_app.store.moments import from_micros, to_micros


class QuestionReport(Struct, frozen=True, kw_only=True):
    """One report. `wording_print` says which wording of the question was seen (see `learning.fingerprint`)."""

    id: int
    question: str
    wording_print: str
    text: str
    at: datetime


class Reports:
    """The reports of one profile."""

    def __init__(self, database: Database, *, now: Clock) -> None:
        self._database, self._now = database, now

    def add(self, question: str, wording_print: str, text: str) -> QuestionReport:
        """Keep a report."""
        at = self._now()
        with self._database.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO question_report (question_id, wording_print, text, reported_at) VALUES (?, ?, ?, ?)",
                (question, wording_print, text, to_micros(at)),
            )
        return QuestionReport(
            id=cursor.lastrowid or 0, question=question, wording_print=wording_print, text=text, at=at
        )

    def all(self) -> tuple[QuestionReport, ...]:
        """Return every report, newest first."""
        rows = self._database.rows(
            "SELECT id, question_id, wording_print, text, reported_at FROM question_report ORDER BY id DESC"
        )
        return tuple(
            QuestionReport(id=row_id, question=question, wording_print=print_, text=text, at=from_micros(micros))
            for row_id, question, print_, text, micros in rows
        )

    def delete(self, report: int) -> None:
        """Forget a report; nothing happens where there is none."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM question_report WHERE id = ?", (report,))
