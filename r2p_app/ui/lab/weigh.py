"""Step 3: the six criteria, each judged on four levels, with evidence for the judgement and against it."""

from collections.abc import Iterator
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.model import Criterion
from r2p_app.lab.exercise import Finding
from r2p_app.ui.criteria.evidence import EvidenceChoice
from r2p_app.ui.lab.columns import TwoColumns
from r2p_app.ui.lab.evidence import EvidenceCard
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.weigher import CriterionWeigher
from r2p_app.ui.lab.words import criteria_notice, fact_line
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, column, label
from r2p_app.ui.widgets.gradual import Gradual
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

translate = QCoreApplication.translate

_AT_ONCE = 2
"""Criteria and cards of evidence that are there at once, each; the others follow between events."""


class WeighStep(TwoColumns):
    """Evidence cards on the left, the criteria on the right.

    Signals:
        announced: Words for a screen reader.
    """

    announced = Signal(str)

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        self.session = session
        inside = session.decision.criteria_in_play
        self._criteria = (*inside, *(one for one in Criterion if one not in inside))
        self.cards: list[EvidenceCard] = []
        choices = tuple(EvidenceChoice(fact.id, fact_line(fact)) for fact in session.horizon.facts)
        self.rows = {one: CriterionWeigher(one, choices, is_in_play=one in inside) for one in self._criteria}
        super().__init__(self._evidence(), self._weighing(), shares=(4, 8), parent=parent)
        for criterion, row in self.rows.items():
            row.show_finding(session.exercise.finding(criterion))
            if session.exercise.is_advised:
                row.lock()
            row.found.connect(self._on_row_found)
            row.opened.connect(self._on_row_opened)
        self.making = Gradual(self._make(), self)
        self.making.start(_AT_ONCE)

    def first_focus(self) -> QWidget | None:
        """The first piece of evidence."""
        return next(iter(self.cards), None)

    def flush(self) -> None:
        """Keep reasons typed a moment ago."""
        for row in self.rows.values():
            row.judgement.flush()

    def attach(self, fact_id: str, criterion: Criterion) -> None:
        """Attach a piece of evidence to a criterion, or take it off."""
        self.rows[criterion].attach(fact_id)
        self._tell(fact_id, criterion)

    def _card(self, fact_id: str) -> EvidenceCard:
        fact = self.session.horizon.fact(fact_id)
        assert fact is not None
        criteria = () if self.session.exercise.is_advised else self._criteria
        card = EvidenceCard(fact, self.session.horizon, criteria=criteria, is_brief=True)
        card.attached.connect(self._on_card_attached)
        card.set_against.connect(self._on_card_set_against)
        return card

    def _make(self) -> Iterator[None]:
        facts = self.session.horizon.facts[_AT_ONCE:]
        for row, fact in zip_longest(self.rows.values(), facts):
            if row is not None:
                row.show()  # styling it is what takes time
            if fact is not None:
                self._add_card(fact.id)
            yield

    def _add_card(self, fact_id: str) -> None:
        card = self._card(fact_id)
        self.cards.append(card)
        self._card_box.addWidget(card)
        if len(self.cards) > _AT_ONCE:  # from card to card before the criteria, although these were made first
            QWidget.setTabOrder(self.cards[-2], card)

    def _evidence(self) -> QWidget:
        made = QWidget()
        box = column(label(self.tr("Known on this day"), TextRole.H3), into=made, spacing=2 * GRID)
        box.setContentsMargins(0, 0, 4 * GRID, 4 * GRID)
        self._card_box = column(spacing=2 * GRID)
        box.addLayout(self._card_box)
        for fact in self.session.horizon.facts[:_AT_ONCE]:
            self._add_card(fact.id)
        box.addWidget(label(self.tr("Not known on this day"), TextRole.SMALL_STRONG, tone="muted"))
        for text in self.session.decision.not_known_then:
            box.addWidget(inline_label(refine(text), TextRole.SMALL, tone="muted"))
        box.addStretch(1)
        return made

    def _weighing(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        card.body.addWidget(label(self.tr("Weigh the six criteria"), TextRole.H3))
        card.body.addWidget(label(criteria_notice(self.session.horizon.day), TextRole.SMALL, tone="muted"))
        for row in self.rows.values():
            card.body.addWidget(row)
            card.body.addWidget(Rule())
            row.hide()
        how = self.tr("Link evidence to a criterion by dragging a card onto it, or press E on a card.")
        card.body.addWidget(label(how, TextRole.SMALL, tone="muted"))
        card.body.addStretch(1)
        holder = QWidget()
        box = column(card, into=holder)
        box.setContentsMargins(3 * GRID, 0, 3 * GRID, 4 * GRID)
        return holder

    def _tell(self, fact_id: str, criterion: Criterion) -> None:
        finding = self.rows[criterion].finding
        if fact_id in finding.weighing.evidence:
            words = self.tr("Attached to %1.")
        elif fact_id in finding.against:
            words = self.tr("Noted as speaking against the judgement on %1.")
        else:
            words = self.tr("Taken off %1.")
        self.announced.emit(words.replace("%1", enum_label(criterion)))

    @Slot(str, Criterion)
    def _on_card_attached(self, fact_id: str, criterion: Criterion) -> None:
        self.attach(fact_id, criterion)

    @Slot(str, Criterion)
    def _on_card_set_against(self, fact_id: str, criterion: Criterion) -> None:
        self.rows[criterion].oppose(fact_id)
        self._tell(fact_id, criterion)

    @Slot()
    def _on_row_opened(self) -> None:
        """One row is open at a time, so that the others stay within reach of a card that is dragged."""
        for row in self.rows.values():
            if row is not self.sender():
                row.close_details()

    @Slot(object)
    def _on_row_found(self, finding: Finding) -> None:
        row = self.sender()
        if isinstance(row, CriterionWeigher):
            self.session.change(lambda at: self.session.exercise.found(row.criterion, finding, at))
