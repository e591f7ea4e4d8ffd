"""The elements of the report of 2001 beside the paragraphs of 2005, and what is behind each of them."""

from collections.abc import Sequence

from msgspec import structs
from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.teaching import Change, Comparison, ComparisonRow
from r2p_app.ui.compare.answers import Behind, add_answer, add_cases
from r2p_app.ui.compare.change import ChangeTag
from r2p_app.ui.compare.model import answer_text
from r2p_app.ui.widgets.records.body import RecordBody

translate = QCoreApplication.translate

_BESIDE = 2
"""The columns that stand beside each other: what was proposed and what was agreed. Later texts are told behind."""


def texts_compared(library: Library) -> Comparison | None:
    """Return the comparison that says what became of each point."""
    return next((each for each in library.all(Comparison) if changes_in(each)), None)


def changes_in(comparison: Comparison) -> list[Change]:
    """Return what became of the points of a comparison, each once, in the order of the words."""
    found = {row.change for row in comparison.rows}
    return [change for change in Change if change in found]


def elements(whole: Comparison, change: Change | None) -> Comparison:
    """Return the two texts beside each other, only the points of which one thing became where that is asked for."""
    rows = tuple(row for row in whole.rows if row.change is not None and change in {None, row.change})
    columns = whole.columns[:_BESIDE]
    title = translate("Doctrine", "What was kept, changed and dropped")
    lead = translate(
        "Doctrine",
        "What experts proposed in 2001, beside what all states agreed in 2005. Choose a point to see what became of "
        "it, why, and where the cases show it.",
    )
    return structs.replace(whole, title=title, introduction=lead, columns=columns, rows=rows)


def behind_elements(library: Library, whole: Comparison) -> Behind:
    """Return what makes the explanation of a point, what came later, and where it is seen in the cases."""

    def behind(row: ComparisonRow, with_question: bool) -> RecordBody:
        body = RecordBody(library)
        if with_question:
            body.title(row.question)
            if row.change is not None:
                body.add(ChangeTag(row.change))
        body.text(row.explanation)
        _add_later(body, row, whole)
        add_cases(body, row)
        _add_sources(body, row, whole)
        return body

    return behind


def _add_later(body: RecordBody, row: ComparisonRow, whole: Comparison) -> None:
    for column in whole.columns[_BESIDE:]:
        if words := answer_text(row, column):
            body.fact(column.title, words)


def _add_sources(body: RecordBody, row: ComparisonRow, whole: Comparison) -> None:
    body.heading(body.tr("The texts"))
    for column in whole.columns:
        for answer in row.answers:
            if answer.column == column.id:
                add_answer(body, column, answer)


def words_of(comparison: Comparison, change: Change, word: str) -> str:
    """Return a word with the number of points of which that became: "Kept (3)"."""
    return f"{word} ({sum(row.change is change for row in comparison.rows)})"


def change_named(name: str, present: Sequence[Change]) -> Change | None:
    """Return the change that a link names, None where it names none that is there."""
    return next((change for change in present if change.value == name), None)
