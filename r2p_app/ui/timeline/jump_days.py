"""Which days to show for a date that was typed, and whether anything happened then."""

from collections.abc import Sequence

from r2p_app.content.dates import Date
from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.timeline.axis import Limits
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.density import core
from r2p_app.timeline.filters import Shown

Days = tuple[float, float]

_AROUND_DAY = 15
"""Days shown before and after a single one: alone it would say little."""

_HALF = 0.5
"""The share of a case's events that a zoom to it shows."""


def days_of(date: Date) -> Days:
    """Return the days to show for a date: a single one with what lies around it, a month or more by itself."""
    around = _AROUND_DAY if date.earliest == date.latest else 0
    return date.earliest - around, date.latest + 1 + around


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


def days_of_pairs(pairs: Sequence[Pair], shown: Shown) -> Days | None:
    """Return the days from the first event of some pairs to the last."""
    found = [shown.items.index_of(event.id) for pair in pairs for event in (pair.ground, pair.council)]
    known = [index for index in found if index is not None]
    if not known:
        return None
    return min(shown.items.anchor[index] for index in known), max(shown.items.anchor[index] for index in known) + 1
