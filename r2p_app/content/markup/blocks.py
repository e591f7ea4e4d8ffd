"""Block tokens to blocks, and the anchors by which blocks are found again."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator

from markdown_it.token import Token

from r2p_app.content.links import Link
from r2p_app.content.markup.dialect import CONTENT_NOTE, HATE_SPEECH, NOTE, parser
from r2p_app.content.markup.foreign import report_foreign
from r2p_app.content.markup.inline import Source, SpanReader, check_link
from r2p_app.content.markup.tree import (
    EMBEDDABLE,
    Block,
    ChapterText,
    CitationSpan,
    ContentNote,
    Divider,
    Embed,
    HateSpeech,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Span,
    Text,
    plain_text,
    span_text,
    spans_of,
    walk,
    walk_spans,
)
from r2p_app.content.problems import Faults, Place, shorten

_ANCHOR_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_GROUPS: dict[str, type[Quote | Note | ContentNote]] = {
    "blockquote_open": Quote,
    f"container_{NOTE}_open": Note,
    f"container_{CONTENT_NOTE}_open": ContentNote,
    f"container_{HATE_SPEECH}_open": HateSpeech,
}


def parse(body: str, first_line: int = 1, file: str = "") -> ChapterText:
    """Return the tree of a chapter's text, which begins on `first_line` of `file`."""
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    faults = Faults(file)
    source = Source(text, first_line)
    report_foreign(source, faults)
    blocks = _BlockReader(source, faults).read(iter(parser().parse(text)), "")
    return ChapterText(tuple(blocks), tuple(sorted(faults.found)))


class _BlockReader:
    def __init__(self, source: Source, faults: Faults) -> None:
        self._source = source
        self._faults = faults
        self._spans = SpanReader(source, faults)
        self._anchors: set[str] = set()
        self._repeated: Counter[str] = Counter()

    def read(self, tokens: Iterator[Token], closer: str) -> Iterator[Block]:
        """Yield blocks up to the token `closer`."""
        for token in tokens:
            if token.type == closer:
                return
            if (block := self._block(token, tokens)) is not None:
                yield block

    def _block(self, token: Token, tokens: Iterator[Token]) -> Block | None:
        reader = _READERS.get(token.type)
        return reader(self, token, tokens) if reader else None

    def _line(self, token: Token) -> int:
        return self._source.line(token.map[0] if token.map else 0)

    def _inline(self, tokens: Iterator[Token]) -> tuple[Token, int]:
        """Take the inline token and the closing one after it; return the first and its line."""
        token = next(tokens)
        next(tokens)
        self._source.go_to(token.map[0] if token.map else 0)
        return token, self._line(token)

    def _paragraph(self, _opening: Token, tokens: Iterator[Token]) -> Block | None:
        token, line = self._inline(tokens)
        inner = token.children or []
        if len(inner) == 1 and inner[0].type == "image":
            return self._embed(inner[0], line)
        spans, anchor = self._without_anchor(self._spans.read(inner), line)
        return Paragraph(anchor=self._anchor(anchor, span_text(spans), line), line=line, spans=spans)

    def _heading(self, opening: Token, tokens: Iterator[Token]) -> Block:
        token, line = self._inline(tokens)
        level = int(opening.tag[1:])
        if level == 1:
            hint = "the title stands in the front matter; begin with “##”"
            self._faults.error(Place(line, 1), "a heading of the first level", hint, code="markup-heading")
        spans, anchor = self._without_anchor(self._spans.read(token.children or []), line)
        text = span_text(spans)
        if not text.strip():
            self._faults.error(Place(line, 1), "a heading without words", code="markup-heading")
        return Heading(anchor=self._anchor(anchor, text, line), line=line, level=max(level, 2), spans=spans)

    def _list(self, token: Token, tokens: Iterator[Token]) -> Block:
        ordered = token.type == "ordered_list_open"
        closer = token.type.replace("_open", "_close")
        items: list[tuple[Block, ...]] = []
        for inner in tokens:
            if inner.type == closer:
                break
            items.append(tuple(self.read(tokens, "list_item_close")))
        line = self._line(token)
        text = "list " + plain_text(block for item in items for block in item)
        start = int(token.attrs.get("start", 1)) if ordered else 1
        return ListBlock(
            anchor=self._anchor("", text, line), line=line, items=tuple(items), ordered=ordered, start=start
        )

    def _divider(self, token: Token, _tokens: Iterator[Token]) -> Block:
        line = self._line(token)
        return Divider(anchor=self._anchor("", f"divider {len(self._anchors)}", line), line=line)

    def _group(self, token: Token, tokens: Iterator[Token]) -> Block:
        type_ = _GROUPS[token.type]
        line = self._line(token)
        blocks = tuple(self.read(tokens, token.type.replace("_open", "_close")))
        if not blocks:
            self._faults.error(
                Place(line, 1), "nothing stands inside", "write a text or delete it", code="markup-empty"
            )
        if type_ is HateSpeech and not _is_cited(blocks):
            message, hint = "quoted hate speech names no source", "end it with [@source-id, locator]"
            self._faults.error(Place(line, 1), message, hint, code="markup-hate-speech")
        anchor = self._anchor("", f"{type_.__name__} {plain_text(blocks)}", line)
        return type_(anchor=anchor, line=line, blocks=blocks)

    def _embed(self, token: Token, line: int) -> Block | None:
        target = str(token.attrs.get("src", ""))
        spans = self._spans.read(token.children or [])
        at = self._source.find(target)
        if not check_link(target, at, self._faults):
            return None
        link = Link.parse(target)
        if link.page not in EMBEDDABLE or len(link.parts) != 1:
            hint = f"r2p://kind/id with one of: {', '.join(EMBEDDABLE)}"
            self._faults.error(at, f"“{target}” cannot be shown in a chapter", hint, code="markup-embed")
            return None
        anchor = self._anchor("", f"embed {target}", line)
        return Embed(anchor=anchor, line=line, kind=link.page, item=link.parts[0], spans=spans, column=at.column)

    def _without_anchor(self, spans: tuple[Span, ...], line: int) -> tuple[tuple[Span, ...], str]:
        """Take `{#name}` from the end of a text."""
        last = spans[-1] if spans else None
        text = last.text.rstrip() if isinstance(last, Text) else ""
        start = text.rfind("{#")
        if not text.endswith("}") or start < 0:
            return spans, ""
        name, rest = text[start + 2 : -1], text[:start].rstrip()
        if not _ANCHOR_NAME.match(name):
            message = f"“{shorten(name)}” cannot be an anchor"
            self._faults.error(Place(line, 1), message, "lower case, digits and hyphens", code="markup-anchor")
            return spans, ""
        return (*spans[:-1], *((Text(rest),) if rest else ())), name

    def _anchor(self, explicit: str, text: str, line: int) -> str:
        if explicit and explicit in self._anchors:
            self._faults.error(Place(line, 1), f"the anchor “{explicit}” is used twice", code="markup-anchor")
        name = explicit or "p" + hashlib.blake2s(" ".join(text.split()).encode(), digest_size=5).hexdigest()
        unique = name
        while unique in self._anchors:
            self._repeated[name] += 1
            unique = f"{name}-{self._repeated[name] + 1}"
        self._anchors.add(unique)
        return unique


def _is_cited(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(span, CitationSpan) for block in walk(blocks) for span in walk_spans(spans_of(block)))


_READERS: dict[str, Callable[[_BlockReader, Token, Iterator[Token]], Block | None]] = {
    "paragraph_open": _BlockReader._paragraph,
    "heading_open": _BlockReader._heading,
    "bullet_list_open": _BlockReader._list,
    "ordered_list_open": _BlockReader._list,
    "hr": _BlockReader._divider,
    **dict.fromkeys(_GROUPS, _BlockReader._group),
}
