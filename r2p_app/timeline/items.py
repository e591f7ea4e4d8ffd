"""The events of a timeline as parallel arrays in order of time, small enough for a million of them."""

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from r2p_app.content.dates import Date, End, Precision, day_number, parse
from r2p_app.content.library import Library
from r2p_app.content.model import Event, Lane, Responsibility, Theme
from r2p_app.garbage import collector_paused
from r2p_app.timeline.axis import Limits

PRECISION = 0b0011
APPROXIMATE, UNCERTAIN, OPEN_START, OPEN_END = 0b0000_0100, 0b0000_1000, 0b0001_0000, 0b0010_0000
SOFT_START, SOFT_END = 0b0100_0000, 0b1000_0000
"""Bits of `Items.flags`. A soft edge is one that is not known to the day."""

_NO_EVENTS = day_number(1990), day_number(2010)

RESPONSIBILITIES = tuple(Responsibility)
THEMES = tuple(Theme)
_NUMBER_OF_RESPONSIBILITY = {member: number for number, member in enumerate(RESPONSIBILITIES)}
_NUMBER_OF_THEME = {member: number for number, member in enumerate(THEMES)}


class Items:
    """Every event of a library, by index, in order of time.

    Attributes:
        anchor: Where its mark stands: the middle of a single day, the beginning of anything longer.
        first, last: The outermost days it can cover.
        flags: Precision and what is not certain, as bits.
        importance, responsibility, theme: 1 to 3, and indices of the enums' members.
        lanes: The lanes that have events, in the library's order.
        members: For each of them the indices of its events, ascending.
    """

    def __init__(self, events: Iterable[Event], lanes: Sequence[Lane]) -> None:
        with collector_paused():
            self.events, dates = _in_order(tuple(events))
            self.anchor = array("d", [date.anchor for date in dates])
            self.first = array("q", [date.first for date in dates])
            self.last = array("q", [date.last for date in dates])
            self.flags = bytes([date.flags for date in dates])
            self.importance = bytes([event.importance for event in self.events])
            self.responsibility = bytes([_NUMBER_OF_RESPONSIBILITY[event.responsibility] for event in self.events])
            self.theme = bytes([_NUMBER_OF_THEME[event.theme] for event in self.events])
            self.lanes, self.members = _lanes(self.events, lanes)

    @classmethod
    @lru_cache(maxsize=1)
    def of(cls, library: Library) -> "Items":
        """Return the items of a library: the same ones for every page, as long as it is the same library."""
        return cls(library.all(Event), library.all(Lane))

    def __len__(self) -> int:
        return len(self.events)

    def index_of(self, event_id: str) -> int | None:
        """Return the index of an event, None when there is none of that id."""
        return next((i for i, event in enumerate(self.events) if event.id == event_id), None)

    @property
    def limits(self) -> Limits:
        """The days that the events cover; those of two decades where there are none."""
        return Limits(self.first[0], max(self.last) + 1) if self.events else Limits(*_NO_EVENTS)

    def end(self, index: int) -> int:
        """Return the day after its last one: where its bar ends."""
        return self.last[index] + 1

    def is_point(self, index: int) -> bool:
        """Tell whether it is drawn as a mark alone: one known day."""
        return self.first[index] == self.last[index] and not self.flags[index] & (OPEN_START | OPEN_END)

    def is_exact(self, index: int) -> bool:
        """Tell whether both its ends are known to the day."""
        return not self.flags[index] & (SOFT_START | SOFT_END)


class _Dated(NamedTuple):
    """What the arrays keep of a date."""

    anchor: float
    first: int
    last: int
    flags: int


def _in_order(events: tuple[Event, ...]) -> tuple[tuple[Event, ...], list[_Dated]]:
    """Sort by where the mark stands, then by the last day, then by id.

    Three stable sorts by plain keys take a third of the time of one by triples.
    """
    known = {text: _dated(parse(text)) for text in {event.date for event in events}}
    dates = [known[event.date] for event in events]
    order = sorted(range(len(events)), key=[event.id for event in events].__getitem__)
    order.sort(key=[date.last for date in dates].__getitem__)
    order.sort(key=[date.anchor for date in dates].__getitem__)
    return tuple([events[number] for number in order]), [dates[number] for number in order]


def _dated(date: Date) -> _Dated:
    is_day = date.earliest == date.latest and date.start is End.KNOWN and date.end is End.KNOWN
    anchor = date.earliest + 0.5 if is_day else float(date.earliest)
    return _Dated(anchor, date.earliest, date.latest, _flags(date))


def _flags(date: Date) -> int:
    start, end = date.first, date.last
    return (
        int(date.precision)
        | APPROXIMATE * date.approximate
        | UNCERTAIN * date.uncertain
        | OPEN_START * (date.start is not End.KNOWN)
        | OPEN_END * (date.end is not End.KNOWN)
        | SOFT_START * (start is None or start.precision is not Precision.DAY or start.approximate or start.uncertain)
        | SOFT_END * (end is None or end.precision is not Precision.DAY or end.approximate or end.uncertain)
    )


def _lanes(events: Sequence[Event], lanes: Sequence[Lane]) -> tuple[tuple[Lane, ...], tuple["array[int]", ...]]:
    members: dict[str, array[int]] = {lane.id: array("I") for lane in lanes}
    for index, event in enumerate(events):
        for lane_id in dict.fromkeys(event.lanes) if len(event.lanes) > 1 else event.lanes:
            if lane_id in members:
                members[lane_id].append(index)
    used = tuple(lane for lane in lanes if members[lane.id])
    return used, tuple(members[lane.id] for lane in used)
