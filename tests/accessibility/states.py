"""Every page, dialog and state of the program, one after another, with the shipped content.

Pages, tabs, chapters, records and kinds of questions are derived from their tables: what is added there is walked too.
A new dialog, or a state that no link opens, needs its line in `STATES`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from r2p_app.commands.offscreen import NOON, OffscreenRun
from r2p_app.commands.screenshots import routes
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.lab.exercise import STEPS
from r2p_app.learning.attempts import Mode
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import key
from r2p_app.learning.quiz import Given
from r2p_app.learning.request import Request
from r2p_app.live.events import Options
from r2p_app.live.opening import Wish
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.ui import profile_dialogs
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.lab.advise import AdviseStep
from r2p_app.ui.lab.exercise_view import IN_CLASS, OTHER_TASK, ExerciseView
from r2p_app.ui.lab.weigh import WeighStep
from r2p_app.ui.notes.editor import NoteDialog
from r2p_app.ui.page import Page
from r2p_app.ui.pages.lessons import LessonsPage
from r2p_app.ui.pages.live import LivePage
from r2p_app.ui.pages.quiz import QuizPage
from r2p_app.ui.pages.timeline import TimelinePage
from r2p_app.ui.preferences import MOTION, TEXT, THEME
from r2p_app.ui.quiz.question import QuestionView
from r2p_app.ui.quiz.question import Stage as Asked
from r2p_app.ui.reader.view import CaseReader
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.gradual import Gradual

W = TypeVar("W", bound=QWidget)
States = Callable[["Stage"], Iterator[str]]

DECISION = "dp-unamir-cut"
LOOPBACK = "127.0.0.1"


class Stage:
    """A started program, and what the states do with it; of the chapters, which are all alike, every n-th is opened."""

    def __init__(self, run: OffscreenRun, folder: Path, *, every: int = 1) -> None:
        self.run, self.folder, self.every = run, folder, every
        self.window, self.shell = run.program.window, run.program.services.shell

    @property
    def state(self) -> AppState:
        """What pages share."""
        return self.run.program.services.state

    @property
    def page(self) -> Page:
        """The page shown."""
        assert self.shell.stack.page is not None
        return self.shell.stack.page

    def look(self, theme: str, scale: str, width: int, height: int) -> None:
        """Show everything in a theme, a size of text and a size of the window, and without motion."""
        preferences = self.run.program.preferences
        for preference, value in ((MOTION, "on"), (THEME, theme), (TEXT, scale)):
            preferences.set_value(preference, value)
        self.window.resize(width, height)
        self.window.activateWindow()
        self.run.wait_until(self.window.isActiveWindow, "the window to be active")

    def open(self, link: str) -> None:
        """Go to a link, also out of an exercise."""
        self.shell.navigation.open(link)
        self.shell.navigation.leave()
        self.settle()

    def settle(self) -> None:
        """Let everything arrive, and layouts come to rest that follow from it."""
        self.run.settle()
        self.run.wait_until(self._is_made, "what is made part by part")
        self.run.settle()

    def _is_made(self) -> bool:
        return not any(part._timer.isActive() for part in self.window.findChildren(Gradual))

    def press(self, key_: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key_, modifier)
        self.settle()

    def find(self, kind: type[W]) -> W:
        """Return the visible widget of a kind on the page."""
        found = [widget for widget in self.page.findChildren(kind) if widget.isVisible()]
        assert found, f"no {kind.__name__} is in view"
        return found[0]

    def close(self, dialog: QWidget) -> None:
        """Close a dialog or another window."""
        dialog.close()
        self.window.activateWindow()
        self.settle()

    def answer(self) -> None:
        """Answer the question in view rightly, and sure of it."""
        view = self.find(QuestionView)
        view.submitted.emit(Given(key(view.question), Confidence.SURE, 5.0))
        self.settle()


def linked(stage: Stage) -> Iterator[str]:
    """Whatever a link opens: pages, tabs, chapters, comparisons, a record and a question of each kind."""
    chapters = 0
    for link in routes(stage.state.library):
        chapters += link.startswith("r2p://chapter/")
        if link.startswith("r2p://chapter/") and chapters % stage.every != 0:
            continue
        stage.open(link)
        yield link
    if stage.shell.panel is not None:
        stage.shell.panel.dismiss()


def views_of_pages(stage: Stage) -> Iterator[str]:
    """Views with links of their own beside those derived."""
    links = (
        *("doctrine/which", "doctrine/ideas", "compare/criteria", "compare/pairs", "lab/summary", "quiz/reports"),
        *(f"library/{kind}" for kind in ("actor", "place", "document", "source", "misconception")),
        *(f"lab/compare/{DECISION}", "live/results", "lessons?case=rwanda", "quiz/diagnostic/rwanda", "nowhere"),
    )
    for link in links:
        stage.open(f"r2p://{link}")
        yield link
    stage.shell.bars.clear("link")


def questions(stage: Stage) -> Iterator[str]:
    """Each kind of question once its answer is judged; before that it is among what links open."""
    library = stage.state.library
    each = {type(question).__name__: question for question in library.all(QuestionBase)}
    for name, question in each.items():
        stage.open(f"r2p://question/{question.id}")
        stage.answer()
        yield f"{name}, answered"


def quiz(stage: Stage) -> Iterator[str]:
    """A run in practice, being asked for confidence, its summary, and a test."""
    stage.open("r2p://quiz")
    page = stage.page
    assert isinstance(page, QuizPage)
    for mode in (Mode.PRACTICE, Mode.TEST):
        page._on_view_start_requested(Request(case="rwanda", mode=mode, count=2, minutes=10))
        stage.settle()
        yield f"quiz, {mode}"
        view = stage.find(QuestionView)
        view.card.show_answer(key(view.question))
        view.bar.ask_confidence()
        stage.settle()
        yield f"quiz, {mode}, confidence"
        for _ in range(2):
            stage.answer()
            if (view := stage.find(QuestionView)).stage is Asked.FEEDBACK:
                view.continued.emit()
                stage.settle()
        yield f"quiz, {mode}, summary"
    for link in ("quiz", "review", "statistics", "home"):
        stage.open(f"r2p://{link}")
        yield f"{link}, with answers"


def lab(stage: Stage) -> Iterator[str]:
    """The five steps of an exercise, and the views beside them."""
    stage.open(f"r2p://lab/{DECISION}")
    view = stage.find(ExerciseView)
    decision = stage.state.library.get(DECISION, DecisionPoint)
    for name in (STEPS[0].value, STEPS[1].value, STEPS[2].value, IN_CLASS):
        view.show_view(name)
        stage.settle()
        yield f"lab, {name}"
    view.open_projector()
    stage.settle()
    assert view.projector is not None
    yield "lab, projector"
    stage.close(view.projector)
    view.show_view(STEPS[2].value)
    weigh = stage.find(WeighStep)
    for criterion in decision.criteria_in_play:
        weigh.rows[criterion].judgement.levels._group.button(2).click()
        weigh.attach(decision.known_then[0].id, criterion)
    view.go_to(STEPS[3])
    stage.settle()
    yield "lab, advise"
    advise = stage.find(AdviseStep)
    next(iter(advise.forms[0].choice.rows.values())).click()
    for written in (advise.forms[0].reasons, advise.forms[0].risks, advise.forms[0].change_mind):
        written.field.setPlainText("Because")
    advise.give.click()
    stage.settle()
    yield "lab, debrief"
    stage.open("r2p://lab")
    stage.open(f"r2p://lab/{DECISION}")
    yield "lab, what was begun"


def other_task(stage: Stage) -> Iterator[str]:
    """What is done in place of an exercise that is hard to bear."""
    another = next(one for one in stage.state.library.all(DecisionPoint) if one.id != DECISION)
    stage.open(f"r2p://lab/{another.id}")
    view = stage.find(ExerciseView)
    view._on_other_task_requested()
    stage.settle()
    assert view.shown == OTHER_TASK
    yield "lab, other task"


def lessons(stage: Stage) -> Iterator[str]:
    """A plan, a teacher's own copy of it, and the two windows of a lesson."""
    lesson = next(iter(stage.state.library.all(Lesson)))
    stage.open(f"r2p://lessons/{lesson.id}")
    page = stage.page
    assert isinstance(page, LessonsPage)
    page._on_plan_teach_requested()
    stage.settle()
    presenter = page.presenter
    assert presenter is not None
    yield "lessons, presenter and projector"
    stage.close(presenter)
    page._on_plan_adapt_requested()
    stage.settle()
    yield "lessons, editor"


def live(stage: Stage) -> Iterator[str]:
    """The open room, in the lobby, at a question, and while votes are shown."""
    stage.open("r2p://live")
    page = stage.page
    assert isinstance(page, LivePage)
    asked = tuple(question.id for question in stage.state.library.all(QuestionBase))[:40]
    page.session._ports = (0,)  # any that is free
    page.session.open(stage.state.library, Wish(asked, Options(), LOOPBACK))
    stage.run.wait_until(lambda: page.session.is_open, "the room")
    stage.settle()
    yield "live, lobby"
    for phase in range(3):
        page.view.press("go_on")  # type: ignore[union-attr]
        stage.settle()
        yield f"live, phase {phase + 1}"
    page._on_view_close_requested()
    stage.settle()
    yield "live, closing"
    page.session.close()
    stage.run.wait_until(lambda: not page.session.is_open, "the room to be closed")
    stage.settle()


def palette(stage: Stage) -> Iterator[str]:
    """The search, empty and with something found."""
    stage.open("r2p://home")
    stage.shell.open_palette()
    overlay = stage.shell.palette_overlay
    assert overlay is not None
    stage.settle()
    yield "palette"
    QTest.keyClicks(overlay.first_focus(), "srebrenica")
    stage.settle()
    yield "palette, found"
    overlay.dismiss()


def reader(stage: Stage) -> Iterator[str]:
    """The bars and dialogs of a chapter."""
    stage.open("r2p://chapter/rwanda-warnings")
    view = stage.find(CaseReader)
    view.open_find()
    stage.settle()
    yield "reader, finding"
    stage.press(Qt.Key.Key_Escape)
    view.listen_bar._make = lambda _parent: None  # as on a machine without speech: another one fails at some instant
    view.listen()
    stage.settle()
    yield "reader, listening"
    stage.press(Qt.Key.Key_Escape)
    view.print_chapter()
    yield from _dialogs(stage, "reader, paper")


def timeline(stage: Stage) -> Iterator[str]:
    """The timeline as a table, its menu of filters, an event open."""
    stage.open("r2p://timeline?view=table")
    yield "timeline, table"
    stage.open("r2p://timeline")
    page = stage.page
    assert isinstance(page, TimelinePage)
    page.menu.open()
    stage.settle()
    yield "timeline, filters"
    stage.press(Qt.Key.Key_Escape)


def notes(stage: Stage) -> Iterator[str]:
    """A highlight, and the dialog in which a note is written."""
    words = "The clearest warnings came from inside."
    made = Annotation("a1", Kind.NOTE, "rwanda-warnings", "p1", 0, words, "", "", "To ask in class", NOON, NOON)
    stage.state.store.annotations.save(made)
    stage.open("r2p://notes")
    yield "notes, one"
    NoteDialog(made, stage.window).open()
    yield from _dialogs(stage, "note")


def dialogs(stage: Stage) -> Iterator[str]:
    """Dialogs about profiles and files."""
    session = stage.run.program.services.session
    stage.open("r2p://settings")
    for ask in (profile_dialogs.ask_new, profile_dialogs.ask_rename, profile_dialogs.ask_erase):
        ask(session, stage.window)
        yield from _dialogs(stage, ask.__name__)
    SavingDialog(_never_done(), stage.folder / "file.pdf", stage.window).open()
    yield from _dialogs(stage, "saving")


def _never_done() -> Work:
    yield Progress(1, 2)
    return b""


def _dialogs(stage: Stage, name: str) -> Iterator[str]:
    """Tell of the dialog that is open, and close it."""
    stage.settle()
    shown = [dialog for dialog in stage.window.findChildren(QDialog) if dialog.isVisible()]
    assert shown, name
    shown[0].activateWindow()
    stage.run.wait_until(shown[0].isActiveWindow, name)
    yield name
    stage.close(shown[0])


STATES: tuple[States, ...] = (
    *(linked, views_of_pages, questions, quiz, lab, other_task, lessons, live),
    *(palette, reader, timeline, notes, dialogs),
)
