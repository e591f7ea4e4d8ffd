"""Results without a server: students' files dropped into the window become a report of the class."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.export.class_results import Line, class_csv
from r2p_app.learning.questions import fits
from r2p_app.learning.result_file import LARGEST, SUFFIX, Reason, SavedResult
from r2p_app.learning.results import Collected, class_report, collect
from r2p_app.ui.export.save_button import SaveButton
from r2p_app.ui.jobs import JobControl, JobRunner
from r2p_app.ui.live.outcome import answer_cell
from r2p_app.ui.live.report import ReportBody
from r2p_app.ui.live.rows import flowing
from r2p_app.ui.live.votes import csv_kind
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label

translate = QCoreApplication.translate
AskFiles = Callable[[QWidget, str, str], Sequence[str]]

MOST_FILES = 500


def ask_files(parent: QWidget, title: str, filters: str) -> Sequence[str]:
    """Ask for files with the system's own dialog."""
    return QFileDialog.getOpenFileNames(parent, title, str(Path.home()), filters)[0]


def reason_words(reason: Reason) -> str:
    """Return why a file was left out."""
    match reason:
        case Reason.FOREIGN:
            return translate("Live", "is no result of this program")
        case Reason.DAMAGED:
            return translate("Live", "is damaged: ask for it again")
        case Reason.NEWER:
            return translate("Live", "was made by a newer version of this program")
        case Reason.DOUBLED:
            return translate("Live", "is of a run that is already counted")


def read_files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents; of a file that is too large or cannot be read, as much as shows that it is none."""
    for path in paths:
        try:
            with path.open("rb") as file:
                yield path.name, file.read(LARGEST + 1)
        except OSError:
            yield path.name, b""


class FilesView(ScrollPage):
    """A place to drop files on, and what they come to.

    Signals:
        back_requested: Go back to where a room begins.
        announced: Words for a screen reader.
    """

    back_requested = Signal()
    announced = Signal(str)

    def __init__(self, state: AppState, *, ask: AskFiles = ask_files, parent: QWidget | None = None) -> None:
        super().__init__(860, parent)
        self._state, self._ask = state, ask
        self._jobs = JobRunner(self)
        self.collected = Collected()
        self.setAcceptDrops(True)
        lead = self.tr(
            "Drop the files that students saved at the end of a quiz into this window, or choose them. Damaged or "
            "foreign files are named and left out; a run counts once."
        )
        head = column(label(self.tr("Results from files"), TextRole.H1), label(lead, tone="muted"), spacing=GRID)
        self.body.addLayout(head)
        self.choose = button(self.tr("Choose files …"), "primary")
        self.clear = button(self.tr("Begin again"))
        self.save = SaveButton(
            state, self.tr("Save as a table (CSV) …"), csv_kind(self.tr("Table")), stem="class-results", make=self._csv
        )
        self.back = button(self.tr("Back"))
        self.body.addWidget(flowing(self.choose, self.save, self.clear, self.back))
        self._report = QWidget()
        self.body.addWidget(self._report)
        self.body.addStretch(1)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.clear.clicked.connect(self._on_clear_clicked)
        self.back.clicked.connect(self.back_requested)
        self.show_report()

    def first_focus(self) -> QWidget:
        """Return the button that takes files."""
        return self.choose

    def take(self, paths: Sequence[Path]) -> None:
        """Read files and add them to the report."""
        before = self.collected

        def work(_control: JobControl) -> Collected:
            return collect(read_files(paths[:MOST_FILES]), before)

        job = self._jobs.job(work)
        job.succeeded.connect(self._on_collected)
        self._jobs.start(job, writes=True)

    def show_report(self) -> None:
        """Show what the files come to, by today's content."""
        report = class_report(self.collected.results, self._questions())
        made = QWidget()
        box = column(into=made, spacing=3 * GRID)
        for card in (self._summary(report.students, report.outdated), self._left_out()):
            if card is not None:
                box.addWidget(card)
        box.addWidget(ReportBody(report))
        self.body.replaceWidget(self._report, made)
        self._report.hide()
        self._report.deleteLater()
        self._report = made
        self.save.setEnabled(bool(self.collected.results))
        self.clear.setEnabled(bool(self.collected.results or self.collected.left_out))

    def _questions(self) -> dict[str, QuestionBase]:
        return {question.id: question for question in self._state.library.all(QuestionBase)}

    def _summary(self, students: int, outdated: int) -> QWidget | None:
        if not students:
            return None
        words = self.tr("%1 results are counted.").replace("%1", str(students))
        if outdated:
            more = self.tr("%1 answers are left out: their question has another key now, or is not in the content.")
            words = f"{words} {more.replace('%1', str(outdated))}"
        return label(words, TextRole.BODY_STRONG)

    def _left_out(self) -> QWidget | None:
        if not self.collected.left_out:
            return None
        card = Card("note")
        card.body.addWidget(label(self.tr("Left out"), TextRole.BODY_STRONG))
        for name, reason in self.collected.left_out:
            card.body.addWidget(label(f"{name} {reason_words(reason)}"))
        return card

    def _csv(self) -> bytes:
        questions = self._questions()
        asked = dict.fromkeys(answer.question for result in self.collected.results for answer in result.answers)
        known = [question for question in asked if question in questions]
        lines = (_line(number, result, questions) for number, result in enumerate(self.collected.results, start=1))
        return class_csv(known, lines)

    @Slot(object)
    def _on_collected(self, collected: Collected) -> None:
        self.collected = collected
        self.show_report()
        words = self.tr("%1 results are counted, %2 files are left out.").replace("%1", str(len(collected.results)))
        self.announced.emit(words.replace("%2", str(len(collected.left_out))))

    @Slot()
    def _on_choose_clicked(self) -> None:
        filters = f"{self.tr('Results')} (*{SUFFIX});;{self.tr('All files')} (*)"
        chosen = self._ask(self, self.tr("Results of students"), filters)
        if chosen:
            self.take([Path(path) for path in chosen])

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.collected = Collected()
        self.show_report()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files that were dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths)


def _line(number: int, result: SavedResult, questions: dict[str, QuestionBase]) -> Line:
    name = result.name or translate("Live", "Participant %1").replace("%1", str(number))
    cells = {
        answer.question: answer_cell(questions[answer.question], answer.answer, answer.confidence)
        for answer in result.answers
        if answer.question in questions and fits(questions[answer.question], answer.answer)
    }
    return Line(name, 1, cells)
