"""The questions that a learner found doubtful: to read again, to hand on as a file, to delete."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.export.reports import FORMATS
from r2p_app.learning.fingerprint import wording_print
from r2p_app.store.reports import QuestionReport
from r2p_app.ui import format as formats
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.inline import inline_label, plain


class ReportCard(Card):
    """One report.

    Signals:
        open_requested: Show the question, by id.
        delete_requested: Forget the report, by its number.
    """

    open_requested = Signal(str)
    delete_requested = Signal(int)

    def __init__(self, report: QuestionReport, question: QuestionBase | None, day: str) -> None:
        super().__init__()
        self.report = report
        title = question.prompt if question is not None else self.tr("A question that is no longer in the content")
        self.body.addWidget(label(day, TextRole.SMALL, tone="muted"))
        self.body.addWidget(inline_label(title, TextRole.BODY_STRONG))
        self.body.addWidget(label(report.text))
        if question is not None and wording_print(question) != report.wording_print:
            changed = self.tr("The question reads differently today.")
            self.body.addWidget(label(changed, TextRole.SMALL, tone="note"))
        self.delete_button = button(self.tr("Delete"), "quiet", name=f"{self.tr('Delete the report')}: {plain(title)}")
        buttons = QWidget()
        line = FlowLayout(buttons, spacing=2 * GRID)
        if question is not None:
            opener = button(self.tr("Open the question"), "link", name=f"{self.tr('Open')}: {plain(title)}")
            opener.clicked.connect(self._on_opener_clicked)
            line.addWidget(opener)
        line.addWidget(self.delete_button)
        self.body.addWidget(buttons)
        self.delete_button.clicked.connect(self._on_delete_button_clicked)

    @Slot()
    def _on_opener_clicked(self) -> None:
        self.open_requested.emit(self.report.question)

    @Slot()
    def _on_delete_button_clicked(self) -> None:
        self.delete_requested.emit(self.report.id)


class ReportsView(ScrollPage):
    """Every report, newest first.

    Signals:
        question_chosen: Show the question with this id.
        delete_requested: Forget the report with this number.
        export_requested: Write all of them to a file of this format.
        back_requested: Return to the start.
    """

    question_chosen = Signal(str)
    delete_requested = Signal(int)
    export_requested = Signal(str)
    back_requested = Signal()

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(860, parent)
        reports, library, days = state.store.reports.all(), state.library, state.store.days
        lead = self.tr("What you wrote about questions. It stays on this computer until you export or delete it.")
        heading = label(self.tr("Doubtful questions"), TextRole.H1)
        self.body.addLayout(column(heading, label(lead, tone="muted"), spacing=GRID))
        self._back = button(self.tr("Back to the quizzes"), "quiet")
        self._back.clicked.connect(self.back_requested)
        tools = QWidget()
        line = FlowLayout(tools, spacing=2 * GRID)
        line.addWidget(self._back)
        for name in FORMATS if reports else ():
            made = button(self.tr("Export as %1").replace("%1", name), "secondary")
            made.setProperty("format", name)
            made.clicked.connect(self._on_export_clicked)
            line.addWidget(made)
        self.body.addWidget(tools)
        self.cards = [
            ReportCard(
                report,
                library.find(report.question, QuestionBase),
                formats.date(days.day_of(report.at).isoformat()),
            )
            for report in reports
        ]
        for card in self.cards:
            card.open_requested.connect(self.question_chosen)
            card.delete_requested.connect(self.delete_requested)
            self.body.addWidget(card)
        if not reports:
            self.body.addWidget(label(self.tr("You have reported no question."), tone="muted"))
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return the way back."""
        return self._back

    @Slot()
    def _on_export_clicked(self) -> None:
        self.export_requested.emit(str(self.sender().property("format")))
