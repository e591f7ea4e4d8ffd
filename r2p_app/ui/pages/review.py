"""The Review page: what is due, what is known, what is only believed to be known, and what to do next."""

from collections.abc import Iterator, Sequence
from random import Random, SystemRandom

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.learning.attempts import Mode
from r2p_app.learning.quiz import plan
from r2p_app.store.errors import StoreError
from r2p_app.ui.format import number
from r2p_app.ui.page import Page
from r2p_app.ui.review.cards import AheadCard, CalibrationCard, ObjectivesCard
from r2p_app.ui.review.files import RecordFiles
from r2p_app.ui.review.groups import cases_card, kinds_card
from r2p_app.ui.review.history import HistoryCard
from r2p_app.ui.review.lists import ListCard, runs_card, wrong_card
from r2p_app.ui.review.numbers import number_cards
from r2p_app.ui.review.standing import ReviewStanding, review_standing
from r2p_app.ui.review.words import advice
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.gradual import Gradual

_WIDTH = 1232
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ReviewPage(Page):
    """Your learning: shown from what is saved, anew whenever that changes."""

    listens_to = Changes.LIBRARY | Changes.ATTEMPTS | Changes.SETTINGS | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None, *, rng: Random | None = None) -> None:
        super().__init__(state, parent)
        self._rng = rng or SystemRandom()
        self._layout = column(into=self)
        self._view: ScrollPage | None = None
        self.action: QPushButton | None = None
        self.making: Gradual | None = None
        self.standing: ReviewStanding | None = None

    def show_link(self, _link: Link) -> None:
        """There is one view only; it may be another day than when it was made."""
        self._show()

    def place(self) -> Link:
        """Return the link to the page."""
        return Link("review")

    def refresh(self, _changes: Changes) -> None:
        """Show where the learner stands now; the focus stays on the page."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._show()
        if had_focus and self.action is not None:
            self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The button that goes on."""
        return self.action

    def _show(self) -> None:
        standing = review_standing(self.state)
        if standing == self.standing:
            return
        self.standing = standing
        old, self._view = self._view, ScrollPage(_WIDTH)
        if standing.progress.answered or standing.today.due:
            self._build(self._view, standing)
        else:
            self._build_empty(self._view)
        self._view.body.addStretch(1)
        self._layout.addWidget(self._view)
        if old is not None:
            old.hide()
            self._layout.removeWidget(old)
            old.deleteLater()

    def _build(self, page: ScrollPage, standing: ReviewStanding) -> None:
        due = len(standing.today.due)
        words = self.tr("Review %1 due").replace("%1", number(due)) if due else self.tr("Start a quiz")
        self.action = button(words, "primary")
        self.action.clicked.connect(self._on_action_clicked)
        self.problem = label("", tone="wrong")
        self.problem.hide()
        self.advice = label(advice(standing))
        head = FoldingRow(480)
        head.addWidget(label(self.tr("Your learning"), TextRole.H1), 1)
        head.addWidget(self.action, 0, _MIDDLE)
        page.body.addLayout(head)
        for widget in (self.advice, self.problem):
            page.body.addWidget(widget)
        page.body.addLayout(self._numbers(standing))
        parts = QWidget()
        page.body.addWidget(parts)
        self.making = Gradual(self._parts(column(into=parts, spacing=4 * GRID), standing), page)
        self.making.start()

    def _parts(self, body: QVBoxLayout, standing: ReviewStanding) -> Iterator[None]:
        """Add card after card."""
        titles = {case.id: case.title for case in self.state.library.cases}
        objectives, right = ObjectivesCard(standing.progress.objectives, titles), QWidget()
        charts = FoldingRow(820, spacing=5 * GRID)
        charts.addWidget(objectives, 13)
        charts.addWidget(right, 10)
        body.addLayout(charts)
        yield from objectives.rows()
        beside = column(into=right, spacing=5 * GRID)
        for make in (
            lambda: AheadCard(standing),
            lambda: HistoryCard(standing),
            lambda: CalibrationCard(standing.calibration),
        ):
            beside.addWidget(make())
            yield
        if standing.progress.sure_and_wrong:
            beside.addWidget(self._linked(wrong_card(self.state.library, standing.progress.sure_and_wrong)))
            yield
        beside.addStretch(1)
        groups = CardGrid(380)
        body.addLayout(groups)
        groups.addWidget(cases_card(self.state.library, standing))
        yield
        groups.addWidget(kinds_card(standing))
        yield
        if standing.runs:
            body.addWidget(self._linked(runs_card(self.state.library, self.state.store.days, standing.runs)))
            yield
        body.addLayout(self._files())
        yield

    def _linked(self, card: ListCard) -> ListCard:
        card.link_requested.connect(self.link_requested)
        return card

    def _numbers(self, standing: ReviewStanding) -> CardGrid:
        grid = CardGrid(250)
        cards = number_cards(standing)
        for card in cards:
            grid.addWidget(card)
        self.sure_and_wrong = cards[-1]
        self.sure_and_wrong.pressed.connect(self._on_sure_and_wrong_pressed)
        return grid

    def _files(self) -> FlowLayout:
        """What can be saved, and where the questions themselves are looked at."""
        self.saves = RecordFiles(self.state).buttons()
        flow = FlowLayout(spacing=2 * GRID)
        for made in (*self.saves, self._to_statistics()):
            flow.addWidget(made)
        return flow

    def _to_statistics(self) -> QPushButton:
        """Authors and teachers go on from here; their own answers are not what it is about."""
        self.statistics = button(self.tr("Statistics of the questions"))
        self.statistics.clicked.connect(self._on_statistics_clicked)
        return self.statistics

    def _build_empty(self, page: ScrollPage) -> None:
        """A new learner has nothing to look back on, and is told what will be here."""
        self.action = button(self.tr("Start a quiz"), "primary")
        self.action.clicked.connect(self._on_action_clicked)
        card = Card()
        words = (
            self.tr("You have not answered a question yet, so there is nothing to review."),
            self.tr(
                "Questions you answer come back after a day, a week, a month: shortly before you would forget them. "
                "What you knew and said so comes back later, what you were wrong about comes back the next day."
            ),
        )
        for text in words:
            card.body.addWidget(label(text))
        buttons = FlowLayout(spacing=2 * GRID)
        for made in (self.action, self._to_statistics()):
            buttons.addWidget(made)
        card.body.addLayout(buttons)
        page.body.addWidget(label(self.tr("Your learning"), TextRole.H1))
        page.body.addWidget(card)

    def _start(self, questions: Sequence[str], mode: Mode) -> None:
        """Begin a run; a review left unfinished ends, since what was left of it is due again."""
        log, at = self.state.store.attempts, self.state.now()
        run = plan(questions, mode, at=at, rng=self._rng)
        try:
            with self.state.store.transaction():
                for left in log.unfinished({Mode.REVIEW}) if mode is Mode.REVIEW else ():
                    log.finish(left.id, at)
                log.start(run)
        except StoreError as error:
            self.problem.setText(f"{error.what} {error.remedy}")
            self.problem.show()
            self.announced.emit(self.problem.text())
            return
        self.link_requested.emit(str(Link("quiz", ("run", run.id))))

    @Slot()
    def _on_action_clicked(self) -> None:
        if self.standing is not None and self.standing.today.due:
            self._start(self.standing.today.due, Mode.REVIEW)
        else:
            self.link_requested.emit("r2p://quiz")

    @Slot()
    def _on_statistics_clicked(self) -> None:
        self.link_requested.emit("r2p://statistics")

    @Slot()
    def _on_sure_and_wrong_pressed(self) -> None:
        if self.standing is not None:
            self._start(self.standing.progress.sure_and_wrong, Mode.PRACTICE)
