"""The learner's own notes among the finds: few enough to be looked through at every key."""

from r2p_app.content.folding import FoldedText
from r2p_app.content.links import Link
from r2p_app.content.model import Chapter
from r2p_app.notes.annotation import Annotation
from r2p_app.search.passages import Passage
from r2p_app.search.query import Query
from r2p_app.ui.state import AppState

KIND = "note"


def own_notes(state: AppState, query: Query) -> list[Passage]:
    """Return the notes, highlights and bookmarks in which every phrase is found."""
    if (query.kinds and KIND not in query.kinds) or not (query.phrases or query.kinds):
        return []
    found = (_passage(state, annotation) for annotation in state.store.annotations.all())
    return [passage for passage in found if _fits(passage, query)]


def _passage(state: AppState, annotation: Annotation) -> Passage:
    chapter = state.library.find(annotation.item, Chapter)
    title = chapter.title if chapter is not None else annotation.quote[:60]
    case = state.library.case_of(annotation.item) if chapter is not None else ""
    link = Link("notes") if chapter is None else Link("chapter", (annotation.item,), (), annotation.anchor)
    text = " · ".join(part for part in (annotation.note, annotation.quote) if part)
    return Passage(KIND, case, str(link), title, " ".join(text.split()))


def _fits(passage: Passage, query: Query) -> bool:
    if query.cases and passage.case not in query.cases:
        return False
    folded = FoldedText(f"{passage.title} {passage.text}")
    return all(folded.occurrences(" ".join(phrase)) for phrase in query.phrases)
