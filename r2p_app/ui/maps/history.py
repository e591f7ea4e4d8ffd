"""What a map has to show by a day: the places of a case, its movements, and how many of its events had happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from r2p_app.content.dates import civil
from r2p_app.content.library import Library
from r2p_app.content.model import Event
from r2p_app.maps.chronicle import Chronicle, Dated
from r2p_app.maps.regions import Sheet
from r2p_app.ui.maps.movements import MapMovement, movements_of
from r2p_app.ui.maps.places import MapPlace, places_of


class ByDay(NamedTuple):
    """What there is by a day; `latest` is the last thing that had begun, None before the first."""

    places: tuple[MapPlace, ...]
    movements: tuple[MapMovement, ...]
    events: int
    latest: Dated | None
    names: date | None
    """As of when states are named; None where the map's own day holds."""


@dataclass(frozen=True)
class History:
    """The places of a case that one map holds, with the events there and the movements between them."""

    places: tuple[MapPlace, ...]
    movements: tuple[MapMovement, ...]
    events: tuple[Event, ...]

    @classmethod
    def of(cls, library: Library, case: str, sheet: Sheet, places: Sequence[MapPlace] | None = None) -> "History":
        """Return what a map holds of a case; `places` are all of the case, for those who know them already."""
        box = sheet.rect(sheet.info.box)
        known = places_of(library, case) if places is None else places
        on_it = tuple(place for place in known if box.holds(*sheet.xy(place.point)))
        held = {place.id for place in on_it}
        movements = tuple(one for one in movements_of(library, case) if held.issuperset(one.places))
        events = (event for event in library.all(Event, case) if event.place in held)
        return cls(on_it, movements, tuple(events))

    @cached_property
    def chronicle(self) -> Chronicle:
        """Events and movements in the order of time."""
        events = (Dated.of(event.id, event.date) for event in self.events)
        return Chronicle.of([*events, *(movement.dated for movement in self.movements)])

    @cached_property
    def _begins(self) -> dict[str, int]:
        """The day on which each place first had to do with something; places of no event have none."""
        begins: dict[str, int] = {}
        days = {one.id: one.day for one in self.chronicle.things}
        for place, thing in self._visits():
            begins[place] = min(days[thing], begins.get(place, days[thing]))
        return begins

    def by(self, day: int | None) -> ByDay:
        """Return what there is by a day, all of it for None.

        Places of no event are there only with everything else: nothing says by when they belong to the case.
        """
        if day is None:
            return ByDay(self.places, self.movements, len(self.events), None, None)
        had_begun = self.chronicle.by(day)
        ids = {one.id for one in had_begun}
        return ByDay(
            tuple(place for place in self.places if self._begins.get(place.id, day + 1) <= day),
            tuple(movement for movement in self.movements if movement.id in ids),
            sum(event.id in ids for event in self.events),
            had_begun[-1] if had_begun else None,
            date(*civil(day)),
        )

    def _visits(self) -> Iterable[tuple[str, str]]:
        yield from ((event.place, event.id) for event in self.events)
        yield from ((place, movement.id) for movement in self.movements for place in movement.places)
