"""Where labels stand beside their places without covering one another. The same input gives the same places."""

from collections.abc import Iterable, Iterator, Sequence
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


_CELL = 48.0
"""Side of a cell in pixels: labels are a few cells long."""

_Edges = tuple[float, float, float, float]


class Crowd:
    """Rectangles, kept by the cells of a grid that they touch.

    Looking for what meets a label takes as long as there is much about it, not as there is much in all.
    """

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: dict[tuple[int, int], list[_Edges]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """Keep another one."""
        left, top, width, height = box
        edges = left, top, left + width, top + height
        for cell in _cells(edges):
            self._cells.setdefault(cell, []).append(edges)

    def meets(self, box: Box) -> bool:
        """Tell whether any covers an area of a rectangle."""
        left, top, width, height = box
        right, bottom = left + width, top + height
        for cell in _cells((left, top, right, bottom)):
            for x1, y1, x2, y2 in self._cells.get(cell, ()):
                if left < x2 and x1 < right and top < y2 and y1 < bottom:
                    return True
        return False


def _cells(edges: _Edges) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(edge // _CELL) for edge in edges)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


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
    wanted: Sequence[Wanted], frame: Box, taken: Sequence[Box] = (), lines: Crowd | None = None
) -> list[Box | None]:
    """Return for every label where it stands, None where it finds no room in `frame`.

    A label covers neither another label, nor the heart of a mark, nor what is `taken`; and `lines` only where it finds
    no room clear of them. The weightiest, and those half as weighty, may cover marks where a crowd leaves them no other
    place.
    """
    room = _Room(frame, Crowd(taken), Crowd(map(heart, wanted)), lines or Crowd())
    weighty = max((one.weight for one in wanted if one.weight < inf), default=0.0) / 2
    found: list[Box | None] = [None] * len(wanted)
    for index in sorted(range(len(wanted)), key=lambda i: (-wanted[i].weight, i)):
        one = wanted[index]
        box = found[index] = room.best(_beside(one), over_marks=one.weight > weighty)
        if box is not None:
            room.held.add(box)
    return found


class _Room(NamedTuple):
    """Where labels may stand: in a frame, off what is held, off marks, and rather off lines."""

    frame: Box
    held: Crowd
    marks: Crowd
    lines: Crowd

    def best(self, places: Iterator[Box], *, over_marks: bool) -> Box | None:
        """Return the first place that is free of everything, else the best of the others."""
        on_line = on_mark = None
        for box in places:
            if not box.inside(self.frame) or self.held.meets(box):
                continue
            if self.marks.meets(box):
                on_mark = on_mark or box
            elif self.lines.meets(box):
                on_line = on_line or box
            else:
                return box
        return on_line or (on_mark if over_marks else None)


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
