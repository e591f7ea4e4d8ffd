"""What follows from the log of answers and is kept beside it: totals and review states, brought up to date in batches.

To write both with every answer would double what an answer costs. So it stands in the log alone, with the state after
it, until `catch_up` takes the newest answers into the tables; what reads these adds what is newer than `kept.upto`.
"""

import sqlite3

CATCH_UP_EVERY = 64
"""So many answers at most are added up anew by each reader."""

_NEW = "id > (SELECT upto FROM kept)"
_COUNT = """
    INSERT INTO question_total (question_id, key_print, attempts, correct, score, seconds, first_id, latest_id)
    SELECT question_id, key_print, count(*), sum(score >= 1), total(score), total(seconds), min(id), max(id)
    FROM attempt WHERE %s AND counts GROUP BY question_id, key_print
    ON CONFLICT (question_id, key_print) DO UPDATE SET
        attempts = attempts + excluded.attempts, correct = correct + excluded.correct, score = score + excluded.score,
        seconds = seconds + excluded.seconds, latest_id = excluded.latest_id"""
_ADD_TOTALS = _COUNT % _NEW
_ONE_TOTAL = _COUNT % "question_id = ? AND key_print = ?"
_ADD_STATES = f"""
    INSERT OR REPLACE INTO review_state
    SELECT question_id, key_print, stability, difficulty, answered_at, due_at, reviews, score, sure_and_wrong
    FROM attempt
    WHERE id IN (SELECT max(id) FROM attempt WHERE {_NEW} AND stability IS NOT NULL GROUP BY question_id)"""
_SAY = "UPDATE kept SET upto = (SELECT ifnull(max(id), 0) FROM attempt)"


def catch_up(connection: sqlite3.Connection) -> None:
    """Take the newest answers into totals and states; call it inside a transaction."""
    for statement in (_ADD_TOTALS, _ADD_STATES, _SAY):
        connection.execute(statement)


def count_again(connection: sqlite3.Connection, question: str, key_print: str) -> None:
    """Rebuild a total from its attempts: taking one off a sum of floats would not give the sum without it."""
    connection.execute("DELETE FROM question_total WHERE question_id = ? AND key_print = ?", (question, key_print))
    connection.execute(_ONE_TOTAL, (question, key_print))
