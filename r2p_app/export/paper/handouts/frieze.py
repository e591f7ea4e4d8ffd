"""Where events stand on a frieze: in their order, above or below the line, none of them over two sheets."""

from collections.abc import Sequence
from typing import NamedTuple

UNITS = 10
"""How many places a sheet has along the line."""

SPAN = 2
"""How many of them an event takes on its side of the line."""


class Placed(NamedTuple):
    """An event by its number, its sheet, its place on that sheet, and its side of the line."""

    event: int
    sheet: int
    at: int
    is_above: bool


def place(sides: Sequence[bool], *, units: int = UNITS, span: int = SPAN) -> tuple[Placed, ...]:
    """Return the places of events in the order of time; `sides` says of each whether it stands above the line.

    Each begins to the right of the one before; on one side they never overlap. The line has no scale.
    """
    found: list[Placed] = []
    free = {True: 0, False: 0}
    after = 0
    for number, is_above in enumerate(sides):
        at = max(after, free[is_above])
        if at % units > units - span:
            at += units - at % units
        found.append(Placed(number, at // units, at % units, is_above))
        after, free[is_above] = at + 1, at + span
    return tuple(found)
