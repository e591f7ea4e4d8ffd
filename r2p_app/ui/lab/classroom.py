"""An exercise in class: who writes, hands counted before and after the discussion, papers, and the projector."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from r2p_app.ui.lab.printing import PaperButton, Printed
from r2p_app.ui.lab.roles import role_cards
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.lab.teacher_guide import teacher_guide
from r2p_app.ui.lab.votes import VoteCard
from r2p_app.ui.lab.writers import WritersCard
from r2p_app.ui.paper.handouts import record_button
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.flow import FlowLayout


class ClassView(StepView):
    """What a teacher needs for one exercise on one machine.

    Signals:
        projector_requested: Show it large, over the whole screen.
        back_requested: Go back to the step.
    """

    projector_requested = Signal()
    back_requested = Signal()

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, self.tr("In class"), parent)
        self.back = button(self.tr("Back to the exercise"), "secondary")
        self.back.clicked.connect(self.back_requested)
        self.projector = button(self.tr("Show on the projector"), "primary")
        self.projector.clicked.connect(self.projector_requested)
        self.writers = WritersCard(session)
        self.votes = VoteCard(session)
        self.body.addWidget(label(self.tr("In class"), TextRole.H2))
        words = self.tr(
            "Pairs or small groups share one machine. Names of roles are enough; no name of a person is needed. Leave "
            "time for the debrief before you begin."
        )
        self.body.addWidget(label(words))
        self.body.addWidget(self._papers())
        self.body.addWidget(self.votes)
        self.body.addWidget(self.writers)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """The way to the projector."""
        return self.projector

    def flush(self) -> None:
        """Keep names typed a moment ago."""
        self.writers.flush()

    def _papers(self) -> QWidget:
        state, decision = self.session.state, self.session.decision
        self.cards = PaperButton(
            self.tr("Role cards"),
            state,
            lambda: Printed(f"{decision.id}-roles", role_cards(state.library, decision, self._roles())),
        )
        self.guide = PaperButton(
            self.tr("Teacher’s guide"),
            state,
            lambda: Printed(f"{decision.id}-guide", teacher_guide(state.library, decision)),
        )
        holder = QWidget()
        flow = FlowLayout(holder)
        handouts = record_button(state, decision, kind="toggle")
        for widget in (self.projector, self.cards, self.guide, handouts, self.back):
            flow.addWidget(widget)
        return holder

    def _roles(self) -> tuple[str, ...]:
        return tuple(memo.role for memo in self.session.exercise.memos if memo.role)
