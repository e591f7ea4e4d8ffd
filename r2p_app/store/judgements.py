"""The learner's judgements on criteria, every one of them; the last stands."""

import json
from collections.abc import Sequence

import msgspec

from r2p_app.content.model import Criterion
from r2p_app.lab.judgement import Judgement, Level, Weighing, goes_on
from r2p_app.store.database import Database
from r2p_app.store.moments import from_micros, to_micros

_ALL = "SELECT subject, criterion, level, reasons, evidence, judged_at FROM judgement"
_FOUND = f"{_ALL} WHERE subject = ?"
_ADD = """
    INSERT INTO judgement (subject, criterion, level, reasons, evidence, judged_at) VALUES (?, ?, ?, ?, ?, ?)"""
_DROP_LAST = "DELETE FROM judgement WHERE id = (SELECT MAX(id) FROM judgement WHERE subject = ? AND criterion = ?)"


class Judgements:
    """The judgements of one profile, on cases and on decision points."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, judgement: Judgement) -> None:
        """Keep a judgement; one that only goes on with the latest takes its place."""
        with self._database.transaction() as connection:
            history = self.history(judgement.subject, judgement.criterion)
            if history and history[-1].weighing == judgement.weighing:
                return
            if history and goes_on(history[-1], judgement):
                connection.execute(_DROP_LAST, (judgement.subject, judgement.criterion.value))
            connection.execute(_ADD, _row(judgement))

    def all(self) -> tuple[Judgement, ...]:
        """Return every judgement ever given, the oldest first."""
        return tuple(map(_judgement, self._database.rows(f"{_ALL} ORDER BY id")))

    def history(self, subject: str, criterion: Criterion) -> tuple[Judgement, ...]:
        """Return every judgement on a criterion, the oldest first."""
        rows = self._database.rows(f"{_FOUND} AND criterion = ? ORDER BY id", (subject, criterion.value))
        return tuple(map(_judgement, rows))

    def latest(self, subject: str) -> dict[Criterion, Judgement]:
        """Return the judgement that stands on each criterion of a subject."""
        found = map(_judgement, self._database.rows(f"{_FOUND} ORDER BY id", (subject,)))
        return {judgement.criterion: judgement for judgement in found}


def _row(judgement: Judgement) -> tuple[object, ...]:
    said = judgement.weighing
    return (
        judgement.subject,
        judgement.criterion.value,
        said.level.value if said.level is not None else "",
        said.reasons,
        json.dumps(said.evidence),
        to_micros(judgement.judged_at),
    )


def _judgement(row: Sequence[object]) -> Judgement:
    subject, criterion, level, reasons, evidence, judged_at = row
    assert isinstance(judged_at, int)
    said = Weighing(
        Level(str(level)) if level else None, str(reasons), msgspec.json.decode(str(evidence), type=tuple[str, ...])
    )
    return Judgement(str(subject), Criterion(str(criterion)), from_micros(judged_at), said)
