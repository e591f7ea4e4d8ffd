"""The frame of an exercise: what it is about, the five steps, room for what is open, and the way on, back and out."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from r2p_app.lab.exercise import STEPS, Step
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_bar import StepBar
from r2p_app.ui.lab.words import case_of, heading, step_title
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.typography import refine

_FOLD = 900
_LOW = 720
"""Windows lower than this, in pixels at 100 % text, spare the second line of the head."""

_LOWEST = 420
"""Windows lower than this spare the first line too."""


class ExerciseFrame(QWidget):
    """Holds the parts that stand around each step, and spares what a low window has no room for.

    Signals:
        exit_requested: The person leaves the exercise; it is kept.
        announced: Words for a screen reader.
    """

    exit_requested = Signal()
    announced = Signal(str)

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.bar = StepBar()
        self.stack = QStackedWidget()
        self.problem = label("", tone="wrong")
        self.problem.hide()
        self._build_layout()

    def show_way(self, shown: str, *, is_beside: bool) -> None:
        """Show where one is and the way on and back; beside the steps there is none."""
        exercise, decision = self.session.exercise, self.session.decision
        here = Step(shown) if shown in {step.value for step in STEPS} else exercise.step
        self.bar.show_step(here, {step: exercise.missing(step, decision) for step in STEPS})
        ahead = STEPS[here.number] if here.number < len(STEPS) else None
        self.back.setHidden(is_beside or here is Step.BRIEF)
        self.on.setHidden(is_beside or ahead is None or (here is Step.ADVISE and not exercise.is_advised))
        if ahead is not None:
            self.on.setText(self.tr("Go on: %1").replace("%1", step_title(ahead)))
            self.on.setAccessibleName(self.on.text())
        self.in_class.setHidden(is_beside)

    def tell(self, words: str) -> None:
        """Say what keeps a step closed, or went wrong."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.announced.emit(words)

    def _build_layout(self) -> None:
        point, library = self.session.decision, self.session.state.library
        case = case_of(library, point)
        parts = (self.tr("Decision lab"), case.title if case else "", point.seat)
        self._kicker = label(" · ".join(part for part in parts if part), TextRole.SMALL, tone="muted")
        self._title = label(heading(library, point), TextRole.H1)
        self._question = label(refine(point.title), TextRole.BODY_STRONG, tone="muted")
        self.leave = button(self.tr("Leave the exercise"), "quiet")
        self.leave.clicked.connect(self.exit_requested)
        self.in_class = button(self.tr("In class"), "quiet")
        head = FoldingRow(_FOLD, spacing=4 * GRID)
        head.addWidget(self._kicker, 1)
        head.addWidget(self.bar)
        titles = column(self._title, self._question, spacing=0)
        self.back = button(self.tr("Back"), "secondary")
        self.on = button("", "primary")
        foot = row(self.leave, self.in_class, spacing=2 * GRID)
        foot.addWidget(self.problem, 1)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        box = column(into=self, spacing=3 * GRID, margins=(9 * GRID, 5 * GRID, 9 * GRID, 4 * GRID))
        box.addLayout(head)
        box.addLayout(titles)
        box.addWidget(self.stack, 1)
        box.addLayout(foot)

    def _fit(self) -> None:
        low = self.height() < current().px(_LOW)
        self._kicker.setHidden(self.height() < current().px(_LOWEST))
        self._question.setHidden(low)
        restyled = TextRole.H2 if low else TextRole.H1
        if self._title.property("role") != restyled.name:
            self._title.setProperty("role", restyled.name)
            self._title.style().unpolish(self._title)
            self._title.style().polish(self._title)

    def resizeEvent(self, event: object) -> None:
        """Spare room in low windows."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Spare room for large text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_title"):
            self._fit()
