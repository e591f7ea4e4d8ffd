"""Every page, dialog and state of the program, one after another, with the shipped content.

Pages, tabs, chapters, records and kinds of questions are derived from their tables: what is added there is walked too.
A state of a page that no link opens needs its line in `STATES`; dialogs, panels and faults are in `seldom.py`.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt

from r2p_app.commands.offscreen import NOON
from r2p_app.commands.screenshots import routes
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import DecisionPoint, Lesson
from r2p_app.lab.exercise import STEPS
from r2p_app.learning.attempts import Mode
from r2p_app.learning.questions import key
from r2p_app.learning.request import Request
from r2p_app.live.events import Options
from r2p_app.live.opening import Wish
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.ui.lab.advise import AdviseStep
from r2p_app.ui.lab.exercise_view import IN_CLASS, OTHER_TASK, ExerciseView
from r2p_app.ui.lab.weigh import WeighStep
from r2p_app.ui.notes.editor import NoteDialog
from r2p_app.ui.pages.lessons import LessonsPage
from r2p_app.ui.pages.live import LivePage
from r2p_app.ui.pages.quiz import QuizPage
from r2p_app.ui.pages.timeline import TimelinePage
from r2p_app.ui.quiz.question import QuestionView
from r2p_app.ui.quiz.question import Stage as Asked
from r2p_app.ui.reader.view import CaseReader
from tests.accessibility.stage import Stage, States

DECISION = "dp-unamir-cut"
LOOPBACK = "127.0.0.1"


def linked(stage: Stage) -> Iterator[str]:
    """Whatever a link opens: pages, tabs, chapters, comparisons, a record and a question of each kind."""
    chapters = 0
    for link in routes(stage.state.library):
        chapters += link.startswith("r2p://chapter/")
        if link.startswith("r2p://chapter/") and chapters % stage.parts != stage.part:
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
    folder = stage.state.store.lessons.folder
    (folder / "damaged.yaml").write_text("lessons:\n- {id: l-own-x}\n", encoding="utf-8")
    stage.open("r2p://lessons")
    yield "lessons, a damaged file"
    (folder / "damaged.yaml").unlink()


def live(stage: Stage) -> Iterator[str]:
    """The open room, in the lobby, at a question, and while votes are shown."""
    stage.open("r2p://live")
    page = stage.page
    assert isinstance(page, LivePage)
    asked = tuple(question.id for question in stage.state.library.all(QuestionBase))[:40]
    page.session._opener = replace(page.session._opener, ports=(0,))  # any that is free
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
    yield from stage.dialogs("reader, paper")


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
    yield from stage.dialogs("note")


STATES: tuple[States, ...] = (
    *(linked, views_of_pages, questions, quiz, lab, other_task, lessons, live),
    *(reader, timeline, notes),
)
