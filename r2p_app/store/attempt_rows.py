"""Attempts as rows: how they are read back, for everything that reads them."""

import msgspec

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import AnyAnswer
from r2p_app.store.database import Database, Row
from r2p_app.store.moments import from_micros

_ATTEMPT = """
    SELECT attempt.run_id, attempt.question_id, attempt.answer, attempt.score, attempt.answered_at, attempt.confidence,
        attempt.seconds, attempt.key_print, attempt.wording_print, attempt.counts
    FROM attempt"""

_answer = msgspec.json.Decoder(AnyAnswer)


def select_attempts(database: Database, rest: str, values: tuple[object, ...] = ()) -> tuple[Attempt, ...]:
    """Return the attempts that the rest of an SQL query selects, in its order."""
    return tuple(map(_to_attempt, database.rows(f"{_ATTEMPT} {rest}", values)))


def _to_attempt(row: Row) -> Attempt:
    run, question, answer, score, answered_at, confidence, seconds, key_print, wording_print, counts = row
    return Attempt(
        run=run,
        question=question,
        answer=_answer.decode(answer),
        score=score,
        at=from_micros(answered_at),
        confidence=Confidence(confidence) if confidence is not None else None,
        seconds=seconds,
        key_print=key_print,
        wording_print=wording_print,
        counts=bool(counts),
    )
