"""Choosing in the lab: what goes on, the decision points by case, sequences, and what was judged so far."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.content.teaching import DecisionPoint
from r2p_app.content.teaching import Sequence as DecisionSequence
from r2p_app.lab.exercise import Exercise
from r2p_app.lab.exercises import latest, standing
from r2p_app.ui.lab.words import heading, where_words
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, label
from r2p_app.ui.widgets.card_button import CardButton
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.gradual import Gradual
from r2p_app.ui.widgets.typography import refine

_CARD = 280


class LinkCard(CardButton):
    """A card that opens a link."""

    def __init__(self, link: Link, lines: Sequence[tuple[str, TextRole, str]], *, edge: str = "") -> None:
        super().__init__(edge=edge)
        self.link = str(link)
        words = [(text, role, tone) for text, role, tone in lines if text]
        for text, role, tone in words:
            self.add(label(refine(text), role, tone=tone))
        self.body.addStretch(1)
        self.setAccessibleName(". ".join(text for text, _, _ in words))


class LabChooser(ScrollPage):
    """The first page of the lab.

    Signals:
        link_requested: Open this.
    """

    link_requested = Signal(str)

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._library = state.library
        self._exercises = state.store.exercises.all()
        self.cards: list[LinkCard] = []
        self.body.addWidget(label(self.tr("Decision lab"), TextRole.H1))
        self.body.addWidget(label(self._introduction()))
        self._add_looking_back()
        self.making = Gradual(self._make(), self)
        self.making.start()

    def first_focus(self) -> QWidget | None:
        """The first card."""
        return self.cards[0] if self.cards else None

    def _make(self) -> Iterator[None]:
        """Make card after card: what goes on first, then sequences, then the cases."""
        yield from self._add_open()
        yield from self._add_sequences()
        for case in self._library.cases:
            yield from self._add_case(case)
        if not self.cards:
            self.body.addWidget(label(self.tr("This content has no decision point that can be shown."), tone="muted"))
        self.body.addStretch(1)

    def _introduction(self) -> str:
        return self.tr(
            "Take the seat of an adviser on a day on which something had to be decided. You know what was known that "
            "day, weigh it, and advise; then you see what was decided and what followed. There is no score and no "
            "clock. Your answers stay in this profile, and another task is offered with every decision."
        )

    def _add_looking_back(self) -> None:
        if not any(one.is_advised for one in self._exercises):
            return
        holder = QWidget()
        flow = FlowLayout(holder)
        self.summary = button(self.tr("How you weighed the criteria"), "secondary")
        self.summary.setProperty("link", "r2p://lab/summary")
        self.summary.clicked.connect(self._on_link_clicked)
        flow.addWidget(self.summary)
        self.body.addWidget(holder)

    def _add_open(self) -> Iterator[None]:
        found = [one for one in reversed(self._exercises) if one.finished_at is None]
        pairs = [(one, self._library.find(one.decision, DecisionPoint)) for one in found]
        cards = (self._exercise_card(one, decision) for one, decision in pairs if decision is not None)
        yield from self._add_section(self.tr("In progress"), cards)

    def _exercise_card(self, exercise: Exercise, decision: DecisionPoint) -> LinkCard:
        link = Link("lab", (decision.id, exercise.step.value), (("exercise", exercise.id),))
        lines = (
            (heading(self._library, decision), TextRole.SMALL, "muted"),
            (decision.title, TextRole.H3, ""),
            (where_words(exercise), TextRole.SMALL_STRONG, ""),
        )
        return LinkCard(link, lines, edge=self._library.case_of(decision.id))

    def _add_sequences(self) -> Iterator[None]:
        found = map(self._sequence_card, self._library.all(DecisionSequence))
        yield from self._add_section(self.tr("Follow one seat through a case"), found)

    def _sequence_card(self, sequence: DecisionSequence) -> LinkCard:
        case = self._library.find(self._library.case_of(sequence.id), Case)
        done = standing(sequence, self._exercises).next
        words = self.tr("%1 of %2 decisions").replace("%1", str(done)).replace("%2", str(len(sequence.steps)))
        lines = (
            (case.title if case else "", TextRole.SMALL, "muted"),
            (sequence.title, TextRole.H3, ""),
            (sequence.seat, TextRole.SMALL, ""),
            (words, TextRole.SMALL, "muted"),
        )
        return LinkCard(Link("lab", ("sequence", sequence.id)), lines, edge=case.id if case else "")

    def _add_case(self, case: Case) -> Iterator[None]:
        points = sorted(self._library.all(DecisionPoint, case.id), key=lambda point: point.date)
        yield from self._add_section(case.title, (self._decision_card(point, case) for point in points))

    def _decision_card(self, decision: DecisionPoint, case: Case) -> LinkCard:
        last = latest(self._exercises, decision.id)
        lines = (
            (heading(self._library, decision), TextRole.SMALL, "muted"),
            (decision.title, TextRole.H3, ""),
            (decision.seat, TextRole.SMALL, ""),
            (where_words(last) if last is not None else "", TextRole.SMALL_STRONG, ""),
        )
        return LinkCard(Link("lab", (decision.id,)), lines, edge=case.id)

    def _add_section(self, title: str, cards: Iterable[LinkCard]) -> Iterator[None]:
        grid: CardGrid | None = None
        for card in cards:
            if grid is None:
                grid = CardGrid(_CARD, spacing=4 * GRID)
                self.body.addSpacing(2 * GRID)
                self.body.addWidget(label(title, TextRole.H2))
                self.body.addLayout(grid)
            card.clicked.connect(self._on_link_clicked)
            grid.addWidget(card)
            self.cards.append(card)
            yield

    @Slot()
    def _on_link_clicked(self) -> None:
        sender = self.sender()
        self.link_requested.emit(sender.link if isinstance(sender, LinkCard) else str(sender.property("link")))
