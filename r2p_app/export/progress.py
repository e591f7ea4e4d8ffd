"""A learner's progress as files: every answer and every question as CSV, all of it as JSON.

Ids are those of the content, so that a file can be joined with it; moments are in UTC.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.export.cells import Cell, plain
from r2p_app.export.table import BOM, harmless
from r2p_app.learning.agenda import is_corrected
from r2p_app.learning.attempts import Attempt, Run
from r2p_app.learning.calibration import Calibration
from r2p_app.learning.history import Spell
from r2p_app.learning.progress import GroupProgress, Progress, Share
from r2p_app.learning.questions import kind_of
from r2p_app.learning.scheduler import ReviewState, recall

FORMAT = "r2p-progress"
VERSION = 1

Table = Sequence[Mapping[str, Cell]]


@dataclass(frozen=True)
class Record:
    """Everything that is known of a learner's answers at a moment."""

    library: Library
    now: datetime
    runs: tuple[Run, ...]
    attempts: tuple[Attempt, ...]
    states: tuple[ReviewState, ...]
    progress: Progress
    calibration: tuple[Calibration, ...]
    days: tuple[Spell, ...]
    ahead: tuple[tuple[date, int], ...]


def answers_csv(record: Record) -> bytes:
    """Return a line for each answer, in the order they were given."""
    return _csv(_ANSWER, answers(record))


def questions_csv(record: Record) -> bytes:
    """Return a line for each question that was answered, with what is to be expected of it today."""
    return _csv(_QUESTION, questions(record))


def progress_json(record: Record) -> bytes:
    """Return all of it."""
    pack = record.library.pack
    values = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": record.now,
        "pack": {"title": pack.title, "version": pack.version},
        "questions_known": record.progress.known,
        "expected_recall": round(record.progress.recall, 4),
        "sure_and_wrong": record.progress.sure_and_wrong,
        "objectives": [
            {"objective": row.objective.id, "text": plain(row.objective.text), "case": row.case, **_share(row)}
            for row in record.progress.objectives
        ],
        "cases": [{"case": row.group, **_share(row)} for row in record.progress.cases],
        "kinds": [{"kind": _kind_name(row), **_share(row)} for row in record.progress.kinds],
        "calibration": [_calibration(row) for row in record.calibration],
        "days": [_spell(spell) for spell in record.days],
        "due": [{"day": day, "questions": count} for day, count in record.ahead],
        "questions": questions(record),
        "answers": answers(record),
    }
    return msgspec.json.format(msgspec.json.encode(values), indent=1) + b"\n"


def answers(record: Record) -> Table:
    """Return every answer as plain values."""
    runs = {run.id: run for run in record.runs}
    return [_answer(record.library, runs[attempt.run], attempt) for attempt in record.attempts]


def questions(record: Record) -> Table:
    """Return every question that was answered and still exists, as plain values."""
    found = ((record.library.find(state.question, QuestionBase), state) for state in record.states)
    return [_question(record, question, state) for question, state in found if question is not None]


_ANSWER = (
    "answered_at", "run", "mode", "case", "objective", "kind", "question", "score", "outcome", "confidence", "seconds",
    "counts", "answer", "key_print",
)  # fmt: skip
_QUESTION = (
    "question", "prompt", "case", "objective", "kind", "reviews", "last_answered_at", "last_score", "sure_and_wrong",
    "expected_recall", "due_at", "corrected_since",
)  # fmt: skip


def _answer(library: Library, run: Run, attempt: Attempt) -> dict[str, Cell]:
    question = library.find(attempt.question, QuestionBase)
    return {
        "answered_at": attempt.at.isoformat(timespec="seconds"),
        "run": run.id,
        "mode": run.mode.value,
        "case": library.case_of(question.id) if question else "",
        "objective": question.objective if question else "",
        "kind": str(type(attempt.answer).__struct_config__.tag),
        "question": attempt.question,
        "score": round(attempt.score, 4),
        "outcome": attempt.outcome.value,
        "confidence": attempt.confidence.value if attempt.confidence else "",
        "seconds": round(attempt.seconds, 1),
        "counts": int(attempt.counts),
        "answer": msgspec.json.encode(attempt.answer).decode(),
        "key_print": attempt.key_print,
    }


def _question(record: Record, question: QuestionBase, state: ReviewState) -> dict[str, Cell]:
    return {
        "question": question.id,
        "prompt": plain(question.prompt),
        "case": record.library.case_of(question.id),
        "objective": question.objective,
        "kind": kind_of(question).name,
        "reviews": state.reviews,
        "last_answered_at": state.reviewed_at.isoformat(timespec="seconds"),
        "last_score": round(state.score, 4),
        "sure_and_wrong": int(state.sure_and_wrong),
        "expected_recall": round(recall(state, record.now), 4) if state.is_known else 0.0,
        "due_at": state.due.isoformat(timespec="seconds"),
        "corrected_since": int(is_corrected(question, state)),
    }


def _share(row: Share) -> dict[str, Cell]:
    return {"questions": row.questions, "answered": row.answered, "expected_today": round(row.share, 4)}


def _kind_name(row: GroupProgress[type[QuestionBase]]) -> str:
    return str(row.group.__struct_config__.tag)


def _calibration(row: Calibration) -> dict[str, object]:
    """Below ten answers nothing is said but how many there are."""
    counted: dict[str, object] = {"confidence": row.confidence.value, "answers": row.answers}
    if row.is_enough:
        low, high = row.interval
        counted |= {"right": row.right, "share": round(row.share, 4), "low": round(low, 4), "high": round(high, 4)}
    return counted


def _spell(spell: Spell) -> dict[str, object]:
    return {
        "day": spell.day,
        "right": spell.right,
        "partly": spell.partly,
        "wrong": spell.wrong,
        "seconds": round(spell.seconds, 1),
    }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([harmless(row[column]) for column in columns] for row in rows)
    return BOM + text.getvalue().encode()
