"""The narrator's words: every text of a record that is ours, without what stands in quotation marks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from r2p_app.content import markup
from r2p_app.content.model import Document, Term
from r2p_app.content.problems import Position
from r2p_app.content.questions import Gap, ShortAnswer
from r2p_app.content.subjects import Subject
from r2p_app.content.teaching import Misconception

_NOT_OURS: frozenset[tuple[type[msgspec.Struct], str]] = frozenset(
    (
        (Document, "title"),  # titles are quoted as they are
        (Term, "aliases"),  # words a reader may meet elsewhere and look up
        (Misconception, "claim"),
        (ShortAnswer, "accepted"),
        (ShortAnswer, "near_misses"),
        (Gap, "accepted"),
        (Gap, "near_misses"),
    )
)
_OPENING = re.compile(r"[“„«\"]|‘|(?<!\w)'|(?<![\w*])\*(?=[^\s*])")
_CLOSING = {
    "“": re.compile("”"),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    '"': re.compile('"'),
    "‘": re.compile(r"’(?!\w)"),  # not the apostrophe in “don’t”
    "'": re.compile(r"'(?!\w)"),
    "*": re.compile(r"\*(?![\w*])"),
}


class Passage(NamedTuple):
    """A text, the record and key it belongs to ("" for a chapter's body), and where it stands."""

    text: str
    owner: msgspec.Struct
    key: str
    at: Position

    @property
    def narrated(self) -> str:
        """The text with quotations and titles in italics blanked out."""
        return without_quotations(self.text)


class _Line(NamedTuple):
    line: int
    column: int = 1


def without_quotations(text: str) -> str:
    """Put spaces in the place of quotations; a mark that is not closed quotes nothing.

    Takes time in proportion to the text: a mark found to be unclosed once is not looked for again.
    """
    parts: list[str] = []
    done = start = 0
    unclosed: set[str] = set()
    while (opening := _OPENING.search(text, start)) is not None:
        start, mark = opening.end(), opening.group()
        closing = None if mark in unclosed else _CLOSING[mark].search(text, start)
        if closing is None:
            unclosed.add(mark)
            continue
        parts += (text[done : opening.start()], " " * (closing.end() - opening.start()))
        done = start = closing.end()
    return "".join((*parts, text[done:]))


def passages(subject: Subject) -> Iterator[Passage]:
    """Yield the texts of a record that a reader takes for the program's own words."""
    for leaf in subject.leaves:
        if leaf.shape.translate and (type(leaf.owner), leaf.key) not in _NOT_OURS:
            yield Passage(leaf.text, leaf.owner, leaf.key, leaf)
    if subject.text is not None:
        for block in _own(subject.text.blocks):
            spans = markup.spans_of(block)
            if spans:
                yield Passage(_marked(spans), subject.item, "", _Line(block.line))


def _own(blocks: tuple[markup.Block, ...]) -> Iterator[markup.Block]:
    """Walk past quotations: they are words of others."""
    for block in blocks:
        if not isinstance(block, markup.Quote):
            yield block
            yield from _own(markup.children(block))


def _marked(spans: tuple[markup.Span, ...]) -> str:
    """Return the words, with italics between asterisks as in short fields."""
    parts = (
        f"*{markup.span_text(span.spans)}*" if isinstance(span, markup.Emphasis) else markup.span_text((span,))
        for span in spans
    )
    return "".join(parts)


def sentences(text: str) -> Iterator[str]:
    """Split at full stops and the like, followed by a space and a capital, a digit or a quotation mark."""
    yield from re.split(r"(?<=[.!?…”’])\s+(?=[A-ZÀ-Ž0-9“‘\"])", " ".join(text.split()))
