"""The decision lab: choose a decision, work through its five steps, follow a seat, look back.

`r2p://lab` chooses; `r2p://lab/dp-unamir-cut` begins, or shows what was begun; `r2p://lab/dp-unamir-cut/weigh` opens a
step of the exercise begun last, or of the one named by `?exercise=`. `r2p://lab/sequence/seq-…`, `r2p://lab/summary`
and `r2p://lab/compare/dp-…` are the views beside it.
"""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.content.links import Link
from r2p_app.content.teaching import DecisionPoint, Sequence
from r2p_app.lab.exercise import Exercise
from r2p_app.lab.exercises import latest, of_decision
from r2p_app.store.errors import StoreError
from r2p_app.ui.lab.chooser import LabChooser
from r2p_app.ui.lab.confinement import LabConfinement
from r2p_app.ui.lab.exercise_view import ExerciseView
from r2p_app.ui.lab.looking_back import CompareView, LookingBack, SummaryView
from r2p_app.ui.lab.sequence import SequenceView
from r2p_app.ui.lab.session import LabSession, begin
from r2p_app.ui.lab.start import StartView
from r2p_app.ui.page import Confinement, Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column

_View = LabChooser | StartView | ExerciseView | SequenceView | LookingBack


class LabPage(Page):
    """The lab. One view is shown at a time, made for its link."""

    listens_to = Changes.LIBRARY | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._box = column(into=self)
        self._place = Link("lab")
        self._came_from: Link | None = None
        self.view: _View | None = None

    @property
    def exercise(self) -> ExerciseView | None:
        """The exercise that is open."""
        return self.view if isinstance(self.view, ExerciseView) else None

    def show_link(self, link: Link) -> None:
        """Show what the link names; choosing, where it names nothing that is there."""
        decision = self.state.library.find(link.parts[0], DecisionPoint) if link.parts else None
        if decision is not None:
            self._show_decision(decision, link)
        else:
            self._show_beside(link)

    def place(self) -> Link:
        """Return the link that restores the view."""
        return self.exercise.place() if self.exercise is not None else self._place

    def refresh(self, _changes: Changes) -> None:
        """Show new content, or another profile, at the same place."""
        place, focus = self.place(), QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        held = self.exercise.session if self.exercise is not None and not self.exercise.session.is_kept else None
        self._clear()
        decision = self.state.library.find(held.decision.id, DecisionPoint) if held is not None else None
        if held is not None and decision is not None:  # begun, but nothing was written yet
            self._open(decision, held.exercise, place.parts[-1])
        else:
            self.show_link(place)
        if had_focus and (target := self.first_focus()) is not None:
            target.setFocus()

    def first_focus(self) -> QWidget | None:
        """Where the view is entered."""
        return self.view.first_focus() if self.view is not None else None

    def confinement(self) -> Confinement | None:
        """Before the advice is given, nothing may be reached that is later than the decision."""
        if self.exercise is None or not self.exercise.session.exercise.is_confined:
            return None
        return LabConfinement(self.exercise)

    # --- views --------------------------------------------------------------------------------------------------------

    def _show_decision(self, decision: DecisionPoint, link: Link) -> None:
        exercises = self.state.store.exercises
        wanted = exercises.get(link.value("exercise")) if link.value("exercise") else None
        step = link.parts[1] if len(link.parts) > 1 else ""
        if wanted is None and step:
            wanted = latest(exercises.all(), decision.id)
        if wanted is not None and wanted.decision == decision.id:
            self._open(decision, wanted, step)
        elif not of_decision(exercises.all(), decision.id):
            self._begin(decision, step)
        else:
            self._show_start(decision)

    def _open(self, decision: DecisionPoint, exercise: Exercise, step: str) -> None:
        if self.exercise is not None and self.exercise.session.exercise.id == exercise.id:
            if step and step != self.exercise.shown:
                self.exercise.show_view(step)
            return
        session = LabSession(self.state, decision, exercise)
        self._set(ExerciseView(session), Link("lab", (decision.id,)))
        assert self.exercise is not None
        if step:
            self.exercise.show_view(step)

    def _begin(self, decision: DecisionPoint, step: str = "") -> None:
        self._open(decision, begin(decision, self.state.now()), step)

    def _show_start(self, decision: DecisionPoint) -> None:
        view = StartView(self.state, decision)
        view.begin_requested.connect(self._on_start_begin_requested)
        view.removal_requested.connect(self._on_start_removal_requested)
        self._set(view, Link("lab", (decision.id,)))

    def _show_beside(self, link: Link) -> None:
        library = self.state.library
        match link.parts:
            case ("sequence", item_id) if (sequence := library.find(item_id, Sequence)) is not None:
                self._set(SequenceView(self.state, sequence), link)
            case ("compare", item_id) if (decision := library.find(item_id, DecisionPoint)) is not None:
                self._set(CompareView(self.state, decision), link)
            case ("summary",):
                self._set(SummaryView(self.state), link)
            case _:
                self._set(LabChooser(self.state), Link("lab"))

    def _set(self, view: _View, place: Link) -> None:
        if isinstance(self.view, LabChooser | SequenceView):
            self._came_from = self._place
        self._clear()
        self.view, self._place = view, place
        for name, slot in (
            ("link_requested", self.link_requested),
            ("announced", self.announced),
            ("place_changed", self.place_changed),
            ("exit_requested", self._on_view_exit_requested),
        ):
            if (signal := getattr(view, name, None)) is not None:
                signal.connect(slot)
        self._box.addWidget(view)

    def _clear(self) -> None:
        if self.view is not None:
            if isinstance(self.view, ExerciseView):
                self.view.flush()
            self._box.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = None

    # --- slots --------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_view_exit_requested(self) -> None:
        """Back to where one came from within the lab: a sequence, or choosing."""
        if self.exercise is not None:
            self.exercise.flush()
        came_from = self._came_from if self.exercise is not None and self._came_from is not None else Link("lab")
        self.link_requested.emit(str(came_from))

    @Slot()
    def _on_start_begin_requested(self) -> None:
        if isinstance(self.view, StartView):
            self._begin(self.view.decision)
            self.place_changed.emit()
            if (target := self.first_focus()) is not None:
                target.setFocus()

    @Slot(str)
    def _on_start_removal_requested(self, exercise_id: str) -> None:
        try:
            self.state.store.exercises.remove(exercise_id)
        except StoreError as error:
            self.announced.emit(f"{error.what} {error.remedy}")
            return
        self.state.note(Changes.EXERCISES)
        if isinstance(self.view, StartView):
            decision = self.view.decision
            self._show_start(decision)
            self.announced.emit(self.tr("The exercise was taken away."))
            if (target := self.first_focus()) is not None:
                target.setFocus()
