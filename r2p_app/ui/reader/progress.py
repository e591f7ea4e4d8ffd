"""How far a learner has come: read from the store, kept in the store."""

from collections.abc import Iterable, Mapping

from r2p_app.content.library import Library
from r2p_app.content.model import Case, Chapter
from r2p_app.store import Store
from r2p_app.store.records import ChapterProgress
from r2p_app.ui.reader.text import places, text_of

Progress = Mapping[str, ChapterProgress]


def is_finished(progress: Progress, chapter: Chapter) -> bool:
    """Tell whether a chapter was read to its end."""
    known = progress.get(chapter.id)
    return known is not None and known.finished_at is not None


def share_read(progress: Progress, library: Library, case: Case) -> float:
    """Return the part of a case that was read, from 0 to 1; longer chapters weigh more.

    Chapters not begun are not parsed for this.
    """
    chapters = library.chapters(case)
    read = sum(len(chapter.body) * _share(progress, chapter) for chapter in chapters)
    return read / max(1, sum(len(chapter.body) for chapter in chapters))


def chapter_to_open(progress: Progress, library: Library, case: Case) -> Chapter | None:
    """Return the chapter read last, the one after it if it was finished, the first of a case not begun."""
    chapters = library.chapters(case)
    begun = [chapter for chapter in chapters if chapter.id in progress]
    if not begun:
        return chapters[0] if chapters else None
    last = max(begun, key=lambda chapter: progress[chapter.id].read_at)
    index = chapters.index(last) + is_finished(progress, last)
    return chapters[index] if index < len(chapters) else last


def place_to_open(progress: Progress, chapter: Chapter) -> str:
    """Return the anchor at which to go on with a chapter, "" for its beginning."""
    known = progress.get(chapter.id)
    if known is None or known.finished_at is not None:
        return ""
    text = places(text_of(chapter))
    return known.anchor if known.anchor in text[1:] else ""


def keep(store: Store, chapter: Chapter, anchor: str, seen: Iterable[str]) -> bool:
    """Save where the reader is and what was seen; return whether that is news."""
    text = places(text_of(chapter))
    if not text:
        return False
    at, seen = anchor or text[0], frozenset(seen)
    known = store.reading.progress(chapter.id)
    is_end = text[-1] in seen and (known is None or known.finished_at is None)
    is_news = is_end or known is None or not seen <= known.seen
    if is_news or known is None or known.anchor != at:
        with store.transaction():
            if is_end:
                store.reading.finish(chapter.id, text[-1])
            store.reading.read(chapter.id, at, seen)
    return is_news


def _share(progress: Progress, chapter: Chapter) -> float:
    known = progress.get(chapter.id)
    if known is None:
        return 0.0
    return 1.0 if known.finished_at is not None else known.share(places(text_of(chapter)))
