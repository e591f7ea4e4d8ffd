"""The ladder of schema versions: step n takes a database from version n - 1 to n, wholly or not at all.

A step is never edited once released: add a new one, and a saved database of the version before it to the tests. The
version stands in SQLite's `user_version`. Moments are whole microseconds since 1970 in UTC.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from r2p_app.store.connection import version_of, written

Step = Callable[[sqlite3.Connection], None]


def statements(*texts: str) -> Step:
    """Return the step that runs these SQL statements."""

    def run(connection: sqlite3.Connection) -> None:
        for text in texts:
            connection.execute(text)

    return run


_FIRST = statements(
    # A run is a plan; `questions` is a JSON list of ids, because their order is all that is asked of them.
    """CREATE TABLE run (
        id TEXT NOT NULL PRIMARY KEY,
        mode TEXT NOT NULL,
        scope TEXT NOT NULL,
        seed INTEGER NOT NULL,
        questions TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        finished_at INTEGER
    ) STRICT""",
    "CREATE INDEX run_unfinished ON run (mode) WHERE finished_at IS NULL",
    # `id` follows the order of recording, whatever the clock said. `utc_offset` (minutes) tells the learner's own day.
    # One index serves both ways, since a run knows its questions: a second would cost each answer a tenth of its time.
    """CREATE TABLE attempt (
        id INTEGER PRIMARY KEY,
        run_id TEXT NOT NULL REFERENCES run,
        question_id TEXT NOT NULL,
        key_print TEXT NOT NULL,
        wording_print TEXT NOT NULL,
        answer TEXT NOT NULL,
        score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
        confidence TEXT,
        seconds REAL NOT NULL CHECK (seconds >= 0),
        answered_at INTEGER NOT NULL,
        utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
        UNIQUE (question_id, run_id)
    ) STRICT""",
    # What was taken back, as it stood (JSON), so that no answer is ever silently lost.
    """CREATE TABLE undone_attempt (
        id INTEGER PRIMARY KEY,
        undone_at INTEGER NOT NULL,
        run_id TEXT NOT NULL REFERENCES run,
        attempt TEXT NOT NULL
    ) STRICT""",
    # Kept in step with `attempt` in the same transaction: statistics must not read every answer ever given.
    """CREATE TABLE question_total (
        question_id TEXT NOT NULL,
        key_print TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        correct INTEGER NOT NULL,
        score REAL NOT NULL,
        seconds REAL NOT NULL,
        first_id INTEGER NOT NULL,
        latest_id INTEGER NOT NULL,
        PRIMARY KEY (question_id, key_print)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE chapter_progress (
        chapter_id TEXT NOT NULL PRIMARY KEY,
        anchor TEXT NOT NULL,
        read_at INTEGER NOT NULL,
        finished_at INTEGER
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE paragraph_seen (
        chapter_id TEXT NOT NULL REFERENCES chapter_progress,
        anchor TEXT NOT NULL,
        PRIMARY KEY (chapter_id, anchor)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE last_place (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        route TEXT NOT NULL,
        left_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE content_note_read (
        item_id TEXT NOT NULL PRIMARY KEY,
        read_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

_REVIEWS = statements(
    # Follows from `attempt` and may be emptied at any time: without a row in `review_basis` it is made again.
    """CREATE TABLE review_state (
        question_id TEXT NOT NULL PRIMARY KEY,
        key_print TEXT NOT NULL,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        reviewed_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        score REAL NOT NULL,
        sure_and_wrong INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX review_due ON review_state (sure_and_wrong, due_at)",
    # The wish for which the due dates were worked out.
    "CREATE TABLE review_basis (id INTEGER PRIMARY KEY CHECK (id = 1), retention REAL NOT NULL) STRICT",
)

_STUDY = statements(
    # What a learner marked or wrote beside the content: `kind` is highlight, note or bookmark. The words marked and
    # those around them are kept: so the place is found again in a changed text, or said to be gone.
    """CREATE TABLE annotation (
        id TEXT NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        item_id TEXT NOT NULL,
        anchor TEXT NOT NULL,
        start INTEGER NOT NULL,
        quote TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        note TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX annotation_item ON annotation (item_id)",
    # The learner's own judgements on a criterion, every one kept: `subject` is a case or a decision point, `evidence` a
    # JSON list of ids.
    """CREATE TABLE judgement (
        id INTEGER PRIMARY KEY,
        subject TEXT NOT NULL,
        criterion TEXT NOT NULL,
        level TEXT NOT NULL,
        reasons TEXT NOT NULL,
        evidence TEXT NOT NULL,
        judged_at INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX judgement_subject ON judgement (subject, criterion)",
    # One exercise in the decision lab; `state` (JSON) is all that was written in it.
    """CREATE TABLE exercise (
        id TEXT NOT NULL PRIMARY KEY,
        decision_id TEXT NOT NULL,
        state TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        finished_at INTEGER
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX exercise_decision ON exercise (decision_id)",
    # How a run is to be held (JSON): a time limit, a name, what was chosen for it.
    "ALTER TABLE run ADD COLUMN options TEXT NOT NULL DEFAULT '{}'",
    """CREATE TABLE flagged_question (
        run_id TEXT NOT NULL REFERENCES run,
        question_id TEXT NOT NULL,
        PRIMARY KEY (run_id, question_id)
    ) STRICT, WITHOUT ROWID""",
    # What a learner found doubtful in a question, in the wording they saw.
    """CREATE TABLE question_report (
        id INTEGER PRIMARY KEY,
        question_id TEXT NOT NULL,
        wording_print TEXT NOT NULL,
        text TEXT NOT NULL,
        reported_at INTEGER NOT NULL
    ) STRICT""",
    # The review state after an answer stands beside it (none where the program does not judge): an answer touches one
    # table. Totals and states are brought up to date from there every few dozen answers, `upto` which is kept here;
    # until then what is newer is added when they are read.
    "ALTER TABLE attempt ADD COLUMN stability REAL",
    "ALTER TABLE attempt ADD COLUMN difficulty REAL",
    "ALTER TABLE attempt ADD COLUMN due_at INTEGER",
    "ALTER TABLE attempt ADD COLUMN reviews INTEGER",
    "ALTER TABLE attempt ADD COLUMN sure_and_wrong INTEGER",
    # Whether it counts: an answer in a diagnostic is kept, and enters neither totals nor states.
    "ALTER TABLE attempt ADD COLUMN counts INTEGER NOT NULL DEFAULT 1",
    "CREATE TABLE kept (id INTEGER PRIMARY KEY CHECK (id = 1), upto INTEGER NOT NULL) STRICT",
    "INSERT INTO kept SELECT 1, ifnull(max(id), 0) FROM attempt",
    """CREATE VIEW question_total_now AS
        SELECT question_id, key_print, sum(attempts) AS attempts, sum(correct) AS correct, total(score) AS score,
            total(seconds) AS seconds, min(first_id) AS first_id, max(latest_id) AS latest_id
        FROM (
            SELECT * FROM question_total
            UNION ALL
            SELECT question_id, key_print, 1, score >= 1, score, seconds, id, id FROM attempt
            WHERE id > (SELECT upto FROM kept) AND counts
        )
        GROUP BY question_id, key_print""",
    # Answers of many people, from files of results: counts by question and key (JSON) that name nobody, for each source
    # and added up over all of them.
    """CREATE TABLE result_source (
        id TEXT NOT NULL PRIMARY KEY,
        people INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        tallies TEXT NOT NULL,
        added_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE result_total (
        question_id TEXT NOT NULL,
        key_print TEXT NOT NULL,
        tally TEXT NOT NULL,
        PRIMARY KEY (question_id, key_print)
    ) STRICT, WITHOUT ROWID""",
)

LADDER: tuple[Step, ...] = (_FIRST, _REVIEWS, _STUDY)


def climb(connection: sqlite3.Connection, ladder: Sequence[Step] = LADDER) -> None:
    """Bring the database up to the top of the ladder, one transaction a step.

    Foreign keys must be off, so that a step may rebuild a table; they are checked before each step is kept.
    """
    for version, step in enumerate(ladder[version_of(connection) :], start=version_of(connection) + 1):
        with written(connection):
            step(connection)
            _require_sound_references(connection, version)
            connection.execute(f"PRAGMA user_version = {version}")


def schema_of(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Return every table, index, view and trigger with its SQL, to compare schemas."""
    return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def schema_at(version: int, ladder: Sequence[Step] = LADDER) -> frozenset[tuple[object, ...]]:
    """Return the schema that a database of this version has."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        climb(connection, ladder[:version])
        return schema_of(connection)


def _require_sound_references(connection: sqlite3.Connection, version: int) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise RuntimeError(f"migration to version {version} breaks a reference in table {broken[0]}")
