"""What Home offers a teacher: the lesson used last, the one after it, and a vote."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from r2p_app.content.links import Link
from r2p_app.content.teaching import Lesson
from r2p_app.store.errors import StoreError
from r2p_app.store.settings import LAST_LESSON
from r2p_app.ui.format import plural
from r2p_app.ui.home.tasks import Task
from r2p_app.ui.lessons.words import case_of, minutes_words
from r2p_app.ui.state import AppState

translate = QCoreApplication.translate


def teaching_tasks(state: AppState) -> Iterator[Task]:
    """Yield what a teacher may do next."""
    lessons, last = state.library.all(Lesson), last_lesson(state)
    if last is not None:
        yield _lesson(state, translate("Home", "Your last lesson"), last)
    coming = lesson_after(last, lessons)
    if coming is not None:
        caption = translate("Home", "The next lesson") if last is not None else translate("Home", "Begin with a lesson")
        yield _lesson(state, caption, coming)
    if last is None:
        yield _all_lessons(len(lessons))
    yield Task(
        translate("Home", "Live quiz"),
        translate("Home", "Let the class answer from their phones"),
        translate("Home", "over the network of the room; nothing leaves it"),
        translate("Home", "Prepare a live quiz"),
        "r2p://live",
    )


def last_lesson(state: AppState) -> Lesson | None:
    """Return the lesson taught or adapted last, if it is still there."""
    name = state.store.settings.get(LAST_LESSON)
    found = state.library.find(name, Lesson) if name else None
    if found is not None or not name:
        return found
    try:
        own = state.store.lessons.all(state.library)
    except StoreError:  # the page of lessons says what is wrong with the folder
        return None
    return next((file.lesson for file in own if file.lesson is not None and file.lesson.id == name), None)


def lesson_after(last: Lesson | None, lessons: Sequence[Lesson]) -> Lesson | None:
    """Return the lesson that follows in the content; a teacher's own copy stands where its model stands."""
    if last is None:
        return next(iter(lessons), None)
    places = (i for i, lesson in enumerate(lessons) if lesson.id == last.id or lesson.objectives == last.objectives)
    place = next(places, len(lessons))
    return next(iter(lessons[place + 1 :]), None)


def _lesson(state: AppState, caption: str, lesson: Lesson) -> Task:
    case = case_of(lesson, state.library)
    length = minutes_words(sum(step.minutes for step in lesson.steps))
    detail = f"{case.title} · {length}" if case is not None else length
    return Task(caption, lesson.title, detail, translate("Home", "Open the plan"), str(Link("lessons", (lesson.id,))))


def _all_lessons(count: int) -> Task:
    caption = translate("Home", "Lessons")
    if not count:
        title = translate("Home", "This content has no lessons yet")
        return Task(caption, title, "", translate("Home", "Bring one in"), "r2p://lessons")
    title = plural(translate("Home", "%n lesson(s) with plan, projector view and handout", None, count))
    return Task(caption, title, "", translate("Home", "See all lessons"), "r2p://lessons")
