"""The six criteria for the use of force, put to a case in retrospect: arguments both ways, own and other judgements."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Criterion
from r2p_app.content.teaching import CriterionReading
from r2p_app.ui.case.card_list import CardList, one_below_the_other
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.criteria.own import OwnJudgement, evidence_of
from r2p_app.ui.criteria.readings import add_readings
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.typography import refine

_FOLD = 640
"""Pixels at 100 % text below which two parts stand one under the other."""


class CriteriaTab(CaseTab):
    """A card for each criterion, in the order of the report."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        order = tuple(Criterion)
        found = state.library.all(CriterionReading, case.id)
        self._readings = {one.id: one for one in sorted(found, key=lambda one: order.index(one.criterion))}
        self.list = CardList(
            self._make_card, one_below_the_other, batch=1, name=self.tr("Six criteria"), head=(self._notice(case),)
        )
        self.list.place_settled.connect(self.place_changed)
        self.list.show_ids(tuple(self._readings))
        column(self.list, into=self)

    def show_link(self, link: Link) -> None:
        """Show the criterion that the link names."""
        self.list.go_to(link.fragment, at_once=False)

    def place(self) -> Link:
        """Return the link with the criterion at the top."""
        return self.here._replace(fragment=self.list.top)

    def first_focus(self) -> QWidget:
        """The list, so that the keys which scroll do so at once."""
        return self.list

    def _notice(self, case: Case) -> QWidget:
        card = Card("note")
        card.body.addWidget(label(self.tr("Judged in retrospect"), TextRole.BODY_STRONG, tone="note"))
        card.body.addWidget(label(refine(self._retrospect(case))))
        return card

    def _retrospect(self, case: Case) -> str:
        if case.kind == "doctrine":
            return self.tr(
                "The criteria are those of the report of December 2001. The World Summit of 2005 did not adopt them. "
                "What is asked here is how they fare in argument and in practice, judged in retrospect."
            )
        return self.tr(
            "The criteria are those of the report of December 2001. Nobody could apply them at the time of this "
            "case: what follows judges it in retrospect, with what is known today. Both sides are argued; the "
            "judgement is yours."
        )

    def show_progress(self) -> None:
        """Show what was judged elsewhere."""
        for card in self.list.cards.values():
            if isinstance(card, CriterionCard):
                card.own.refresh()

    def _make_card(self, item_id: str) -> QWidget:
        card = CriterionCard(self.state, self.case, self._readings[item_id])
        for body in card.findChildren(RecordBody):
            body.link_requested.connect(self.link_requested)
        return card


class CriterionCard(Card):
    """The question, an argument for yes beside one for no, the learner's judgement beside those of others."""

    def __init__(self, state: AppState, case: Case, reading: CriterionReading, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        library = state.library
        self.setAccessibleName(enum_label(reading.criterion))
        self.body.addWidget(label(enum_label(reading.criterion), TextRole.SMALL_STRONG, tone="muted"))
        self.body.addWidget(label(refine(reading.question), TextRole.H3))
        self.yes = _argument(library, self.tr("Argument for yes"), reading.argument_yes)
        self.no = _argument(library, self.tr("Argument for no"), reading.argument_no)
        self._add_pair(self.yes, self.no)
        self.body.addSpacing(2 * GRID)
        self.body.addWidget(Rule())
        choices, more = evidence_of(library, reading, case.id)
        title = self.tr("Your judgement, in retrospect")
        self.own = OwnJudgement(state, case.id, reading.criterion, choices, title=title, more=more)
        self.others = RecordBody(library)
        self.others.heading(self.tr("How others judge it"))
        if case.kind == "case":
            self.others.lead(
                self.tr(
                    "They answer in their own terms, most of them before the criteria were written. The words in bold "
                    "sum up their view, in retrospect."
                )
            )
        add_readings(self.others, reading.readings)
        self._add_pair(self.own, self.others)
        self.body.addSpacing(2 * GRID)
        self.body.addWidget(Rule())
        self.evidence, self.sources = RecordBody(library), RecordBody(library)
        self.evidence.links(self.tr("Evidence"), reading.evidence)
        self.sources.sources(reading.sources, heading=self.tr("Sources of the arguments"))
        self._add_pair(self.evidence, self.sources)

    def _add_pair(self, one: QWidget, other: QWidget) -> None:
        """Set two parts side by side, one under the other where there is no room."""
        sides = FoldingRow(_FOLD, spacing=8 * GRID)
        for side in (one, other):
            sides.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addSpacing(GRID)
        self.body.addLayout(sides)


def _argument(library: Library, name: str, text: str) -> RecordBody:
    body = RecordBody(library)
    body.heading(name)
    body.text(text)
    return body
