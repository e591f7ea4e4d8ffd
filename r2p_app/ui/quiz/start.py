"""Where a run begins: go on with the last one, or choose what to be asked about, how much, and when to see feedback."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Mode
from r2p_app.learning.pick import Wish, matching, mistakes
from r2p_app.learning.quiz import QuizSession
from r2p_app.learning.request import COUNTS, Request
from r2p_app.ui import text
from r2p_app.ui.format import number, plural
from r2p_app.ui.paper.handouts import HandoutButton
from r2p_app.ui.quiz.build import BuildPanel
from r2p_app.ui.quiz.cards import CARDS, PLAYABLE
from r2p_app.ui.quiz.choice import OptionGroup
from r2p_app.ui.quiz.report import REPORTS
from r2p_app.ui.quiz.scope import kinds_words, scope_title
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label, row
from r2p_app.ui.widgets.fields import Combo
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles

if TYPE_CHECKING:
    from r2p_app.export.paper.handouts.subject import Subject

_MODES = (Mode.PRACTICE, Mode.TEST)
_MINUTES = (0, 5, 10, 15, 20, 30, 45, 60, 90)
MISTAKES = "r2p://quiz/mistakes"

DEFAULT = Request()


class Scope(NamedTuple):
    """What a run can ask about: the questions, and how many of them were ever answered."""

    questions: Sequence[QuestionBase]
    answered: int


class ContinueCard(Card):
    """The run that was left last.

    Signals:
        continue_requested: Go on with it.
        finish_requested: End it as it stands.
    """

    continue_requested = Signal(str)
    finish_requested = Signal(str)

    def __init__(self, session: QuizSession, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__("check", parent=parent)
        self._run_id = session.run.id
        where = f"{scope_title(state.library, session.run.scope)} · {text.label(session.run.mode)}"
        answered = self.tr("%1 of %2 answered").replace("%1", str(len(session.attempts)))
        self._go_on = button(self.tr("Continue"), "primary")
        self._finish = button(self.tr("End it here"), "quiet")
        words = column(
            label(self.tr("A run is not finished"), TextRole.SMALL_STRONG, tone="accent"),
            label(f"{where} · {answered.replace('%2', str(len(session.questions)))}", TextRole.BODY_STRONG),
            spacing=GRID,
        )
        line = row(spacing=3 * GRID)
        line.addLayout(words, 1)
        for made in (self._finish, self._go_on):
            line.addWidget(made)
        self.body.addLayout(line)
        self._go_on.clicked.connect(self._on_go_on_clicked)
        self._finish.clicked.connect(self._on_finish_clicked)

    def first_focus(self) -> QPushButton:
        """Return the button that goes on."""
        return self._go_on

    @Slot()
    def _on_go_on_clicked(self) -> None:
        self.continue_requested.emit(self._run_id)

    @Slot()
    def _on_finish_clicked(self) -> None:
        self.finish_requested.emit(self._run_id)


class RunForm(QWidget):
    """What to be asked about, how much, and when to see the reasons.

    Signals:
        submitted: Begin the run that is asked for, as `Request`.
        changed: Something else is chosen.
    """

    submitted = Signal(object)
    changed = Signal()

    def __init__(
        self, library: Library, scopes: Mapping[str, Scope], request: Request, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._asked = library, scopes
        titles = [(scope, scope_title(library, scope)) for scope in scopes]
        self._scopes = OptionGroup(titles, exclusive=True, two_columns=True)
        self._kinds_line = label("", TextRole.SMALL, tone="muted")
        self._counts = Toggles([*map(str, COUNTS), self.tr("All")], self.tr("Number of questions"))
        modes = [self.tr("After each answer (practice)"), self.tr("At the end (test)")]
        self._modes = Toggles(modes, self.tr("Feedback"))
        self.minutes = Combo()
        self.minutes.setAccessibleName(self.tr("Time limit"))
        self._minutes_offered: list[int] = []
        self.more_button = button(self.tr("Build your own"), "toggle")
        self.more_button.setCheckable(True)
        self.build = BuildPanel(library, tuple(CARDS))
        self.found = label("", TextRole.SMALL, tone="muted")
        self.start_button = button(self.tr("Start"), "primary")
        self.problem = label("", tone="wrong")
        for scope, found in scopes.items():
            self._scopes.rows[scope].describe(self._described(found))
        self._build_layout()
        self.choose(request)
        self._scopes.changed.connect(self._on_scopes_changed)
        self._modes.chosen.connect(self._on_anything_changed)
        self._counts.chosen.connect(self._on_anything_changed)
        self.minutes.activated.connect(self._on_anything_changed)
        self.build.changed.connect(self._on_anything_changed)
        self.more_button.toggled.connect(self.build.setVisible)
        self.start_button.clicked.connect(self.submit)

    def request(self) -> Request:
        """Return what is chosen."""
        mode = _MODES[self._modes.index]
        return Request(
            case=self._scopes.chosen()[0],
            objectives=self.build.objectives.chosen(),
            kinds=self.build.chosen_kinds(),
            difficulties=self.build.chosen_difficulties(),
            count=COUNTS[self._counts.index] if self._counts.index < len(COUNTS) else None,
            mode=mode,
            minutes=self._minutes_offered[self.minutes.currentIndex()] if mode is Mode.TEST else 0,
            code=self.build.code.text().strip(),
        )

    def choose(self, request: Request) -> None:
        """Choose as asked for; for a case that is not there the first one."""
        scopes = self._scopes.rows
        case = request.case if request.case in scopes else next(iter(scopes))
        self._scopes.choose([case])
        self._show_scope()
        self._counts.choose(COUNTS.index(request.count) if request.count in COUNTS else len(COUNTS))
        self._modes.choose(_MODES.index(request.mode))
        self._offer_minutes(request.minutes)
        self.build.choose(request)
        self.more_button.setChecked(request.is_narrowed)
        self.build.setVisible(request.is_narrowed)
        self._show_found()

    def press_number(self, number_: int) -> bool:
        """Choose what to be asked about by key."""
        return self._scopes.press_number(number_)

    def submit(self) -> None:
        """Ask for the run that is chosen."""
        if self.start_button.isEnabled():
            self.submitted.emit(self.request())

    def _described(self, scope: Scope) -> str:
        words = self.tr("%1 questions, %2 answered so far").replace("%1", str(len(scope.questions)))
        return words.replace("%2", str(scope.answered))

    def _offer_minutes(self, minutes: int) -> None:
        """Offer the usual limits, and the one that a link asked for."""
        self._minutes_offered = sorted({*_MINUTES, minutes})
        self.minutes.clear()
        for offered in self._minutes_offered:
            words = plural(self.tr("%n minute(s)", "", offered)) if offered else self.tr("No limit")
            self.minutes.addItem(words)
        self.minutes.setCurrentIndex(self._minutes_offered.index(minutes))

    def _show_scope(self) -> None:
        scope = self._scopes.chosen()[0]
        self._kinds_line.setText(kinds_words(self._asked[scope].questions))
        self.build.show_scope(scope, self._asked[scope].questions)

    def _show_found(self) -> None:
        """Say how many questions answer to what is chosen."""
        request = self.request()
        count = len(matching(self._library, request.wish(PLAYABLE)))
        asked = count if request.count is None else min(count, request.count)
        words = plural(self.tr("%n question(s) found; %1 will be asked.", "", count)).replace("%1", number(asked))
        self.found.setText(words if count else self.tr("No question is like this. Choose less."))
        self.start_button.setEnabled(count > 0)
        self._limit.setVisible(request.mode is Mode.TEST)

    def _build_layout(self) -> None:
        layout = column(_headed(self.tr("What about?"), self._scopes, self._kinds_line), spacing=4 * GRID, into=self)
        flow = FlowLayout(spacing=6 * GRID)
        flow.addWidget(_headed(self.tr("How many questions?"), self._counts))
        flow.addWidget(_headed(self.tr("When do you want to see the reasons?"), self._modes))
        self._limit = _headed(self.tr("Time limit"), self.minutes)
        flow.addWidget(self._limit)
        layout.addLayout(flow)
        line = FoldingRow(560, spacing=3 * GRID)
        line.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.found, 1)
        line.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(line)
        layout.addWidget(self.problem)
        layout.addWidget(self.build)

    @Slot()
    def _on_scopes_changed(self) -> None:
        self._show_scope()
        self._on_anything_changed()

    @Slot()
    def _on_anything_changed(self) -> None:
        self._show_found()
        self.changed.emit()


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
        self._continue = ContinueCard(unfinished, state) if unfinished else None
        scopes = find_scopes(state)
        self.form = RunForm(state.library, scopes, request) if scopes else None
        if self._continue is not None:
            self._continue.continue_requested.connect(self.continue_requested)
            self._continue.finish_requested.connect(self.finish_requested)
            self.body.addWidget(self._continue)
        if self.form is not None:
            self.form.submitted.connect(self.start_requested)
            self.form.changed.connect(self.changed)
            self.body.addWidget(self.form)
        else:
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

    def _besides(self, state: AppState) -> QWidget:
        """Offer what else can be done with questions: mistakes, reports, flashcards."""
        wrong = len(mistakes(state.library, state.store.reviews.all()))
        reports = len(state.store.reports.all())
        offered = (
            (plural(self.tr("Practise %n mistake(s)", "", wrong)), MISTAKES, bool(wrong)),
            (plural(self.tr("%n question(s) you reported", "", reports)), REPORTS, bool(reports)),
        )
        holder = QWidget()
        flow = FlowLayout(holder, spacing=4 * GRID)
        for words, link, is_there in offered:
            if is_there:
                made = button(words, "link")
                made.setProperty("link", link)
                made.clicked.connect(self._on_link_button_clicked)
                flow.addWidget(made)
        if self.form is not None:
            self.export_button = button(self.tr("Flashcards for Anki…"), "link")
            self.export_button.clicked.connect(self.export_requested)
            flow.addWidget(self.export_button)
            self.handouts = HandoutButton(state, partial(self._on_paper, state.library))
            flow.addWidget(self.handouts)
        return holder

    def _on_paper(self, library: Library) -> "Subject":
        """Return what is chosen as a test on paper."""
        from r2p_app.ui.paper.quizzes import quiz_of

        return quiz_of(library, self.request())

    @Slot()
    def _on_link_button_clicked(self) -> None:
        self.link_requested.emit(str(self.sender().property("link")))


def find_scopes(state: AppState) -> Mapping[str, Scope]:
    """Return every case that has questions, before them "" for all of them where there are several."""
    library, answered = state.library, state.store.attempts.answered()
    found = {case.id: matching(library, Wish(case=case.id, kinds=PLAYABLE)) for case in library.cases}
    asked = {case_id: questions for case_id, questions in found.items() if questions}
    if len(asked) > 1:
        asked = {"": matching(library, Wish(kinds=PLAYABLE)), **asked}
    return {
        scope: Scope(questions, sum(question.id in answered for question in questions))
        for scope, questions in asked.items()
    }


def _headed(heading: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    column(label(heading, TextRole.BODY_STRONG, wrap=False), *widgets, into=holder)
    return holder
