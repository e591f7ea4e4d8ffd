"""Statistics of the questions: what many first answers say about each, for authors and teachers."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from r2p_app.content.links import Link
from r2p_app.export.statistics import statistics_csv
from r2p_app.learning.calibration import FEWEST
from r2p_app.learning.result_file import SUFFIX
from r2p_app.learning.statistics import QuestionStatistics
from r2p_app.store.errors import StoreError
from r2p_app.ui.export.save_button import SaveButton
from r2p_app.ui.export.saving import FileKind
from r2p_app.ui.format import number, plural
from r2p_app.ui.jobs import JobRunner
from r2p_app.ui.live.files import AskFiles, ask_files
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.statistics.adding import Added, ResultsAdding
from r2p_app.ui.statistics.detail import DetailCard
from r2p_app.ui.statistics.found import question_statistics
from r2p_app.ui.statistics.model import StatisticsModel, sorted_model, table_rows
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.progress_line import ProgressLine

_ANSWERS = 1
_PROMPT = 260
"""The width of the questions' words at 100 % text; all of them are in the detail and in a tip."""


class StatisticsPage(Page):
    """The questions in a table; the one chosen in detail beside it."""

    listens_to = Changes.LIBRARY | Changes.ATTEMPTS | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None, *, ask: AskFiles = ask_files) -> None:
        super().__init__(state, parent)
        self._ask = ask
        self._jobs = JobRunner(self)
        self._adding: ResultsAdding | None = None
        self._found: tuple[QuestionStatistics, ...] = ()
        self.detail: DetailCard | None = None
        page = ScrollPage()
        column(page, into=self)
        page.body.addWidget(label(self.tr("Statistics of the questions"), TextRole.H1))
        self.about = label("")
        page.body.addWidget(self.about)
        page.body.addLayout(self._buttons())
        self.progress = ProgressLine(self.tr("Adding results"))
        page.body.addWidget(self.progress)
        self.said = label("", tone="note")
        self.said.hide()
        page.body.addWidget(self.said)
        self.table = _table(self.tr("Statistics of the questions"))
        parts = FoldingRow(900, spacing=5 * GRID)
        parts.addWidget(self.table, 3)
        self._beside = QWidget()
        column(into=self._beside)
        parts.addWidget(self._beside, 2)
        page.body.addLayout(parts)
        page.body.addStretch(1)

    def _buttons(self) -> FlowLayout:
        self.add = button(self.tr("Add results from files …"), "primary")
        self.add.clicked.connect(self._on_add_clicked)
        self.clear = button(self.tr("Take the added results away"))
        self.clear.clicked.connect(self._on_clear_clicked)
        kind = FileKind(".csv", self.tr("Table"))
        self.save = SaveButton(
            self.state, self.tr("Save as a table (CSV) …"), kind, stem="question-statistics", make=self._csv
        )
        flow = FlowLayout(spacing=2 * GRID)
        for made in (self.add, self.save, self.clear):
            flow.addWidget(made)
        return flow

    def show_link(self, _link: Link) -> None:
        """There is one view only."""
        self._show()

    def place(self) -> Link:
        """Return the link to the page."""
        return Link("statistics")

    def refresh(self, _changes: Changes) -> None:
        """Work everything out anew."""
        self._show()

    def first_focus(self) -> QWidget:
        """The button that adds results."""
        return self.add

    def _show(self) -> None:
        store, library = self.state.store, self.state.library
        self._found = question_statistics(library, store)
        self.about.setText(self._about())
        self.clear.setVisible(bool(store.statistics.sources()))
        self.save.setEnabled(bool(self._found))
        proxy = sorted_model(table_rows(library, self._found), self.table)
        old = self.table.model()
        self.table.setModel(proxy)
        if old is not None:
            old.deleteLater()
        self.table.setVisible(bool(self._found))
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(0, current().px(_PROMPT))
        self.table.sortByColumn(_ANSWERS, Qt.SortOrder.DescendingOrder)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self._show_detail(None)
        self.table.setCurrentIndex(proxy.index(0, 0))  # shows its detail

    def _about(self) -> str:
        sources = self.state.store.statistics.sources()
        own = len(self.state.store.statistics.own())
        if not sources and not own:
            return self.tr(
                "Nothing was answered yet. Students save their results at the end of a quiz; add these files here to "
                "see how easy each question was, how well it tells who knows from who does not, and what was chosen."
            )
        enough = sum(one.is_enough for one in self._found)
        files = plural(self.tr("From %n file(s) of results", "", len(sources)))
        mine = plural(self.tr("your own first answers to %n question(s)", "", own))
        said = [f"{files} {self.tr('and')} {mine}."]
        if enough:
            words = self.tr("%n question(s) have enough answers to say something", "", enough)
            said.append(f"{plural(words)}.")
        else:
            words = self.tr(
                "No question has the %1 first answers yet without which nothing is said; one has %2 at most."
            )
            most = max((one.answers for one in self._found), default=0)
            said.append(words.replace("%1", str(FEWEST)).replace("%2", number(most)))
        said.append(self.tr("Only the first answer of a person to a question counts. No person is named or ranked."))
        return " ".join(said)

    def _show_detail(self, row: int | None) -> None:
        """Show the question in this row of the table."""
        old, self.detail = self.detail, None
        if old is not None:
            old.hide()
            old.deleteLater()
        proxy = self.table.model()
        if row is None or not isinstance(proxy, QSortFilterProxyModel):
            return
        source = proxy.sourceModel()
        assert isinstance(source, StatisticsModel)
        self.detail = DetailCard(source.rows[proxy.mapToSource(proxy.index(row, 0)).row()])
        self.detail.link_requested.connect(self.link_requested)
        layout = self._beside.layout()
        assert layout is not None
        layout.addWidget(self.detail)

    def _csv(self) -> bytes:
        return statistics_csv(self.state.library, self._found)

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._show_detail(now.row() if now.isValid() else None)

    @Slot()
    def _on_add_clicked(self) -> None:
        """Ask for files and add what is in them, unless others are being added."""
        if self._adding is not None:
            return
        names = f"{self.tr('Results')} (*{SUFFIX})"
        paths = [Path(path) for path in self._ask(self.window(), self.tr("Add results"), names)]
        if paths:
            self._adding = ResultsAdding(self.state, self._jobs, paths, self)
            self._adding.progressed.connect(self.progress.show_progress)
            self._adding.ended.connect(self._on_adding_ended)
            self._adding.failed.connect(self._on_adding_failed)
            self.progress.cancel_requested.connect(self._adding.stop)
            self.progress.begin()
            self._adding.start()

    def _end_adding(self, words: str) -> None:
        had_focus = self.progress.cancel.hasFocus()
        if self._adding is not None:
            self._adding.deleteLater()
            self._adding = None
        self.progress.end()
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self._say(words)

    @Slot(object)
    def _on_adding_ended(self, added: Added) -> None:
        words = [self.tr("Stopped.")] if added.is_stopped else []
        words.append(plural(self.tr("%n result(s) added.", "", added.added)))
        if added.left_out:
            out = self.tr("%n left out: damaged, foreign, outdated or there already.", "", added.left_out)
            words.append(plural(out))
        self._end_adding(" ".join(words))

    @Slot(object)
    def _on_adding_failed(self, error: StoreError) -> None:
        self._end_adding(f"{error.what} {error.remedy}")

    @Slot()
    def _on_clear_clicked(self) -> None:
        try:
            with self.state.store.transaction():
                for source in self.state.store.statistics.sources():
                    self.state.store.statistics.remove(source.id)
        except StoreError as error:
            self._say(f"{error.what} {error.remedy}")
            return
        self._show()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(self.tr("The added results were taken away."))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        self.announced.emit(words)


def _table(name: str) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setSortingEnabled(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setMinimumHeight(current().px(520))
    return table
