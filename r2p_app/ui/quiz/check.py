"""A question inside a chapter: "Check yourself"."""

from random import Random, SystemRandom

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Mode
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.quiz import Given, QuizSession, plan, resume
from r2p_app.learning.verdict import Verdict
from r2p_app.store.errors import StoreError
from r2p_app.ui.quiz.kept_run import KeptRun
from r2p_app.ui.quiz.question import QuestionView, replace
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import Card, label


class CheckQuestion(Card):
    """One question, answered where it stands. An answer given earlier is shown again, and may be given anew.

    Signals:
        link_requested: The learner wants to see a source or read on.
        announced: Words for a screen reader.
    """

    link_requested = Signal(str)
    announced = Signal(str)

    def __init__(
        self, question: QuestionBase, state: AppState, *, rng: Random | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("check", parent=parent)
        self.question = question
        self._state, self._rng = state, rng or SystemRandom()
        self._run = KeptRun(self._earlier_session() or self._new_session(), state, self)
        self._run.failed.connect(self._on_run_failed)
        self._view = self._make_view()
        heading = label(self.tr("Check yourself"), TextRole.SMALL_STRONG, tone="accent")
        for widget in (heading, self._view, self._view.bar):
            self.body.addWidget(widget)
        self._show_feedback()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter submits; the rest is the chapter's."""
        if not self._view.handle_key(event):
            super().keyPressEvent(event)

    @property
    def _session(self) -> QuizSession:
        return self._run.session

    def _earlier_session(self) -> QuizSession | None:
        log = self._state.store.attempts
        earlier = log.latest(self.question.id, {Mode.CHECK})
        run = log.run(earlier.run) if earlier else None
        return resume(run, [self.question], [earlier]) if earlier and run else None

    def _new_session(self) -> QuizSession:
        run = plan([self.question.id], Mode.CHECK, at=self._state.now(), rng=self._rng)
        return resume(run, [self.question])

    def _make_view(self) -> QuestionView:
        view = QuestionView(
            self.question,
            self._session.display_order(self.question),
            self._state,
            heading=TextRole.H3,
        )
        view.submitted.connect(self._on_view_submitted)
        view.marked.connect(self._on_view_marked)
        view.continued.connect(self._on_view_continued)
        view.link_requested.connect(self.link_requested)
        view.announced.connect(self.announced)
        return view

    def _show_feedback(self) -> Verdict | None:
        """Show the answer of this session and its verdict, if there is one."""
        attempt, verdict = self._session.attempt(self.question), self._session.verdict(self.question)
        if attempt and verdict:
            self._view.show_attempt(attempt, verdict, next_words=self.tr("Answer again"))
        return verdict

    @Slot(object)
    def _on_run_failed(self, error: StoreError) -> None:
        self._view.show_problem(error)

    @Slot(object)
    def _on_view_submitted(self, given: Given) -> None:
        if self._run.submit(self.question, given) and (verdict := self._show_feedback()):
            self._view.announce_verdict(verdict)

    @Slot(object)
    def _on_view_marked(self, answer: AnyAnswer) -> None:
        self._run.mark(self.question, answer)

    @Slot()
    def _on_view_continued(self) -> None:
        self._run.session = self._new_session()
        old, self._view = self._view, self._make_view()
        replace(self.body, old, self._view)
        replace(self.body, old.bar, self._view.bar)
        self._view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
