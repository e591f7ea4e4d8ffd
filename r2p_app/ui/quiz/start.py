"""Where a run begins: go on with the last one, or choose what to be asked about, how much, and when to see feedback."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Mode
from r2p_app.learning.pick import Wish, matching
from r2p_app.learning.quiz import QuizSession
from r2p_app.ui import text
from r2p_app.ui.quiz.cards import PLAYABLE
from r2p_app.ui.quiz.choice import OptionGroup
from r2p_app.ui.quiz.scope import kinds_words, scope_title
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label, row
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.toggles import Toggles

_COUNTS = (5, 10, 20)
_MODES = (Mode.PRACTICE, Mode.TEST)


class Choices(NamedTuple):
    """What is chosen on the start: a case ("" for all), and how many and which mode by their place."""

    scope: str = ""
    number: int = 1
    mode: int = 0


DEFAULT = Choices()


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
        submitted: Begin a run: what to ask (`Wish`), and how (`Mode`).
    """

    submitted = Signal(object, object)

    def __init__(
        self, library: Library, scopes: Mapping[str, Scope], choices: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kinds = {scope: kinds_words(found.questions) for scope, found in scopes.items()}
        titles = [(scope, scope_title(library, scope)) for scope in scopes]
        self._scopes = OptionGroup(titles, exclusive=True, two_columns=True)
        self._kinds_line = label("", TextRole.SMALL, tone="muted")
        self._counts = Toggles([*map(str, _COUNTS), self.tr("All")], self.tr("Number of questions"))
        modes = [self.tr("After each answer (practice)"), self.tr("At the end (test)")]
        self._modes = Toggles(modes, self.tr("Feedback"))
        self.start_button = button(self.tr("Start"), "primary")
        self.problem = label("", tone="wrong")
        for scope, found in scopes.items():
            self._scopes.rows[scope].describe(self._described(found))
        self._build_layout()
        self._scopes.changed.connect(self._on_scopes_changed)
        self.start_button.clicked.connect(self.submit)
        self.choose(choices)

    def choices(self) -> Choices:
        """Return what is chosen."""
        return Choices(self._scopes.chosen()[0], self._counts.index, self._modes.index)

    def choose(self, choices: Choices) -> None:
        """Choose as wished; for a case that is not there the first one."""
        scopes = self._scopes.rows
        self._scopes.choose([choices.scope if choices.scope in scopes else next(iter(scopes))])
        self._counts.choose(choices.number)
        self._modes.choose(choices.mode)

    def press_number(self, number: int) -> bool:
        """Choose what to be asked about by key."""
        return self._scopes.press_number(number)

    def submit(self) -> None:
        """Ask for the run that is chosen."""
        chosen = self.choices()
        count = _COUNTS[chosen.number] if chosen.number < len(_COUNTS) else None
        self.submitted.emit(Wish(case=chosen.scope, kinds=PLAYABLE, count=count), _MODES[chosen.mode])

    def _described(self, scope: Scope) -> str:
        words = self.tr("%1 questions, %2 answered so far").replace("%1", str(len(scope.questions)))
        return words.replace("%2", str(scope.answered))

    def _build_layout(self) -> None:
        layout = column(_headed(self.tr("What about?"), self._scopes, self._kinds_line), spacing=4 * GRID, into=self)
        flow = FlowLayout(spacing=6 * GRID)
        flow.addWidget(_headed(self.tr("How many questions?"), self._counts))
        flow.addWidget(_headed(self.tr("When do you want to see the reasons?"), self._modes))
        layout.addLayout(flow)
        line = row(self.start_button, self.problem, spacing=3 * GRID)
        line.setStretch(1, 1)
        layout.addLayout(line)

    @Slot()
    def _on_scopes_changed(self) -> None:
        self._kinds_line.setText(self._kinds[self.choices().scope])


class StartView(ScrollPage):
    """The first view of the quiz page.

    Signals:
        start_requested: Begin a run: what to ask (`Wish`), and how (`Mode`).
        continue_requested: Go on with the run of this id.
        finish_requested: End the run of this id as it stands.
    """

    start_requested = Signal(object, object)
    continue_requested = Signal(str)
    finish_requested = Signal(str)

    def __init__(
        self,
        state: AppState,
        unfinished: QuizSession | None,
        choices: Choices = DEFAULT,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(860, parent)
        self._given = choices
        lead = self.tr("Answer, say how sure you are, and read why. Every answer is saved as you give it.")
        self.body.addLayout(column(label(self.tr("Quizzes"), TextRole.H1), label(lead, tone="muted"), spacing=GRID))
        self._continue = ContinueCard(unfinished, state) if unfinished else None
        scopes = find_scopes(state)
        self.form = RunForm(state.library, scopes, choices) if scopes else None
        if self._continue is not None:
            self._continue.continue_requested.connect(self.continue_requested)
            self._continue.finish_requested.connect(self.finish_requested)
            self.body.addWidget(self._continue)
        if self.form is not None:
            self.form.submitted.connect(self.start_requested)
            self.body.addWidget(self.form)
        else:
            self.body.addWidget(label(self.tr("This content has no questions yet."), tone="muted"))
        self.body.addStretch(1)

    def choices(self) -> Choices:
        """Return what is chosen."""
        return self.form.choices() if self.form else self._given

    def first_focus(self) -> QWidget | None:
        """Return where Enter goes on: the run that was left, else the start of a new one."""
        if self._continue is not None:
            return self._continue.first_focus()
        return self.form.start_button if self.form else None


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
