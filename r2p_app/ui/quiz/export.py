"""Questions and reports as files: what they say in the language of the window, and saving them."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import MapLocation, Numeric, QuestionBase
from r2p_app.export.anki import Words, anki_package
from r2p_app.export.reports import FORMATS, ReportLine
from r2p_app.store.reports import QuestionReport
from r2p_app.ui import format as formats
from r2p_app.ui.export.saving import Asker, FileKind, SavingDialog, ask_path, ask_target
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.quiz.words import number_words, pile_words, true_false_words
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.inline import plain

_LOOK_EVERY = 0.01
"""Seconds between two looks at whether the file is made."""


def card_words() -> Words:
    """Return what stands on flashcards, in the language of the window."""
    translate = QCoreApplication.translate
    return Words(
        true=true_false_words(True),
        false=true_false_words(False),
        reason=translate("Flashcards", "Why?"),
        piles=pile_words,
        date=formats.date,
        number=number_words,
        within=_within,
        place=_place,
        also=translate("Flashcards", "Also accepted"),
        rubric=translate("Flashcards", "Your text should contain:"),
        sources=translate("Flashcards", "Sources"),
    )


def anki_work(library: Library, questions: Sequence[QuestionBase], at: datetime) -> Work:
    """Make a package for Anki in another thread: the window stays alive."""
    return _elsewhere(lambda: anki_package(library, questions, card_words(), at=at.timestamp()))


def report_lines(library: Library, reports: Sequence[QuestionReport]) -> Iterator[ReportLine]:
    """Yield the reports as they leave the program."""
    for report in reports:
        question = library.find(report.question, QuestionBase)
        prompt = plain(question.prompt) if question is not None else ""
        at = report.at.isoformat(timespec="seconds")
        yield ReportLine(report.question, prompt, report.text, at, report.wording_print)


def _elsewhere(make: Callable[[], bytes]) -> Work:
    with ThreadPoolExecutor(max_workers=1) as pool:
        future = pool.submit(make)
        while not future.done():
            wait([future], timeout=_LOOK_EVERY)
            yield Progress(0, 0)
        return future.result()


def _within(question: Numeric) -> str:
    ends = formats.number_range(question.value - question.tolerance, question.value + question.tolerance)
    return QCoreApplication.translate("Flashcards", "Anything within %1 counts as right.").replace("%1", ends)


def _place(question: MapLocation) -> str:
    return f"{question.name} ({formats.position(question.lat, question.lon)})"


class QuizFiles(QObject):
    """Saves flashcards and reports where the person says; `ask` is for tests."""

    def __init__(self, state: AppState, parent: QWidget, *, ask: Asker = ask_path) -> None:
        super().__init__(parent)
        self._state, self._window, self._ask = state, parent, ask
        self._again: Callable[[], None] = lambda: None

    def save_flashcards(self, questions: Sequence[QuestionBase]) -> None:
        """Save questions for Anki."""
        library, now = self._state.library, self._state.now
        kind = FileKind(".apkg", self.tr("Anki package"))
        self._save(f"r2p-{library.pack.id}", kind, lambda: anki_work(library, questions, now()))

    def save_reports(self, name: str) -> None:
        """Save every report in a format, by its name in `export.reports`."""
        suffix, write = FORMATS[name]
        lines = tuple(report_lines(self._state.library, self._state.store.reports.all()))
        self._save("r2p-doubtful-questions", FileKind(suffix, name), lambda: _at_once(write(lines)))

    def _save(self, stem: str, kind: FileKind, work: Callable[[], Work]) -> None:
        self._again = lambda: self._save(stem, kind, work)
        window = self._window.window()
        target = ask_target(window, self._state.preferences, stem, kind, self._ask)
        if target is not None:
            dialog = SavingDialog(work(), target, window)
            dialog.again_requested.connect(self._on_saving_again_requested)
            dialog.start()

    @Slot()
    def _on_saving_again_requested(self) -> None:
        self._again()


def _at_once(data: bytes) -> Work:
    yield Progress(1, 1)
    return data
