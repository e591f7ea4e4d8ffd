"""Chapters as Markdown, turned into a tree of blocks and spans that a window can draw and a check can walk.

    text = markup.parse(chapter.body, chapter.body_line)
    for block in text.blocks: ...          # Paragraph, Heading, ListBlock, Quote, Note, ContentNote, Embed, Divider
    for span in block.spans: ...           # Text, Emphasis, Strong, LinkSpan, CitationSpan, LineBreak
    text.citations, text.links, text.anchors, text.problems
    markup.inline(event.summary)           # spans of a short field: text, emphasis, strong, links
    markup.plain_text(text.blocks), markup.word_count(text.blocks)

What authors write: `[@source-id, locator; other]` (CitationSpan, numbered through the chapter), `[words](r2p://…)`
(LinkSpan), `![caption](r2p://series/ser-x)` alone in a paragraph (Embed), `::: note` … `:::` (Note),
`::: content-note` … `:::` (ContentNote), `::: hate-speech` … `:::` (HateSpeech, a Quote), `{#name}` at the end of a
heading or paragraph (its anchor). A block without a name has an anchor made from its text, so it stays the same until
that text changes.

Nothing here is HTML, and no link leaves the program: such things become problems and their words stay as text.
"""

from r2p_app.content.markup.blocks import parse
from r2p_app.content.markup.short import inline
from r2p_app.content.markup.tree import (
    EMBEDDABLE,
    Block,
    ChapterText,
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
    children,
    plain_text,
    span_text,
    spans_of,
    walk,
    walk_spans,
    word_count,
)

__all__ = [
    "EMBEDDABLE",
    "Block",
    "ChapterText",
    "CitationSpan",
    "ContentNote",
    "Divider",
    "Embed",
    "Emphasis",
    "HateSpeech",
    "Heading",
    "LineBreak",
    "LinkSpan",
    "ListBlock",
    "Note",
    "Paragraph",
    "Quote",
    "Span",
    "Strong",
    "Text",
    "children",
    "inline",
    "parse",
    "plain_text",
    "span_text",
    "spans_of",
    "walk",
    "walk_spans",
    "word_count",
]
