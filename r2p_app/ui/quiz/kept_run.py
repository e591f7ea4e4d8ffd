"""A run that changes only as far as the change is saved: what every view that takes answers holds."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from r2p_app.content.questions import QuestionBase
from r2p_app.learning import quiz
from r2p_app.learning.attempts import RunOptions
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.quiz import Given, QuizSession
from r2p_app.store.errors import StoreError
from r2p_app.ui.state import AppState, Changes


class KeptRun(QObject):
    """Keeps the session of a run, and saves whatever is done to it before anyone sees it.

    Everything that is done returns whether it could be saved; where it could not, the run stands as before.

    Signals:
        failed: Something could not be saved, as `StoreError`.
    """

    failed = Signal(object)

    def __init__(self, session: QuizSession, state: AppState, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._state = state

    def submit(self, question: QuestionBase, given: Given) -> bool:
        """Take an answer, or another one where it can still be changed."""
        save = quiz.change if self.session.may_change(question) else quiz.submit
        return self._answered(
            lambda: save(self.session, question, given, log=self._state.store.attempts, at=self._state.now())
        )

    def mark(self, question: QuestionBase, answer: AnyAnswer) -> bool:
        """Take the learner's own marking of an open answer."""
        return self._answered(lambda: quiz.mark(self.session, question, answer, log=self._state.store.attempts))

    def undo(self) -> bool:
        """Take the answer back that was given last, if it still can be."""
        return self._answered(lambda: quiz.undo(self.session, log=self._state.store.attempts))

    def hand_in(self) -> bool:
        """End the run as it stands."""
        log, at = self._state.store.attempts, self._state.now()
        return self._answered(lambda: quiz.hand_in(self.session, log=log, at=at))

    def time_out(self) -> bool:
        """End the run because its time is over."""
        log, at = self._state.store.attempts, self._state.now()
        return self._answered(lambda: quiz.time_out(self.session, log=log, at=at))

    def flag(self, question: QuestionBase, *, on: bool) -> bool:
        """Remember a question for later, or no more."""
        return self._changed(lambda: quiz.flag(self.session, question, on=on, log=self._state.store.attempts))

    def hold(self, options: RunOptions) -> None:
        """Keep the limit and what is used of it; where that fails, the next answer says so."""
        try:
            self.session = quiz.hold(self.session, options, log=self._state.store.attempts)
        except StoreError:
            return

    def _answered(self, change: Callable[[], QuizSession]) -> bool:
        """Change the answers, and let every page know."""
        before = self.session
        is_saved = self._changed(change)
        if self.session is not before:
            self._state.note(Changes.ATTEMPTS)
        return is_saved

    def _changed(self, change: Callable[[], QuizSession]) -> bool:
        try:
            self.session = change()
        except StoreError as error:
            self.failed.emit(error)
            return False
        return True
