"""Step 1: whose seat it is, the day, the place, what the seat can do, and what the exercise deals with."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.lab.exercise import Step
from r2p_app.ui.format import date
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.lab.words import place_name, step_title
from r2p_app.ui.maps.small import SmallMap
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.typography import refine

_FOLD = 760


class BriefStep(StepView):
    """The brief.

    Signals:
        other_task_requested: The person would rather do the task that takes no seat.
    """

    other_task_requested = Signal()

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, step_title(Step.BRIEF), parent)
        if session.decision.content_note:
            self.body.addWidget(self._note(session.decision.content_note))
        columns = FoldingRow(_FOLD, spacing=8 * GRID)
        columns.addWidget(self._brief(), 7)
        columns.addWidget(self._where(), 4)
        self.body.addLayout(columns)
        self.body.addWidget(self._other_task())
        self.body.addStretch(1)

    def _note(self, text: str) -> QWidget:
        card = Card("note")
        card.body.addWidget(label(self.tr("Before you begin"), TextRole.BODY_STRONG, tone="note"))
        card.body.addWidget(inline_label(refine(text)))
        card.body.addWidget(label(self.tr("You can stop at any moment; what you have written is kept.")))
        return card

    def _brief(self) -> QWidget:
        point, made = self.session.decision, QWidget()
        box = column(into=made, spacing=2 * GRID)
        parts = (
            (self.tr("Your seat"), point.seat),
            (self.tr("The situation"), point.situation),
            (self.tr("What your seat can do"), point.mandate),
        )
        for name, text in parts:
            if text:
                box.addWidget(label(name, TextRole.H3))
                box.addWidget(inline_label(refine(text)))
                box.addSpacing(GRID)
        box.addStretch(1)
        return made

    def _where(self) -> QWidget:
        point, made = self.session.decision, QWidget()
        box = column(into=made, spacing=2 * GRID)
        box.addWidget(label(self.tr("The day"), TextRole.SMALL_STRONG))
        box.addWidget(label(date(point.date)))
        if name := place_name(self.session.state.library, point):
            box.addWidget(label(self.tr("The place"), TextRole.SMALL_STRONG))
            box.addWidget(label(name))
            box.addWidget(SmallMap(self.session.horizon.library, point.place, is_bare=True))
        box.addStretch(1)
        return made

    def _other_task(self) -> QWidget:
        card = Card()
        card.body.addWidget(label(self.tr("Another task"), TextRole.BODY_STRONG))
        words = self.tr(
            "You need not take this seat. The other task asks about the sources: who made them, for whom, and what "
            "they cannot tell. Nobody sees which you choose."
        )
        card.body.addWidget(label(words))
        self.other_task = button(self.tr("Do the other task instead"), "secondary")
        self.other_task.clicked.connect(self._on_other_task_clicked)
        card.body.addWidget(self.other_task, 0, Qt.AlignmentFlag.AlignLeft)
        self.other_task.setHidden(self.session.exercise.is_advised)
        return card

    @Slot()
    def _on_other_task_clicked(self) -> None:
        self.other_task_requested.emit()
