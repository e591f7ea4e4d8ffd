"""What events can be filtered by beyond the arrays of `Items`: kinds of sources, and words in any spelling."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from r2p_app.content.folding import fold
from r2p_app.content.library import Citation, Library
from r2p_app.content.model import Actor, Event, Place, Source, SourceType
from r2p_app.timeline.items import Items

SOURCE_TYPES = tuple(SourceType)
_BITS = {kind: 1 << number for number, kind in enumerate(SOURCE_TYPES)}


class Facets:
    """Made once for a library; what is costly is made when it is first asked for.

    `types` says of what kind a source is, `names` how actors and places are called.
    """

    def __init__(
        self, items: Items, types: Mapping[str, SourceType] | None = None, names: Mapping[str, str] | None = None
    ) -> None:
        self._items, self._types, self._names = items, types or {}, names or {}

    @classmethod
    def of(cls, library: Library, items: Items) -> "Facets":
        """Return the facets of a library's events."""
        types = {source.id: source.type for source in library.all(Source)}
        names = {actor.id: actor.name for actor in library.all(Actor)}
        return cls(items, types, names | {place.id: place.name for place in library.all(Place)})

    @cached_property
    def sources(self) -> bytes:
        """For each event the kinds of its sources, one bit a kind."""
        return bytes(self._bits(event) for event in self._items.events)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """For each event its words as `fold` leaves them: title, summary, dispute, names of people and places."""
        return tuple(fold(" ".join(self._words(event))) for event in self._items.events)

    def source_types(self, index: int) -> Iterator[SourceType]:
        """Yield the kinds of an event's sources."""
        return (kind for kind, bit in _BITS.items() if self.sources[index] & bit)

    def _bits(self, event: Event) -> int:
        kinds = {self._types.get(Citation.parse(text).source) for text in event.sources}
        return sum(bit for kind, bit in _BITS.items() if kind in kinds)

    def _words(self, event: Event) -> Iterator[str]:
        yield from (event.title, event.summary, event.disputed)
        yield from (self._names[one] for one in (*event.actors, event.place) if one in self._names)


def bits_of(kinds: frozenset[SourceType]) -> int:
    """Return the bits of some kinds of source."""
    return sum(_BITS[kind] for kind in kinds)
