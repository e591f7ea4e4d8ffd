"""Sources as they are cited: in full at the end of a chapter, short in a margin, briefly where they are known."""

import enum
from typing import NamedTuple

from r2p_app.content.library import Citation, Library
from r2p_app.content.model import Source

_SHORT_TITLE = 72
"""Characters of a title that a margin has room for."""


class Length(enum.Enum):
    """How much of a source is written: everything; who, what and when; or what tells it from others."""

    FULL = "full"
    SHORT = "short"
    BRIEF = "brief"


class Parts(NamedTuple):
    """A citation around the words that name the work: what stands before them, they, and what follows."""

    before: str
    work: str
    after: str


def citation_text(library: Library, citation: Citation, length: Length = Length.FULL) -> str:
    """Return a citation in plain words; the id alone where there is no such source."""
    source = library.find(citation.source, Source)
    if source is None:
        return citation.source
    return ended(_joined(*citation_parts(source, citation.locator, length)))


def citation_parts(source: Source, locator: str, length: Length) -> Parts:
    """Return the parts of a citation, so that the work can be made a link."""
    match length:
        case Length.FULL:
            return Parts(source.author, source.title, _joined(source.symbol, source.publisher, _year(source), locator))
        case Length.SHORT:
            return Parts(source.author, _short_title(source.title), _joined(_year(source), locator))
        case Length.BRIEF:
            return Parts("", source.symbol or f"{source.author} {source.year or ''}".strip(), locator)


def ended(text: str) -> str:
    """Return the text with a full stop, unless it ends already."""
    return text if text.endswith(("…", ".", "?")) else f"{text}."


def _year(source: Source) -> str:
    """A year that the title already gives is not repeated."""
    return str(source.year) if source.year is not None and str(source.year) not in source.title else ""


def _short_title(title: str) -> str:
    return title if len(title) <= _SHORT_TITLE else f"{title[:_SHORT_TITLE].rsplit(' ', 1)[0].rstrip(' ,:;(')}…"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
