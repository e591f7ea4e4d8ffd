"""Sources as they are cited: in full at the end of a chapter, short in a margin."""

from typing import NamedTuple

from r2p_app.content.library import Citation, Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Source
from r2p_app.ui.widgets.typeset import Typesetter

_SHORT_TITLE = 72
"""Characters of a title that a margin has room for."""


class Cited(NamedTuple):
    """A source as it is cited: who, what, and what else helps to find it."""

    author: str
    title: str
    rest: str


def cited(source: Source, locator: str = "", *, short: bool = False) -> Cited:
    """Return the parts of a citation; `short` cuts long titles and leaves out publisher and symbol."""
    if short:
        return Cited(source.author, _short_title(source.title), _joined(_year(source), locator))
    return Cited(source.author, source.title, _joined(source.symbol, source.publisher, _year(source), locator))


def citation_text(library: Library, citation: Citation) -> str:
    """Return a citation in plain words, as one copies it."""
    source = library.find(citation.source, Source)
    if source is None:
        return citation.source
    author, title, rest = cited(source, citation.locator)
    return f"{_joined(author, title, rest)}."


def write_citation(setter: Typesetter, library: Library, citation: Citation, *, short: bool = False) -> None:
    """Write a citation into the present paragraph; its title opens the card of the source."""
    source = library.find(citation.source, Source)
    if source is None:
        setter.text(citation.source)
        return
    author, title, rest = cited(source, citation.locator, short=short)
    setter.text(f"{author}, ")
    setter.link(title, item_link("source", source.id))
    setter.text(f", {rest}." if rest else ".")


def _year(source: Source) -> str:
    """A year that the title already gives is not repeated."""
    return str(source.year) if source.year is not None and str(source.year) not in source.title else ""


def _short_title(title: str) -> str:
    return title if len(title) <= _SHORT_TITLE else f"{title[:_SHORT_TITLE].rsplit(' ', 1)[0].rstrip(' ,:;(')}…"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
