"""A run on the screen: question after question, every answer saved before its verdict is shown."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import FEEDBACK_AT_END, RunOptions
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.quiz import Given, QuizSession
from r2p_app.learning.verdict import Verdict
from r2p_app.store.errors import StoreError
from r2p_app.ui.quiz.clock import RunClock
from r2p_app.ui.quiz.kept_run import KeptRun
from r2p_app.ui.quiz.question import QuestionView
from r2p_app.ui.quiz.run_frame import RunFrame, RunHead
from r2p_app.ui.quiz.run_words import hand_in_words, next_words
from r2p_app.ui.quiz.tools import RunTools
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.inline import plain


class RunView(QWidget):
    """One run, question by question; every answer is saved before its verdict is shown.

    A time limit counts only while the run is on the screen; when it ends, so does the run, with what was answered.

    It opens at the first question not answered, or `at` a given one; `is_review` looks at one answer of a finished run.

    Signals:
        place_changed: Another question is shown, or the verdict on this one.
        pause_requested: The learner wants to leave; everything answered is saved.
        finished: There is nothing left to answer or to read.
        link_requested: The learner wants to see a source or read on.
        announced: Words for a screen reader.
    """

    place_changed = Signal()
    pause_requested = Signal()
    finished = Signal()
    link_requested = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        session: QuizSession,
        state: AppState,
        *,
        at: QuestionBase | None = None,
        is_review: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self.is_review = state, is_review
        self._run = KeptRun(session if at is None else session.at(at), state, self)
        self._tools = RunTools()
        self.clock = RunClock(session.run.options, state.now, self)
        self._view = self._make_view(self.session.current or session.questions[-1])
        self._head = RunHead(self._tools, self.clock)
        self._frame = RunFrame(self._head, self._view, self)
        column(self._frame, into=self)
        self._connect()
        self._show_place()
        self._show_feedback()

    @property
    def session(self) -> QuizSession:
        """The run as it stands."""
        return self._run.session

    @property
    def question(self) -> QuestionBase:
        """The question in view."""
        return self._view.question

    @property
    def shows_verdict(self) -> bool:
        """Whether the question in view was answered and judged."""
        return self.session.verdict(self.question) is not None

    def first_focus(self) -> QWidget:
        """Return the widget that takes the focus when the run opens."""
        return self._view.first_focus()

    @Slot()
    def undo(self) -> None:
        """Take the last answer back and ask that question again; the schedule goes back with it."""
        before = self.session
        if self.is_review or before.newest is None or not self._run.undo():
            return
        if self.session is before or self.session.current is None:
            self.announced.emit(self.tr("This answer cannot be taken back any more."))
        else:
            self._ask(self.session.current, before=self.tr("Your last answer was taken back."))

    def _connect(self) -> None:
        self._run.failed.connect(self._on_run_failed)
        self._head.pause_requested.connect(self.pause_requested)
        self._tools.question_chosen.connect(self._on_tools_question_chosen)
        self._tools.flag_requested.connect(self._on_tools_flag_requested)
        self._tools.undo_requested.connect(self.undo)
        self.clock.changed.connect(self._on_clock_changed)
        self.clock.ended.connect(self._on_clock_ended)
        self.clock.announced.connect(self.announced)

    def _make_view(self, question: QuestionBase) -> QuestionView:
        view = QuestionView(question, self.session.display_order(question), self._state)
        view.submitted.connect(self._on_view_submitted)
        view.marked.connect(self._on_view_marked)
        view.continued.connect(self._on_view_continued)
        view.link_requested.connect(self.link_requested)
        view.announced.connect(self.announced)
        return view

    def _show_place(self) -> None:
        self._head.show_session(self._state.library, self.session, self.question, is_review=self.is_review)

    def _show_feedback(self) -> Verdict | None:
        """Show the verdict on the question in view, where there is one and it may be seen; else the answer, if any."""
        session, following = self.session, next_words(self.session, is_review=self.is_review)
        attempt, verdict = session.attempt(self.question), session.verdict(self.question)
        if attempt and verdict:
            self._view.show_attempt(attempt, verdict, next_words=following)
        elif attempt:
            may_change, message = session.may_change(self.question), hand_in_words(session)
            self._view.show_kept(attempt, next_words=following, may_change=may_change, message=message)
        return verdict

    def _ask(self, question: QuestionBase, *, before: str = "") -> None:
        """Put the question where the last one was, seen from its beginning; `before` is said before it."""
        self._view = self._make_view(question)
        self._frame.show_view(self._view)
        self._show_place()
        self._view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.scroll_to_start()
        self.announced.emit(f"{before} {self._head.words}. {plain(question.prompt)}".strip())
        self.place_changed.emit()

    def _show_given(self, question: QuestionBase) -> None:
        """Show a question with the answer given to it, if there is one."""
        self._run.session = self.session.at(question)
        self._ask(question)
        self._show_feedback()
        self._view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Show the next question; where none is left, the end, or in a test the last answer until it is handed in."""
        question, self._run.session = self.question, self.session.next()
        following = self.session.current
        if self.is_review or (following is None and self.session.is_over):
            self.finished.emit()
        elif following is not None:
            self._ask(following)
        else:
            self._show_given(question)
            self.announced.emit(hand_in_words(self.session))

    @Slot(object)
    def _on_run_failed(self, error: StoreError) -> None:
        self._view.show_problem(error)

    @Slot(object)
    def _on_view_submitted(self, given: Given) -> None:
        if not self._run.submit(self.question, given):
            return
        if self.clock.options.minutes:
            self._run.hold(self.clock.options)
        self._show_place()
        if self.session.run.mode in FEEDBACK_AT_END:
            self._go_on()
        elif verdict := self._show_feedback():
            self._view.announce_verdict(verdict)
            self.place_changed.emit()

    @Slot(object)
    def _on_view_marked(self, answer: AnyAnswer) -> None:
        self._run.mark(self.question, answer)

    @Slot()
    def _on_view_continued(self) -> None:
        if self.session.is_over or not self.session.is_complete:
            self._go_on()
        elif self._run.hand_in():
            self.finished.emit()

    @Slot(str)
    def _on_tools_question_chosen(self, question_id: str) -> None:
        self._show_given(next(question for question in self.session.questions if question.id == question_id))

    @Slot(bool)
    def _on_tools_flag_requested(self, on: bool) -> None:
        """A question that is flagged before it is answered is left for later, as far as there are others."""
        question = self.question
        if not self._run.flag(question, on=on):
            return
        following = self.session.next()
        if on and self.session.attempt(question) is None and following.current not in {None, question}:
            assert following.current is not None
            self._run.session = following
            self._ask(following.current, before=self.tr("Flagged; it comes again at the end."))
        else:
            self._show_place()
            self.announced.emit(self._tools.flag.accessibleName())

    @Slot(object)
    def _on_clock_changed(self, options: RunOptions) -> None:
        self._run.hold(options)

    @Slot()
    def _on_clock_ended(self) -> None:
        self._run.hold(self.clock.options)
        if self._run.time_out():
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc pauses, F flags, Ctrl + Z takes back, digits and Enter answer, arrow and page keys scroll."""
        if event.key() == Qt.Key.Key_Escape:
            self.pause_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_F and not event.modifiers() and self._tools.flag.isVisible():
            self._tools.flag.click()
        elif not self._frame.scroll_by(event) and not self._view.handle_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Time counts while the run is on the screen."""
        super().showEvent(event)
        if not self.session.is_over:
            self.clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """A run that is left stands still; what was used of its time is kept."""
        super().hideEvent(event)
        if not event.spontaneous() and self.clock.options.minutes and not self.session.is_over:
            self.clock.stop()
            self._run.hold(self.clock.options)
