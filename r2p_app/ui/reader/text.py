"""Chapters as parsed text, and what follows from it: anchors in order, the words that can be marked."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from r2p_app.content import markup
from r2p_app.content.markup import Block, ChapterText, ContentNote, Embed, Note
from r2p_app.content.markup.shown import shown_words
from r2p_app.content.model import Chapter
from r2p_app.notes.text import MarkedText, Passage


@lru_cache(maxsize=64)
def _parsed(body: str, first_line: int) -> ChapterText:
    return markup.parse(body, first_line)


def text_of(chapter: Chapter) -> ChapterText:
    """Return the parsed text of a chapter; parsed once while it stays the same."""
    return _parsed(chapter.body, chapter.body_line)


@lru_cache(maxsize=64)
def _marked(body: str, first_line: int) -> MarkedText:
    return MarkedText(tuple(passages(_parsed(body, first_line).blocks)))


def marked_text(chapter: Chapter) -> MarkedText:
    """Return the words of a chapter that a learner can mark: its running text, as it is shown."""
    return _marked(chapter.body, chapter.body_line)


def passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Yield the words of blocks that are running text, and of the blocks in them."""
    for block in blocks:
        if isinstance(block, Note | ContentNote | Embed):
            continue
        if spans := markup.spans_of(block):
            yield Passage(block.anchor, shown_words(spans))
        yield from passages(markup.children(block))


def places(text: ChapterText) -> tuple[str, ...]:
    """Return the anchors of the blocks one reads in order; notes stand beside another block."""
    return tuple(block.anchor for block in text.blocks if not isinstance(block, Note))


def place_of(text: ChapterText, anchor: str) -> str:
    """Return the block in which an anchor lies, "" for an unknown anchor; for a note, the block it stands beside."""
    found = ""
    for block in text.blocks:
        if not isinstance(block, Note):
            found = block.anchor
        if any(inner.anchor == anchor for inner in markup.walk((block,))):
            return found
    return ""


def next_heading(text: ChapterText, block: Block) -> str:
    """Return the anchor of the next heading after a block, "" when there is none."""
    after = text.blocks[text.blocks.index(block) + 1 :]
    return next((other.anchor for other in after if isinstance(other, markup.Heading)), "")
