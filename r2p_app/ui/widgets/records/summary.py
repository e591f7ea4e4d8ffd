"""What a record is called, and what it is in one line: for links, tips and lists of where something is used."""

from collections.abc import Callable, Mapping
from typing import Any

from r2p_app.content import model
from r2p_app.content.library import Library
from r2p_app.content.markup import inline, span_text
from r2p_app.ui.format import date, number, number_range
from r2p_app.ui.text import kind_label
from r2p_app.ui.widgets.typography import refine

Words = Callable[[Any], str]  # Any: each entry of the tables takes the record type of its own kind

_TITLES: Mapping[str, Words] = {
    "source": lambda item: item.title,
    "actor": lambda item: item.name,
    "place": lambda item: item.name,
    "term": lambda item: item.term,
    "figure": lambda item: item.label,
    "document": lambda item: f"{item.symbol}, {item.title}",
    "objective": lambda item: item.short or item.text,
    "question": lambda item: item.prompt,
    "criterion": lambda item: item.question,
    "misconception": lambda item: item.claim,
    "discussion": lambda item: item.question,
    "lens": lambda item: item.responsibility.value.capitalize(),
}
"""Kinds whose title is not simply `title`."""

_LINES: Mapping[str, Words] = {
    "source": lambda item: f"{item.author}, {item.title}",
    "actor": lambda item: f"{item.name}: {item.role}",
    "place": lambda item: f"{item.name}: {item.why}",
    "term": lambda item: f"{item.term}: {item.definition}",
    "event": lambda item: f"{date(item.date)}: {item.title}",
    "figure": lambda item: f"{item.label}: {amount(item)} {item.unit}",
    "movement": lambda item: f"{date(item.date)}: {item.title}",
    "document": lambda item: f"{item.symbol}, {date(item.date)}: {item.title}",
    "decision": lambda item: f"{date(item.date)}: {item.title}",
    "misconception": lambda item: item.correction,
}


def title(library: Library, item_id: str) -> str:
    """Return what a known record is called."""
    entry = library.entry(item_id)
    words = _TITLES.get(entry.kind, _own_title)
    return _plain(words(entry.item))


def summary(library: Library, item_id: str) -> str:
    """Return one line about a known record."""
    entry = library.entry(item_id)
    words = _LINES.get(entry.kind)
    return _plain(words(entry.item)) if words else f"{kind_label(entry.kind)}: {title(library, item_id)}"


def amount(figure: model.Figure) -> str:
    """Return a figure's number or range in words."""
    if figure.low is not None and figure.high is not None:
        return number_range(figure.low, figure.high)
    return number(figure.value or 0)


def _own_title(item: Any) -> str:  # Any: whatever kind of record has a `title`
    return str(item.title)


def _plain(text: str) -> str:
    return refine(span_text(inline(text)))
