"""The cases to choose from, each with how far the learner has come."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.home.cards import CaseCard
from r2p_app.ui.home.standing import CaseStanding, case_standing, known_questions
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import ScrollPage, label
from r2p_app.ui.widgets.card_grid import CardGrid


class CaseChooser(ScrollPage):
    """The cases as cards, as on Home.

    Signals:
        link_requested: Open this case.
    """

    link_requested = Signal(str)

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state = state
        self.cards = [CaseCard(standing) for standing in self._standings()]
        self.body.addWidget(label(self.tr("Case studies"), TextRole.H1))
        grid = CardGrid(280)
        for card in self.cards:
            card.clicked.connect(self._on_card_clicked)
            grid.addWidget(card)
        self.body.addLayout(grid)
        if not self.cards:
            self.body.addWidget(label(self.tr("This content has no case study that can be shown."), tone="muted"))
        self.body.addStretch(1)

    def show_progress(self) -> None:
        """Show how far the learner has come by now."""
        for card, standing in zip(self.cards, self._standings(), strict=True):
            card.show_standing(standing)

    def first_focus(self) -> QWidget | None:
        """The first case."""
        return self.cards[0] if self.cards else None

    def _standings(self) -> list[CaseStanding]:
        library, store = self._state.library, self._state.store
        progress = store.reading.all_progress()
        known = known_questions(library, store.attempts.latest_attempts())
        return [case_standing(library, case, progress, known) for case in library.cases]

    @Slot()
    def _on_card_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, CaseCard):
            self.link_requested.emit(card.link)
