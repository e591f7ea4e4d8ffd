"""Statistics of questions as CSV: a line for each question, and below it in further columns what was chosen."""

import csv
import io
from collections.abc import Iterable

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.export.cells import Cell, plain
from r2p_app.export.table import BOM, harmless
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions import kind_of
from r2p_app.learning.statistics import QuestionStatistics

COLUMNS = (
    "question", "prompt", "case", "kind", "key_is_current", "answers", "facility", "facility_low", "facility_high",
    "discrimination", "discrimination_low", "discrimination_high", "median_seconds", "chosen",
    "not_sure_answers", "not_sure_right", "fairly_sure_answers", "fairly_sure_right", "sure_answers", "sure_right",
)  # fmt: skip


def statistics_csv(library: Library, rows: Iterable[QuestionStatistics]) -> bytes:
    """Return the table; what cannot be said, for instance with fewer than ten answers, is empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in _cells(library, row)] for row in rows)
    return BOM + text.getvalue().encode()


def _cells(library: Library, row: QuestionStatistics) -> list[Cell]:
    question = library.find(row.question, QuestionBase)
    low, high = row.facility_interval or (None, None)
    weak, strong = row.discrimination_interval or (None, None)
    levels: list[Cell] = [count for level in row.calibration for count in (level.answers, level.right)]
    return [
        row.question,
        plain(question.prompt) if question else "",
        library.case_of(row.question) if question else "",
        kind_of(question).name if question else "",
        int(question is not None and key_print(question) == row.key_print),
        row.answers,
        *(_rounded(value) for value in (row.facility, low, high, row.discrimination, weak, strong, row.seconds)),
        " | ".join(f"{option}: {count}" for option, count in sorted(row.chosen.items())),
        *(levels or [""] * 6),
    ]


def _rounded(value: float | None) -> Cell:
    return "" if value is None else round(value, 4)
