"""Step 2: what was known that day: the evidence with who made it, the days on a line, and what was not known."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.lab.horizon import KnownCard
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.lab.evidence import EvidenceCard
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.view import TimelineView
from r2p_app.ui.widgets.basic import Card, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

_FOLD = 760
_TIMELINE = 190
"""Pixels at 100 % text: axis, one lane, and labels one above the other."""


class KnownStep(StepView):
    """Evidence on the left; on the right what was not known, and who and what is named."""

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
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
        shown = Shown(Items.of(self.session.horizon.library), Filter())
        state = self.session.state
        self.timeline = TimelineView(shown, reduced_motion=lambda: state.look.reduced_motion)
        self.timeline.setAccessibleName(self.tr("The evidence on a line of days, up to the decision"))
        self.timeline.event_selected.connect(self._on_timeline_event_selected)
        self._fit_timeline()
        items = shown.items
        first, last = min(items.first), max(items.last)
        margin = max(2, (last - first) // 8)
        self.timeline.fit(first - margin, last + margin, at_once=True)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.timeline)
        return card

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
        if cards := self.session.horizon.cards:
            box.addSpacing(2 * GRID)
            box.addWidget(label(self.tr("Who and what is named"), TextRole.H3))
            for card in cards:
                box.addWidget(_Named(card))
        return made

    def _fit_timeline(self) -> None:
        self.timeline.setFixedHeight(current().px(_TIMELINE))

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the labels at every size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "timeline"):
            self._fit_timeline()

    @Slot(int, bool)
    def _on_timeline_event_selected(self, index: int, pointed: bool) -> None:
        self.timeline.select(index)
        card = self.cards.get(self.timeline.scene.shown.items.events[index].id)
        if card is not None:
            self.ensureWidgetVisible(card)
            if pointed:
                card.setFocus(Qt.FocusReason.OtherFocusReason)


class _Named(QWidget):
    """What may be said of a person, a body or a term before the advice."""

    def __init__(self, card: KnownCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kind = label(kind_label(card.kind), TextRole.SMALL, tone="muted")
        box = column(label(card.title, TextRole.BODY_STRONG), kind, into=self, spacing=0)
        if card.text:
            box.addWidget(inline_label(refine(card.text), TextRole.SMALL))
        else:
            words = self.tr("Its card can be opened after your advice.")
            box.addWidget(label(words, TextRole.SMALL, tone="muted"))
