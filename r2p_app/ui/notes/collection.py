"""Every mark of a learner in the order of the content, with its chapter and where it stands there today."""

from collections.abc import Sequence
from dataclasses import dataclass

from r2p_app.content.folding import fold
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.notes.placing import Lost, place
from r2p_app.ui.reader.text import marked_text


@dataclass(frozen=True, slots=True)
class Kept:
    """A mark; `chapter` and `case` are None where the content has lost the chapter, `anchor` is "" for lost words."""

    annotation: Annotation
    case: Case | None = None
    chapter: Chapter | None = None
    anchor: str = ""

    @property
    def link(self) -> str:
        """The link to the place; to the chapter where the words are lost, "" where the chapter is."""
        if self.case is None or self.chapter is None:
            return ""
        return str(Link("case", (self.case.id, "read", self.chapter.id), (), self.anchor))

    def has(self, words: Sequence[str]) -> bool:
        """Tell whether every one of these folded words is in the quotation, the note or the title."""
        title = self.chapter.title if self.chapter is not None else ""
        text = fold(f"{self.annotation.quote} {self.annotation.note} {title}")
        return all(word in text for word in words)


def collect(library: Library, annotations: Sequence[Annotation]) -> tuple[Kept, ...]:
    """Return the marks chapter by chapter, in each as they stand in the text; those without a chapter come last."""
    by_item: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        by_item.setdefault(annotation.item, []).append(annotation)
    found: list[Kept] = []
    for case in library.cases:
        for chapter in library.chapters(case):
            found += _in_chapter(case, chapter, by_item.pop(chapter.id, []))
    return (*found, *(Kept(annotation) for rest in by_item.values() for annotation in rest))


def chosen(kept: Sequence[Kept], kind: Kind | None, words: str) -> tuple[Kept, ...]:
    """Return the marks of a kind (None: of all kinds) in which the words are found, in whatever spelling."""
    wanted = fold(words).split()
    return tuple(each for each in kept if kind in (None, each.annotation.kind) and each.has(wanted))


def _in_chapter(case: Case, chapter: Chapter, annotations: Sequence[Annotation]) -> list[Kept]:
    if not annotations:
        return []
    text = marked_text(chapter)
    placed: list[tuple[int, Kept]] = []
    for annotation in annotations:
        placement = place(annotation, text)
        if isinstance(placement, Lost):
            placed.append((len(text.whole), Kept(annotation, case, chapter)))
        else:
            start = placement.extent.start
            placed.append((start, Kept(annotation, case, chapter, text.locate(start)[0])))
    return [each for _, each in sorted(placed, key=lambda one: one[0])]
