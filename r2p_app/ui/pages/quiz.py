"""The quiz page: where a run begins, the run, and what it came to."""

from dataclasses import replace
from random import Random, SystemRandom

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from r2p_app.content.links import Link
from r2p_app.learning.pick import matching
from r2p_app.learning.quiz import QuizSession
from r2p_app.learning.request import Request
from r2p_app.store.errors import StoreError
from r2p_app.ui.page import Page
from r2p_app.ui.quiz.cards import PLAYABLE
from r2p_app.ui.quiz.export import QuizFiles
from r2p_app.ui.quiz.reports import ReportsView
from r2p_app.ui.quiz.run import RunView
from r2p_app.ui.quiz.sessions import Sessions
from r2p_app.ui.quiz.shown import ShownView
from r2p_app.ui.quiz.start import DEFAULT, StartView
from r2p_app.ui.quiz.summary import RunSummary
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column

_START = "r2p://quiz"


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
        self._sessions = Sessions(state, rng or SystemRandom())
        self._link, self._request, self._opened = Link("quiz"), DEFAULT, ""
        self.files = QuizFiles(state, self)
        self._shown = ShownView(self)
        column(self._shown, into=self)

    @property
    def _view(self) -> QWidget | None:
        return self._shown.view

    def show_link(self, link: Link) -> None:
        """Show the view that the link names; without one that exists, the start."""
        found = self._found(link)
        self._link = link if found is not None else Link("quiz")
        self._shown.show_view(found or self._start_view(self._wanted(link)))

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
        view, is_other = self._view, changes & (Changes.LIBRARY | Changes.PROFILE)
        if is_other:
            self._shown.drop_paused()
        if isinstance(view, RunView) and not changes & Changes.PROFILE:
            if changes & Changes.LIBRARY:
                self._renew_run(view)
        elif isinstance(view, StartView) or is_other:
            self._keep_request()
            self._show_anew()

    def first_focus(self) -> QWidget | None:
        """Return what the view wants focused."""
        view = self._view
        return view.first_focus() if isinstance(view, StartView | RunView | RunSummary | ReportsView) else None

    def _wanted(self, link: Link) -> Request:
        """Return what the start is to have chosen: what a link says, else what was chosen before."""
        match link.parts:
            case ("case", case_id):
                self._request = replace(self._request, case=case_id)
            case () if link.query:
                self._request = Request.from_query(link.query)
        return self._request

    def _found(self, link: Link) -> QWidget | None:
        """Return the view that a link names, unless it is the start."""
        match link.parts:
            case ("run", run_id):
                return self._run_view(run_id, link.value("question"))
            case ("one", question_id):
                return self._one_view(question_id)
            case ("mistakes",):
                return self._asking(self._sessions.mistakes())
            case ("diagnostic", case_id):
                return self._diagnostic_view(case_id)
            case ("reports",):
                return self._reports_view()
            case _:
                return None

    def _show_anew(self) -> None:
        """Show the same link again, with the focus where it opens if the focus was here."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.show_link(self._link)
        first = self.first_focus()
        if had_focus and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_view(self, request: Request) -> StartView:
        view = StartView(self.state, self._sessions.unfinished(), request, parent=self)
        view.start_requested.connect(self._on_view_start_requested)
        view.continue_requested.connect(self._on_view_continue_requested)
        view.finish_requested.connect(self._on_view_finish_requested)
        view.export_requested.connect(self._on_view_export_requested)
        view.link_requested.connect(self.link_requested)
        view.changed.connect(self.place_changed)
        return view

    def _run_view(self, run_id: str, question_id: str) -> QWidget | None:
        if (there := self._shown.find_run(run_id, question_id)) is not None:
            return there
        session = self._sessions.find(run_id)
        if session is None:
            return None
        answered = next((q for q in session.questions if q.id == question_id and session.verdict(q)), None)
        if session.is_over and answered is None:
            return self._summary(session)
        is_review = session.is_over and len(session.questions) > 1
        return self._connected(RunView(session, self.state, at=answered, is_review=is_review, parent=self))

    def _one_view(self, question_id: str) -> QWidget | None:
        session, view = self._sessions.one(question_id), self._view
        if session and isinstance(view, RunView) and not view.shows_verdict:
            return view if view.session.questions == session.questions else self._asking(session)
        return self._asking(session)

    def _diagnostic_view(self, case_id: str) -> QWidget | None:
        begun = self._sessions.begun_diagnostic(case_id)
        return self._run_view(begun.run.id, "") if begun else self._asking(self._sessions.diagnostic(case_id))

    def _asking(self, session: QuizSession | None) -> RunView | None:
        return self._connected(RunView(session, self.state, parent=self)) if session else None

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

    def _reports_view(self) -> ReportsView:
        view = ReportsView(self.state)
        view.question_chosen.connect(self._on_reports_question_chosen)
        view.delete_requested.connect(self._on_reports_delete_requested)
        view.export_requested.connect(self.files.save_reports)
        view.back_requested.connect(self._on_reports_back_requested)
        return view

    def _renew_run(self, view: RunView) -> None:
        """Show the run with new content, at the same question, unless that content is the same for this run."""
        session = self._sessions.renewed(view.session)
        if session is view.session:
            return
        if not session.questions:
            self.show_link(Link("quiz"))
            return
        at = next((question for question in session.questions if question.id == view.question.id), None)
        renewed = RunView(session, self.state, at=at, is_review=view.is_review, parent=self)
        self._shown.show_view(self._connected(renewed))

    def _show_end(self, session: QuizSession) -> None:
        """Show the summary in place of the run: the link is the same, so the window need not be asked."""
        summary = self._summary(session)
        self._shown.show_view(summary)
        self.place_changed.emit()
        self.announced.emit(summary.sentence.text())
        summary.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_request(self) -> None:
        if isinstance(self._view, StartView):
            self._request = self._view.request()

    def _go_to_run(self, run_id: str, question: str = "") -> None:
        self.link_requested.emit(str(_run_link(run_id, question)))

    def _say_problem(self, error: StoreError) -> None:
        message = f"{error.what} {error.remedy}"
        if isinstance(self._view, StartView) and self._view.form:
            self._view.form.problem.setText(message)
        self.announced.emit(message)

    @Slot(object)
    def _on_view_start_requested(self, request: Request) -> None:
        self._keep_request()
        try:
            run = self._sessions.begin(request)
        except StoreError as error:
            self._say_problem(error)
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
            self._say_problem(error)
            return
        self._shown.drop_paused()
        self._go_to_run(run_id)

    @Slot()
    def _on_view_pause_requested(self) -> None:
        if isinstance(self._view, RunView) and self._view.is_review:
            self._go_to_run(self._view.session.run.id)
        else:
            self.link_requested.emit(_START)

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
            self.files.save_flashcards(matching(self.state.library, self._view.request().wish(PLAYABLE)))

    @Slot(str)
    def _on_reports_question_chosen(self, question_id: str) -> None:
        self.link_requested.emit(str(Link("quiz", ("one", question_id))))

    @Slot(int)
    def _on_reports_delete_requested(self, report: int) -> None:
        try:
            self.state.store.reports.delete(report)
        except StoreError as error:
            self._say_problem(error)
            return
        self._show_anew()
        self.announced.emit(self.tr("The report is deleted."))

    @Slot()
    def _on_reports_back_requested(self) -> None:
        self.link_requested.emit(_START)

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
            self.link_requested.emit(_START)
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


def _run_link(run_id: str, question: str = "") -> Link:
    return Link("quiz", ("run", run_id), (("question", question),) if question else ())
