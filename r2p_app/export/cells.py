"""What events have in a table: one list of columns, from which head and rows are made."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import msgspec

from r2p_app.content.citations import citation_text
from r2p_app.content.dates import Date, End, iso_day, parse
from r2p_app.content.library import Citation, Library
from r2p_app.content.markup import inline, span_text
from r2p_app.content.model import Actor, Document, Event, Lane, Place

SEPARATOR = " | "
"""Between several values in one cell; semicolons and commas occur in citations."""

Cell = str | int | float
T = TypeVar("T", bound=msgspec.Struct)


class Column(NamedTuple):
    """A column of the table of events: its name, and what stands in it."""

    name: str
    cell: Callable[[Library, Event], Cell]


def plain(text: str) -> str:
    """Return a short field without markup and line ends."""
    return " ".join(span_text(inline(text)).split())


def citations(library: Library, event: Event) -> list[str]:
    """Return the sources of an event as full citations."""
    return [citation_text(library, Citation.parse(text)) for text in event.sources]


def lane_titles(library: Library, event: Event) -> list[str]:
    """Return the titles of the lanes in which an event stands."""
    return [lane.title for lane_id in event.lanes if (lane := library.find(lane_id, Lane)) is not None]


def _earliest(date: Date) -> str:
    return iso_day(date.earliest) if date.start is End.KNOWN else ""


def _latest(date: Date) -> str:
    return iso_day(date.latest) if date.end is End.KNOWN else ""


def _found(library: Library, ids: tuple[str, ...], type_: type[T], name: Callable[[T], str]) -> str:
    records = (library.find(item_id, type_) for item_id in ids)
    return SEPARATOR.join(name(record) for record in records if record is not None)


def _of_place(library: Library, event: Event, value: Callable[[Place], Cell]) -> Cell:
    place = library.find(event.place, Place)
    return "" if place is None else value(place)


COLUMNS = (
    Column("id", lambda _, event: event.id),
    Column("date", lambda _, event: event.date),
    Column("earliest", lambda _, event: _earliest(parse(event.date))),
    Column("latest", lambda _, event: _latest(parse(event.date))),
    Column("title", lambda _, event: plain(event.title)),
    Column("summary", lambda _, event: plain(event.summary)),
    Column("lanes", lambda library, event: SEPARATOR.join(lane_titles(library, event))),
    Column("responsibility", lambda _, event: event.responsibility.value),
    Column("theme", lambda _, event: event.theme.value),
    Column("importance", lambda _, event: event.importance),
    Column("status", lambda _, event: event.status.value),
    Column("disputed", lambda _, event: plain(event.disputed)),
    Column("place", lambda library, event: _of_place(library, event, lambda place: place.name)),
    Column("latitude", lambda library, event: _of_place(library, event, lambda place: place.lat)),
    Column("longitude", lambda library, event: _of_place(library, event, lambda place: place.lon)),
    Column("people", lambda library, event: _found(library, event.actors, Actor, lambda actor: actor.name)),
    Column("documents", lambda library, event: _found(library, event.documents, Document, lambda one: one.symbol)),
    Column("sources", lambda library, event: SEPARATOR.join(citations(library, event))),
)
"""Dates are EDTF as their authors wrote them; earliest and latest are days, empty where that end is open or unknown."""
