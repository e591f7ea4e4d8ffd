"""What the learner marked and wrote: the log that `notes.annotation.AnnotationLog` asks for."""

from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.store.database import Database, Row
from r2p_app.store.moments import from_micros, to_micros

_COLUMNS = "id, kind, item_id, anchor, start, quote, before, after, note, made_at, changed_at"
_SAVE = f"""
    INSERT INTO annotation ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        kind = excluded.kind, anchor = excluded.anchor, start = excluded.start, quote = excluded.quote,
        before = excluded.before, after = excluded.after, note = excluded.note, changed_at = excluded.changed_at"""


class Annotations:
    """The marks of one profile. Every method that writes is one transaction, on the disk when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Annotation, ...]:
        """Return every mark, the oldest first."""
        return tuple(
            map(_to_annotation, self._database.rows(f"SELECT {_COLUMNS} FROM annotation ORDER BY made_at, id"))
        )

    def of(self, item: str) -> tuple[Annotation, ...]:
        """Return the marks in one record, the oldest first."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM annotation WHERE item_id = ? ORDER BY made_at, id", (item,))
        return tuple(map(_to_annotation, rows))

    def save(self, annotation: Annotation) -> None:
        """Keep a new mark, or another form of one that is kept."""
        with self._database.transaction() as connection:
            connection.execute(_SAVE, _values(annotation))

    def remove(self, annotation_id: str) -> None:
        """Forget a mark; one that is not there changes nothing."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM annotation WHERE id = ?", (annotation_id,))


def _values(annotation: Annotation) -> tuple[object, ...]:
    return (
        annotation.id,
        annotation.kind,
        annotation.item,
        annotation.anchor,
        annotation.start,
        annotation.quote,
        annotation.before,
        annotation.after,
        annotation.note,
        to_micros(annotation.made_at),
        to_micros(annotation.changed_at),
    )


def _to_annotation(row: Row) -> Annotation:
    id_, kind, item, anchor, start, quote, before, after, note, made_at, changed_at = row
    moments = from_micros(made_at), from_micros(changed_at)
    return Annotation(id_, Kind(kind), item, anchor, start, quote, before, after, note, *moments)
