"""The table of a class: a column for each question, named by its stable id."""

import csv
import io

from r2p_app.export.class_results import Cell, Line, class_csv
from r2p_app.export.table import BOM

QUESTIONS = ("q-one", "q-two")


def rows(*lines: Line) -> list[list[str]]:
    data = class_csv(QUESTIONS, lines)
    assert data.startswith(BOM)
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_columns_are_stable_ids() -> None:
    head = ["participant", "vote", "q-one", "q-one.answer", "q-one.sure", "q-two", "q-two.answer", "q-two.sure"]
    assert rows() == [head]


def test_what_was_not_answered_is_empty() -> None:
    found = rows(Line("Ana", 1, {"q-two": Cell(0.5, "Option, with a comma", "sure")}))
    assert found[1] == ["Ana", "1", "", "", "", "0.5", "Option, with a comma", "sure"]


def test_names_and_answers_are_no_formulas() -> None:
    found = rows(Line("=1+1", 2, {"q-one": Cell(1, "@cmd")}))
    assert found[1][:4] == ["'=1+1", "2", "1", "'@cmd"]
