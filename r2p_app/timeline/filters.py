"""Which events are shown: a filter as a value, kept in links, and what it leaves of each lane."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import compress
from typing import TypeVar

from r2p_app.content.folding import fold
from r2p_app.content.model import Lane, Responsibility, SourceType, Theme
from r2p_app.timeline.facets import SOURCE_TYPES, Facets, bits_of
from r2p_app.timeline.items import RESPONSIBILITIES, THEMES, Items

NONE = "none"
"""Written for a choice of nothing at all; a choice that is not written means everything."""

Query = tuple[tuple[str, str], ...]
K = TypeVar("K")
E = TypeVar("E", Responsibility, Theme, SourceType)


@dataclass(frozen=True, slots=True)
class Filter:
    """What an event must be to be shown; None lets everything pass.

    `importance` is the least one shown. Of several `actors` one is enough; no actor at all lets everything pass. So is
    one source of the kinds in `sources`. Every word of `text` must be found, in whatever spelling.
    """

    lanes: frozenset[str] | None = None
    responsibilities: frozenset[Responsibility] | None = None
    themes: frozenset[Theme] | None = None
    importance: int = 1
    actors: frozenset[str] = frozenset()
    sources: frozenset[SourceType] | None = None
    text: str = ""

    @classmethod
    def from_query(cls, query: Query) -> "Filter":
        """Read a filter from a link; what is unknown there is passed over."""
        values = dict(reversed(query))
        importance = values.get("importance", "1")
        return cls(
            lanes=_read(values.get("lanes")),
            responsibilities=_members(values.get("responsibility"), RESPONSIBILITIES),
            themes=_members(values.get("theme"), THEMES),
            importance=int(importance) if importance in {"1", "2", "3"} else 1,
            actors=_read(values.get("actor")) or frozenset(),
            sources=_members(values.get("source"), SOURCE_TYPES),
            text=values.get("q", ""),
        )

    def to_query(self) -> Query:
        """Write only what differs from showing everything, in a fixed order."""
        pairs = (
            ("lanes", _write(self.lanes)),
            ("responsibility", _write(self.responsibilities)),
            ("theme", _write(self.themes)),
            ("importance", str(self.importance) if self.importance > 1 else ""),
            ("actor", _write(self.actors or None)),
            ("source", _write(self.sources)),
            ("q", self.text),
        )
        return tuple((name, value) for name, value in pairs if value)

    @property
    def is_empty(self) -> bool:
        """Tell whether everything is shown."""
        return self == Filter()


def _read(value: str | None) -> frozenset[str] | None:
    if value is None:
        return None
    return frozenset(part for part in value.split(",") if part and part != NONE)


def _members(value: str | None, members: Iterable[E]) -> frozenset[E] | None:
    chosen = _read(value)
    return None if chosen is None else frozenset(member for member in members if member.value in chosen)


def _write(chosen: Iterable[str] | None) -> str:
    if chosen is None:
        return ""
    return ",".join(sorted(str(value) for value in chosen)) or NONE


@dataclass(frozen=True, slots=True, eq=False)
class LaneEvents:
    """What is shown of one lane: indices into the items, ascending, and where their marks stand."""

    lane: Lane
    members: "array[int]"
    anchors: "array[float]" = field(repr=False)

    def __len__(self) -> int:
        return len(self.members)

    def position(self, index: int) -> int | None:
        """Return the place of an event in the lane, None when it is not shown there."""
        place = bisect_left(self.members, index)
        return place if place < len(self.members) and self.members[place] == index else None


class Shown:
    """The events that pass a filter, in all and by lane.

    Attributes:
        lanes: The lanes that the filter shows, also those in which nothing passes.
        facets: What the events can be filtered by; without it kinds of source and names are not known.
    """

    def __init__(self, items: Items, filter_: Filter, facets: Facets | None = None) -> None:
        self.items = items
        self.filter = filter_
        self.facets = facets or Facets(items)
        self._mask = _mask(items, filter_, self.facets)
        chosen = [
            (lane, members)
            for lane, members in zip(items.lanes, items.members, strict=True)
            if filter_.lanes is None or lane.id in filter_.lanes
        ]
        self.lanes = tuple(self._lane(lane, members) for lane, members in chosen)

    def _lane(self, lane: Lane, members: "array[int]") -> LaneEvents:
        mask = self._mask
        left = members if mask is None else array("I", (i for i in members if mask[i]))
        return LaneEvents(lane, left, array("d", map(self.items.anchor.__getitem__, left)))

    def __iter__(self) -> Iterator[int]:
        """Yield every event that is shown, once, in order of time."""
        seen = bytearray(len(self.items))
        for lane in self.lanes:
            for index in lane.members:
                seen[index] = 1
        yield from compress(range(len(seen)), seen)

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        return sum(1 for _ in self)

    def filtered(self, filter_: Filter) -> "Shown":
        """Return what another filter leaves of the same events."""
        return Shown(self.items, filter_, self.facets)

    def lane_of(self, index: int, preferred: int = 0) -> int | None:
        """Return a lane (by its place among the shown ones) that has the event: the preferred one if it does."""
        order = sorted(range(len(self.lanes)), key=lambda place: place != preferred)
        return next((place for place in order if self.lanes[place].position(index) is not None), None)


def _mask(items: Items, filter_: Filter, facets: Facets) -> bytes | None:
    """Return one byte an event, 1 where it passes; None when everything does. Lanes are not looked at here."""
    masks = list(_masks(items, filter_, facets))
    if not masks:
        return None
    both = int.from_bytes(masks[0])
    for mask in masks[1:]:
        both &= int.from_bytes(mask)
    return both.to_bytes(len(items))


def _masks(items: Items, filter_: Filter, facets: Facets) -> Iterator[bytes]:
    if filter_.responsibilities is not None:
        yield _chosen(items.responsibility, [RESPONSIBILITIES.index(one) for one in filter_.responsibilities])
    if filter_.themes is not None:
        yield _chosen(items.theme, [THEMES.index(one) for one in filter_.themes])
    if filter_.importance > 1:
        yield _chosen(items.importance, range(filter_.importance, 4))
    if filter_.actors:
        yield bytes(not filter_.actors.isdisjoint(event.actors) for event in items.events)
    if filter_.sources is not None:
        wanted = bits_of(filter_.sources)
        yield _chosen(facets.sources, [bits for bits in range(256) if bits & wanted])
    if words := fold(filter_.text).split():
        yield bytes(all(word in text for word in words) for text in facets.texts)


def _chosen(values: bytes, wanted: Iterable[int]) -> bytes:
    table = bytearray(256)
    for value in wanted:
        table[value] = 1
    return values.translate(table)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many events each choice would leave, everything else that is chosen being kept.

    For importance: as the least one shown. Choices that would leave nothing are not in the mappings.
    """

    lanes: Mapping[str, int]
    responsibilities: Mapping[Responsibility, int]
    themes: Mapping[Theme, int]
    importance: Mapping[int, int]
    actors: Mapping[str, int]
    sources: Mapping[SourceType, int]

    @classmethod
    def of(cls, shown: Shown) -> "Counts":
        """Count for every choice."""
        filter_, items = shown.filter, shown.items

        def count(without: Filter, values: Callable[[int], Iterable[K]]) -> Counter[K]:
            return Counter(value for index in shown.filtered(without) for value in values(index))

        return cls(
            lanes=count(replace(filter_, lanes=None), lambda index: dict.fromkeys(items.events[index].lanes)),
            responsibilities=count(
                replace(filter_, responsibilities=None), lambda index: (items.events[index].responsibility,)
            ),
            themes=count(replace(filter_, themes=None), lambda index: (items.events[index].theme,)),
            importance=count(replace(filter_, importance=1), lambda index: range(1, items.importance[index] + 1)),
            actors=count(replace(filter_, actors=frozenset()), lambda index: dict.fromkeys(items.events[index].actors)),
            sources=count(replace(filter_, sources=None), shown.facets.source_types),
        )
