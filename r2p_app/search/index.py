"""The index of passages: one SQLite file with FTS5, written whole, read by any number of windows.

What is indexed is folded beforehand (đ, ł and œ too, which FTS5 would leave); what is shown is stored beside it.
"""

import contextlib
import sqlite3
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, Self

from r2p_app.content.folding import fold
from r2p_app.search.passages import Passage
from r2p_app.search.query import CASE, KIND, TITLE, Query, facet

_BATCH = 500
_MOST_RANKED = 2000
"""More finds than this are not ranked by their text: those in titles come first, the others in their own order."""

_MOST_BEGUN = 200
_SCHEMA = """
    CREATE TABLE meta (key TEXT NOT NULL) STRICT;
    CREATE TABLE passage (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, case_id TEXT NOT NULL, link TEXT NOT NULL,
        title TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE words USING fts5(
        title, text, facets, content='', tokenize='unicode61 remove_diacritics 0', prefix='2 3'
    );
"""
_COLUMNS = "SELECT passage.kind, passage.case_id, passage.link, passage.title, passage.text "
_FOUND = f"""
    {_COLUMNS}
    FROM words JOIN passage ON passage.id = words.rowid WHERE words MATCH ? ORDER BY """
# A word in the title says more than ten in the text; equals keep the order in which they were put in.
# What a source is called says much of what others say, a question says it before one has learned it, and numbers and
# topics to discuss are about what they name.
_WEIGHT = """CASE WHEN passage.kind = 'source' THEN 0.3
    WHEN passage.kind IN ('question', 'discussion', 'figure', 'series') THEN 0.6 ELSE 1.0 END"""
RANKED = _FOUND + f"bm25(words, 10.0, 1.0, 0.0) * {_WEIGHT}, words.rowid LIMIT ?"
UNRANKED = _FOUND + "words.rowid LIMIT ?"
BEGUN = f"""
    {_COLUMNS} FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT {_MOST_BEGUN}) AS begun
    JOIN passage ON passage.id = begun.rowid WHERE passage.kind NOT IN ('source', 'question')
    ORDER BY length(passage.title), passage.id LIMIT ?"""
"""Titles that begin with what was typed, the shortest first: it says nothing else."""


class NoFullTextSearch(Exception):  # noqa: N818 - it is the environment's lack, not our error
    """SQLite on this computer was built without FTS5."""


class Index(NamedTuple):
    """An open index. It belongs to the thread that opened it."""

    connection: sqlite3.Connection

    @classmethod
    def open(cls, path: Path, key: str) -> Self | None:
        """Open the index that was built for `key`; None when there is none, or it is damaged."""
        if not path.is_file():
            return None
        try:
            connection = sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True)
        except sqlite3.Error:
            return None
        with contextlib.suppress(sqlite3.Error):
            row = connection.execute("SELECT key FROM meta").fetchone()
            if row is not None and row[0] == key:
                return cls(connection)
        connection.close()
        return None

    @classmethod
    def in_memory(cls, passages: Iterable[Passage]) -> Self:
        """Return an index that is kept nowhere; raise `NoFullTextSearch` without FTS5."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _fill(connection, "", passages, lambda: False)
        return cls(connection)

    def find(self, query: Query, limit: int = 50) -> list[Passage]:
        """Return the passages that answer, the best first; none for an empty question.

        What is called just so comes first, then what begins so, then the rest.
        """
        found = [*self._titled(query, limit), *self._answers(query, limit)]
        return list({passage.link: passage for passage in found}.values())[:limit]

    def _titled(self, query: Query, limit: int) -> list[Passage]:
        if not query.phrases:
            return []
        begun = self._rows(BEGUN, query.titled(is_begun=True), limit) if query.is_begin_of_title else []
        return [*self._rows(UNRANKED, query.titled(), limit), *begun]

    def _answers(self, query: Query, limit: int) -> list[Passage]:
        if query.is_empty:
            return []
        match = query.match()
        if query.is_ranked and self._is_few(match):
            return self._rows(RANKED, match, limit)
        if not query.phrases:
            return self._rows(UNRANKED, match, limit)
        titles = self._in_titles(query, limit)
        return [*titles, *(self._rows(UNRANKED, match, limit) if len(titles) < limit else ())]

    def _in_titles(self, query: Query, limit: int) -> list[Passage]:
        match = query.match(TITLE)
        return self._rows(RANKED if query.is_ranked and self._is_few(match) else UNRANKED, match, limit)

    def _is_few(self, match: str) -> bool:
        """Tell whether there are few enough finds to rank them all while someone types."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
        (count,) = self.connection.execute(sql, (match, _MOST_RANKED + 1)).fetchone()
        return bool(count <= _MOST_RANKED)

    def _rows(self, sql: str, match: str, limit: int) -> list[Passage]:
        return [Passage(*row) for row in self.connection.execute(sql, (match, limit))]

    def close(self) -> None:
        """Close it."""
        self.connection.close()


def build(path: Path, key: str, passages: Iterable[Passage], cancelled: Callable[[], bool] = lambda: False) -> bool:
    """Write the index for `key` as a whole; return False when it was cancelled, and nothing has changed.

    Raises `NoFullTextSearch`, and what the file system does not allow (`OSError`, `sqlite3.Error`).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{uuid.uuid4().hex}.partial")
    try:
        if not _write(partial, key, passages, cancelled):
            return False
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return True


def _write(path: Path, key: str, passages: Iterable[Passage], cancelled: Callable[[], bool]) -> bool:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # it takes its name only when it is complete
        connection.execute("PRAGMA synchronous = OFF")
        return _fill(connection, key, passages, cancelled)


def _fill(connection: sqlite3.Connection, key: str, passages: Iterable[Passage], cancelled: Callable[[], bool]) -> bool:
    _create(connection)
    connection.execute("BEGIN")
    for number, passage in enumerate(passages, 1):
        if number % _BATCH == 0 and cancelled():
            return False
        connection.execute("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)", (number, *passage))
        title = "" if "#" in passage.link else passage.title  # a chapter's title finds the chapter, not all its parts
        facets = " ".join((facet(KIND, passage.kind), facet(CASE, passage.case), facet(TITLE, title)))
        folded = (number, fold(title), fold(passage.text), facets)
        connection.execute("INSERT INTO words (rowid, title, text, facets) VALUES (?, ?, ?, ?)", folded)
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    connection.execute("INSERT INTO meta VALUES (?)", (key,))
    connection.execute("COMMIT")
    return True


def _create(connection: sqlite3.Connection) -> None:
    try:
        connection.executescript(_SCHEMA)
    except sqlite3.OperationalError as error:
        if "fts5" in str(error):
            raise NoFullTextSearch from error
        raise
