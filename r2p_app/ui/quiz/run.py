"""A run on the screen: where one stands, the question, and the bar that is always in reach."""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QScrollArea, QSizePolicy, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import FEEDBACK_AT_END, RunOptions
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.quiz import Given, QuizSession, change, flag, hand_in, hold, mark, submit, time_out, undo
from r2p_app.learning.verdict import Verdict
from r2p_app.store.errors import StoreError
from r2p_app.ui import text
from r2p_app.ui.quiz.clock import RunClock
from r2p_app.ui.quiz.question import QuestionView, replace
from r2p_app.ui.quiz.scope import scope_title
from r2p_app.ui.quiz.tools import RunTools
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Rule, button, column, label, row
from r2p_app.ui.widgets.inline import plain

_WIDTH = 860
_SCROLL_STEPS = {Qt.Key.Key_Up: -0.1, Qt.Key.Key_Down: 0.1, Qt.Key.Key_PageUp: -0.9, Qt.Key.Key_PageDown: 0.9}
"""Keys that scroll from anywhere in the run, as a share of what is seen."""


class FittedScroll(QScrollArea):
    """As high as its content, and scrolling where there is less room, so that what stands below follows closely."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._content = content
        content.setMinimumHeight(1)  # else Qt takes the height that the least width would need for the least height
        content.installEventFilter(self)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """The height that the content needs at this width."""
        width = self.viewport().width()
        return QSize(width, self._content.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few lines must be seen."""
        return QSize(0, current().px(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


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
        self._session, self._state = session if at is None else session.at(at), state
        self.is_review = is_review
        self._where = label("", TextRole.BODY, tone="muted", wrap=False)
        self._pause = button("", "quiet")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Questions answered"))
        self._tools = RunTools()
        self.clock = RunClock(session.run.options, state.now, self)
        self._view = self._make_view(self._session.current or session.questions[-1])
        self._build_layout()
        self._pause.clicked.connect(self.pause_requested)
        self._tools.question_chosen.connect(self._on_tools_question_chosen)
        self._tools.flag_requested.connect(self._on_tools_flag_requested)
        self._tools.undo_requested.connect(self.undo)
        self.clock.changed.connect(self._on_clock_changed)
        self.clock.ended.connect(self._on_clock_ended)
        self.clock.announced.connect(self.announced)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_bar_range_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)
        self._show_where()
        self._show_feedback()

    @property
    def session(self) -> QuizSession:
        """The run as it stands."""
        return self._session

    @property
    def question(self) -> QuestionBase:
        """The question in view."""
        return self._view.question

    @property
    def shows_verdict(self) -> bool:
        """Whether the question in view was answered and judged."""
        return self._session.verdict(self.question) is not None

    def first_focus(self) -> QWidget:
        """Return the widget that takes the focus when the run opens."""
        return self._view.first_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc pauses, F flags, Ctrl + Z takes back, digits and Enter answer, arrow and page keys scroll."""
        step = _SCROLL_STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.pause_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_F and not event.modifiers() and self._tools.flag.isVisible():
            self._tools.flag.click()
        elif step is not None:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + round(step * bar.pageStep()))
        elif not self._view.handle_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Time counts while the run is on the screen."""
        super().showEvent(event)
        if not self._session.is_over:
            self.clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """A run that is left stands still; what was used of its time is kept."""
        super().hideEvent(event)
        if not event.spontaneous() and self.clock.options.minutes and not self._session.is_over:
            self.clock.stop()
            self._hold()

    @Slot()
    def undo(self) -> None:
        """Take the last answer back and ask that question again; the schedule goes back with it."""
        if self.is_review or self._session.newest is None:
            return
        try:
            session = undo(self._session, log=self._state.store.attempts)
        except StoreError as error:
            self._view.show_problem(error)
            return
        if session is self._session or session.current is None:
            self.announced.emit(self.tr("This answer cannot be taken back any more."))
            return
        self._session = session
        self._state.note(Changes.ATTEMPTS)
        self._show_next(session.current, before=self.tr("Your last answer was taken back."))

    def changeEvent(self, event: QEvent) -> None:
        """Let the column grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._set_width()

    def _make_view(self, question: QuestionBase) -> QuestionView:
        view = QuestionView(question, self._session.display_order(question), self._state)
        view.submitted.connect(self._on_view_submitted)
        view.marked.connect(self._on_view_marked)
        view.continued.connect(self._on_view_continued)
        view.link_requested.connect(self.link_requested)
        view.announced.connect(self.announced)
        return view

    def _show_where(self) -> None:
        session = self._session
        count, number = len(session.questions), session.questions.index(self.question) + 1
        scope, mode = scope_title(self._state.library, session.run.scope), text.label(session.run.mode)
        place = self.tr("%1 of %2").replace("%1", str(number)).replace("%2", str(count))
        self._where.setText(" · ".join((scope, mode, place) if count > 1 else (scope, mode)))
        self._progress.setMaximum(count)
        self._progress.setValue(len(session.attempts))
        self._pause.setText(self.tr("Esc: to the summary") if self.is_review else self.tr("Esc to pause · saved"))
        name = self.tr("Back to the summary") if self.is_review else self.tr("Pause; everything answered is saved")
        self._pause.setAccessibleName(name)
        self._tools.show_session(session, self.question, is_review=self.is_review)

    def _show_feedback(self) -> Verdict | None:
        """Show the verdict on the question in view, where there is one and it may be seen; else the answer, if any."""
        attempt, verdict = self._session.attempt(self.question), self._session.verdict(self.question)
        if attempt and verdict:
            self._view.show_attempt(attempt, verdict, next_words=self._next_words())
        elif attempt:
            self._view.show_kept(
                attempt,
                next_words=self._next_words(),
                may_change=self._session.may_change(self.question),
                message=self._hand_in_words(),
            )
        return verdict

    def _hand_in_words(self) -> str:
        """Say, where every question of a test is answered, that it waits to be handed in."""
        session = self._session
        if session.is_over or not session.is_complete:
            return ""
        words = self.tr("Every question is answered. You can go back to each under “All questions”.")
        flagged = sum(question.id in session.flagged for question in session.questions)
        return f"{words} {self.tr('Flagged: %1.').replace('%1', str(flagged))}" if flagged else words

    def _next_words(self) -> str:
        if self.is_review:
            return self.tr("Back to the summary")
        if not self._session.is_over:
            return self.tr("Hand in the test") if self._session.is_complete else self.tr("Next question")
        return self.tr("See the summary") if len(self._session.questions) > 1 else self.tr("More questions")

    @Slot(object)
    def _on_view_submitted(self, given: Given) -> None:
        log, at = self._state.store.attempts, self._state.now()
        save = change if self._session.may_change(self.question) else submit
        try:
            self._session = save(self._session, self.question, given, log=log, at=at)
        except StoreError as error:
            self._view.show_problem(error)
            return
        self._state.note(Changes.ATTEMPTS)
        if self.clock.options.minutes:
            self._hold()
        self._show_where()
        if self._session.run.mode in FEEDBACK_AT_END:
            self._go_on()
        elif verdict := self._show_feedback():
            self._view.announce_verdict(verdict)
            self.place_changed.emit()

    @Slot(object)
    def _on_view_marked(self, answer: AnyAnswer) -> None:
        try:
            self._session = mark(self._session, self.question, answer, log=self._state.store.attempts)
        except StoreError as error:
            self._view.show_problem(error)
            return
        self._state.note(Changes.ATTEMPTS)

    @Slot(int, int)
    def _on_scroll_bar_range_changed(self, _least: int, most: int) -> None:
        self._edge.setVisible(most > 0)

    @Slot(QWidget, QWidget)
    def _on_app_focus_changed(self, before: QWidget | None, focused: QWidget | None) -> None:
        """Keep what has the focus in view; where it comes from elsewhere, a question opens at its beginning."""
        if before is None or focused is None or not self._view.isAncestorOf(focused):
            return
        if self._view.isAncestorOf(before) or self._view.bar.isAncestorOf(before):
            self._scroll.ensureWidgetVisible(focused, 0, current().px(16))

    @Slot()
    def _on_view_continued(self) -> None:
        if self._session.is_complete and not self._session.is_over:
            self._hand_in()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Show the next question; where none is left, the end, or in a test the last answer until it is handed in."""
        question, self._session = self.question, self._session.next()
        following = self._session.current
        if self.is_review or (following is None and self._session.is_over):
            self.finished.emit()
        elif following is not None:
            self._show_next(following)
        else:
            self._show_given(question)
            self.announced.emit(self._hand_in_words())

    def _show_given(self, question: QuestionBase) -> None:
        """Show a question with the answer given to it, if there is one."""
        self._session = self._session.at(question)
        self._show_next(question)
        self._show_feedback()
        self._view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_in(self) -> None:
        try:
            self._session = hand_in(self._session, log=self._state.store.attempts, at=self._state.now())
        except StoreError as error:
            self._view.show_problem(error)
            return
        self._state.note(Changes.ATTEMPTS)
        self.finished.emit()

    @Slot(str)
    def _on_tools_question_chosen(self, question_id: str) -> None:
        question = next(question for question in self._session.questions if question.id == question_id)
        self._show_given(question)

    @Slot(bool)
    def _on_tools_flag_requested(self, on: bool) -> None:
        """A question that is flagged before it is answered is left for later, as far as there are others."""
        question = self.question
        try:
            self._session = flag(self._session, question, on=on, log=self._state.store.attempts)
        except StoreError as error:
            self._view.show_problem(error)
            return
        following = self._session.next()
        if on and self._session.attempt(question) is None and following.current not in {None, question}:
            assert following.current is not None
            self._session = following
            self._show_next(following.current, before=self.tr("Flagged; it comes again at the end."))
        else:
            self._show_where()
            self.announced.emit(self._tools.flag.accessibleName())

    @Slot(object)
    def _on_clock_changed(self, _options: RunOptions) -> None:
        self._hold()

    @Slot()
    def _on_clock_ended(self) -> None:
        log, at = self._state.store.attempts, self._state.now()
        try:
            self._hold()
            self._session = time_out(self._session, log=log, at=at)
        except StoreError as error:
            self._view.show_problem(error)
            return
        self.finished.emit()

    def _hold(self) -> None:
        """Keep the limit and what is used of it; where that fails, the next answer says so."""
        with suppress(StoreError):
            self._session = hold(self._session, self.clock.options, log=self._state.store.attempts)

    def _show_next(self, question: QuestionBase, *, before: str = "") -> None:
        """Put the question where the last one was, seen from its beginning; `before` is said before it."""
        old, self._view = self._view, self._make_view(question)
        replace(self._holder, old, self._view)
        replace(self._foot, old.bar, self._view.bar)
        self._show_where()
        self._view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.verticalScrollBar().setValue(0)
        self.announced.emit(f"{before} {self._where.text()}. {plain(question.prompt)}".strip())
        self.place_changed.emit()

    def _build_layout(self) -> None:
        head = QWidget()
        line = row(self._where, spacing=2 * GRID)
        line.addStretch(1)
        line.addWidget(self._pause)
        lines = column(into=head, spacing=GRID)
        lines.addLayout(line)
        lines.addWidget(self._progress)
        for tools in (self._tools, self.clock):
            lines.addWidget(tools)
        inner = QWidget()
        self._holder = column(self._view, into=inner, margins=(0, 4 * GRID, 0, 2 * GRID))
        below = QWidget()
        self._foot = column(self._view.bar, into=below)
        self._columns = (head, inner, below)
        self._scroll = FittedScroll(_centred(inner))
        top, bottom = _centred(head, top=6 * GRID), _centred(below, top=2 * GRID, bottom=4 * GRID)
        for holder in (top, bottom):
            holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._edge = Rule()
        self._edge.hide()
        layout = column(top, self._scroll, self._edge, bottom, into=self, spacing=0)
        layout.addStretch(1)
        self._set_width()

    def _set_width(self) -> None:
        for widget in self._columns:
            widget.setMaximumWidth(current().px(_WIDTH))


def _centred(widget: QWidget, *, top: int = 0, bottom: int = 0) -> QWidget:
    """Return a holder in whose middle the widget stands; the margins leave room for the scroll bar."""
    holder = QWidget()
    layout = row(into=holder, margins=(9 * GRID, top, 9 * GRID, bottom), spacing=0)
    layout.addStretch(1)
    layout.addWidget(widget, 1000)
    layout.addStretch(1)
    return holder
