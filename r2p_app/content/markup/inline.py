"""Inline tokens to spans."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from r2p_app.content.library import Citation
from r2p_app.content.links import Link, LinkError
from r2p_app.content.markup.tree import (
    CitationSpan,
    Emphasis,
    LineBreak,
    LinkSpan,
    Span,
    Strong,
    Text,
)
from r2p_app.content.problems import Faults, Place, shorten

MARKUP = re.compile(r"<[A-Za-z/!?]")
"""What begins an HTML tag, a comment or a declaration. Comparisons such as “n < 10” do not match."""

_SOURCE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


class Source:
    """The text being read; finds where something stands by looking for it from the last find on."""

    def __init__(self, text: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self._first_line = first_line
        self._row, self._column = 0, 0

    def go_to(self, row: int) -> None:
        """Begin to look at this row (from 0)."""
        self._row, self._column = row, 0

    def line(self, row: int) -> int:
        """Return the line number in the file."""
        return row + self._first_line

    def find(self, needle: str) -> Place:
        """Return where `needle` stands next; the row begun at if it is not found as written."""
        for row in range(self._row, min(self._row + 200, len(self.lines))):
            column = self.lines[row].find(needle, self._column if row == self._row else 0)
            if column >= 0:
                self._row, self._column = row, column + len(needle)
                return Place(self.line(row), column + 1)
        return Place(self.line(self._row), 1)


class SpanReader:
    """Makes spans of one text; note numbers run on from block to block."""

    def __init__(self, source: Source, faults: Faults) -> None:
        self._source = source
        self._faults = faults
        self._notes = 0

    def read(self, tokens: Sequence[Token]) -> tuple[Span, ...]:
        """Return the spans of an inline token's children."""
        return tuple(_joined(self._read(iter(tokens), "")))

    def _read(self, tokens: Iterator[Token], closer: str) -> Iterator[Span]:
        for token in tokens:
            if token.type == closer:
                return
            yield from self._span(token, tokens)

    def _span(self, token: Token, tokens: Iterator[Token]) -> Iterator[Span]:
        match token.type:
            case "text" | "text_special":
                yield Text(token.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield LineBreak()
            case "em_open":
                yield Emphasis(tuple(_joined(self._read(tokens, "em_close"))))
            case "strong_open":
                yield Strong(tuple(_joined(self._read(tokens, "strong_close"))))
            case "link_open":
                yield from self._link(token, tokens)
            case "citation":
                yield self._citation(token.content)
            case "image":
                self._misplaced(token)
                yield from self.read(token.children or ())

    def _link(self, token: Token, tokens: Iterator[Token]) -> Iterator[Span]:
        target = str(token.attrs.get("href", ""))
        spans = tuple(_joined(self._read(tokens, "link_close")))
        at = self._source.find(target)
        if not check_link(target, at, self._faults):
            yield from spans
        else:
            yield LinkSpan(target, spans, at.line, at.column)

    def _citation(self, content: str) -> Span:
        at = self._source.find("[@")
        parts = (part.strip().removeprefix("@") for part in " ".join(content.split()).split(";"))
        cited = [Citation.parse(part) for part in parts]
        sound = tuple(citation for citation in cited if _SOURCE.match(citation.source))
        if len(sound) < len(cited):
            wrong = next(citation.source for citation in cited if citation not in sound)
            hint = "write [@source-id, p. 3, ch. 8; other-id]: “;” stands between sources, “,” between places in one"
            self._faults.error(at, f"a citation of “{shorten(wrong)}”, which is no source id", hint, code="citation")
        if not sound:
            return Text(f"[{content}]")
        self._notes += 1
        return CitationSpan(self._notes, sound, at.line, at.column)

    def _misplaced(self, token: Token) -> None:
        at = self._source.find(str(token.attrs.get("src", "")))
        hint = "put it on a line of its own, with an empty line before and after"
        self._faults.error(at, "an embed in the middle of a text", hint, code="markup-embed")


def check_link(target: str, at: Place, faults: Faults) -> bool:
    """Report a link that leaves the program."""
    try:
        Link.parse(target)
    except LinkError as error:
        hint = "chapters link to records only, r2p://kind/id; addresses belong to the record of a source or document"
        faults.error(at, str(error), hint, code="link-scheme")
        return False
    return True


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Merge neighbouring texts."""
    held = ""
    for span in spans:
        if isinstance(span, Text):
            held += span.text
            continue
        if held:
            yield Text(held)
        held = ""
        yield span
    if held:
        yield Text(held)
