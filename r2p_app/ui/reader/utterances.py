"""What is read aloud of a chapter, paragraph by paragraph. Quoted hate speech is never read unasked (rule G8)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from r2p_app.content import markup
from r2p_app.content.markup import Block, Embed, HateSpeech, Note, spans_of
from r2p_app.content.markup.shown import shown_words
from r2p_app.content.model import Chapter
from r2p_app.ui.reader.text import text_of


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words to be spoken, and the paragraph they are; `is_withheld` until a person asks for them."""

    anchor: str
    words: str
    is_withheld: bool = False


def utterances(chapter: Chapter) -> tuple[Utterance, ...]:
    """Return what is read aloud of a chapter, from its title on; authors' notes stand outside the text."""
    title = Utterance("", f"{chapter.title}. {markup.span_text(markup.inline(chapter.content_note))}")
    return title, *_utterances(text_of(chapter).blocks, is_withheld=False)


def _utterances(blocks: Iterable[Block], *, is_withheld: bool) -> Iterator[Utterance]:
    for block in blocks:
        if isinstance(block, Note):
            continue
        words = shown_words(spans_of(block)).strip()
        if words and not isinstance(block, Embed):
            yield Utterance(block.anchor, words, is_withheld)
        yield from _utterances(markup.children(block), is_withheld=is_withheld or isinstance(block, HateSpeech))
