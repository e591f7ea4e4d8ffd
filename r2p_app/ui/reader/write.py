"""From the blocks of a chapter to set text, with a record of where each block and each link came to stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from r2p_app.content.markup import (
    Block,
    CitationSpan,
    Divider,
    HateSpeech,
    Heading,
    LinkSpan,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    walk_spans,
)
from r2p_app.content.markup.shown import numbers_after_stops
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.spans import write_spans
from r2p_app.ui.widgets.typeset import Typesetter

_BEFORE = 14
_BEFORE_HEADING = {2: 30, 3: 22}
_STEP = 26
"""Pixels by which lists and quotations are set in."""


@dataclass
class Places:
    """Where blocks begin (paragraph numbers), and where their words, links and note numbers stand (characters)."""

    blocks: dict[str, int] = field(default_factory=dict)
    spans: list[tuple[int, LinkSpan | CitationSpan]] = field(default_factory=list)
    words: dict[str, tuple[int, int]] = field(default_factory=dict)
    raised: list[tuple[int, int]] = field(default_factory=list)

    def clear(self) -> None:
        """Forget them: the text is set anew."""
        self.blocks.clear()
        self.spans.clear()
        self.words.clear()

    def passage_at(self, position: int) -> str:
        """Return the paragraph in which a character stands, or the first after it; the last one at the end."""
        found = (anchor for anchor, (_, end) in self.words.items() if position <= end)
        return next(found, next(reversed(self.words), ""))

    def extent(self, start: int, end: int) -> tuple[tuple[str, int], tuple[str, int]] | None:
        """Return the words between two characters: from which character of a paragraph, up to which of which."""
        inside = [anchor for anchor, (first, last) in self.words.items() if first < end and last > start]
        if not inside:
            return None
        return (inside[0], self._character(inside[0], start)), (inside[-1], self._character(inside[-1], end))

    def _character(self, anchor: str, position: int) -> int:
        first, last = self.words[anchor]
        position = min(max(position, first), last)
        return position - first - self._raised_between(first, position)

    def position(self, anchor: str, character: int) -> int | None:
        """Return where a character of a paragraph's words stands; None for a paragraph that is not here."""
        if anchor not in self.words:
            return None
        start, end = self.words[anchor]
        position = start + character
        for first, last in self.raised:
            if start <= first < position:
                position += last - first
        return min(position, end)

    def _raised_between(self, start: int, end: int) -> int:
        return sum(min(last, end) - first for first, last in self.raised if start <= first < end)


def write_blocks(setter: Typesetter, blocks: Iterable[Block], places: Places | None = None) -> None:
    """Write blocks one under the other; embeds and notes are not text and are left to others."""
    writer = _Writer(setter, places or Places())
    writer.places.clear()
    for block in blocks:
        writer.block(block, indent=0)
    writer.places.raised = setter.raised


class _Writer:
    def __init__(self, setter: Typesetter, places: Places) -> None:
        self.setter, self.places = setter, places

    def block(self, block: Block, indent: float) -> None:
        match block:
            case Heading():
                role = TextRole.H2 if block.level == 2 else TextRole.H3
                self.setter.paragraph(before=_BEFORE_HEADING.get(block.level, 22), role=role)
                self._spans(block, block.spans)
            case Paragraph():
                self.setter.paragraph(before=_BEFORE, indent=indent)
                self._spans(block, block.spans)
            case ListBlock():
                self._list(block, indent)
            case Quote():
                if isinstance(block, HateSpeech):
                    self._label(block, indent + _STEP)
                for inner in block.blocks:
                    self.block(inner, indent + _STEP)
                    self.places.blocks.setdefault(block.anchor, self.places.blocks.get(inner.anchor, 0))
            case Divider():
                self.setter.paragraph(before=_BEFORE, indent=indent)
                self.places.blocks[block.anchor] = self.setter.block_number
                self.setter.text("•  •  •", tone="ink-2")

    def _label(self, block: Block, indent: float) -> None:
        self.setter.paragraph(before=_BEFORE, indent=indent, role=TextRole.SMALL_STRONG)
        self.places.blocks[block.anchor] = self.setter.block_number
        self.setter.text(QCoreApplication.translate("Reader", "Hate speech, quoted as evidence"), tone="note")

    def _list(self, block: ListBlock, indent: float) -> None:
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}." if block.ordered else "•"
            for index, inner in enumerate(item):
                if index == 0 and isinstance(inner, Paragraph):
                    self.setter.paragraph(before=_BEFORE / 2, indent=indent + _STEP, hang=_STEP * 0.75)
                    self.places.blocks.setdefault(block.anchor, self.setter.block_number)
                    self.setter.text(f"{mark}\t")
                    self._spans(inner, inner.spans)
                else:
                    self.block(inner, indent + _STEP)

    def _spans(self, block: Block, spans: tuple[Span, ...]) -> None:
        self.places.blocks[block.anchor] = self.setter.block_number
        first = self.setter.position
        for span in numbers_after_stops(spans):
            start = self.setter.position
            write_spans(self.setter, (span,))
            self._note_span(span, start)
        self.places.words[block.anchor] = first, self.setter.position

    def _note_span(self, span: Span, start: int) -> None:
        """Inner links of emphasised words count from where those words begin: near enough to find their line."""
        if isinstance(span, LinkSpan | CitationSpan):
            self.places.spans.append((start, span))
        else:
            inner = (found for found in walk_spans((span,)) if isinstance(found, LinkSpan | CitationSpan))
            self.places.spans.extend((start, found) for found in inner)
