"""Where in the pack an event is taken up: paragraphs of chapters, decisions of its day, questions, pairings."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from r2p_app.content import markup
from r2p_app.content.library import Library
from r2p_app.content.links import Link, LinkError
from r2p_app.content.model import Case, Chapter, Event
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import DecisionPoint, Objective, Pairing
from r2p_app.timeline.delay import Pair, pairs_of


class Passage(NamedTuple):
    """The first paragraph of a chapter that links to an event: its anchor, and the heading it stands under."""

    chapter: Chapter
    case: str
    anchor: str
    heading: str

    @property
    def link(self) -> Link:
        """The link that opens the chapter there."""
        return Link("case", (self.case, "read", self.chapter.id), (), self.anchor)


def passages(library: Library, event: Event) -> list[Passage]:
    """Return where chapters speak of an event, in the order of cases and chapters, one place a chapter."""
    found: list[Passage] = []
    for case in library.cases:
        for chapter in library.chapters(case):
            if chapter.id in library.mentions(event.id):
                found += list(_in_chapter(chapter, case, event.id))[:1]
    return found


def _in_chapter(chapter: Chapter, case: Case, event_id: str) -> Iterator[Passage]:
    heading = ""
    for block in _text(chapter).blocks:
        if isinstance(block, markup.Heading):
            heading = markup.span_text(block.spans)
        if event_id in _linked(block):
            yield Passage(chapter, case.id, block.anchor, heading)


def _linked(block: markup.Block) -> set[str]:
    """Return the ids to which a block, or a block inside it, links."""
    found: set[str] = set()
    for inner in markup.walk((block,)):
        if isinstance(inner, markup.Embed):
            found.add(inner.item)
        for span in markup.walk_spans(markup.spans_of(inner)):
            if isinstance(span, markup.LinkSpan):
                link = Link.parse(span.link)
                found.update((*link.parts, *(value for _, value in link.query)))
    return found


@lru_cache(maxsize=64)
def _text(chapter: Chapter) -> markup.ChapterText:
    return markup.parse(chapter.body, chapter.body_line)


def decisions(library: Library, event: Event) -> list[DecisionPoint]:
    """Return the decisions that had to be taken on the day of an event, in its case."""
    case = library.case_of(event.id)
    return [one for one in library.all(DecisionPoint, case) if one.date == event.date]


def questions(library: Library, event: Event) -> dict[str, list[str]]:
    """Return the ids of questions that an event answers, by topic. Never their words: these could give the answer.

    A question belongs to an event when it points to it, to a document of it, or to a paragraph that links to it.
    """
    own = {event.id, *event.documents}
    here = _anchors(library, event)
    found: dict[str, list[str]] = {}
    for question, named, fragment in _answers(library):
        if named & own or any(fragment in here[chapter] for chapter in named & here.keys()):
            objective = library.find(question.objective, Objective)
            topic = (objective.short or objective.text) if objective is not None else ""
            found.setdefault(topic, []).append(question.id)
    return found


@lru_cache(maxsize=2)
def _answers(library: Library) -> list[tuple[QuestionBase, frozenset[str], str]]:
    """Return for every question what its answer is linked to: ids, and the paragraph of a chapter."""
    found: list[tuple[QuestionBase, frozenset[str], str]] = []
    for question in library.all(QuestionBase):
        try:
            link = Link.parse(question.see)
        except LinkError:
            continue
        found.append((question, frozenset((*link.parts, *(value for _, value in link.query))), link.fragment))
    return found


def _anchors(library: Library, event: Event) -> Mapping[str, set[str]]:
    """Return the anchors of all paragraphs that link to an event, by chapter."""
    found: dict[str, set[str]] = {}
    for chapter_id in library.mentions(event.id):
        if (chapter := library.find(chapter_id, Chapter)) is not None:
            blocks = markup.walk(_text(chapter).blocks)
            found[chapter_id] = {block.anchor for block in blocks if event.id in _linked(block)}
    return found


def pairs(library: Library, event: Event) -> list[Pair]:
    """Return the pairings that an event is part of, with the days between."""
    wanted = [one for one in library.all(Pairing) if event.id in (one.ground, one.council)]
    return pairs_of(library, wanted)
