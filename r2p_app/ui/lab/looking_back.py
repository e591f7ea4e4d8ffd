"""Looking back: the same decision advised on several times, and each criterion as it was weighed across decisions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from r2p_app.content.model import Criterion
from r2p_app.content.teaching import DecisionPoint
from r2p_app.lab.exercises import Weighed, by_criterion, of_decision
from r2p_app.ui.lab.advice_card import AdviceCard
from r2p_app.ui.lab.words import fact_line, heading
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, label
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.typography import refine

_CARD = 320


class LookingBack(ScrollPage):
    """A page about what was judged.

    Signals:
        exit_requested: Back to choosing.
    """

    exit_requested = Signal()

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(label(self.tr("Decision lab"), TextRole.SMALL, tone="muted"))
        self.body.addWidget(label(title, TextRole.H1))
        self.body.addWidget(label(words))
        self.leave = button(self.tr("All decisions"), "secondary")
        self.leave.clicked.connect(self.exit_requested)
        holder = QWidget()
        FlowLayout(holder).addWidget(self.leave)
        self.body.addWidget(holder)

    def first_focus(self) -> QWidget:
        """The way back."""
        return self.leave


class CompareView(LookingBack):
    """The advice on one decision point, given at different times, side by side."""

    def __init__(self, state: AppState, decision: DecisionPoint, parent: QWidget | None = None) -> None:
        words = self.tr(
            "The same question, answered at different times. Neither is marked as better; what changed, and why, is "
            "yours to say."
        )
        super().__init__(f"{heading(state.library, decision)}: {refine(decision.title)}", words, parent)
        self.cards = [
            AdviceCard(state.library, decision, one)
            for one in of_decision(state.store.exercises.all(), decision.id)
            if one.is_advised
        ]
        grid = CardGrid(_CARD, spacing=4 * GRID)
        for card in self.cards:
            grid.addWidget(card)
        self.body.addLayout(grid)
        if not self.cards:
            self.body.addWidget(label(self.tr("You have not advised on this decision yet."), tone="muted"))
        self.body.addStretch(1)


class SummaryView(LookingBack):
    """Each criterion: how it was judged at every decision point, on which evidence. Nothing is counted or ranked."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        words = self.tr(
            "Each criterion as you judged it, decision by decision, in the order in which you advised, with the "
            "evidence you attached. Nothing is added up."
        )
        super().__init__(self.tr("How you weighed the criteria"), words, parent)
        self._state = state
        decisions = {one.id: one for one in state.library.all(DecisionPoint)}
        found = by_criterion(state.store.exercises.all(), decisions)
        for criterion, weighed in found.items():
            self._add(criterion, weighed)
        if not found:
            nothing = self.tr("You have not advised yet. After your first advice your judgements stand here.")
            self.body.addWidget(label(nothing, tone="muted"))
        self.body.addStretch(1)

    def _add(self, criterion: Criterion, weighed: tuple[Weighed, ...]) -> None:
        self.body.addSpacing(2 * GRID)
        self.body.addWidget(label(enum_label(criterion), TextRole.H2))
        grid = CardGrid(_CARD, spacing=4 * GRID)
        for one in weighed:
            grid.addWidget(self._card(one))
        self.body.addLayout(grid)

    def _card(self, weighed: Weighed) -> Card:
        card, said = Card(), weighed.finding.weighing
        lines = {fact.id: fact_line(fact) for fact in weighed.decision.known_then}
        where = f"{heading(self._state.library, weighed.decision)} · {refine(weighed.decision.title)}"
        card.body.addWidget(label(where, TextRole.SMALL, tone="muted"))
        if said.level is not None:
            card.body.addWidget(label(enum_label(said.level), TextRole.BODY_STRONG))
        if said.reasons:
            card.body.addWidget(label(said.reasons))
        for fact in said.evidence:
            card.body.addWidget(label(f"• {lines.get(fact, fact)}", TextRole.SMALL))
        for fact in weighed.finding.against:
            against = self.tr("Against it: %1").replace("%1", lines.get(fact, fact))
            card.body.addWidget(label(against, TextRole.SMALL, tone="muted"))
        card.body.addStretch(1)
        return card
