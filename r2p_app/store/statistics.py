"""The answers of many people to the questions, from files of results: kept as tallies, which name nobody.

What each source brought is kept beside the sum of all, so that a source can be taken away or replaced. The sum is kept
in step in the same transaction: a million answers are analysed as quickly as ten.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from r2p_app.clock import Clock
from r2p_app.learning.tallies import Response, Tally, combined, response
from r2p_app.store.attempts import Attempts
from r2p_app.store.database import Database
from r2p_app.store.moments import from_micros, to_micros

_tally = msgspec.json.Decoder(Tally)
_tallies = msgspec.json.Decoder(tuple[Tally, ...])


@dataclass(frozen=True, slots=True)
class ResultSource:
    """Where tallies came from: a file of results. `people` is how many answered."""

    id: str
    people: int
    answers: int
    added_at: datetime


class Statistics:
    """The tallies of one profile."""

    def __init__(self, database: Database, attempts: Attempts, *, now: Clock) -> None:
        self._database, self._attempts, self._now = database, attempts, now

    def own(self) -> tuple[Response, ...]:
        """Return this learner's first answers, one for each question and key."""
        found = (response("", attempt) for attempt in self._attempts.first_attempts())
        return tuple(one for one in found if one is not None)

    def tallies(self) -> tuple[Tally, ...]:
        """Return the sums over all sources, one for each question and key."""
        rows = self._database.rows("SELECT tally FROM result_total ORDER BY question_id, key_print")
        return tuple(_tally.decode(row[0]) for row in rows)

    def sources(self) -> tuple[ResultSource, ...]:
        """Return where they came from, newest first."""
        rows = self._database.rows("SELECT id, people, answers, added_at FROM result_source ORDER BY added_at DESC, id")
        return tuple(ResultSource(source, people, answers, from_micros(at)) for source, people, answers, at in rows)

    def add(self, source: str, people: int, brought: Iterable[Tally]) -> bool:
        """Add what a source brought; return False, changing nothing, if the same is there already.

        A source that is there with something else (saved again after more answers) is replaced.
        """
        tallied = tuple(brought)
        with self._database.transaction() as connection:
            known = self._of(source)
            if known == tallied:
                return False
            if known is not None:
                self.remove(source)
            answers = sum(tally.answers for tally in tallied)
            values = (source, people, answers, msgspec.json.encode(tallied).decode(), to_micros(self._now()))
            connection.execute(
                "INSERT INTO result_source (id, people, answers, tallies, added_at) VALUES (?, ?, ?, ?, ?)", values
            )
            for tally in tallied:
                _add(connection, tally)
        return True

    def remove(self, source: str) -> None:
        """Take away what a source brought."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM result_source WHERE id = ?", (source,))
            connection.execute("DELETE FROM result_total")
            rows = connection.execute("SELECT tallies FROM result_source").fetchall()
            for tally in combined(tally for row in rows for tally in _tallies.decode(row[0])):
                _add(connection, tally)

    def _of(self, source: str) -> tuple[Tally, ...] | None:
        row = self._database.row("SELECT tallies FROM result_source WHERE id = ?", (source,))
        return _tallies.decode(row[0]) if row else None


def _add(connection: sqlite3.Connection, tally: Tally) -> None:
    key = (tally.question, tally.key_print)
    row = connection.execute("SELECT tally FROM result_total WHERE question_id = ? AND key_print = ?", key).fetchone()
    total = _tally.decode(row[0]) + tally if row else tally
    connection.execute(
        "INSERT OR REPLACE INTO result_total (question_id, key_print, tally) VALUES (?, ?, ?)",
        (*key, msgspec.json.encode(total).decode()),
    )
