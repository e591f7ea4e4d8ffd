"""Where a run begins: go on with the last one, ask for another, or do something else with questions."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.learning.pick import mistakes
from r2p_app.learning.quiz import QuizSession
from r2p_app.learning.request import Request
from r2p_app.ui.format import plural
from r2p_app.ui.paper.handouts import HandoutButton
from r2p_app.ui.quiz.continue_card import ContinueCard
from r2p_app.ui.quiz.form import RunForm
from r2p_app.ui.quiz.offered import Scope, find_scopes
from r2p_app.ui.quiz.report import REPORTS
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label
from r2p_app.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from r2p_app.export.paper.handouts.subject import Subject

MISTAKES = "r2p://quiz/mistakes"

DEFAULT = Request()


class StartView(ScrollPage):
    """The first view of the quiz page.

    Signals:
        start_requested: Begin the run that is asked for, as `Request`.
        continue_requested: Go on with the run of this id.
        finish_requested: End the run of this id as it stands.
        export_requested: Make flashcards of what is chosen.
        link_requested: Go to a link.
        changed: Something else is chosen.
    """

    start_requested = Signal(object)
    continue_requested = Signal(str)
    finish_requested = Signal(str)
    export_requested = Signal()
    link_requested = Signal(str)
    changed = Signal()

    def __init__(
        self,
        state: AppState,
        unfinished: QuizSession | None,
        request: Request = DEFAULT,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(860, parent)
        self._given = request
        lead = self.tr("Answer, say how sure you are, and read why. Every answer is saved as you give it.")
        self.body.addLayout(column(label(self.tr("Quizzes"), TextRole.H1), label(lead, tone="muted"), spacing=GRID))
        self._continue = self._add_continue(unfinished, state) if unfinished else None
        scopes = find_scopes(state)
        self.form = self._add_form(state.library, scopes) if scopes else None
        if self.form is None:
            self.body.addWidget(label(self.tr("This content has no questions yet."), tone="muted"))
        self.body.addWidget(self._besides(state))
        self.body.addStretch(1)

    def request(self) -> Request:
        """Return what is chosen."""
        return self.form.request() if self.form else self._given

    def first_focus(self) -> QWidget | None:
        """Return where Enter goes on: the run that was left, else the start of a new one."""
        if self._continue is not None:
            return self._continue.first_focus()
        return self.form.start_button if self.form else None

    def _add_continue(self, unfinished: QuizSession, state: AppState) -> ContinueCard:
        card = ContinueCard(unfinished, state)
        card.continue_requested.connect(self.continue_requested)
        card.finish_requested.connect(self.finish_requested)
        self.body.addWidget(card)
        return card

    def _add_form(self, library: Library, scopes: Mapping[str, Scope]) -> RunForm:
        form = RunForm(library, scopes, self._given, self.content)
        form.submitted.connect(self.start_requested)
        form.changed.connect(self.changed)
        self.body.addWidget(form)
        return form

    def _besides(self, state: AppState) -> QWidget:
        """Offer what else can be done with questions: mistakes, reports, flashcards."""
        wrong = len(mistakes(state.library, state.store.reviews.all()))
        reports = len(state.store.reports.all())
        holder = QWidget()
        flow = FlowLayout(holder, spacing=4 * GRID)
        if wrong:
            flow.addWidget(self._link_button(plural(self.tr("Practise %n mistake(s)", "", wrong)), MISTAKES))
        if reports:
            flow.addWidget(self._link_button(plural(self.tr("%n question(s) you reported", "", reports)), REPORTS))
        if self.form is not None:
            self.export_button = button(self.tr("Flashcards for Anki…"), "link")
            self.export_button.clicked.connect(self.export_requested)
            flow.addWidget(self.export_button)
            self.handouts = HandoutButton(state, partial(self._on_paper, state.library))
            flow.addWidget(self.handouts)
        return holder

    def _link_button(self, words: str, link: str) -> QPushButton:
        made = button(words, "link")
        made.setProperty("link", link)
        made.clicked.connect(self._on_link_button_clicked)
        return made

    def _on_paper(self, library: Library) -> "Subject":
        """Return what is chosen as a test on paper."""
        from r2p_app.ui.paper.quizzes import quiz_of

        return quiz_of(library, self.request())

    @Slot()
    def _on_link_button_clicked(self) -> None:
        self.link_requested.emit(str(self.sender().property("link")))
