"""Rows of a lane and the free room on them; a label may give way to a neighbour down to its least width."""

import math
from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Room(NamedTuple):
    """A free place: the row, and how far to the right it reaches."""

    row: int
    right: float


class Row:
    """What stands on one row, from left to right, without overlap.

    Each entry has a left edge, a right edge it insists on (`firm`) and a right edge it has at present (`right`);
    a newcomer may push `right` back as far as `firm`.
    """

    __slots__ = ("firms", "lefts", "owners", "rights")

    def __init__(self) -> None:
        self.lefts: list[float] = []
        self.firms: list[float] = []
        self.rights: list[float] = []
        self.owners: list[int] = []

    def add(self, left: float, firm: float, right: float, owner: int) -> None:
        """Put an entry in its place; whoever stands before what follows gives way."""
        place = bisect_left(self.lefts, left)
        if place and self.rights[place - 1] > left:
            self.rights[place - 1] = left
        if place < len(self.lefts) and right > self.lefts[place]:
            right = self.lefts[place]
        self.lefts.insert(place, left)
        self.firms.insert(place, firm)
        self.rights.insert(place, right)
        self.owners.insert(place, owner)

    def settle(self) -> None:
        """Let entries insist on no more than they have."""
        self.firms = list(map(min, self.firms, self.rights))


def blocked_until(rows: list[Row], left: float, firm: float) -> float:
    """Return the first place from `left` on at which a row may have room as wide as up to `firm`: `left` if one has.

    Before it no row has: neither inside what stands there, nor in a gap that is too narrow already.
    """
    until = math.inf
    for row in rows:
        place = bisect_right(row.lefts, left)
        if place and row.firms[place - 1] > left:
            until = min(until, row.firms[place - 1])
        elif place < len(row.lefts) and row.lefts[place] < firm:
            until = min(until, row.firms[place])
        else:
            return left
    return until


def find_room(rows: list[Row], left: float, firm: float, wanted: float) -> Room | None:
    """Find room from `left` to `wanted`, or at least to `firm`; None where there is none.

    The first row with all of it is taken; else the row on which the newcomer and its neighbour lose least.
    """
    best: Room | None = None
    least = math.inf
    for number, row in enumerate(rows):
        place = bisect_right(row.lefts, left)
        limit = row.lefts[place] if place < len(row.lefts) else math.inf
        pushed = max(0.0, row.rights[place - 1] - left) if place else 0.0
        if not pushed and limit >= wanted:
            return Room(number, wanted)
        if limit >= firm and not (place and row.firms[place - 1] > left):
            right = min(wanted, limit)
            loss = wanted - right + pushed
            if loss < least:
                best, least = Room(number, right), loss
    return best
