"""The learner's exercises in the decision lab, each as it was left."""

from datetime import datetime

import msgspec

from r2p_app.lab.exercise import Exercise
from r2p_app.store.database import Database
from r2p_app.store.moments import to_micros

_SAVE = """
    INSERT INTO exercise (id, decision_id, state, started_at, changed_at, finished_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        state = excluded.state, changed_at = excluded.changed_at, finished_at = excluded.finished_at"""


class Exercises:
    """The exercises of one profile. Saving one takes one transaction; it is called for every change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, exercise: Exercise) -> None:
        """Keep an exercise as it is now."""
        state = msgspec.json.encode(exercise).decode()
        moments = to_micros(exercise.started_at), to_micros(exercise.changed_at), _optional(exercise.finished_at)
        with self._database.transaction() as connection:
            connection.execute(_SAVE, (exercise.id, exercise.decision, state, *moments))

    def get(self, exercise_id: str) -> Exercise | None:
        """Return an exercise, None where there is none."""
        row = self._database.row("SELECT state FROM exercise WHERE id = ?", (exercise_id,))
        return _exercise(row[0]) if row else None

    def all(self) -> tuple[Exercise, ...]:
        """Return all exercises, the one begun first at the front."""
        return tuple(
            _exercise(row[0]) for row in self._database.rows("SELECT state FROM exercise ORDER BY started_at, id")
        )

    def remove(self, exercise_id: str) -> None:
        """Take an exercise away for good."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM exercise WHERE id = ?", (exercise_id,))


def _exercise(state: str) -> Exercise:
    return msgspec.json.decode(state, type=Exercise)


def _optional(moment: datetime | None) -> int | None:
    return None if moment is None else to_micros(moment)
