"""Where cards stand in the margin: beside their line, pushed down only by the card above. Arithmetic only."""

from collections.abc import Sequence
from typing import NamedTuple


class Wanted(NamedTuple):
    """A card: the line it belongs to, and its height."""

    top: float
    height: float


def stack(cards: Sequence[Wanted], gap: float) -> tuple[float, ...]:
    """Return the upper edges of cards that are given in the order of their lines; none overlaps another."""
    tops: list[float] = []
    free = float("-inf")
    for card in cards:
        tops.append(max(card.top, free))
        free = tops[-1] + card.height + gap
    return tuple(tops)


def fill(taken: Sequence[Wanted], card: Wanted, gap: float, slack: float) -> float | None:
    """Return the free place closest to a card's line, at most `slack` above or below it; None where there is none.

    `taken` has the cards placed so far, by their upper edges, in order.
    """
    starts = [0.0, *(other.top + other.height + gap for other in taken)]
    ends = [*(other.top - gap - card.height for other in taken), float("inf")]
    rooms = zip(starts, ends, strict=True)
    places = [min(max(card.top, start), end) for start, end in rooms if start <= end]
    nearest = min(places, key=lambda place: abs(place - card.top))
    return nearest if abs(nearest - card.top) <= slack else None
