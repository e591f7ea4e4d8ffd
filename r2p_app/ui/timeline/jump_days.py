"""Which days to show for a date that was typed, for a case, for what was found, and for the pairings of a case."""

from collections.abc import Sequence

from r2p_app.content.dates import Date
from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.axis import Limits
from r2p_app.timeline.delay import Pair, pairs_of
from r2p_app.timeline.density import core
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.items import Items

Days = tuple[float, float]

ALL_PAIRS = "all"
"""Written where the pairings of every case are shown."""

_AROUND_DAY = 15
"""Days shown before and after a single one: alone it would say little."""

_AROUND_EVENT = 45
"""Days shown before and after an event that a link opens."""

_MOST = 0.8
"""The share of all events that the first view shows."""

_HALF = 0.5
"""The share of a case's events that a zoom to it shows."""


def days_of(date: Date) -> Days:
    """Return the days to show for a date: a single one with what lies around it, a month or more by itself."""
    around = _AROUND_DAY if date.earliest == date.latest else 0
    return date.earliest - around, date.latest + 1 + around


def days_at_first(items: Items, event_id: str) -> Days | None:
    """Return what a page shows that nobody told what to show: an event and what lies around it, or most events."""
    index = items.index_of(event_id) if event_id else None
    if index is not None:
        return items.first[index] - _AROUND_EVENT, items.end(index) + _AROUND_EVENT
    days = core(items.anchor, _MOST)
    return None if days is None else (days[0], days[1] + 1)


def is_outside(date: Date, limits: Limits) -> bool:
    """Tell whether a date lies before all events or after them."""
    return date.latest < limits.first or date.earliest >= limits.end


def days_of_case(library: Library, shown: Shown, case_id: str) -> Days | None:
    """Return the days in which half of a case's events lie, the filter aside; None for what is no case."""
    case = library.find(case_id, Case)
    everything = zip(shown.items.lanes, shown.items.members, strict=True)
    members = next((members for lane, members in everything if case is not None and lane.id == case.lane), ())
    days = core([shown.items.anchor[index] for index in members], _HALF)
    return None if days is None else (days[0], days[1] + 1)


def days_of_shown(shown: Shown) -> Days | None:
    """Return the days of all events that pass the filter, None where none does."""
    indices = list(shown)
    if not indices:
        return None
    return min(shown.items.first[index] for index in indices), max(shown.items.end(index) for index in indices)


def pairs_of_case(library: Library, case_id: str) -> list[Pair]:
    """Return the pairings of a case, of every case (`ALL_PAIRS`), or none ("")."""
    return pairs_of(library, library.all(Pairing, None if case_id == ALL_PAIRS else case_id)) if case_id else []


def days_of_pairs(pairs: Sequence[Pair], shown: Shown) -> Days | None:
    """Return the days from the first event of some pairs to the last."""
    found = [shown.items.index_of(event.id) for pair in pairs for event in (pair.ground, pair.council)]
    known = [index for index in found if index is not None]
    if not known:
        return None
    return min(shown.items.anchor[index] for index in known), max(shown.items.anchor[index] for index in known) + 1
