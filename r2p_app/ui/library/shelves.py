"""What the library lists: the kinds, in their order, and a line for each record."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.folding import fold
from r2p_app.content.library import Library
from r2p_app.content.model import Actor, Document, Place, Source, Term
from r2p_app.ui.text import label
from r2p_app.ui.widgets.records.summary import title


class Shelf(NamedTuple):
    """One kind of record: its name in links, its title, its type."""

    kind: str
    title: str
    type: type[Term | Actor | Place | Document | Source]

    @property
    def words(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("Library", self.title)


SHELVES = (
    Shelf("term", str(QT_TRANSLATE_NOOP("Library", "Glossary")), Term),
    Shelf("actor", str(QT_TRANSLATE_NOOP("Library", "People and bodies")), Actor),
    Shelf("place", str(QT_TRANSLATE_NOOP("Library", "Places")), Place),
    Shelf("document", str(QT_TRANSLATE_NOOP("Library", "Documents")), Document),
    Shelf("source", str(QT_TRANSLATE_NOOP("Library", "Sources")), Source),
)


class Row(NamedTuple):
    """A record in the list: what it is called, what it is, and the folded words by which it is found."""

    id: str
    title: str
    detail: str
    words: str
    cases: frozenset[str]


def rows(library: Library, shelf: Shelf) -> tuple[Row, ...]:
    """Return the records of a shelf, in the order of their titles, in whatever spelling."""
    made = (_row(library, item) for item in library.all(shelf.type))
    return tuple(sorted(made, key=lambda row: fold(row.title)))


def _row(library: Library, item: Term | Actor | Place | Document | Source) -> Row:
    name, detail = title(library, item.id), _detail(item)
    known = {library.case_of(one) for one in (item.id, *library.mentions(item.id))} - {""}
    return Row(item.id, name, detail, fold(f"{name} {detail} {_more(item)}"), frozenset(known))


def _detail(item: Term | Actor | Place | Document | Source) -> str:
    match item:
        case Actor():
            return " · ".join(part for part in (label(item.kind), item.years) if part)
        case Document():
            return item.body
        case Source():
            return ", ".join(str(part) for part in (item.author, item.year) if part)
        case Place():
            return item.why
        case Term():
            return ", ".join(item.aliases)


def _more(item: Term | Actor | Place | Document | Source) -> str:
    match item:
        case Actor():
            return f"{item.role} {item.note}"
        case Document():
            return item.summary
        case Source():
            return f"{item.symbol} {item.publisher}"
        case Term():
            return item.definition
        case Place():
            return ""


def chosen(found: Sequence[Row], case: str, typed: str) -> tuple[Row, ...]:
    """Return the rows that a case uses ("" for all) and in which every word is found."""
    wanted = fold(typed).split()
    return tuple(row for row in found if case in {"", *row.cases} and all(word in row.words for word in wanted))
