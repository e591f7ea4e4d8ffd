"""Home: the question, what to do next, the cases, and all of it on one line of time."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Event
from r2p_app.store.settings import DAY_BOUNDARY
from r2p_app.ui.format import plural, year
from r2p_app.ui.home.cards import ActionCard, CaseCard
from r2p_app.ui.home.standing import Standing, quiz_minutes, standing
from r2p_app.ui.home.words import day_words, quiz_detail, reading_detail
from r2p_app.ui.page import Page
from r2p_app.ui.review.standing import due_today
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.mini import MiniTimeline
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label, row
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.folding_row import FoldingRow

_WIDTH = 1232
_QUIZ = 10
"""Questions in the quiz that Home offers."""


class HomePage(Page):
    """What the program is about, and the way back to where one was."""

    listens_to = Changes.LIBRARY | Changes.ATTEMPTS | Changes.READING | Changes.SETTINGS | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.reading = ActionCard("primary", 460)
        self.quiz = ActionCard("secondary", 310)
        self.cases: list[CaseCard] = []
        self.timeline = MiniTimeline(state.library)
        self._no_cases, self._years = label("", tone="muted"), label("", TextRole.H2)
        self._build_layout()
        self.reading.link_requested.connect(self.link_requested)
        self.quiz.link_requested.connect(self.link_requested)
        self.timeline.link_requested.connect(self.link_requested)
        self._show()

    def show_link(self, _link: Link) -> None:
        """There is one view only."""

    def place(self) -> Link:
        """Return the link to Home."""
        return Link("home")

    def refresh(self, changes: Changes) -> None:
        """Show where the learner stands now."""
        if Changes.LIBRARY in changes:
            self.timeline.set_library(self.state.library)
        self._show()

    def first_focus(self) -> QWidget:
        """The way back to where one was."""
        return self.reading.action

    def _build_layout(self) -> None:
        page = ScrollPage(_WIDTH)
        column(page, into=self)
        body = page.body
        question = label(self.tr("When a state cannot or will not protect its people, who must?"), TextRole.H1)
        lead = self.tr(
            "Three crises of the 1990s led to a new answer. Study what was known, what was decided and what followed; "
            "then weigh the decision yourself."
        )
        body.addLayout(column(question, _narrow(label(lead, tone="muted")), spacing=2 * GRID))
        body.addSpacing(GRID)
        next_steps = FoldingRow(720, spacing=5 * GRID)
        next_steps.addWidget(self.reading, 3)
        next_steps.addWidget(self.quiz, 2)
        body.addLayout(next_steps)
        body.addSpacing(2 * GRID)
        body.addWidget(label(self.tr("Case studies"), TextRole.H2))
        self._grid = CardGrid(224)
        body.addLayout(self._grid)
        body.addWidget(self._no_cases)
        body.addSpacing(2 * GRID)
        self._on_one_line = self._timeline_section()
        body.addWidget(self._on_one_line)
        body.addStretch(1)

    def _timeline_section(self) -> QWidget:
        open_timeline = button(self.tr("Open the timeline"), "link")
        open_timeline.clicked.connect(self._on_open_timeline_clicked)
        head = FoldingRow(480)
        head.addWidget(self._years, 1)
        head.addWidget(open_timeline)
        card = Card()
        card.body.addWidget(self.timeline)
        section = QWidget()
        box = column(into=section)
        box.addLayout(head)
        box.addWidget(card)
        return section

    def _show(self) -> None:
        now = standing(self.state.library, self.state.store)
        self._show_reading(now)
        self._show_quiz(now)
        self._show_cases(now)
        self._on_one_line.setVisible(bool(self.state.library.all(Event)))
        first, last = self.timeline.years
        self._years.setText(self.tr("%1 to %2 on one line").replace("%1", year(first)).replace("%2", year(last)))

    def _show_reading(self, now: Standing) -> None:
        to_read = now.to_read
        if to_read is None:
            self._show_no_reading(has_read=any(case.chapters for case in now.cases))
            return
        where = f"{to_read.case.title}: {to_read.chapter.title}"
        detail = reading_detail(to_read, self.state.now(), self._day_begins_at())
        if now.is_new:
            self.reading.show_task(self.tr("Begin here"), where, detail, self.tr("Start reading"), str(to_read.link))
        else:
            action = self.tr("Continue reading") if to_read.read_at else self.tr("Read the next chapter")
            self.reading.show_task(self.tr("Continue"), self._numbered(now), detail, action, str(to_read.link))

    def _show_no_reading(self, *, has_read: bool) -> None:
        if has_read:
            title, action = self.tr("You have read every chapter"), self.tr("Open the case studies")
            self.reading.show_task(self.tr("Reading"), title, "", action, "r2p://case")
        else:
            self.reading.show_task(self.tr("Reading"), self.tr("There is nothing to read yet"), "")

    def _numbered(self, now: Standing) -> str:
        assert now.to_read is not None
        text = self.tr("%1, chapter %2: %3").replace("%1", now.to_read.case.title)
        return text.replace("%2", str(now.to_read.number)).replace("%3", now.to_read.chapter.title)

    def _show_quiz(self, now: Standing) -> None:
        if now.open_run is not None:
            run = now.open_run
            title = self.tr("%1 of %2 answered").replace("%1", str(run.answered)).replace("%2", str(run.questions))
            day = day_words(run.run.started_at, self.state.now(), self._day_begins_at())
            link = str(Link("quiz", ("run", run.run.id)))
            begun = self.tr("begun %1").replace("%1", day)
            self.quiz.show_task(self.tr("Your quiz"), title, begun, self.tr("Go on"), link)
        elif due := due_today(self.state).due:
            title = plural(self.tr("%n question(s) due today", "", len(due)))
            minutes = quiz_minutes(len(due), self.state.store.attempts.totals())
            self.quiz.show_task(
                self.tr("Review"), title, quiz_detail(now, minutes), self.tr("Open the review"), "r2p://review"
            )
        elif now.questions:
            count = min(_QUIZ, now.questions)
            title = plural(self.tr("Practise %n question(s)", "", count))
            minutes = quiz_minutes(count, self.state.store.attempts.totals())
            self.quiz.show_task(
                self.tr("Quiz"), title, quiz_detail(now, minutes), self.tr("Start a quiz"), "r2p://quiz"
            )
        else:
            self.quiz.show_task(self.tr("Quiz"), self.tr("This content has no questions yet"), "")

    def _day_begins_at(self) -> int:
        return self.state.store.settings.get(DAY_BOUNDARY)

    def _show_cases(self, now: Standing) -> None:
        """Show the cases in cards that stay, so that the focus does too."""
        while len(self.cases) > len(now.cases):
            gone = self.cases.pop()
            self._grid.removeWidget(gone)
            gone.deleteLater()
        for index, case in enumerate(now.cases):
            if index < len(self.cases):
                self.cases[index].show_standing(case)
            else:
                self._add_case(CaseCard(case))
        self._no_cases.setText(self.tr("This content has no case study that can be shown."))
        self._no_cases.setVisible(not now.cases)

    def _add_case(self, card: CaseCard) -> None:
        card.clicked.connect(self._on_case_clicked)
        self.cases.append(card)
        self._grid.addWidget(card)

    @Slot()
    def _on_case_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, CaseCard):
            self.link_requested.emit(card.link)

    @Slot()
    def _on_open_timeline_clicked(self) -> None:
        self.link_requested.emit("r2p://timeline")


def _narrow(widget: QWidget) -> QWidget:
    """Keep a line of text at a length that reads well."""
    holder = QWidget()
    line = row(into=holder)
    line.addWidget(widget, 7)
    line.addStretch(3)
    return holder
