"""Where cards stand in the margin: beside their line, pushed down only by the card above. Arithmetic only."""

from collections.abc import Sequence
from typing import NamedTuple


class Wanted(NamedTuple):
    """A card: the line it belongs to, and its height."""

    top: float
    height: float


class Stack:
    """Cards one under the other, given in the order of their lines; none overlaps another."""

    def __init__(self, gap: float) -> None:
        self._gap = gap
        self.placed: list[Wanted] = []

    def top_for(self, line: float) -> float:
        """Return where the next card would stand that belongs to this line."""
        if not self.placed:
            return line
        last = self.placed[-1]
        return max(line, last.top + last.height + self._gap)

    def add(self, card: Wanted) -> float:
        """Place the next card; return its upper edge."""
        top = self.top_for(card.top)
        self.placed.append(Wanted(top, card.height))
        return top


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
