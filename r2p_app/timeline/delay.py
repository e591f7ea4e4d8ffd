"""What happened on the ground beside what was decided, and how many days passed between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from r2p_app.content.dates import Date, DayCount, Moment, parse
from r2p_app.content.library import Library
from r2p_app.content.model import Event, Lane
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items


def delay(ground: Date, council: Date) -> DayCount:
    """Return the days from the beginning of one to the beginning of the other: two numbers where a date is not exact.

    Negative when the decision came first.
    """
    begun, decided = beginning(ground), beginning(council)
    return DayCount(decided.earliest - begun.latest, decided.latest - begun.earliest)


def beginning(date: Date) -> Moment:
    """Return the moment with which a date begins; its end where the beginning is not known."""
    moment = date.first or date.last
    assert moment is not None  # a date has one end at least
    return moment


@dataclass(frozen=True, slots=True)
class Pair:
    """A pairing of the library with its events and the days between them."""

    pairing: Pairing
    ground: Event
    council: Event

    @property
    def days(self) -> DayCount:
        """The days from what happened to what was decided."""
        return delay(parse(self.ground.date), parse(self.council.date))


def pairs_of(library: Library, pairings: Iterable[Pairing]) -> list[Pair]:
    """Return pairings with their events; those whose events are not in the library are left out."""
    found: list[Pair] = []
    for pairing in pairings:
        ground, council = library.find(pairing.ground, Event), library.find(pairing.council, Event)
        if ground is not None and council is not None:
            found.append(Pair(pairing, ground, council))
    return found


class PairedLanes:
    """The delays as a lane of their own between the lanes they join: each delay is a span.

    Attributes:
        lane: The lane of the delays, with the words given.
        shown: The delays as events, each with the id of its pairing.
        ground, council: The ids of the lanes that are joined; what was decided stands below, unless lanes were moved.
        lanes: The ids of all of them, and of the delays.
    """

    def __init__(self, pairs: Sequence[Pair], title: str) -> None:
        self.pairs = {pair.pairing.id: pair for pair in pairs}
        self.council = _common_lane([pair.council for pair in pairs], among=[pair.ground for pair in pairs])
        grounds = (lane for pair in pairs for lane in pair.ground.lanes[:1] if lane != self.council)
        self.ground = tuple(dict.fromkeys(grounds))
        self.lane = Lane(id="lane-delays", title=title)
        self.lanes = frozenset((*self.ground, self.lane.id, self.council))
        self.shown = Shown(Items([_as_event(pair, self.lane) for pair in pairs], (self.lane,)), Filter())

    def places(self, lanes: Sequence[str], arrangement: Arrangement) -> list[int]:
        """Return which of some lanes (by id, the delays among them) are seen, from top to bottom.

        The delays stand above what was decided, unless the arrangement has a place for them.
        """
        places = arrangement.places(lanes)
        if self.lane.id in arrangement.order:
            return [place for place in places if lanes[place] in self.lanes]
        groups = (self.ground, (self.lane.id,), (self.council,))
        return [place for group in groups for place in places if lanes[place] in group]

    def ends(self, pair: Pair) -> tuple[tuple[Event, tuple[str, ...]], ...]:
        """Return the two events of a pair, each with the lanes in which it is meant."""
        return (pair.ground, self.ground), (pair.council, (self.council,))

    def pair(self, index: int) -> Pair:
        """Return the pair of a delay, by its index in `shown`."""
        return self.pairs[self.shown.items.events[index].id]


def _common_lane(decisions: Sequence[Event], *, among: Sequence[Event]) -> str:
    """The lane in which most decisions stand, and of several the one with the least of what happened."""
    lanes = dict.fromkeys(lane for event in decisions for lane in event.lanes)
    return max(lanes, key=lambda lane: (_count(decisions, lane), -_count(among, lane)), default="")


def _count(events: Sequence[Event], lane: str) -> int:
    return sum(lane in event.lanes for event in events)


def _as_event(pair: Pair, lane: Lane) -> Event:
    texts = sorted((_text(event.date) for event in (pair.ground, pair.council)), key=lambda text: parse(text).sort_key)
    council = pair.council
    return Event(
        id=pair.pairing.id,
        date="/".join(dict.fromkeys(texts)),
        title=pair.pairing.title,
        summary=pair.pairing.note,
        lanes=(lane.id,),
        responsibility=council.responsibility,
        theme=council.theme,
        status=council.status,
        sources=(),
        importance=3,
    )


def _text(date: str) -> str:
    """The beginning of a date as it is written; the end where only that is known."""
    first, _, last = date.partition("/")
    return first if first not in {"", ".."} else last
