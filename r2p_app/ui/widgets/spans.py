"""From the spans of content to set text: the one place where authors' markup becomes links and emphasis."""

from collections.abc import Iterable

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.markup import (
    CitationSpan,
    Emphasis,
    LineBreak,
    LinkSpan,
    Span,
    Strong,
    Text,
    inline,
    span_text,
)
from r2p_app.content.markup.shown import numbers_after_stops
from r2p_app.ui.widgets.typeset import Typesetter

NOTE = "note"
"""The page in links to note numbers, which only the reader of a chapter understands."""

_WITH_CARD = frozenset({"actor", "term", "place", "source", "figure"})
"""Kinds that open a small card: their links are dotted, because reading goes on in place."""


def write_field(setter: Typesetter, text: str) -> None:
    """Write a short field of a record into the present paragraph."""
    write_spans(setter, inline(text))


def write_spans(setter: Typesetter, spans: Iterable[Span], *, strong: bool = False, emphasis: bool = False) -> None:
    """Write spans into the present paragraph."""
    for span in numbers_after_stops(tuple(spans)):
        match span:
            case Text():
                setter.text(span.text, strong=strong, emphasis=emphasis)
            case Emphasis():
                write_spans(setter, span.spans, strong=strong, emphasis=not emphasis)
            case Strong():
                write_spans(setter, span.spans, strong=True, emphasis=emphasis)
            case LinkSpan():
                setter.link(span_text(span.spans), span.link, dotted=opens_card(span.link), strong=strong)
            case CitationSpan():
                setter.raised_link(str(span.number), note_link(span.number))
            case LineBreak():
                setter.line_break()


def opens_card(link: str) -> bool:
    """Tell whether a link opens a small card instead of a page."""
    return Link.parse(link).page in _WITH_CARD


def note_link(number: int) -> str:
    """Return the link of a note number; the reader resolves it to the sources behind it."""
    return str(Link(NOTE, (str(number),)))


def describe(library: Library, link: str) -> str:
    """Return a few plain words about the record a link names, "" where there are none to give."""
    from r2p_app.ui.widgets.records.summary import summary

    target = Link.parse(link)
    return summary(library, target.parts[-1]) if target.parts and target.parts[-1] in library else ""
