"""The exercise that is open: every change is saved at once, and told to the views."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from r2p_app.content.teaching import DecisionPoint
from r2p_app.lab.exercise import Exercise, Memo
from r2p_app.lab.horizon import Horizon
from r2p_app.lab.judgement import Judgement
from r2p_app.store.errors import StoreError
from r2p_app.ui.state import AppState, Changes

Change = Callable[[datetime], Exercise]


def begin(decision: DecisionPoint, at: datetime) -> Exercise:
    """Return a new exercise on a decision point, not yet kept."""
    return Exercise(id=uuid4().hex, decision=decision.id, started_at=at, changed_at=at, memos=(Memo(),))


class LabSession(QObject):
    """Holds the exercise, its decision point and what could be known.

    Signals:
        changed: The exercise is another value.
        failed: A change could not be kept; carries the words that say why, and what to do.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, state: AppState, decision: DecisionPoint, exercise: Exercise, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.state, self.decision, self.exercise = state, decision, exercise
        self.horizon = Horizon(state.library, decision)
        self.is_kept = state.store.exercises.get(exercise.id) is not None

    @property
    def case(self) -> str:
        """The id of the case."""
        return self.state.library.case_of(self.decision.id)

    def change(self, change: Change) -> None:
        """Make a change as of now and keep it; a change that changes nothing but the time is not one."""
        self._change(change)

    def keep(self) -> None:
        """Keep the exercise although nothing was written yet: it was begun."""
        if not self.is_kept:
            self._keep(self.exercise)

    def advise(self) -> None:
        """Give the advice; the judgements it rests on go into the log of all judgements, with it or not at all."""
        self._change(self.exercise.advised, with_judgements=True)

    def _change(self, change: Change, *, with_judgements: bool = False) -> None:
        before, after = self.exercise, change(self.state.now())
        if after == before:
            return
        self.exercise = after
        self._keep(after, after.judgements() if with_judgements else ())
        self.changed.emit()

    def _keep(self, exercise: Exercise, judgements: Sequence[Judgement] = ()) -> None:
        try:
            with self.state.store.transaction():
                self.state.store.exercises.save(exercise)
                for judgement in judgements:
                    self.state.store.judgements.save(judgement)
        except StoreError as error:
            self.failed.emit(f"{error.what} {error.remedy}")
            return
        self.is_kept = True
        self.state.note(Changes.EXERCISES | Changes.JUDGEMENTS if judgements else Changes.EXERCISES)
