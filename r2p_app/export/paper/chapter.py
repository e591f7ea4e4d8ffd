"""A chapter as the data of the template `chapter`: text, records, and its sources as endnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from r2p_app.content import markup
from r2p_app.content.citations import Length, citation_text
from r2p_app.content.library import Library
from r2p_app.content.markup import CitationSpan
from r2p_app.content.model import Case, Chapter
from r2p_app.export.paper.blocks import Json, Style, blocks_json, field_json
from r2p_app.export.paper.setting import PaperSize

TEMPLATE = "chapter"

_SLASH = re.compile(r"(?<=\w)/(?=\w)")


@dataclass(frozen=True, slots=True)
class Words:
    """What the document says by itself, in the language of the reader; `page` has %1 and %2 for numbers."""

    language: str
    facts: str
    before: str
    sources: str
    page: str
    source: str


def chapter_json(
    library: Library, case: Case, chapter: Chapter, style: Style, words: Words, *, paper: PaperSize = PaperSize.A4
) -> Json:
    """Return the data of a chapter."""
    text = markup.parse(chapter.body, chapter.body_line)
    notice = {"kind": "notice", "title": words.before, "blocks": [field_json(chapter.content_note, style)]}
    return {
        "paper": paper.value,
        "language": words.language,
        "case": style.refine(case.title),
        "title": style.refine(chapter.title),
        "facts": words.facts,
        "page": words.page,
        "blocks": [notice, *blocks_json(text.blocks, style)],
        "sources": words.sources,
        "endnotes": list(_endnotes(text.citations, library, style)),
        "source": words.source,
    }


def joined(text: str) -> str:
    """Return a text whose lines are not broken after a slash, which tears document symbols apart."""
    return _SLASH.sub("/\N{WORD JOINER}", text)


def _endnotes(notes: Sequence[CitationSpan], library: Library, style: Style) -> Iterator[Json]:
    """Yield every note; a source is given in full the first time."""
    seen: set[str] = set()
    for note in notes:
        parts: list[str] = []
        for citation in note.citations:
            length = Length.SHORT if citation.source in seen else Length.FULL
            parts.append(joined(style.refine(citation_text(library, citation, length))))
            seen.add(citation.source)
        yield {"number": note.number, "text": " ".join(parts)}
