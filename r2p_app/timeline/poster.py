"""A timeline laid out for paper: sheets side by side and below one another, every event with its whole label.

The canvas is as wide as its columns of sheets and grows downwards. Neighbouring sheets share an overlap, by which they
are glued. No label crosses the edge of a sheet: it stands right of its mark, else left of it, and lines are never cut
between two rows of sheets.
"""

import math
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Grid:
    """Sheets of one size: `columns` side by side, `width` by `height` of each printed, `overlap` shared with the next.

    The upper `axis` of every row of sheets is kept free for the calendar.
    """

    columns: int
    width: float
    height: float
    overlap: float
    axis: float

    @property
    def total_width(self) -> float:
        """The width of the canvas."""
        return self.columns * (self.width - self.overlap) + self.overlap

    def left(self, column: int) -> float:
        """Return where a column of sheets begins."""
        return column * (self.width - self.overlap)

    def top(self, row: int) -> float:
        """Return where a row of sheets begins."""
        return row * (self.height - self.overlap)

    def row(self, y: float) -> int:
        """Return the row of sheets to which a height belongs; what two share belongs to the lower one."""
        return math.floor(y / (self.height - self.overlap) + 1e-9)

    def fit(self, y: float, height: float) -> float:
        """Return the first place from `y` on at which something so high is not cut, below the calendar of its row.

        What is higher than a sheet begins at the top of one.
        """
        top = max(y, self.top(self.row(y)) + (self.axis if self.row(y) else 0.0))
        if top + height <= self.top(self.row(y) + 1) + 1e-6:
            return top
        return max(y, self.top(self.row(y) + 1) + self.axis)

    def holds(self, left: float, right: float) -> bool:
        """Tell whether one column of sheets shows all from `left` to `right`."""
        last = min(self.columns - 1, math.floor(left / (self.width - self.overlap) + 1e-9))
        return left >= -1e-6 and right <= self.left(last) + self.width + 1e-6


class Want(NamedTuple):
    """An event to place: where its mark stands, from where to where its bar reaches, the size of its label in lines."""

    event: int
    mark: float
    bar: tuple[float, float] | None
    width: float
    lines: int


class Block(NamedTuple):
    """An event that has its place: the top of its first line, and the left edge of its label."""

    want: Want
    top: float
    label: float


@dataclass(frozen=True, slots=True)
class Spacing:
    """The height of a line, half the size of a mark, and the room around a label."""

    line: float
    radius: float
    gap: float

    def widest(self, grid: Grid) -> float:
        """Return how wide a label may be so that it fits on one side of any mark."""
        return grid.width / 2 - 2 * self.radius - self.gap


def label_left(grid: Grid, spacing: Spacing, want: Want) -> float:
    """Return the left edge of a label: right of its mark if one sheet shows both, else left of it."""
    beside = spacing.radius + spacing.gap
    if grid.holds(want.mark - spacing.radius, want.mark + beside + want.width):
        return want.mark + beside
    return want.mark - beside - want.width


class _Line:
    """One line of a lane: where it is, and what it has already."""

    __slots__ = ("taken", "top")

    def __init__(self, top: float) -> None:
        self.top = top
        self.taken: list[tuple[float, float]] = []

    def is_free(self, left: float, right: float) -> bool:
        at = bisect_left(self.taken, (right,))
        return not at or self.taken[at - 1][1] <= left


class _Lines:
    """The lines of a lane from a height on, made as they are needed."""

    def __init__(self, grid: Grid, top: float, height: float) -> None:
        self._grid, self._height = grid, height
        self._most = max(1, math.floor((grid.height - grid.overlap - grid.axis) / height))
        self._lines = [_Line(grid.fit(top, height))]

    def __getitem__(self, number: int) -> _Line:
        lines = self._lines
        while number >= len(lines):
            lines.append(_Line(self._grid.fit(self.end, self._height)))
        return lines[number]

    @property
    def end(self) -> float:
        return self._lines[-1].top + self._height

    def are_together(self, first: int, count: int) -> bool:
        """Tell whether so many lines follow each other on the same sheet; more than it has need not."""
        count = min(count, self._most)
        return self[first + count - 1].top - self[first].top < (count - 0.5) * self._height


def place(grid: Grid, spacing: Spacing, wants: Iterable[Want], top: float) -> tuple[list[Block], float]:
    """Place the events of a lane from a height on, each on the first lines with room; return them and where they end.

    A label that has more lines than a sheet goes on on the next one.
    """
    lines = _Lines(grid, top, spacing.line)
    blocks = [_settle(grid, spacing, lines, want) for want in sorted(wants, key=_reach)]
    return blocks, lines.end


def _reach(want: Want) -> float:
    return want.mark if want.bar is None else want.bar[0]


def _settle(grid: Grid, spacing: Spacing, lines: _Lines, want: Want) -> Block:
    label = label_left(grid, spacing, want)
    needs = list(_needs(spacing, want, label))
    first = 0
    while not (_is_free(lines, first, needs) and lines.are_together(first, len(needs))):
        first += 1
    for number, (left, right) in enumerate(needs, start=first):
        insort(lines[number].taken, (left, right))
    return Block(want, lines[first].top, label)


def _needs(spacing: Spacing, want: Want, label: float) -> Iterable[tuple[float, float]]:
    """Yield what each line must have free: the first also has mark and bar."""
    marks = (want.mark - spacing.radius, want.mark + spacing.radius)
    ends = (label, label + want.width, *marks, *(want.bar or ()))
    yield min(ends), max(ends) + spacing.gap
    for _ in range(1, want.lines):
        yield label, label + want.width + spacing.gap


def _is_free(lines: _Lines, first: int, needs: Sequence[tuple[float, float]]) -> bool:
    # Nearly always the first line decides: it is asked without making an iterator.
    if not lines[first].is_free(*needs[0]):
        return False
    return all(lines[number].is_free(*need) for number, need in enumerate(needs[1:], start=first + 1))
