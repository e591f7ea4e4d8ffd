"""The task offered instead of advice: questions about the sources, no seat, nothing to decide (rule G13)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.lab.evidence import EvidenceCard
from r2p_app.ui.lab.fields import WritingField
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.lab.words import OTHER_TASK, question_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.folding_row import FoldingRow

_FOLD = 760


class OtherTask(StepView):
    """The evidence, and three questions about it.

    Signals:
        back_requested: The person would rather advise.
        done_requested: The person has done enough, and wants to see what followed.
    """

    back_requested = Signal()
    done_requested = Signal()

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, self.tr("Another task"), parent)
        words = self.tr("Read the evidence as a historian would. You take no seat and give no advice.")
        self.body.addWidget(label(words))
        columns = FoldingRow(_FOLD, spacing=6 * GRID)
        columns.addWidget(self._evidence(), 5, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._questions(), 6, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.done = button(self.tr("See what followed"), "primary")
        self.back = button(self.tr("Advise after all"), "secondary")
        self.done.clicked.connect(self.done_requested)
        self.back.clicked.connect(self.back_requested)
        foot = row(self.back, self.done)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.back.setHidden(session.exercise.is_advised)
        self.done.setHidden(session.exercise.is_advised)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """The first question."""
        return self.fields["made"].field

    def flush(self) -> None:
        """Keep what was typed a moment ago."""
        for field in self.fields.values():
            field.flush()

    def _evidence(self) -> QWidget:
        made = QWidget()
        box = column(label(self.tr("Known on this day"), TextRole.H3), into=made, spacing=2 * GRID)
        for fact in self.session.horizon.facts:
            box.addWidget(EvidenceCard(fact, self.session.horizon))
        return made

    def _questions(self) -> QWidget:
        made = QWidget()
        box = column(into=made, spacing=4 * GRID)
        answers = self.session.exercise.other_task or {}
        self.fields: dict[str, WritingField] = {}
        for key in OTHER_TASK:
            self.fields[key] = field = WritingField(question_words(key), lines=5)
            field.show_text(answers.get(key, ""))
            field.written.connect(self._on_field_written)
            box.addWidget(field)
        return made

    @Slot(str)
    def _on_field_written(self, text: str) -> None:
        key = next((key for key, field in self.fields.items() if field is self.sender()), None)
        if key is not None:
            self.session.change(lambda at: self.session.exercise.other_task_answered({key: text}, at))
