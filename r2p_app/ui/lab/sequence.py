"""A sequence: decision points one after the other from one seat; at the end the memos stand side by side."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.content.teaching import DecisionPoint, SequenceStep
from r2p_app.content.teaching import Sequence as DecisionSequence
from r2p_app.export.memo import Heading, Paper
from r2p_app.lab.exercise import Exercise
from r2p_app.lab.exercises import Standing, standing
from r2p_app.ui.format import date
from r2p_app.ui.lab.advice_card import AdviceCard
from r2p_app.ui.lab.memo_paper import memo_paper
from r2p_app.ui.lab.printing import PaperButton, Printed
from r2p_app.ui.lab.words import heading
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, label
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.inline import inline_label, plain
from r2p_app.ui.widgets.typography import refine

_MEMO = 300


class SequenceView(ScrollPage):
    """One sequence. A decision point not yet reached shows its day only: its title may tell what happened before.

    Signals:
        link_requested: Open this.
        exit_requested: Back to choosing.
    """

    link_requested = Signal(str)
    exit_requested = Signal()

    def __init__(self, state: AppState, sequence: DecisionSequence, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state, self.sequence = state, sequence
        self.standing: Standing = standing(sequence, state.store.exercises.all())
        self.go_on: QPushButton | None = None
        case = state.library.find(state.library.case_of(sequence.id), Case)
        kicker = " · ".join((self.tr("Decision lab"), case.title if case else "", sequence.seat))
        self.body.addWidget(label(kicker, TextRole.SMALL, tone="muted"))
        self.body.addWidget(label(refine(sequence.title), TextRole.H1))
        self.body.addWidget(inline_label(refine(sequence.introduction)))
        for number, step in enumerate(sequence.steps):
            if (decision := state.library.find(step.decision, DecisionPoint)) is not None:
                self.body.addWidget(self._step(number, step, decision))
        self._add_memos()
        leave = button(self.tr("All decisions"), "quiet")
        leave.clicked.connect(self.exit_requested)
        holder = QWidget()
        FlowLayout(holder).addWidget(leave)
        self.body.addWidget(holder)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """The decision that is next."""
        return self.go_on

    def _step(self, number: int, step: SequenceStep, decision: DecisionPoint) -> QWidget:
        is_next, exercise = number == self.standing.next, self.standing.exercises[number]
        card = Card("check" if is_next else "true")
        place = self.tr("%1 of %2").replace("%1", str(number + 1)).replace("%2", str(len(self.sequence.steps)))
        card.body.addWidget(label(f"{place} · {date(decision.date)}", TextRole.SMALL, tone="muted"))
        if number > self.standing.next:
            card.body.addWidget(label(self.tr("Opens after your advice on the one before."), tone="muted"))
            return card
        if step.bridge:
            card.body.addWidget(inline_label(refine(step.bridge)))
        card.body.addWidget(label(refine(decision.title), TextRole.H3))
        card.body.addWidget(label(refine(decision.seat), TextRole.SMALL))
        card.body.addWidget(self._opener(decision, exercise, is_next=is_next))
        return card

    def _opener(self, decision: DecisionPoint, exercise: Exercise | None, *, is_next: bool) -> QWidget:
        if exercise is None:
            words, link = self.tr("Begin"), Link("lab", (decision.id,))
        else:
            words = self.tr("Read it again") if exercise.is_advised else self.tr("Go on")
            link = Link("lab", (decision.id, exercise.step.value), (("exercise", exercise.id),))
        name = f"{words}: {heading(self._state.library, decision)}"
        made = button(words, "primary" if is_next else "secondary", name=name)
        made.setProperty("link", str(link))
        made.clicked.connect(self._on_opener_clicked)
        if is_next:
            self.go_on = made
        holder = QWidget()
        FlowLayout(holder).addWidget(made)
        return holder

    def _add_memos(self) -> None:
        advised = [one for one in self.standing.exercises if one is not None and one.is_advised]
        if not advised:
            return
        self.body.addSpacing(2 * GRID)
        self.body.addWidget(label(self.tr("Your memos, side by side"), TextRole.H2))
        grid = CardGrid(_MEMO, spacing=4 * GRID)
        for exercise in advised:
            decision = self._state.library.find(exercise.decision, DecisionPoint)
            if decision is not None:
                grid.addWidget(AdviceCard(self._state.library, decision, exercise))
        self.body.addLayout(grid)
        self.papers = PaperButton(self.tr("Save or print the memos"), self._state, self._printed)
        holder = QWidget()
        FlowLayout(holder).addWidget(self.papers)
        self.body.addWidget(holder)

    def _printed(self) -> Printed:
        library, blocks = self._state.library, []
        for exercise in self.standing.exercises:
            decision = library.find(exercise.decision, DecisionPoint) if exercise is not None else None
            if exercise is not None and exercise.is_advised and decision is not None:
                paper = memo_paper(library, decision, exercise)
                blocks += [Heading(f"{heading(library, decision)}: {paper.title}"), *paper.blocks]
        return Printed(self.sequence.id, Paper(plain(self.sequence.title), plain(self.sequence.seat), tuple(blocks)))

    @Slot()
    def _on_opener_clicked(self) -> None:
        self.link_requested.emit(str(self.sender().property("link")))
