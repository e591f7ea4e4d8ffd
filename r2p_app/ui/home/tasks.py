"""What Home offers to do next, in words: for a learner, a teacher and an author, never more than three tasks."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from r2p_app.content.links import Link
from r2p_app.content.teaching import DecisionPoint
from r2p_app.learning.pick import DIAGNOSTIC
from r2p_app.store.settings import DAY_BOUNDARY, ROLE, Role
from r2p_app.ui.format import duration, plural
from r2p_app.ui.home.standing import OpenExercise, OpenRun, Standing, ToRead, quiz_minutes
from r2p_app.ui.home.words import day_words, quiz_detail, reading_detail
from r2p_app.ui.review.standing import due_today
from r2p_app.ui.state import AppState

translate = QCoreApplication.translate

_QUIZ = 10
"""Questions in the quiz that Home offers."""


class Task(NamedTuple):
    """One thing to do next: what it is, how much of it, and the words on the button; "" where there is nothing to do.

    `link` leads to a page; `path` names a file or folder instead, which the system opens. `beside` is a second button.
    """

    caption: str
    title: str
    detail: str = ""
    action: str = ""
    link: str = ""
    path: Path | None = None
    beside: "Task | None" = None


def tasks(state: AppState, now: Standing) -> tuple[Task, ...]:
    """Return what the person may do next, in the order of its weight."""
    return tuple(_FOR[Role(state.store.settings.get(ROLE))](state, now))


def _for_learner(state: AppState, now: Standing) -> Iterator[Task]:
    yield _reading(state, now)
    yield _quiz(state, now)
    if now.open_exercise is not None:
        yield _exercise(state, now.open_exercise)


def _for_teacher(state: AppState, _now: Standing) -> Iterator[Task]:
    from r2p_app.ui.home.teaching import teaching_tasks  # what reads lessons is imported for a teacher only

    yield from teaching_tasks(state)


def _for_author(state: AppState, _now: Standing) -> Iterator[Task]:
    from r2p_app.ui.home.authoring import authoring_tasks

    yield from authoring_tasks(state)


_FOR: Mapping[Role, Callable[[AppState, Standing], Iterator[Task]]] = {
    Role.LEARNER: _for_learner,
    Role.TEACHER: _for_teacher,
    Role.AUTHOR: _for_author,
}


def _reading(state: AppState, now: Standing) -> Task:
    if now.to_read is None:
        return _no_reading(has_read=any(case.chapters for case in now.cases))
    to_read = now.to_read
    detail = reading_detail(to_read, state.now(), state.store.settings.get(DAY_BOUNDARY))
    if now.is_new:
        where = f"{to_read.case.title}: {to_read.chapter.title}"
        action = translate("Home", "Start reading")
        return Task(translate("Home", "Begin here"), where, detail, action, str(to_read.link))
    again = to_read.read_at is not None
    action = translate("Home", "Continue reading") if again else translate("Home", "Read the next chapter")
    return Task(translate("Home", "Continue"), _numbered(to_read), detail, action, str(to_read.link))


def _no_reading(*, has_read: bool) -> Task:
    caption = translate("Home", "Reading")
    if not has_read:
        return Task(caption, translate("Home", "There is nothing to read yet"))
    title, action = translate("Home", "You have read every chapter"), translate("Home", "Open the case studies")
    return Task(caption, title, "", action, "r2p://case")


def _numbered(to_read: ToRead) -> str:
    text = translate("Home", "%1, chapter %2: %3").replace("%1", to_read.case.title)
    return text.replace("%2", str(to_read.number)).replace("%3", to_read.chapter.title)


def _quiz(state: AppState, now: Standing) -> Task:
    if now.open_run is not None:
        return _open_run(state, now.open_run)
    if due := len(due_today(state).due):
        title = plural(translate("Home", "%n question(s) due today", None, due))
        detail = quiz_detail(now, quiz_minutes(due, state.store.attempts.totals()))
        return Task(translate("Home", "Review"), title, detail, translate("Home", "Open the review"), "r2p://review")
    if now.diagnostic is not None:
        return _diagnostic(now)
    return _practice(state, now)


def _open_run(state: AppState, run: OpenRun) -> Task:
    title = translate("Home", "%1 of %2 answered").replace("%1", str(run.answered)).replace("%2", str(run.questions))
    day = day_words(run.run.started_at, state.now(), state.store.settings.get(DAY_BOUNDARY))
    begun = translate("Home", "begun %1").replace("%1", day)
    link = str(Link("quiz", ("run", run.run.id)))
    return Task(translate("Home", "Your quiz"), title, begun, translate("Home", "Go on"), link)


def _diagnostic(now: Standing) -> Task:
    assert now.diagnostic is not None
    title = plural(translate("Home", "%n short question(s) on %1", None, DIAGNOSTIC))
    detail = translate("Home", "%1 · they show what to look for and count for nothing")
    return Task(
        translate("Home", "Before you read"),
        title.replace("%1", now.diagnostic.title),
        detail.replace("%1", duration(quiz_minutes(DIAGNOSTIC, ()))),
        translate("Home", "Try them"),
        str(Link("quiz", ("diagnostic", now.diagnostic.id))),
    )


def _practice(state: AppState, now: Standing) -> Task:
    caption = translate("Home", "Quiz")
    if not now.questions:
        return Task(caption, translate("Home", "This content has no questions yet"))
    count = min(_QUIZ, now.questions)
    title = plural(translate("Home", "Practise %n question(s)", None, count))
    detail = quiz_detail(now, quiz_minutes(count, state.store.attempts.totals()))
    return Task(caption, title, detail, translate("Home", "Start a quiz"), "r2p://quiz")


def _exercise(state: AppState, begun: OpenExercise) -> Task:
    decision, exercise = begun
    day = day_words(exercise.changed_at, state.now(), state.store.settings.get(DAY_BOUNDARY))
    detail = translate("Home", "step %1 of 5 · worked on %2").replace("%1", str(exercise.step.number))
    return Task(
        translate("Home", "Decision lab"),
        decision.title,
        detail.replace("%2", day),
        translate("Home", "Go on"),
        str(exercise_link(decision, begun)),
    )


def exercise_link(decision: DecisionPoint, begun: OpenExercise) -> Link:
    """Return the link to the step at which an exercise was left."""
    return Link("lab", (decision.id, begun.exercise.step.value), (("exercise", begun.exercise.id),))
