"""The markup of content as the data that `lib.typ` sets.

A block is an object with a `kind`; the words in it are `spans`: `{"text", "strong", "emphasis", "marked"}`, a note
number `{"number"}`, or a line break `{"break"}`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from r2p_app.content.markup import (
    Block,
    CitationSpan,
    ContentNote,
    Divider,
    Embed,
    Emphasis,
    HateSpeech,
    Heading,
    LineBreak,
    LinkSpan,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Span,
    Strong,
    Text,
    inline,
    span_text,
)
from r2p_app.content.markup.shown import numbers_after_stops

Json = dict[str, Any]  # Any: a JSON value


@dataclass(frozen=True, slots=True)
class Style:
    """What a document says by itself, in the language of the reader, and how words and records are written.

    `refine` sets words with typographic care, `record` gives the block of a record that stands in the text, `marks` the
    characters of a paragraph (by its anchor) that are highlighted.
    """

    notice: str
    hate_speech: str
    refine: Callable[[str], str] = str
    record: Callable[[Embed], Json | None] = lambda _embed: None
    marks: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)


def blocks_json(blocks: Iterable[Block], style: Style) -> list[Json]:
    """Return blocks as data, in their order; a record that cannot be shown is left out."""
    return [found for block in blocks if (found := _block(block, style)) is not None]


def _block(block: Block, style: Style) -> Json | None:
    made: Json | None = {"kind": "divider"} if isinstance(block, Divider) else None
    match block:
        case Heading():
            made = {"kind": "heading", "level": block.level, "spans": _spans(block, block.spans, style)}
        case Paragraph():
            made = {"kind": "paragraph", "spans": _spans(block, block.spans, style)}
        case ListBlock():
            items = [blocks_json(item, style) for item in block.items]
            made = {"kind": "list", "ordered": block.ordered, "start": block.start, "items": items}
        case Quote():
            label = style.hate_speech if isinstance(block, HateSpeech) else ""
            made = {"kind": "quote", "label": label, "blocks": blocks_json(block.blocks, style)}
        case Note():
            made = {"kind": "note", "blocks": blocks_json(block.blocks, style)}
        case ContentNote():
            made = {"kind": "notice", "title": style.notice, "blocks": blocks_json(block.blocks, style)}
        case Embed():
            made = style.record(block)
    return made


def field_json(text: str, style: Style) -> Json:
    """Return a short field of a record as a paragraph."""
    return {"kind": "paragraph", "spans": spans_json(inline(text), style)}


def spans_json(spans: Sequence[Span], style: Style, marks: Sequence[tuple[int, int]] = ()) -> list[Json]:
    """Return spans as data; `marks` are the characters of their words that are highlighted."""
    found: list[Json] = []
    at = 0
    for leaf in _leaves(tuple(spans)):
        if "text" not in leaf:
            found.append(leaf)
            at += "break" in leaf
        else:
            found += _cut(leaf, at, style.refine(leaf["text"]), marks)
            at += len(leaf["text"])
    return found


def _spans(block: Block, spans: Sequence[Span], style: Style) -> list[Json]:
    return spans_json(spans, style, style.marks.get(block.anchor, ()))


def _leaves(spans: tuple[Span, ...], *, strong: bool = False, emphasis: bool = False) -> Iterator[Json]:
    for span in numbers_after_stops(spans):
        match span:
            case Text():
                yield {"text": span.text, "strong": strong, "emphasis": emphasis}
            case LinkSpan():
                yield {"text": span_text(span.spans), "strong": strong, "emphasis": emphasis}
            case Emphasis():
                yield from _leaves(span.spans, strong=strong, emphasis=not emphasis)
            case Strong():
                yield from _leaves(span.spans, strong=True, emphasis=emphasis)
            case CitationSpan():
                yield {"number": span.number}
            case LineBreak():
                yield {"break": True}


def _cut(leaf: Json, at: int, words: str, marks: Sequence[tuple[int, int]]) -> Iterator[Json]:
    """Yield a text in pieces that are highlighted, or not, throughout; `refine` keeps the number of characters."""
    inside = {cut - at for mark in marks for cut in mark if at < cut < at + len(words)}
    edges = sorted({0, len(words), *inside})
    for start, end in pairwise(edges):
        is_marked = any(first <= at + start < last for first, last in marks)
        yield {**leaf, "text": words[start:end], "marked": is_marked}
