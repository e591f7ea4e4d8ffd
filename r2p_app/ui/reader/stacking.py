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
    """Return where a card finds room between those placed, at most `slack` below its line; None where it finds none.

    `taken` has the cards placed so far, by their upper edges, in order.
    """
    top = card.top
    for other in taken:
        if other.top + other.height + gap <= top:
            continue
        if top + card.height + gap <= other.top:
            break
        top = other.top + other.height + gap
    return top if top <= card.top + slack else None
