"""A person's own notes and lessons among the finds: few enough to be looked through at every key."""

from collections.abc import Iterable

from r2p_app.content.folding import FoldedText
from r2p_app.content.links import Link
from r2p_app.content.model import Chapter
from r2p_app.content.teaching import Lesson
from r2p_app.notes.annotation import Annotation
from r2p_app.search.passages import TEXTS, Passage, plain
from r2p_app.search.query import Query
from r2p_app.store.errors import StoreError
from r2p_app.ui.state import AppState

KIND = "note"
LESSON = "lesson"


def own_notes(state: AppState, query: Query) -> list[Passage]:
    """Return the notes, highlights and bookmarks in which every phrase is found."""
    if query.kinds and KIND not in query.kinds:
        return []
    return fitting((_passage(state, annotation) for annotation in state.store.annotations.all()), query)


def _passage(state: AppState, annotation: Annotation) -> Passage:
    chapter = state.library.find(annotation.item, Chapter)
    title = chapter.title if chapter is not None else annotation.quote[:60]
    case = state.library.case_of(annotation.item) if chapter is not None else ""
    link = Link("notes") if chapter is None else Link("chapter", (annotation.item,), (), annotation.anchor)
    text = " · ".join(part for part in (annotation.note, annotation.quote) if part)
    return Passage(KIND, case, str(link), title, " ".join(text.split()))


def own_lessons(state: AppState) -> tuple[Passage, ...]:
    """Return the lessons in a teacher's own folder as they can be found now; none where it cannot be read."""
    try:
        files = state.store.lessons.all(state.library)
    except StoreError:
        return ()
    return tuple(of_lesson(file.lesson) for file in files if file.lesson is not None)


def of_lesson(lesson: Lesson) -> Passage:
    """Return an own lesson as something to be found: it is no record, so that its link is that of its page."""
    title, text = (plain(write(lesson)) for write in TEXTS[LESSON])
    return Passage(LESSON, "", str(Link("lessons", (lesson.id,))), title, text)


def fitting(passages: Iterable[Passage], query: Query) -> list[Passage]:
    """Return those that answer."""
    return [passage for passage in passages if _is_kind(passage, query) and _fits(passage, query)]


def _is_kind(passage: Passage, query: Query) -> bool:
    return bool(query.phrases or query.kinds) and (not query.kinds or passage.kind in query.kinds)


def _fits(passage: Passage, query: Query) -> bool:
    if query.cases and passage.case not in query.cases:
        return False
    folded = FoldedText(f"{passage.title} {passage.text}")
    return all(folded.occurrences(" ".join(phrase)) for phrase in query.phrases)
