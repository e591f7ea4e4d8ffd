"""Where labels stand beside their places without covering one another. The same input gives the same places."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the screen, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Tell whether the two cover a common area."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: "Box") -> bool:
        """Tell whether it lies in another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom


class Wanted(NamedTuple):
    """A label of a size that would like to stand beside a mark; greater weight comes first, then the earlier one."""

    x: float
    y: float
    radius: float
    width: float
    height: float
    weight: float


_HEART = 0.6


def place_labels(
    wanted: Sequence[Wanted], frame: Box, taken: Sequence[Box] = (), lines: Sequence[Box] = ()
) -> list[Box | None]:
    """Return for every label where it stands, None where it finds no room in `frame`.

    A label covers neither another label, nor the heart of a mark, nor what is `taken`; and `lines` only where it finds
    no room clear of them. The weightiest, and those half as weighty, may cover marks
    where a crowd leaves them no other place.
    """
    marks = [heart(one) for one in wanted]
    found: list[Box | None] = [None] * len(wanted)
    held = list(taken)
    weighty = max((one.weight for one in wanted if one.weight < inf), default=0.0) / 2
    for index in sorted(range(len(wanted)), key=lambda i: (-wanted[i].weight, i)):
        others = [mark for place, mark in enumerate(marks) if place != index]
        open_ = [box for box in _beside(wanted[index]) if box.inside(frame) and not _covers(box, held, ())]
        free = [box for box in open_ if not _covers(box, (), others)] or (
            open_ if wanted[index].weight > weighty else []
        )
        if free:
            best = next((box for box in free if not _covers(box, lines, ())), free[0])
            found[index] = best
            held.append(best)
    return found


def heart(one: Wanted) -> Box:
    """Return the part of a mark that no label may cover: above and below its letters a label is empty."""
    half = _HEART * one.radius
    return Box(one.x - half, one.y - half, 2 * half, 2 * half)


def _beside(one: Wanted) -> Iterator[Box]:
    """Yield the places for a label, the most readable first: right, left, then above and below."""
    gap = one.radius + 3
    right, left, middle = one.x + gap, one.x - gap - one.width, one.x - one.width / 2
    level, above, below = one.y - one.height / 2, one.y - gap - one.height + 2, one.y + gap - 2
    spots = (
        (right, level),
        (left, level),
        (right - 3, above + 3),
        (right - 3, below - 3),
        (left + 3, above + 3),
        (left + 3, below - 3),
        (middle, above),
        (middle, below),
    )
    yield from (Box(x, y, one.width, one.height) for x, y in spots)


def _covers(box: Box, held: Sequence[Box], marks: Sequence[Box]) -> bool:
    return any(box.meets(other) for other in held) or any(box.meets(other) for other in marks)
