"""What can be found in the content: each record, and each paragraph of a chapter, with the link that opens it.

A question is found by its prompt and its objective, never by an answer, a rationale or a key.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from r2p_app.content import markup
from r2p_app.content.folding import fold
from r2p_app.content.library import Entry, Library
from r2p_app.content.links import Link, item_link
from r2p_app.content.markup import inline, span_text
from r2p_app.content.model import Case, Chapter
from r2p_app.content.teaching import Objective


class Passage(NamedTuple):
    """Something to be found. `kind` is that of the content; `link` opens it."""

    kind: str
    case: str
    link: str
    title: str
    text: str = ""


Text = Callable[[Any], str]  # Any: each entry of the table takes the record type of its own kind

TEXTS: Mapping[str, tuple[Text, Text]] = {
    "case": (lambda item: item.title, lambda item: f"{item.subtitle} {item.one_line}"),
    "chapter": (lambda item: item.title, lambda item: item.summary),
    "actor": (lambda item: item.name, lambda item: f"{item.role} {item.note}"),
    "term": (lambda item: item.term, lambda item: f"{' '.join(item.aliases)} {item.definition}"),
    "document": (
        lambda item: f"{item.symbol} {item.title}",
        lambda item: " ".join((item.summary, item.why_it_matters, *(point.point for point in item.key_points))),
    ),
    "event": (lambda item: item.title, lambda item: f"{item.summary} {item.disputed}"),
    "place": (lambda item: item.name, lambda item: item.why),
    "movement": (lambda item: item.title, lambda item: item.text),
    "decision": (lambda item: item.title, lambda item: f"{item.seat} {item.situation}"),
    "sequence": (lambda item: item.title, lambda item: f"{item.seat} {item.introduction}"),
    "lesson": (lambda item: item.title, lambda item: f"{item.summary} {' '.join(s.heading for s in item.steps)}"),
    "misconception": (lambda item: item.claim, lambda item: item.correction),
    "comparison": (
        lambda item: item.title,
        lambda item: " ".join((item.introduction, *(row.question for row in item.rows))),
    ),
    "guide": (lambda item: item.title, lambda item: item.introduction),
    "story": (lambda item: item.title, lambda item: item.summary),
    "discussion": (lambda item: item.question, lambda _item: ""),
    "figure": (lambda item: item.label, lambda item: f"{item.unit} {item.note}"),
    "series": (lambda item: item.title, lambda item: f"{item.question} {item.unit}"),
    "criterion": (lambda item: item.question, lambda item: f"{item.argument_yes} {item.argument_no}"),
    "view": (lambda item: item.title, lambda item: f"{item.text} {item.reply}"),
    "source": (lambda item: item.title, lambda item: f"{item.author} {item.symbol} {item.year or ''}"),
}
"""Title and text by kind, the kinds that people look for first at the top; kinds that are left out cannot be found."""

ORDER = (*TEXTS, "question")
"""The kinds in the order in which equals are listed."""

PARAGRAPH = "chapter"
"""A paragraph is found as a part of its chapter; its link has the anchor."""


def passages(library: Library) -> Iterator[Passage]:
    """Yield everything that can be found, kind by kind in their order, the paragraphs of chapters last."""
    by_kind: dict[str, list[Entry]] = {kind: [] for kind in ORDER}
    for entry in library:
        if entry.kind in by_kind:
            by_kind[entry.kind].append(entry)
    for entries in by_kind.values():
        yield from (_of_entry(entry, library) for entry in entries)
    for entry in by_kind["chapter"]:
        yield from _of_paragraphs(entry)


def _of_entry(entry: Entry, library: Library) -> Passage:
    if entry.kind == "question":
        return _of_question(entry, library)
    title, text = TEXTS[entry.kind]
    link = item_link(entry.kind, entry.id)
    return Passage(entry.kind, _case(entry), link, plain(title(entry.item)), plain(text(entry.item)))


def _case(entry: Entry) -> str:
    return entry.id if isinstance(entry.item, Case) else entry.case


def _of_question(entry: Entry, library: Library) -> Passage:
    item: Any = entry.item  # Any: one of the question kinds
    objective = library.find(item.objective, Objective)
    topic = objective.text if objective is not None else ""
    hidden = "" if _gives_away(item, topic) else topic
    return Passage("question", entry.case, item_link("question", entry.id), plain(item.prompt), hidden)


def _gives_away(question: Any, topic: str) -> bool:  # Any: one of the question kinds
    """Tell whether a form of the answer stands in the words of the topic."""
    gaps = getattr(question, "gaps", ())
    forms = [*getattr(question, "accepted", ()), *(form for gap in gaps for form in gap.accepted)]
    return any(fold(form) in fold(topic) for form in forms)


def _of_paragraphs(entry: Entry) -> Iterator[Passage]:
    """Each paragraph of a chapter under the chapter's name."""
    chapter = entry.item
    assert isinstance(chapter, Chapter)
    for anchor, words in paragraphs(chapter):
        place = Link("chapter", (chapter.id,), (), anchor)
        yield Passage(PARAGRAPH, entry.case, str(place), chapter.title, words)


def paragraphs(chapter: Chapter) -> Iterator[tuple[str, str]]:
    """Yield the anchor and the words of each paragraph of a chapter."""
    text = markup.parse(chapter.body, chapter.body_line, chapter.id)
    for block in text.walk():
        if words := span_text(markup.spans_of(block)).strip():
            yield block.anchor, words


def plain(text: str) -> str:
    """Return the words of a short field without its markup."""
    return " ".join(span_text(inline(text)).split())
