"""What a quiz is asked for with: what about, how much, and when to see the reasons."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.learning.attempts import Mode
from r2p_app.learning.pick import matching
from r2p_app.learning.request import COUNTS, Request
from r2p_app.ui.format import number, plural
from r2p_app.ui.quiz.build import BuildPanel
from r2p_app.ui.quiz.cards import CARDS, PLAYABLE
from r2p_app.ui.quiz.limit import LimitChoice
from r2p_app.ui.quiz.offered import Scope
from r2p_app.ui.quiz.options import OptionGroup
from r2p_app.ui.quiz.scope import scope_title
from r2p_app.ui.quiz.words import kinds_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles

_COUNTS = (*COUNTS, None)
_MODES = (Mode.PRACTICE, Mode.TEST)


class RunForm(QWidget):
    """What to be asked about, how much, and when to see the reasons.

    Signals:
        submitted: Begin the run that is asked for, as `Request`.
        changed: Something else is chosen.
    """

    submitted = Signal(object)
    changed = Signal()

    def __init__(self, library: Library, scopes: Mapping[str, Scope], request: Request, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._asked = library, scopes
        self._layout = column(spacing=4 * GRID, into=self)
        self._build_choices()
        self._build_start()
        self.choose(request)
        for changed in (self._modes.chosen, self._counts.chosen, self.minutes.activated, self.build.changed):
            changed.connect(self._on_anything_changed)
        self._scopes.changed.connect(self._on_scopes_changed)
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
            count=_COUNTS[self._counts.index],
            mode=mode,
            minutes=self.minutes.chosen if mode is Mode.TEST else 0,
            code=self.build.code.text().strip(),
        )

    def choose(self, request: Request) -> None:
        """Choose as asked for; for a case that is not there the first one."""
        scopes = self._scopes.rows
        case = request.case if request.case in scopes else next(iter(scopes))
        self._scopes.choose([case])
        self._show_scope()
        self._counts.choose(_COUNTS.index(request.count if request.count in _COUNTS else None))
        self._modes.choose(_MODES.index(request.mode))
        self.minutes.choose(request.minutes)
        self.build.choose(request)
        self.more_button.setChecked(request.is_narrowed)
        self.build.setVisible(request.is_narrowed)
        self._show_found()

    def press_number(self, number_: int) -> bool:
        """Choose what to be asked about by key."""
        return self._scopes.press_number(number_)

    @Slot()
    def submit(self) -> None:
        """Ask for the run that is chosen."""
        if self.start_button.isEnabled():
            self.submitted.emit(self.request())

    def _build_choices(self) -> None:
        titles = [(scope, scope_title(self._library, scope)) for scope in self._asked]
        self._scopes = OptionGroup(titles, exclusive=True, two_columns=True)
        for scope, found in self._asked.items():
            self._scopes.rows[scope].describe(self._described(found))
        self._kinds_line = label("", TextRole.SMALL, tone="muted")
        self._counts = Toggles([*map(str, COUNTS), self.tr("All")], self.tr("Number of questions"))
        modes = [self.tr("After each answer (practice)"), self.tr("At the end (test)")]
        self._modes = Toggles(modes, self.tr("Feedback"))
        self.minutes = LimitChoice()
        self._layout.addWidget(_headed(self.tr("What about?"), self._scopes, self._kinds_line))
        flow = FlowLayout(spacing=6 * GRID)
        flow.addWidget(_headed(self.tr("How many questions?"), self._counts))
        flow.addWidget(_headed(self.tr("When do you want to see the reasons?"), self._modes))
        self._limit = _headed(self.tr("Time limit"), self.minutes)
        flow.addWidget(self._limit)
        self._layout.addLayout(flow)

    def _build_start(self) -> None:
        self.start_button = button(self.tr("Start"), "primary")
        self.found = label("", TextRole.SMALL, tone="muted")
        self.more_button = button(self.tr("Build your own"), "toggle")
        self.more_button.setCheckable(True)
        self.problem = label("", tone="wrong")
        self.build = BuildPanel(self._library, tuple(CARDS))
        line = FoldingRow(560, spacing=3 * GRID)
        line.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.found, 1)
        line.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addLayout(line)
        for widget in (self.problem, self.build):
            self._layout.addWidget(widget)

    def _described(self, scope: Scope) -> str:
        words = self.tr("%1 questions, %2 answered so far").replace("%1", str(len(scope.questions)))
        return words.replace("%2", str(scope.answered))

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

    @Slot()
    def _on_scopes_changed(self) -> None:
        self._show_scope()
        self._on_anything_changed()

    @Slot()
    def _on_anything_changed(self) -> None:
        self._show_found()
        self.changed.emit()


def _headed(heading: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    column(label(heading, TextRole.BODY_STRONG, wrap=False), *widgets, into=holder)
    return holder
