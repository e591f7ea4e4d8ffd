"""The cases by the six criteria: one's own judgement and that of others in every cell, all of it in retrospect.

A matrix is a comparison that is made, not written: the criteria are its questions, the cases its columns.
"""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Criterion
from r2p_app.content.teaching import (
    Comparison,
    ComparisonAnswer,
    ComparisonColumn,
    ComparisonRow,
    CriterionReading,
)
from r2p_app.lab.judgement import Judgement, Weighing, standing
from r2p_app.ui.compare.answers import Behind
from r2p_app.ui.criteria.own import OwnJudgement, choices_of, evidence_of
from r2p_app.ui.criteria.readings import add_readings
from r2p_app.ui.criteria.words import weighing_words
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import Rule
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.typeset import Typesetter

translate = QCoreApplication.translate

Judgements = Mapping[str, Mapping[Criterion, Judgement]]
"""What stands on each criterion, by case."""


def judged_cases(library: Library) -> list[Case]:
    """Return the cases whose criteria are read; the doctrine is none."""
    return [case for case in library.cases if case.kind == "case" and library.all(CriterionReading, case.id)]


def judgements_of(state: AppState) -> Judgements:
    """Return what the learner judges."""
    return {case.id: state.store.judgements.latest(case.id) for case in judged_cases(state.library)}


def matrix(library: Library, judgements: Judgements, *, in_full: bool = False) -> Comparison:
    """Return the criteria as questions, the cases as columns, and in each cell who judges how.

    In full, for paper, the learner's reasons and evidence stand there too.
    """
    cases = judged_cases(library)
    return Comparison(
        id="cmp-criteria",
        title=translate("Matrix", "The six criteria, case by case"),
        introduction=translate(
            "Matrix",
            "Judged in retrospect: the criteria are of December 2001, and nobody could apply them at the time of "
            "these cases. Your own judgement stands first in every cell, then those of people and bodies who differ: "
            "they answered in their own terms, and a few words sum up their view.",
        ),
        columns=tuple(ComparisonColumn(id=case.id, title=case.title) for case in cases),
        rows=tuple(_row(library, criterion, cases, judgements, in_full=in_full) for criterion in Criterion),
    )


def _row(
    library: Library, criterion: Criterion, cases: list[Case], judgements: Judgements, *, in_full: bool
) -> ComparisonRow:
    answers = []
    for case in cases:
        reading = reading_of(library, case, criterion)
        if reading is not None:
            said = standing(judgements[case.id].get(criterion))
            own = _own(library, said) if in_full else [_line(said)]
            words = "\n".join((*own, *(f"{each.by}: {each.view}" for each in reading.readings)))
            answers.append(ComparisonAnswer(column=case.id, answer=words, sources=_sources(reading)))
    return ComparisonRow(id=criterion.value, question=enum_label(criterion), answers=tuple(answers))


def _line(said: Weighing) -> str:
    own = weighing_words(said) if said else translate("Matrix", "none yet")
    return translate("Matrix", "Your judgement: %1").replace("%1", own)


def _own(library: Library, said: Weighing) -> list[str]:
    """Return what the learner judges, why, and on what evidence."""
    reasons = [" ".join(said.reasons.split())] if said.reasons else []
    return [_line(said), *reasons, *(f"• {choice.words}" for choice in choices_of(library, said.evidence))]


def reading_of(library: Library, case: Case, criterion: Criterion) -> CriterionReading | None:
    """Return how a case is read under a criterion."""
    return next((one for one in library.all(CriterionReading, case.id) if one.criterion is criterion), None)


def _sources(reading: CriterionReading) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for each in reading.readings for text in each.sources))


class MatrixBody(RecordBody):
    """What is behind a criterion: for each case the question, one's own judgement, the readings and the evidence."""

    def __init__(self, state: AppState, row: ComparisonRow, *, with_question: bool) -> None:
        super().__init__(state.library)
        criterion = Criterion(row.id)
        self.own: list[OwnJudgement] = []
        if with_question:
            self.title(row.question)
        for case in judged_cases(state.library):
            reading = reading_of(state.library, case, criterion)
            if reading is not None:
                self._add_case(state, case, reading)

    def refresh(self) -> None:
        """Show what was judged elsewhere."""
        for own in self.own:
            own.refresh()

    def _add_case(self, state: AppState, case: Case, reading: CriterionReading) -> None:
        link = str(Link("case", (case.id, "criteria"), (), reading.id))

        def write_name(setter: Typesetter) -> None:
            setter.link(case.title, link, strong=True)

        if self.own:
            self.box.addSpacing(2 * GRID)
            self.add(Rule())
        self.paragraph(write_name, before=8)
        self.text(reading.question)
        choices, more = evidence_of(state.library, reading, case.id)
        title = translate("Matrix", "Your judgement: %1").replace("%1", case.title)
        own = OwnJudgement(state, case.id, reading.criterion, choices, title=title, more=more)
        self.own.append(own)
        self.add(own)
        add_readings(self, reading.readings)
        self.links(translate("Matrix", "Evidence"), reading.evidence)


def behind_criteria(state: AppState) -> Behind:
    """Return what makes what is behind the rows of the matrix."""

    def behind(row: ComparisonRow, with_question: bool) -> RecordBody:
        return MatrixBody(state, row, with_question=with_question)

    return behind
