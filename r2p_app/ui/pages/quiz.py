"""The quiz page: where a run begins, the run, and what it came to."""

from dataclasses import replace
from random import Random, SystemRandom

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import QUIZZES, Mode, Run, RunOptions
from r2p_app.learning.pick import matching, mistakes, pick, pick_diagnostic, seed_of
from r2p_app.learning.quiz import QuizSession, plan, resume
from r2p_app.learning.request import Request
from r2p_app.store.errors import StoreError
from r2p_app.ui.page import Page
from r2p_app.ui.quiz.cards import PLAYABLE, playable
from r2p_app.ui.quiz.export import QuizFiles
from r2p_app.ui.quiz.reports import ReportsView
from r2p_app.ui.quiz.run import RunView
from r2p_app.ui.quiz.start import DEFAULT, StartView
from r2p_app.ui.quiz.summary import RunSummary
from r2p_app.ui.state import AppState, Changes


class QuizPage(Page):
    """Shows the start, runs and what they came to.

    `r2p://quiz` is the start; what is chosen there stands in the query (see `learning.request`), and `…/case/<case>` is
    short for a case. `…/run/<run>` is a run, with `?question=` one answer of it; `…/one/<question>` asks one question,
    `…/diagnostic/<case>` a few before a case is studied, `…/mistakes` those that were answered wrongly. `…/reports`
    lists the questions that were found doubtful.
    """

    listens_to = Changes.LIBRARY | Changes.PROFILE | Changes.ATTEMPTS

    def __init__(self, state: AppState, parent: QWidget | None = None, *, rng: Random | None = None) -> None:
        super().__init__(state, parent)
        self._rng = rng or SystemRandom()
        self._link = Link("quiz")
        self._request, self._opened = DEFAULT, ""
        self.files = QuizFiles(state, self)
        self._view: QWidget | None = None
        self._paused: RunView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_link(self, link: Link) -> None:
        """Show the view that the link names; without one that exists, the start."""
        shown: QWidget | None = None
        match link.parts:
            case ("run", run_id):
                shown = self._run_view(run_id, link.value("question"))
            case ("one", question_id):
                shown = self._one_view(question_id)
            case ("mistakes",):
                shown = self._mistakes_view()
            case ("diagnostic", case_id):
                shown = self._diagnostic_view(case_id)
            case ("reports",):
                shown = self._reports_view()
            case ("case", case_id):
                self._request = replace(self._request, case=case_id)
            case () if link.query:
                self._request = Request.from_query(link.query)
        self._link = link if shown is not None else Link("quiz")
        self._show(shown or self._start_view())

    def place(self) -> Link:
        """Return the link to the view as it stands; it names the question whose verdict is in view."""
        view = self._view
        if isinstance(view, RunView) and view.shows_verdict:
            return _run_link(view.session.run.id, view.question.id)
        if isinstance(view, RunView) and view.session.attempts:
            return _run_link(view.session.run.id)
        return Link("quiz", (), view.request().to_query()) if isinstance(view, StartView) else self._link

    def refresh(self, changes: Changes) -> None:
        """Show new content or another profile at the same place; runs and summaries know their own answers already."""
        view = self._view
        if changes & (Changes.LIBRARY | Changes.PROFILE):
            self._drop_paused()
        if isinstance(view, RunView) and not changes & Changes.PROFILE:
            if changes & Changes.LIBRARY:
                self._renew_run(view)
        elif isinstance(view, StartView) or changes & (Changes.LIBRARY | Changes.PROFILE):
            self._keep_request()
            self._show_anew()

    def first_focus(self) -> QWidget | None:
        """Return what the view wants focused."""
        view = self._view
        return view.first_focus() if isinstance(view, StartView | RunView | RunSummary | ReportsView) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose on the start, Enter starts, Esc leaves the summary."""
        if not self._handle_key(event):
            super().keyPressEvent(event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        view = self._view
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self._handle_enter()
        if isinstance(view, StartView) and view.form and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            return view.form.press_number(event.key() - Qt.Key.Key_0)
        if isinstance(view, RunSummary | ReportsView) and event.key() == Qt.Key.Key_Escape:
            self.link_requested.emit("r2p://quiz")
            return True
        return False

    def _handle_enter(self) -> bool:
        """Press the focused button, which Qt presses with the space bar only; on the start, begin."""
        focused = self.window().focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        elif isinstance(self._view, StartView) and self._view.form:
            self._view.form.submit()
        return True

    def _show_anew(self) -> None:
        """Show the same link again, with the focus where it opens if the focus was here."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.show_link(self._link)
        first = self.first_focus()
        if had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, view: QWidget) -> None:
        """Show a view in place of another. A run that is left at a question is kept, with whatever was half written."""
        if view is self._view:
            return
        old, self._view = self._view, view
        if view is self._paused:
            self._paused = None
        self._layout.addWidget(view)
        view.show()
        if old is None:
            return
        old.hide()
        self._layout.removeWidget(old)
        if isinstance(old, RunView) and not old.shows_verdict:
            self._drop_paused()
            self._paused = old
        else:
            old.deleteLater()

    def _drop_paused(self) -> None:
        if self._paused is not None:
            self._paused.deleteLater()
            self._paused = None

    def _questions(self) -> tuple[QuestionBase, ...]:
        return playable(self.state.library.all(QuestionBase))

    def _session(self, run: Run) -> QuizSession:
        log = self.state.store.attempts
        return resume(run, self._questions(), log.attempts(run.id), log.flagged(run.id))

    def _start_view(self) -> StartView:
        view = StartView(self.state, self._unfinished(), self._request, parent=self)
        view.start_requested.connect(self._on_view_start_requested)
        view.continue_requested.connect(self._on_view_continue_requested)
        view.finish_requested.connect(self._on_view_finish_requested)
        view.export_requested.connect(self._on_view_export_requested)
        view.link_requested.connect(self.link_requested)
        view.changed.connect(self.place_changed)
        return view

    def _unfinished(self) -> QuizSession | None:
        """Return the newest run that has something left to answer."""
        sessions = map(self._session, self.state.store.attempts.unfinished(QUIZZES))
        return next((session for session in sessions if not session.is_over), None)

    def _run_view(self, run_id: str, question_id: str) -> QWidget | None:
        for view in (self._view, self._paused):
            if isinstance(view, RunView) and _shows(view, run_id, question_id):
                return view
        run = self.state.store.attempts.run(run_id)
        session = self._session(run) if run else None
        if session is None or not session.questions:
            return None
        answered = next((q for q in session.questions if q.id == question_id and session.verdict(q)), None)
        if answered is not None:
            is_review = session.is_over and len(session.questions) > 1
            return self._connected(RunView(session, self.state, at=answered, is_review=is_review, parent=self))
        return self._summary(session) if session.is_over else self._connected(RunView(session, self.state, parent=self))

    def _one_view(self, question_id: str) -> QWidget | None:
        """Ask one question by itself; the run is remembered once it is answered."""
        question = next((question for question in self._questions() if question.id == question_id), None)
        if question is None:
            return None
        view = self._view
        if isinstance(view, RunView) and view.session.questions == (question,) and not view.shows_verdict:
            return view
        scope = self.state.library.case_of(question_id)
        run = plan([question_id], Mode.PRACTICE, at=self.state.now(), rng=self._rng, scope=scope)
        return self._connected(RunView(resume(run, [question]), self.state, parent=self))

    def _mistakes_view(self) -> QWidget | None:
        """Ask again what was answered wrongly; None where nothing was."""
        wrong = mistakes(self.state.library, self.state.store.reviews.all())
        if not wrong:
            return None
        return self._planned(plan(wrong, Mode.MISTAKES, at=self.state.now(), rng=self._rng))

    def _diagnostic_view(self, case_id: str) -> QWidget | None:
        """Ask a few questions before a case is studied, or go on with those that were begun."""
        begun = self.state.store.attempts.unfinished({Mode.DIAGNOSTIC})
        left = next((run for run in begun if run.scope == case_id), None)
        if left is not None:
            return self._run_view(left.id, "")
        seed = self._rng.getrandbits(32)
        questions = pick_diagnostic(self.state.library, case_id, PLAYABLE, seed)
        run = plan(questions, Mode.DIAGNOSTIC, at=self.state.now(), rng=self._rng, scope=case_id, seed=seed)
        return self._planned(run) if questions else None

    def _planned(self, run: Run) -> RunView:
        """Show a run that is remembered once a question of it is answered."""
        return self._connected(RunView(resume(run, self._questions()), self.state, parent=self))

    def _reports_view(self) -> ReportsView:
        view = ReportsView(self.state)
        view.question_chosen.connect(self._on_reports_question_chosen)
        view.delete_requested.connect(self._on_reports_delete_requested)
        view.export_requested.connect(self.files.save_reports)
        view.back_requested.connect(self._on_reports_back_requested)
        return view

    def _connected(self, view: RunView) -> RunView:
        view.pause_requested.connect(self._on_view_pause_requested)
        view.finished.connect(self._on_view_finished)
        view.link_requested.connect(self.link_requested)
        view.announced.connect(self.announced)
        view.place_changed.connect(self.place_changed)
        return view

    def _summary(self, session: QuizSession) -> RunSummary:
        view = RunSummary(session, self.state, opened=self._opened)
        view.question_chosen.connect(self._on_view_question_chosen)
        view.again_requested.connect(self._on_view_again_requested)
        return view

    def _renew_run(self, view: RunView) -> None:
        """Show the run with new content, at the same question, unless that content is the same for this run."""
        known = {question.id: question for question in self._questions()}
        if all(known.get(question.id) == question for question in view.session.questions):
            return
        session = resume(view.session.run, known.values(), tuple(view.session.attempts.values()), view.session.flagged)
        if not session.questions:
            self.show_link(Link("quiz"))
            return
        at = next((question for question in session.questions if question.id == view.question.id), None)
        self._show(self._connected(RunView(session, self.state, at=at, is_review=view.is_review, parent=self)))

    def _keep_request(self) -> None:
        if isinstance(self._view, StartView):
            self._request = self._view.request()

    def _go_to_run(self, run_id: str, question: str = "") -> None:
        self.link_requested.emit(str(_run_link(run_id, question)))

    @Slot(object)
    def _on_view_start_requested(self, request: Request) -> None:
        """Begin a run; with a code it is the same for everyone, whatever they have answered before."""
        self._keep_request()
        log, at = self.state.store.attempts, self.state.now()
        seed = seed_of(request.code) if request.code else self._rng.getrandbits(32)
        seen = frozenset() if request.code else log.answered()
        questions = pick(self.state.library, request.wish(PLAYABLE), seed, seen=seen)
        options = RunOptions(minutes=request.minutes, code=request.code)
        run = plan(questions, request.mode, at=at, rng=self._rng, scope=request.case, seed=seed, options=options)
        try:
            log.start(run)
        except StoreError as error:
            self._say(f"{error.what} {error.remedy}")
            return
        self._go_to_run(run.id)

    @Slot(str)
    def _on_view_continue_requested(self, run_id: str) -> None:
        self._go_to_run(run_id)

    @Slot(str)
    def _on_view_finish_requested(self, run_id: str) -> None:
        try:
            self.state.store.attempts.finish(run_id, self.state.now())
        except StoreError as error:
            self._say(f"{error.what} {error.remedy}")
            return
        self._drop_paused()
        self._go_to_run(run_id)

    @Slot()
    def _on_view_pause_requested(self) -> None:
        if isinstance(self._view, RunView) and self._view.is_review:
            self._go_to_run(self._view.session.run.id)
        else:
            self.link_requested.emit("r2p://quiz")

    @Slot()
    def _on_view_finished(self) -> None:
        view = self._view
        if not isinstance(view, RunView):
            return
        if len(view.session.questions) == 1 and not view.session.run.options.is_timed_out:
            self._on_view_again_requested()
        elif view.is_review:
            self._go_to_run(view.session.run.id)
        else:
            self._show_end(view.session)

    def _show_end(self, session: QuizSession) -> None:
        """Show the summary in place of the run: the link is the same, so the window need not be asked."""
        summary = self._summary(session)
        self._show(summary)
        self.place_changed.emit()
        self.announced.emit(summary.sentence.text())
        summary.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_view_question_chosen(self, question_id: str) -> None:
        self._opened = question_id
        self._go_to_run(self._link.parts[1], question_id)

    @Slot()
    def _on_view_again_requested(self) -> None:
        view = self._view
        scope = view.session.run.scope if isinstance(view, RunView | RunSummary) else ""
        self.link_requested.emit(str(Link("quiz", ("case", scope) if scope else ())))

    @Slot()
    def _on_view_export_requested(self) -> None:
        """Make flashcards of all that answers to what is chosen, however many were to be asked."""
        if isinstance(self._view, StartView):
            wish = self._view.request().wish(PLAYABLE)
            self.files.save_flashcards(matching(self.state.library, wish))

    @Slot(str)
    def _on_reports_question_chosen(self, question_id: str) -> None:
        self.link_requested.emit(str(Link("quiz", ("one", question_id))))

    @Slot(int)
    def _on_reports_delete_requested(self, report: int) -> None:
        try:
            self.state.store.reports.delete(report)
        except StoreError as error:
            self.announced.emit(f"{error.what} {error.remedy}")
            return
        self._show_anew()
        self.announced.emit(self.tr("The report is deleted."))

    @Slot()
    def _on_reports_back_requested(self) -> None:
        self.link_requested.emit("r2p://quiz")

    def _say(self, message: str) -> None:
        if isinstance(self._view, StartView) and self._view.form:
            self._view.form.problem.setText(message)
        self.announced.emit(message)


def _run_link(run_id: str, question: str = "") -> Link:
    return Link("quiz", ("run", run_id), (("question", question),) if question else ())


def _shows(view: RunView, run_id: str, question_id: str) -> bool:
    """Tell whether a run is already on the screen, or was left, as a link wants it: here, or at this verdict."""
    if view.is_review or view.session.run.id != run_id:
        return False
    return not view.session.is_over if not question_id else view.shows_verdict and view.question.id == question_id
