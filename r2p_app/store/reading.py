"""What was read: paragraphs seen in each chapter, content notes read, and the place left last."""

from collections.abc import Iterable

from r2p_app.clock import Clock
from r2p_app.store.database import Database
from r2p_app.store.moments import from_micros, from_optional, to_micros
from r2p_app.store.records import ChapterProgress, LastPlace

_AT = """
    INSERT INTO chapter_progress (chapter_id, anchor, read_at) VALUES (?, ?, ?)
    ON CONFLICT (chapter_id) DO UPDATE SET anchor = excluded.anchor, read_at = excluded.read_at"""
_SEEN = "INSERT INTO paragraph_seen (chapter_id, anchor) VALUES (?, ?) ON CONFLICT DO NOTHING"
_FINISHED = "UPDATE chapter_progress SET finished_at = ? WHERE chapter_id = ? AND finished_at IS NULL"
_LEFT = """
    INSERT INTO last_place (id, route, left_at) VALUES (1, ?, ?)
    ON CONFLICT (id) DO UPDATE SET route = excluded.route, left_at = excluded.left_at"""


class Reading:
    """The reading of one profile. Collect what scrolls by and save it in one call: each call is one transaction."""

    def __init__(self, database: Database, *, now: Clock) -> None:
        self._database, self._now = database, now

    def read(self, chapter: str, anchor: str, seen: Iterable[str] = ()) -> None:
        """Remember the paragraph now in view, and the paragraphs seen on the way to it."""
        with self._database.transaction() as connection:
            connection.execute(_AT, (chapter, anchor, to_micros(self._now())))
            connection.executemany(_SEEN, ((chapter, paragraph) for paragraph in {anchor, *seen}))

    def finish(self, chapter: str, anchor: str) -> None:
        """Remember that the chapter was read to its end, whose paragraph is `anchor`; the first time counts."""
        with self._database.transaction() as connection:
            self.read(chapter, anchor)
            connection.execute(_FINISHED, (to_micros(self._now()), chapter))

    def progress(self, chapter: str) -> ChapterProgress | None:
        """Return how far a chapter was read; None if it never was."""
        return self.all_progress().get(chapter)

    def all_progress(self) -> dict[str, ChapterProgress]:
        """Return the progress of every chapter begun, by id."""
        seen: dict[str, set[str]] = {}
        for chapter, anchor in self._database.rows("SELECT chapter_id, anchor FROM paragraph_seen"):
            seen.setdefault(chapter, set()).add(anchor)
        rows = self._database.rows("SELECT chapter_id, anchor, read_at, finished_at FROM chapter_progress")
        return {
            chapter: ChapterProgress(
                chapter, frozenset(seen.get(chapter, ())), anchor, from_micros(read_at), from_optional(finished_at)
            )
            for chapter, anchor, read_at, finished_at in rows
        }

    def leave(self, route: str) -> None:
        """Remember the link that restores the present view."""
        with self._database.transaction() as connection:
            connection.execute(_LEFT, (route, to_micros(self._now())))

    def last_place(self) -> LastPlace | None:
        """Return the view left last, in any window."""
        row = self._database.row("SELECT route, left_at FROM last_place")
        return LastPlace(row[0], from_micros(row[1])) if row else None

    def accept_note(self, item: str) -> None:
        """Remember that the content note of a chapter, case or question was read."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO content_note_read (item_id, read_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (item, to_micros(self._now())),
            )

    def accepted_notes(self) -> frozenset[str]:
        """Return the ids whose content note was read."""
        return frozenset(row[0] for row in self._database.rows("SELECT item_id FROM content_note_read"))
