"""Where records point: ids in fields, citations, links in texts and chapters, each with the place it stands at.

`references.references` answers "what may this record mention?" generously; here every pointer says what it must find.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from r2p_app.content import kinds, markup, model, teaching
from r2p_app.content.library import Citation
from r2p_app.content.links import Link, LinkError
from r2p_app.content.problems import Position
from r2p_app.content.questions import QuestionBase
from r2p_app.content.subjects import Leaf, Subject

PAGES = frozenset(
    (
        "home",
        "timeline",
        "case",
        "compare",
        "doctrine",
        "misconceptions",
        "lab",
        "quiz",
        "review",
        "statistics",
        "lessons",
        "live",
        "notes",
        "library",
        "settings",
        "problems",
        "welcome",
    )
)
"""The pages a link may open besides records; `r2p_app.ui.routes` says what they are."""

CASE_TABS = frozenset(("read", "timeline", "map", "people", "documents", "figures", "criteria", "lens"))

_EVIDENCE = ("event", "document", "figure", "series", "source", "actor", "decision")
POINTS: Mapping[tuple[type[msgspec.Struct], str], tuple[str, ...]] = {
    (model.Lane, "case"): ("case",),
    (model.Term, "see_also"): ("term",),
    (model.Event, "lanes"): ("lane",),
    (model.Event, "place"): ("place",),
    (model.Event, "actors"): ("actor",),
    (model.Event, "documents"): ("document",),
    (model.Movement, "path"): ("place",),
    (model.Movement, "figure"): ("figure",),
    (model.Movement, "events"): ("event",),
    (teaching.LensEntry, "events"): ("event",),
    (teaching.CriterionReading, "evidence"): _EVIDENCE,
    (teaching.ComparisonAnswer, "evidence"): _EVIDENCE,
    (teaching.ComparisonRow, "seen_in"): (*_EVIDENCE, "chapter", "criterion"),
    (teaching.Guide, "comparison"): ("comparison",),
    (teaching.GuideOutcome, "term"): ("term",),
    (teaching.GuideOutcome, "examples"): (*_EVIDENCE, "chapter"),
    (teaching.Misconception, "chapters"): ("chapter",),
    (teaching.Pairing, "ground"): ("event",),
    (teaching.Pairing, "council"): ("event",),
    (teaching.StoryStep, "lanes"): ("lane",),
    (teaching.StoryStep, "event"): ("event",),
    (teaching.Discussion, "objectives"): ("objective",),
    (teaching.Lesson, "objectives"): ("objective",),
    (teaching.LessonStep, "uses"): (),
    (teaching.DecisionPoint, "place"): ("place",),
    (teaching.DecisionPoint, "documents"): ("document",),
    (teaching.SequenceStep, "decision"): ("decision",),
    (model.Case, "lane"): ("lane",),
    (model.Case, "chapters"): ("chapter",),
    (model.Chapter, "objectives"): ("objective",),
    (model.Chapter, "check"): ("question",),
    (QuestionBase, "objective"): ("objective",),
}
"""Which kinds an id in a field may be of; none means any."""

_LINK = re.compile(r"r2p://[^\s)\]>\"]+")


class Pointer(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A place in a file that names a record; `kinds` are those it may be of (none: any)."""

    owner: str
    target: str
    kinds: tuple[str, ...]
    line: int
    column: int
    fragment: str = ""


class BadLink(NamedTuple):
    """A link that cannot lead anywhere, whatever the pack holds."""

    at: Position
    message: str
    hint: str


def pointers(subject: Subject) -> Iterator[Pointer | BadLink]:
    """Yield everything the record points to, in the order of the file."""
    for leaf in subject.leaves:
        yield from _of_leaf(subject.id, leaf)
    if subject.text is not None:
        yield from of_chapter(subject.id, subject.text)


def _of_leaf(owner: str, leaf: Leaf) -> Iterator[Pointer | BadLink]:
    allowed = _allowed(leaf)
    if leaf.shape.cites:
        yield Pointer(owner, Citation.parse(leaf.text).source, ("source",), leaf.line, leaf.column)
    elif allowed is not None:
        if leaf.text:
            yield Pointer(owner, leaf.text, allowed, leaf.line, leaf.column)
    else:
        yield from of_text(owner, leaf.text, leaf)


def _allowed(leaf: Leaf) -> tuple[str, ...] | None:
    types = (QuestionBase,) if isinstance(leaf.owner, QuestionBase) else (type(leaf.owner),)
    return next((POINTS[type_, leaf.key] for type_ in types if (type_, leaf.key) in POINTS), None)


def of_text(owner: str, text: str, at: Position) -> Iterator[Pointer | BadLink]:
    """Yield what a short text links to."""
    for match in _LINK.finditer(text):
        yield from of_link(owner, match.group().rstrip(".,;:!?"), at)


def of_chapter(owner: str, text: markup.ChapterText) -> Iterator[Pointer | BadLink]:
    """Yield what a chapter's text embeds, links to and cites."""
    for block in text.walk():
        if isinstance(block, markup.Embed):
            yield Pointer(owner, block.item, (block.kind,), block.line, block.column)
    for span in text.spans():
        if isinstance(span, markup.LinkSpan):
            yield from of_link(owner, span.link, span)
        elif isinstance(span, markup.CitationSpan):
            for citation in span.citations:
                yield Pointer(owner, citation.source, ("source",), span.line, span.column)


def of_link(owner: str, text: str, at: Position) -> Iterator[Pointer | BadLink]:
    """Yield what a link names: the record, the chapter inside a case, records in its query."""
    try:
        link = Link.parse(text)
    except LinkError as error:
        yield BadLink(at, str(error), "for instance r2p://event/ev-arusha-accords")
        return
    if link.page == "case":
        yield from _of_case_link(owner, link, at)
    elif link.page in kinds.BY_NAME:
        yield from _of_record_link(owner, link, at)
    elif link.page == "timeline" and link.parts:
        yield from _of_timeline_link(owner, link, at)
    elif link.page not in PAGES:
        allowed = ", ".join(sorted(PAGES | kinds.BY_NAME.keys()))
        yield BadLink(at, f"“{link}” names no page and no kind of record", f"allowed: {allowed}")
    for name, value in link.query:
        if name in kinds.BY_NAME:
            yield Pointer(owner, value, (name,), at.line, at.column)


def _of_record_link(owner: str, link: Link, at: Position) -> Iterator[Pointer | BadLink]:
    if len(link.parts) == 1:
        yield Pointer(owner, link.parts[0], (link.page,), at.line, at.column, link.fragment)
    else:
        yield BadLink(at, f"“{link}” does not name one record", f"write r2p://{link.page}/id")


def _of_timeline_link(owner: str, link: Link, at: Position) -> Iterator[Pointer | BadLink]:
    if link.parts[0] == "story" and len(link.parts) > 1:
        yield Pointer(owner, link.parts[1], ("story",), at.line, at.column)
    else:
        yield BadLink(at, f"the timeline has no part “{link.parts[0]}”", "for instance r2p://timeline/story/story-id/1")


def _of_case_link(owner: str, link: Link, at: Position) -> Iterator[Pointer | BadLink]:
    if link.parts:
        yield Pointer(owner, link.parts[0], ("case",), at.line, at.column)
    if len(link.parts) > 1 and link.parts[1] not in CASE_TABS:
        yield BadLink(at, f"a case has no tab “{link.parts[1]}”", f"allowed: {', '.join(sorted(CASE_TABS))}")
    elif len(link.parts) > 2:
        yield Pointer(owner, link.parts[2], ("chapter",), at.line, at.column, link.fragment)
