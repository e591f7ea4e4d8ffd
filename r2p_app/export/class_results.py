"""Results of a class as CSV: a line for each participant and vote, columns named by the stable id of the question."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from r2p_app.export.table import BOM, harmless


@dataclass(frozen=True)
class Cell:
    """One answer: what it was worth (0 to 1), what it was, and how sure its author was ("" where not asked)."""

    score: float
    answer: str
    sure: str = ""


@dataclass(frozen=True)
class Line:
    """One participant in one vote."""

    participant: str
    vote: int
    cells: Mapping[str, Cell]


def class_csv(questions: Sequence[str], lines: Iterable[Line]) -> bytes:
    """Return the table; what a participant did not answer is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["participant", "vote", *(name for question in questions for name in _columns(question))])
    for line in lines:
        cells = (value for question in questions for value in _values(line.cells.get(question)))
        writer.writerow([harmless(line.participant), line.vote, *cells])
    return BOM + text.getvalue().encode()


def _columns(question: str) -> tuple[str, str, str]:
    return question, f"{question}.answer", f"{question}.sure"


def _values(cell: Cell | None) -> tuple[str | float | int, ...]:
    return ("", "", "") if cell is None else (round(cell.score, 4), harmless(cell.answer), cell.sure)
