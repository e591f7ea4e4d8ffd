"""An exercise as a whole: the step that is open, what leads on from it, and the views beside the steps."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.lab.exercise import STEPS, Step
from r2p_app.ui.lab.advise import AdviseStep
from r2p_app.ui.lab.brief import BriefStep
from r2p_app.ui.lab.classroom import ClassView
from r2p_app.ui.lab.debrief import DebriefStep
from r2p_app.ui.lab.exercise_frame import ExerciseFrame
from r2p_app.ui.lab.known import KnownStep
from r2p_app.ui.lab.other_task import OtherTask
from r2p_app.ui.lab.projector import LabProjector
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.lab.weigh import WeighStep
from r2p_app.ui.lab.words import missing_words, step_title

IN_CLASS, OTHER_TASK = "class", "other-task"
"""Views of an exercise beside its steps, by their names in links."""

AnyStep = StepView | WeighStep

_VIEWS: Mapping[Step, Callable[[LabSession], AnyStep]] = {
    Step.BRIEF: BriefStep,
    Step.KNOWN: KnownStep,
    Step.WEIGH: WeighStep,
    Step.ADVISE: AdviseStep,
    Step.DEBRIEF: DebriefStep,
}


class ExerciseView(ExerciseFrame):
    """Shows one exercise.

    Signals:
        link_requested: A record or page is to be opened.
        place_changed: Another step is shown.
    """

    link_requested = Signal(str)
    place_changed = Signal()

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        session.setParent(self)
        self.shown: str = session.exercise.step.value
        self.step_view: QWidget | None = None
        self.projector: LabProjector | None = None
        self.bar.step_chosen.connect(self.go_to)
        self.in_class.clicked.connect(self._on_in_class_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.on.clicked.connect(self._on_on_clicked)
        session.changed.connect(self._on_session_changed)
        session.failed.connect(self._on_session_failed)
        self.show_view(OTHER_TASK if session.exercise.other_task is not None else self.shown)

    # --- going on, back and out ---------------------------------------------------------------------------------------

    def place(self) -> Link:
        """Return the link that restores the view."""
        return Link("lab", (self.session.decision.id, self.shown), (("exercise", self.session.exercise.id),))

    def first_focus(self) -> QWidget | None:
        """Where the step is entered."""
        if isinstance(self.step_view, AnyStep):
            return self.step_view.first_focus() or self.on
        return self.on

    @Slot(Step)
    def go_to(self, step: Step) -> None:
        """Open a step, or say why it is closed."""
        self.flush()
        lack = self.session.exercise.missing(step, self.session.decision)
        if lack is not None:
            self.tell(missing_words(lack))
            self._show_bar()
            return
        self.show_view(step.value)
        words = self.tr("Step %1 of 5: %2").replace("%1", str(step.number)).replace("%2", step_title(step))
        self.announced.emit(words)

    def show_view(self, name: str) -> None:
        """Show a step by its name, or one of the views beside the steps; an unknown or closed one shows the present."""
        self.flush()
        self.shown = self._allowed(name)
        self._go_along()
        old = self.step_view
        self.step_view = self._make(self.shown)
        self.stack.addWidget(self.step_view)
        self.stack.setCurrentWidget(self.step_view)
        if old is not None:
            self.stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.problem.hide()
        self._show_bar()
        if (target := self.first_focus()) is not None and self.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit()

    def _go_along(self) -> None:
        """The exercise is where its view is."""
        exercise = self.session.exercise
        if self.shown in {step.value for step in STEPS} and self.shown != exercise.step.value:
            self.session.change(lambda at: exercise.at_step(Step(self.shown), at))

    def _allowed(self, name: str) -> str:
        exercise = self.session.exercise
        if name in {IN_CLASS, OTHER_TASK} and not (name == OTHER_TASK and exercise.other_task is None):
            return name
        known = {step.value: step for step in STEPS}
        step = known.get(name, exercise.step)
        return (step if exercise.missing(step, self.session.decision) is None else exercise.step).value

    def _make(self, name: str) -> QWidget:
        if name == IN_CLASS:
            return self._class_view()
        if name == OTHER_TASK:
            return self._other_task()
        made = _VIEWS[Step(name)](self.session)
        match made:
            case BriefStep():
                made.other_task_requested.connect(self._on_other_task_requested)
            case WeighStep():
                made.announced.connect(self.announced)
            case AdviseStep():
                made.advice_given.connect(self._on_advice_given)
            case DebriefStep():
                made.link_requested.connect(self.link_requested)
                made.finished.connect(self._on_debrief_finished)
        return made

    def _class_view(self) -> ClassView:
        made = ClassView(self.session)
        made.back_requested.connect(self._on_class_back_requested)
        made.projector_requested.connect(self.open_projector)
        return made

    def _other_task(self) -> OtherTask:
        made = OtherTask(self.session)
        made.back_requested.connect(self._on_other_task_back_requested)
        made.done_requested.connect(self._on_advice_given)
        return made

    @Slot()
    def open_projector(self) -> None:
        """Show the exercise over the whole screen."""
        if self.projector is None:
            self.projector = LabProjector(self.session, self.window())
            self.projector.closed.connect(self._on_projector_closed)
        self.projector.show_on(self)

    def flush(self) -> None:
        """Keep what was typed a moment ago."""
        if isinstance(self.step_view, AnyStep):
            self.step_view.flush()

    def _show_bar(self) -> None:
        self.show_way(self.shown, is_beside=self.shown in {IN_CLASS, OTHER_TASK})
        self.bar.setHidden(self.shown == OTHER_TASK)

    # --- slots --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_session_changed(self) -> None:
        self.problem.hide()
        self._show_bar()

    @Slot(str)
    def _on_session_failed(self, words: str) -> None:
        self.tell(words)

    @Slot()
    def _on_back_clicked(self) -> None:
        number = Step(self.shown).number
        self.go_to(STEPS[max(0, number - 2)])

    @Slot()
    def _on_on_clicked(self) -> None:
        self.go_to(STEPS[min(len(STEPS) - 1, Step(self.shown).number)])

    @Slot()
    def _on_in_class_clicked(self) -> None:
        self.show_view(IN_CLASS)

    @Slot()
    def _on_class_back_requested(self) -> None:
        exercise = self.session.exercise
        self.show_view(OTHER_TASK if exercise.other_task is not None else exercise.step.value)

    @Slot()
    def _on_other_task_requested(self) -> None:
        self.session.change(lambda at: self.session.exercise.other_task_answered({}, at))
        self.show_view(OTHER_TASK)

    @Slot()
    def _on_other_task_back_requested(self) -> None:
        self.flush()
        self.session.change(self.session.exercise.without_other_task)
        self.show_view(Step.BRIEF.value)

    @Slot()
    def _on_advice_given(self) -> None:
        self.flush()
        self.session.advise()
        self.show_view(Step.DEBRIEF.value)
        self.announced.emit(self.tr("Your advice is given. What followed is open now."))

    @Slot()
    def _on_debrief_finished(self) -> None:
        self.flush()
        self.session.change(self.session.exercise.finished)
        self.announced.emit(self.tr("The exercise is finished. You can read it again at any time."))
        self.exit_requested.emit()

    @Slot()
    def _on_projector_closed(self) -> None:
        if self.projector is not None:
            self.projector.deleteLater()
            self.projector = None
            self.activateWindow()
