"""Arrows for movements: curves through pixels, their heads, and where their labels stand. Arithmetic only."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import copysign, hypot, inf, pi, sin
from typing import NamedTuple

from r2p_app.maps.labels import Box, Crowd
from r2p_app.maps.projection import XY

_STEPS = 16
"""Stretches that a curve is drawn in between two stops."""

_BOWS = (0.16, -0.16, 0.3, -0.3)
"""How far curves between the same two places leave the straight line, as a share of its length, one after the other."""

_LEAST = 10.0
"""Pixels below which an arrow could not be told from its places."""

_SHARES = (0.5, 0.38, 0.62, 0.25, 0.75, 0.12, 0.88)
"""Where along an arrow its label is tried, the most fitting first."""

_OFF = 6.0
"""Pixels between an arrow and its label."""

_GRAIN = 8.0
"""Side of the boxes that stand for a line where labels look for room, in pixels."""


class Arrow(NamedTuple):
    """A line that ends where its head begins; the head is a triangle, its tip first."""

    line: tuple[XY, ...]
    head: tuple[XY, XY, XY]


class Size(NamedTuple):
    """Width and height in pixels."""

    width: float
    height: float


def bows(paths: Sequence[Sequence[str]]) -> list[float]:
    """Return for each path how far to bow it to its right, so that no two between the same places lie on each other."""
    seen: dict[frozenset[str], int] = {}
    found = []
    for path in paths:
        ends = frozenset((path[0], path[-1]))
        bow = _BOWS[seen.get(ends, 0) % len(_BOWS)]
        found.append(bow if path[0] <= path[-1] else -bow)  # the way back has its right on the other side
        seen[ends] = seen.get(ends, 0) + 1
    return found


def arrow(stops: Sequence[XY], *, bow: float, gap: float, head: float) -> Arrow | None:
    """Return the arrow through some stops, kept `gap` from the first and the last; None where it would be a speck."""
    curve = _bowed(stops[0], stops[-1], bow) if len(stops) == 2 else _aside(_smooth(stops), copysign(gap / 2, bow))
    whole = length(curve)
    if whole < _LEAST:
        return None
    gap, head = min(gap, whole / 6), min(head, whole / 3)
    line = _cut(_cut(curve, gap)[::-1], gap)
    tip, line = line[0], _cut(line, head)[::-1]
    return Arrow(tuple(line), _head(line[-1], tip))


def label_boxes(
    arrows: Sequence[Arrow | None], sizes: Sequence[Size], frame: Box, held: Crowd, lines: Crowd
) -> list[Box | None]:
    """Return where the label of each arrow stands, None where it finds no room in `frame` beside its own arrow.

    A label covers no other one and nothing that is `held`, to which it is added; it stands on `lines` only where no
    other place is left. The same input gives the same places.
    """
    found: list[Box | None] = []
    for one, size in zip(arrows, sizes, strict=True):
        free = [box for box in _beside(one, size) if box.inside(frame) and not held.meets(box)] if one else []
        best = next((box for box in free if not lines.meets(box)), free[0] if free else None)
        found.append(best)
        if best is not None:
            held.add(best)
    return found


def boxes_along(line: Sequence[XY], frame: Box) -> Iterator[Box]:
    """Yield small boxes along the part of a line that is in a frame.

    One box around all of the line would forbid the free room beside a slope.
    """
    for (x, y), (to_x, to_y) in pairwise(line):
        if (
            max(x, to_x) < frame.left
            or min(x, to_x) > frame.right
            or max(y, to_y) < frame.top
            or min(y, to_y) > frame.bottom
        ):
            continue
        count = max(1, round(hypot(to_x - x, to_y - y) / _GRAIN))
        for step in range(count):
            share = (step + 0.5) / count
            middle = x + share * (to_x - x), y + share * (to_y - y)
            yield Box(middle[0] - _GRAIN / 2, middle[1] - _GRAIN / 2, _GRAIN, _GRAIN)


def distance(line: Sequence[XY], at: XY) -> float:
    """Return how far a pixel lies from a line."""
    return min((_from_stretch(start, end, at) for start, end in pairwise(line)), default=inf)


def _from_stretch(start: XY, end: XY, at: XY) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / square if square else 0.0
    share = max(0.0, min(1.0, along))
    return hypot(start[0] + share * dx - at[0], start[1] + share * dy - at[1])


def _bowed(start: XY, end: XY, bow: float) -> list[XY]:
    """Return a curve that leaves the straight line to the right of its direction (Bézier, quadratic)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    control = (start[0] + end[0]) / 2 - dy * bow, (start[1] + end[1]) / 2 + dx * bow
    shares = [step / _STEPS for step in range(_STEPS + 1)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * control[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * control[1] + t * t * end[1],
        )
        for t in shares
    ]


def _smooth(stops: Sequence[XY]) -> list[XY]:
    """Return a curve through all stops (Catmull and Rom, with the ends doubled)."""
    padded = [stops[0], *stops, stops[-1]]
    curve = [stops[0]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        curve.extend(_spline(before, start, end, after, step / _STEPS) for step in range(1, _STEPS + 1))
    return curve


def _spline(before: XY, start: XY, end: XY, after: XY, t: float) -> XY:
    def along(p0: float, p1: float, p2: float, p3: float) -> float:
        return p1 + t / 2 * ((p2 - p0) + t * ((2 * p0 - 5 * p1 + 4 * p2 - p3) + t * (3 * (p1 - p2) + p3 - p0)))

    return along(before[0], start[0], end[0], after[0]), along(before[1], start[1], end[1], after[1])


def _aside(line: Sequence[XY], far: float) -> list[XY]:
    """Return a line moved so far to its right in its middle, and not at all at its ends."""
    moved = []
    for index, (x, y) in enumerate(line):
        (x1, y1), (x2, y2) = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        way = far * sin(pi * index / (len(line) - 1)) / (hypot(x2 - x1, y2 - y1) or 1.0)
        moved.append((x - (y2 - y1) * way, y + (x2 - x1) * way))
    return moved


def length(line: Sequence[XY]) -> float:
    """Return how long a line is, in pixels."""
    return sum(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(line))


def _cut(line: Sequence[XY], far: float) -> list[XY]:
    """Return a line without its first pixels."""
    left = far
    for index, ((x1, y1), (x2, y2)) in enumerate(pairwise(line), 1):
        stretch = hypot(x2 - x1, y2 - y1)
        if stretch > left:
            share = left / stretch
            return [(x1 + share * (x2 - x1), y1 + share * (y2 - y1)), *line[index:]]
        left -= stretch
    return [line[-1]]


def _head(base: XY, tip: XY) -> tuple[XY, XY, XY]:
    dx, dy = (tip[0] - base[0]) * 0.5, (tip[1] - base[1]) * 0.5
    return tip, (base[0] - dy, base[1] + dx), (base[0] + dy, base[1] - dx)


def _beside(one: Arrow, size: Size) -> Iterator[Box]:
    """Yield places for a label along an arrow, on both of its sides."""
    line = one.line
    so_far = [0.0, *accumulate(hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(line))]
    for share in _SHARES:
        wanted = share * so_far[-1]
        index = min(len(line) - 2, max(0, next((i for i, far in enumerate(so_far) if far >= wanted), 0) - 1))
        (x1, y1), (x2, y2) = line[index], line[index + 1]
        stretch = hypot(x2 - x1, y2 - y1) or 1.0
        across, down = -(y2 - y1) / stretch, (x2 - x1) / stretch
        far = abs(across) * size.width / 2 + abs(down) * size.height / 2 + _OFF
        for side in (1, -1):
            x, y = (x1 + x2) / 2 + side * across * far, (y1 + y2) / 2 + side * down * far
            yield Box(x - size.width / 2, y - size.height / 2, size.width, size.height)
