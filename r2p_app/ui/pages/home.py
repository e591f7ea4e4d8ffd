"""Home: the question, what to do next, the cases, and all of it on one line of time."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Event
from r2p_app.ui.format import year
from r2p_app.ui.home.cards import ActionCard, CaseCard
from r2p_app.ui.home.standing import Standing, standing
from r2p_app.ui.home.tasks import Task, tasks
from r2p_app.ui.page import Page
from r2p_app.ui.settings.roles import RoleChoice
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.mini import MiniTimeline
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label, row
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.folding_row import FoldingRow

_WIDTH = 1232
_NEXT = (("primary", 460, 3), ("secondary", 310, 2), ("secondary", 310, 2))
"""At most three things to do next: the kind of button, where the card folds, its share of the width."""


class HomePage(Page):
    """What the program is about, and the way back to where one was."""

    listens_to = (
        Changes.LIBRARY | Changes.ATTEMPTS | Changes.READING | Changes.SETTINGS | Changes.PROFILE | Changes.EXERCISES
    )

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.next = [ActionCard(kind, fold_at) for kind, fold_at, _ in _NEXT]
        self.role = RoleChoice(state)
        self.cases: list[CaseCard] = []
        self.timeline = MiniTimeline(state.library)
        self._no_cases, self._years = label("", tone="muted"), label("", TextRole.H2)
        self._build_layout()
        for card in self.next:
            card.chosen.connect(self._on_card_chosen)
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

    def first_focus(self) -> QWidget | None:
        """The first thing to do next; where there is none, who one is."""
        return next((card.action for card in self.next if card.action.isVisibleTo(self)), self.role.focus_stop())

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
        body.addLayout(self._next_steps())
        body.addSpacing(2 * GRID)
        body.addWidget(label(self.tr("Case studies"), TextRole.H2))
        self._grid = CardGrid(224)
        body.addLayout(self._grid)
        body.addWidget(self._no_cases)
        body.addSpacing(2 * GRID)
        self._on_one_line = self._timeline_section()
        body.addWidget(self._on_one_line)
        body.addStretch(1)

    def _next_steps(self) -> QVBoxLayout:
        who = FoldingRow(480, spacing=3 * GRID)
        who.addWidget(label(self.tr("What to do next, as"), TextRole.SMALL, tone="muted", wrap=False))
        who.addWidget(self.role, 1)
        cards = FoldingRow(720, spacing=5 * GRID)
        for card, (_, _, share) in zip(self.next, _NEXT, strict=True):
            cards.addWidget(card, share)
        box = column(spacing=3 * GRID)
        box.addLayout(who)
        box.addLayout(cards)
        return box

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
        self._show_next(now)
        self._show_cases(now)
        self._on_one_line.setVisible(bool(self.state.library.all(Event)))
        first, last = self.timeline.years
        self._years.setText(self.tr("%1 to %2 on one line").replace("%1", year(first)).replace("%2", year(last)))

    def _show_next(self, now: Standing) -> None:
        self.role.show_value()
        offered = tasks(self.state, now)
        for index, card in enumerate(self.next):
            card.setVisible(index < len(offered))
            if index < len(offered):
                card.show_task(offered[index])

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

    @Slot(object)
    def _on_card_chosen(self, task: Task) -> None:
        if task.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(task.path)))
        else:
            self.link_requested.emit(task.link)

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
