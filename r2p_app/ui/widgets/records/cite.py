"""Sources as they are cited: in full at the end of a chapter, short in a margin, briefly where they are known."""

import enum

from r2p_app.content.library import Citation, Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Source
from r2p_app.ui.widgets.typeset import Typesetter

_SHORT_TITLE = 72
"""Characters of a title that a margin has room for."""


class Length(enum.Enum):
    """How much of a source is written: everything; who, what and when; or what tells it from others."""

    FULL = "full"
    SHORT = "short"
    BRIEF = "brief"


def citation_text(library: Library, citation: Citation, length: Length = Length.FULL) -> str:
    """Return a citation in plain words."""
    source = library.find(citation.source, Source)
    if source is None:
        return citation.source
    before, linked, after = _parts(source, citation.locator, length)
    return _ended(", ".join(part for part in (before, linked, after) if part))


def write_citation(setter: Typesetter, library: Library, citation: Citation, length: Length = Length.FULL) -> None:
    """Write a citation into the present paragraph; its title opens the card of the source."""
    source = library.find(citation.source, Source)
    if source is None:
        setter.text(citation.source)
        return
    before, linked, after = _parts(source, citation.locator, length)
    setter.text(f"{before}, " if before else "")
    setter.link(linked, item_link("source", source.id))
    setter.text(_ended(f", {after}") if after else _ended(linked)[len(linked) :])


def _parts(source: Source, locator: str, length: Length) -> tuple[str, str, str]:
    """Return what stands before the linked words, these words, and what follows them."""
    match length:
        case Length.FULL:
            return source.author, source.title, _joined(source.symbol, source.publisher, _year(source), locator)
        case Length.SHORT:
            return source.author, _short_title(source.title), _joined(_year(source), locator)
        case Length.BRIEF:
            return "", source.symbol or f"{source.author} {source.year or ''}".strip(), locator


def _year(source: Source) -> str:
    """A year that the title already gives is not repeated."""
    return str(source.year) if source.year is not None and str(source.year) not in source.title else ""


def _short_title(title: str) -> str:
    return title if len(title) <= _SHORT_TITLE else f"{title[:_SHORT_TITLE].rsplit(' ', 1)[0].rstrip(' ,:;(')}…"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _ended(text: str) -> str:
    return text if text.endswith(("…", ".", "?")) else f"{text}."
