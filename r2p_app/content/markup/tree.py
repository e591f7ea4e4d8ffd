"""What a chapter becomes: a small tree of blocks and spans, with nothing in it that could be run or fetched."""

from collections.abc import Iterable, Iterator

import msgspec

from r2p_app.content.library import Citation
from r2p_app.content.problems import Problem


class Span(msgspec.Struct, frozen=True):
    """A piece of a line of text."""


class Text(Span, frozen=True):
    """Plain text; a line break in the file is a space here."""

    text: str


class LineBreak(Span, frozen=True):
    """A break the author asked for (two spaces or a backslash at the end of a line)."""


class Emphasis(Span, frozen=True):
    """Emphasised spans, usually italic."""

    spans: tuple[Span, ...]


class Strong(Span, frozen=True):
    """Strongly emphasised spans, usually bold."""

    spans: tuple[Span, ...]


class LinkSpan(Span, frozen=True):
    """Spans that open `link` (always `r2p://…`); `line` and `column` are those in the file."""

    link: str
    spans: tuple[Span, ...]
    line: int = 0
    column: int = 0


class CitationSpan(Span, frozen=True):
    """A note number and the sources behind it; numbers run through the chapter from 1."""

    number: int
    citations: tuple[Citation, ...]
    line: int = 0
    column: int = 0


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A block of a chapter: `anchor` is unique in it and survives edits elsewhere, `line` is that in the file."""

    anchor: str
    line: int


class Paragraph(Block, frozen=True, kw_only=True):
    """Running text."""

    spans: tuple[Span, ...]


class Heading(Block, frozen=True, kw_only=True):
    """A heading; the chapter's title is not among them, so levels begin at 2."""

    level: int
    spans: tuple[Span, ...]


class ListBlock(Block, frozen=True, kw_only=True):
    """A list; `start` is the first number of an ordered one."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


class Quote(Block, frozen=True, kw_only=True):
    """Words of others."""

    blocks: tuple[Block, ...]


class HateSpeech(Quote, frozen=True, kw_only=True):
    """Hate speech, quoted as evidence with its source (rule G8): framed as such, and never read aloud unasked."""


class Note(Block, frozen=True, kw_only=True):
    """A note in the margin, beside the block before it."""

    blocks: tuple[Block, ...]


class ContentNote(Block, frozen=True, kw_only=True):
    """A notice before hard material (rule G12)."""

    blocks: tuple[Block, ...]


class Embed(Block, frozen=True, kw_only=True):
    """A record shown in place: its kind, its id, and the caption."""

    kind: str
    item: str
    spans: tuple[Span, ...]
    column: int = 1


class Divider(Block, frozen=True, kw_only=True):
    """A break between two parts of a text."""


EMBEDDABLE = ("figure", "series", "place", "document", "question", "event", "comparison")
"""The kinds of record an image can show."""


class ChapterText(msgspec.Struct, frozen=True):
    """A parsed chapter and what is wrong with it."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()

    def walk(self) -> Iterator[Block]:
        """Yield every block, outer ones first, in the order of the text."""
        yield from walk(self.blocks)

    @property
    def citations(self) -> tuple[CitationSpan, ...]:
        """The notes in the order of their numbers."""
        return tuple(span for span in self.spans() if isinstance(span, CitationSpan))

    @property
    def links(self) -> tuple[LinkSpan, ...]:
        """The links in the order of the text."""
        return tuple(span for span in self.spans() if isinstance(span, LinkSpan))

    @property
    def anchors(self) -> frozenset[str]:
        """What a link's fragment can name."""
        return frozenset(block.anchor for block in self.walk())

    def spans(self) -> Iterator[Span]:
        """Yield every span of every block, outer ones first."""
        for block in self.walk():
            yield from walk_spans(spans_of(block))


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and the blocks inside them."""
    for block in blocks:
        yield block
        yield from walk(children(block))


def children(block: Block) -> tuple[Block, ...]:
    """Return the blocks directly inside."""
    if isinstance(block, ListBlock):
        return tuple(inner for item in block.items for inner in item)
    return block.blocks if isinstance(block, Quote | Note | ContentNote) else ()


def spans_of(block: Block) -> tuple[Span, ...]:
    """Return a block's own spans."""
    return block.spans if isinstance(block, Paragraph | Heading | Embed) else ()


def walk_spans(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans and the spans inside them."""
    for span in spans:
        yield span
        if isinstance(span, Emphasis | Strong | LinkSpan):
            yield from walk_spans(span.spans)


def span_text(spans: Iterable[Span]) -> str:
    """Return the words alone, without note numbers."""
    parts = (
        span.text if isinstance(span, Text) else " " if isinstance(span, LineBreak) else ""
        for span in walk_spans(spans)
    )
    return "".join(parts)


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the words of blocks, one line per block."""
    lines = (span_text(spans_of(block)) for block in walk(blocks))
    return "\n".join(line for line in lines if line)


def word_count(blocks: Iterable[Block]) -> int:
    """Count the words a reader reads, captions and notes included."""
    return len(plain_text(blocks).split())
