"""Chapters as parsed text, and what follows from it: anchors in order."""

from functools import lru_cache

from r2p_app.content import markup
from r2p_app.content.markup import Block, ChapterText, Note
from r2p_app.content.model import Chapter


@lru_cache(maxsize=64)
def _parsed(body: str, first_line: int) -> ChapterText:
    return markup.parse(body, first_line)


def text_of(chapter: Chapter) -> ChapterText:
    """Return the parsed text of a chapter; parsed once while it stays the same."""
    return _parsed(chapter.body, chapter.body_line)


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
