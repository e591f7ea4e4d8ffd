"""Days on a line of pixels: where a day is, which day is where, zooming about a point, and how far one may go."""

import math
from dataclasses import dataclass, replace

LEVELS_PER_OCTAVE = 3
"""Layouts are made for scales 2^(1/3) apart; between two of them the coarser one holds (see `layout`)."""

MARGIN = 0.04
"""Free room left and right of what is fitted, as a share of the view."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Day `start` stands at x = 0; a day is `scale` pixels wide; `width` pixels are seen."""

    start: float
    scale: float
    width: float

    @classmethod
    def showing(cls, first: float, end: float, width: float) -> "Axis":
        """Return the axis on which the days from `first` up to `end` (not included) fill the width."""
        return cls(first, width / max(end - first, 1e-6), width)

    @property
    def end(self) -> float:
        """The day at the right edge."""
        return self.start + self.width / self.scale

    @property
    def days(self) -> float:
        """How many days are seen."""
        return self.width / self.scale

    def x(self, day: float) -> float:
        """Return where a day begins; midday is at `x(day + 0.5)`."""
        return (day - self.start) * self.scale

    def day(self, x: float) -> float:
        """Return the day, with its fraction, at a place."""
        return self.start + x / self.scale

    def panned(self, pixels: float) -> "Axis":
        """Return the axis after its content moved right by so many pixels."""
        return replace(self, start=self.start - pixels / self.scale)

    def zoomed(self, factor: float, at: float) -> "Axis":
        """Return the axis `factor` times larger, the day at x = `at` staying in place."""
        scale = self.scale * factor
        return replace(self, start=self.day(at) - at / scale, scale=scale)

    def resized(self, width: float) -> "Axis":
        """Return the same days on another width."""
        return Axis.showing(self.start, self.end, width)

    def between(self, other: "Axis", share: float) -> "Axis":
        """Return a step on the way to `other`: scales change by equal factors, so that a zoom looks even.

        The day that both axes show at the same place, if there is one, does not move.
        """
        scale = self.scale * math.pow(other.scale / self.scale, share)
        if math.isclose(self.scale, other.scale, rel_tol=1e-9):
            return replace(self, start=self.start + (other.start - self.start) * share, scale=scale)
        # x of a fixed day is linear in the scale, and so are both starts in its inverse.
        done = (1 / scale - 1 / self.scale) / (1 / other.scale - 1 / self.scale)
        return replace(self, start=self.start + (other.start - self.start) * done, scale=scale)

    @property
    def level(self) -> int:
        """The layout level for this scale: the nearest one that is not finer."""
        return math.floor(math.log2(self.scale) * LEVELS_PER_OCTAVE + 1e-9)


def level_scale(level: int) -> float:
    """Return the scale of a layout level, in pixels a day."""
    return math.exp2(level / LEVELS_PER_OCTAVE)


@dataclass(frozen=True, slots=True)
class Limits:
    """The days that there are (`first` up to `end`, not included), and so how far one may zoom and pan."""

    first: float
    end: float

    @property
    def longest(self) -> float:
        """The widest view in days: everything and a little more, at least a year."""
        return max(1.25 * (self.end - self.first), 366.0)

    def all(self, width: float) -> Axis:
        """Return the axis that shows everything, with a margin."""
        return self.fit(self.first, self.end, width)

    def fit(self, first: float, end: float, width: float) -> Axis:
        """Return the axis that shows these days with a margin."""
        room = max((end - first) * MARGIN / (1 - 2 * MARGIN), 0.25)
        return self.kept(Axis.showing(first - room, end + room, width))

    def kept(self, axis: Axis) -> Axis:
        """Return the axis within the limits: a day to `longest` wide, its middle among the days that there are."""
        days = min(max(axis.days, 1.0), self.longest)
        middle = min(max((axis.start + axis.end) / 2, self.first), self.end)
        if days == axis.days and middle == (axis.start + axis.end) / 2:
            return axis
        return Axis.showing(middle - days / 2, middle + days / 2, axis.width)
