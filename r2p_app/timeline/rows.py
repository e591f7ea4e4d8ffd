"""Rows of a lane and the free room on them; a label may give way to a neighbour down to its least width."""

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
        """Put an entry in its place; whoever stands before it gives way."""
        place = bisect_left(self.lefts, left)
        if place and self.rights[place - 1] > left:
            self.rights[place - 1] = left
        self.lefts.insert(place, left)
        self.firms.insert(place, firm)
        self.rights.insert(place, right)
        self.owners.insert(place, owner)

    def before(self, left: float) -> tuple[float, float]:
        """Return the firm and the present right edge of what begins at or before `left`."""
        place = bisect_right(self.lefts, left)
        return (self.firms[place - 1], self.rights[place - 1]) if place else (-1e18, -1e18)

    def after(self, left: float) -> float:
        """Return where the next entry to the right begins."""
        place = bisect_right(self.lefts, left)
        return self.lefts[place] if place < len(self.lefts) else 1e18


class Blocked(NamedTuple):
    """There is no room; nothing as wide fits on any row before `until`."""

    until: float


def find_room(rows: list[Row], left: float, firm: float, wanted: float) -> Room | Blocked:
    """Find room from `left` to `wanted`, or at least to `firm`.

    The first row with all of it is taken; else the row on which the newcomer and its neighbour lose least.
    """
    best, least = -1, 1e18
    best_right, until = 0.0, 1e18
    for number, row in enumerate(rows):
        neighbour_firm, neighbour_right = row.before(left)
        limit = row.after(left)
        if neighbour_right <= left and limit >= wanted:
            return Room(number, wanted)
        if neighbour_firm > left:
            until = min(until, neighbour_firm)
        elif limit < firm:
            until = min(until, left + 1)
        else:
            right = min(wanted, limit)
            loss = wanted - right + max(0.0, neighbour_right - left)
            if loss < least:
                best, least, best_right = number, loss, right
    return Blocked(until) if best < 0 else Room(best, best_right)
