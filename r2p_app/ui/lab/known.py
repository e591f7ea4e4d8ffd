"""Step 2: what was known that day: the evidence with who made it, the days on a line, and what was not known."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from r2p_app.content.model import Event
from r2p_app.lab.exercise import Step
from r2p_app.lab.horizon import NOW
from r2p_app.ui.format import date
from r2p_app.ui.lab.day_line import DayLine
from r2p_app.ui.lab.evidence import EvidenceCard
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.lab.words import step_title
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

_FOLD = 760


class KnownStep(StepView):
    """Evidence on the left; on the right what was not known, and who and what is named."""

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, step_title(Step.KNOWN), parent)
        self.cards = {fact.id: EvidenceCard(fact, session.horizon) for fact in session.horizon.facts}
        self.body.addWidget(self._days())
        columns = FoldingRow(_FOLD, spacing=6 * GRID)
        columns.addWidget(self._evidence(), 7, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._beside(), 4, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """The first piece of evidence."""
        return next(iter(self.cards.values()), None)

    def _days(self) -> QWidget:
        horizon = self.session.horizon
        events = [event for event in horizon.library.all(Event) if event.id != NOW]
        words = self.tr("The decision: %1").replace("%1", date(self.session.decision.date))
        self.days = DayLine(events, horizon.day, words)
        self.days.event_chosen.connect(self._on_days_event_chosen)
        return self.days

    def _evidence(self) -> QWidget:
        made = QWidget()
        box = column(label(self.tr("Known on this day"), TextRole.H3), into=made, spacing=2 * GRID)
        for card in self.cards.values():
            box.addWidget(card)
        return made

    def _beside(self) -> QWidget:
        made = QWidget()
        box = column(label(self.tr("Not known on this day"), TextRole.H3), into=made, spacing=2 * GRID)
        unknown = Card("note")
        for text in self.session.decision.not_known_then:
            unknown.body.addWidget(inline_label(f"• {refine(text)}"))
        box.addWidget(unknown)
        box.addSpacing(2 * GRID)
        self._add_named(box)
        return made

    def _add_named(self, box: QVBoxLayout) -> None:
        cards = self.session.horizon.cards
        if not cards:
            return
        box.addWidget(label(self.tr("Who and what is named"), TextRole.H3))
        for card in cards:
            if card.text:
                box.addWidget(label(card.title, TextRole.BODY_STRONG))
                box.addWidget(inline_label(refine(card.text), TextRole.SMALL))
        others = " · ".join(card.title for card in cards if not card.text)
        box.addWidget(label(others))
        words = self.tr("Their cards are written with later knowledge; they can be opened after your advice.")
        box.addWidget(label(words, TextRole.SMALL, tone="muted"))

    @Slot(str)
    def _on_days_event_chosen(self, fact_id: str) -> None:
        card = self.cards[fact_id]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(card)
