"""Finds as the palette lists them: what each is, and the words around what was looked for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.search.excerpt import Excerpt, excerpt
from r2p_app.search.passages import Passage
from r2p_app.search.query import Query
from r2p_app.ui.search.filters import understood
from r2p_app.ui.search.hit import Hit
from r2p_app.ui.search.own import KIND as OWN
from r2p_app.ui.search.service import Search
from r2p_app.ui.text import kind_label

translate = QCoreApplication.translate

_NAMED, _RANK = 0, 4
"""Below pages and commands whose name was typed, above those that only hold the letters somewhere."""


def hits(search: Search, library: Library, typed: str, open_link: Callable[[str], object]) -> Iterator[Hit]:
    """Yield what was found in the content; nothing is looked up until something is typed."""
    query = understood(typed, library)
    for passage in search.find(query):
        rank = _NAMED if query.names(passage.title) and "#" not in passage.link else _RANK
        opener = _opener(open_link, passage.link)
        yield Hit(passage.title, _detail(passage, library), opener, rank, _more(passage, query))


def _more(passage: Passage, query: Query) -> Callable[[], Excerpt]:
    """The excerpt is worked out for rows that are seen."""
    return lambda: excerpt(passage.text, query)


def _detail(passage: Passage, library: Library) -> str:
    kind = translate("Palette", "Your note") if passage.kind == OWN else kind_label(passage.kind)
    if passage.kind == "chapter" and Link.parse(passage.link).fragment:
        kind = translate("Palette", "Paragraph")
    case = library.find(passage.case, Case)
    return f"{kind} · {case.title}" if case is not None and passage.kind != "case" else kind


def _opener(open_link: Callable[[str], object], link: str) -> Callable[[], object]:
    return lambda: open_link(link)
