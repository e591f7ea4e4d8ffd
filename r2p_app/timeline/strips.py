"""Where the two days of a pairing stand on a scale of days, which begins when the first thing happened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from r2p_app.content.dates import parse
from r2p_app.timeline.delay import Pair, beginning


class Days(NamedTuple):
    """From one day to another, both counted from the same beginning; the same twice where a date is exact."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A pairing in days from the first on which what happened may have begun.

    `lasted` is the last day of what happened, None where it was over in a day or its end is not known.
    """

    begun: Days
    decided: Days
    lasted: int | None

    @classmethod
    def of(cls, pair: Pair) -> "Strip":
        """Return the strip of a pairing."""
        ground, council = parse(pair.ground.date), parse(pair.council.date)
        begun, decided = beginning(ground), beginning(council)
        zero = begun.earliest
        lasted = ground.latest - zero if ground.is_interval and ground.last is not None else None
        return cls(
            Days(0, begun.latest - zero),
            Days(decided.earliest - zero, decided.latest - zero),
            lasted if lasted else None,
        )

    @property
    def ends(self) -> Days:
        """The first and the last day that must be on the scale."""
        days = (*self.begun, *self.decided, self.lasted or 0)
        return Days(min(days), max(days))


def reach(strips: Iterable[Strip]) -> Days:
    """Return the one scale that shows all of some strips: at least from the beginning to the day after."""
    ends = [strip.ends for strip in strips]
    return Days(min((end.first for end in ends), default=0), max((1, *(end.last for end in ends))))


def strips_of(pairs: Sequence[Pair]) -> list[Strip]:
    """Return the strips of some pairings."""
    return [Strip.of(pair) for pair in pairs]
