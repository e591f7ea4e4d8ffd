"""What is seen of the timeline and is to be exported, and how it is called in words."""

import math
import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from r2p_app.content.dates import civil
from r2p_app.content.library import Library
from r2p_app.content.model import Event, Lane
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import PairedLanes
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.ui import format as fmt
from r2p_app.ui.timeline.filter_bar_chips import active_filters
from r2p_app.ui.timeline.words import count_of_events

translate = QCoreApplication.translate

_NAMED = 3
"""So many lanes at most are named in a title; more are the whole content."""


_AS_THEY_ARE = Arrangement()


@dataclass(frozen=True, slots=True)
class Seen:
    """The events that pass the filter, the days that are seen, and the size of the view in pixels.

    `whole` tells that all days count, not only those of the axis: the table has no range.
    """

    library: Library
    shown: Shown
    axis: Axis
    width: int
    height: int
    whole: bool = False
    arrangement: Arrangement = _AS_THEY_ARE
    paired: PairedLanes | None = None

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day that are seen; of a table, those of its first and last event."""
        if not self.whole:
            return math.floor(self.axis.start), math.ceil(self.axis.end) - 1
        items, indices = self.shown.items, list(self.shown)
        if not indices:
            return math.floor(items.limits.first), math.ceil(items.limits.end) - 1
        return min(items.first[index] for index in indices), max(items.last[index] for index in indices)

    @property
    def indices(self) -> list[int]:
        """The events that touch the days seen, in order of time."""
        first, last = self.days
        ids = frozenset(lane.id for lane in self.lanes)
        events = self.shown.items.events
        found = (index for index in self.shown if not ids.isdisjoint(events[index].lanes))
        return [index for index in found if touches(self.shown, index, first, last)]

    @property
    def events(self) -> list[Event]:
        """The same as records."""
        return [self.shown.items.events[index] for index in self.indices]

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes that are shown, from top to bottom; beside delays only those they join, but for the table."""
        lanes = [lane.lane for lane in self.shown.lanes]
        if self.paired is not None and not self.whole:
            lanes = [lane for lane in lanes if lane.id in self.paired.lanes]
        return tuple(lanes[place] for place in self.arrangement.places([lane.id for lane in lanes]))

    def between(self, first: float, end: float) -> "Seen":
        """Return the same with other days."""
        return replace(self, axis=Axis.showing(first, end, self.axis.width), whole=False)


def touches(shown: Shown, index: int, first: int, last: int) -> bool:
    """Tell whether an event has to do with the days given."""
    return shown.items.first[index] <= last and shown.items.last[index] >= first


def title(seen: Seen) -> str:
    """Return what the export is called: its lanes, or the pack where there are many."""
    lanes = seen.lanes
    few = len(lanes) < len(seen.shown.items.lanes) and len(lanes) <= _NAMED
    names = ", ".join(lane.title for lane in lanes) if few and lanes else seen.library.pack.title
    return translate("TimelineExport", "Timeline: %1").replace("%1", names)


def days_words(seen: Seen) -> str:
    """Return the days in words."""
    first, last = seen.days
    return fmt.day_range(first, last)


def subtitle(seen: Seen) -> str:
    """Return days, number of events and filters, in a line."""
    parts = (days_words(seen), count_of_events(len(seen.indices)), *filter_words(seen.library, seen.shown.filter))
    return " · ".join(parts)


def filter_words(library: Library, filter_: Filter) -> list[str]:
    """Return each filter in force in words."""
    found = [active.words for active in active_filters(library, filter_)]
    if filter_.text:
        found.append(translate("TimelineExport", "Text: “%1”").replace("%1", filter_.text))
    return found


def file_stem(seen: Seen) -> str:
    """Return a name for the file: "r2p-timeline-rwanda-1994"."""
    lanes = seen.lanes
    few = len(lanes) < len(seen.shown.items.lanes) and len(lanes) <= _NAMED
    names = [lane.case or lane.title for lane in lanes] if few else []
    first, last = (civil(day)[0] for day in seen.days)
    years = [str(first)] if first == last else [str(first), str(last)]
    return "-".join(("r2p-timeline", *(_slug(name) for name in names), *years))


def _slug(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
