"""Lengths of the timeline in pixels, at the present size of the text."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from r2p_app.timeline.placing import Metrics
from r2p_app.ui.theme.tokens import Theme

_TIER = 24
"""The least height of what one may point at."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What the text's size decides: heights of header and rows, the width of lane names, the distance of ticks.

    The header has two lines, each a `tier` high; a folded lane is `fold` high. Over `edge` pixels what began before the
    view fades.
    """

    header: int
    tier: int
    row: int
    pad: int
    radius: int
    gap: int
    tick: int
    column: int
    edge: int
    fold: int
    layout: Metrics

    @classmethod
    def of(cls, theme: Theme, width: int) -> "Sizes":
        """Return the sizes for a theme's text and the width of the widget, of which lane names take a part."""
        radius, gap = theme.px(6), theme.px(5)
        return cls(
            header=2 * theme.px(_TIER),
            tier=theme.px(_TIER),
            row=theme.px(22),
            pad=theme.px(9),
            radius=radius,
            gap=gap,
            tick=theme.px(68),
            column=min(theme.px(136), max(theme.px(64), width // 4)),
            edge=theme.px(12),
            fold=theme.px(36),
            layout=Metrics(
                radius=radius,
                gap=gap,
                label_least=theme.px(112),
                label_most=theme.px(400),
                cluster=theme.px(112),
            ),
        )


class Band(NamedTuple):
    """Where a lane stands: its top and height in pixels, and how many rows it has; a folded one has none."""

    top: int
    height: int
    rows: int


def bands(
    counts: Sequence[int | None], height: int, row: int, pad: int, *, fold: int = 0, first: Collection[int] = ()
) -> list[Band]:
    """Divide a height among lanes by how many events each shows; more than the height where they need it.

    A lane without events gets one row, any other at least two (three where that fits), and never more than it could
    use; one without a count is folded. Those `first` (by number) have what they could use before others have more
    than the least. It depends on what is shown, not on where one looks, so that panning moves no
    lane.
    """
    open_ = [count for count in counts if count is not None]
    height -= fold * (len(counts) - len(open_))
    least = 3 if height >= sum((3 if count else 1) * row + 2 * pad for count in open_) else 2
    rows = [min(least, count + 1) if count else 1 for count in open_]
    spare = max(0, (height - sum(rows) * row - 2 * pad * len(rows)) // row)
    places = [number for number, count in enumerate(counts) if count is not None]
    preferred = [count if number in first else 0 for number, count in zip(places, open_, strict=True)]
    spare = _deal(rows, preferred, spare // 2) + spare - spare // 2
    _deal(rows, open_, spare)
    rest = max(0, height - sum(rows) * row - 2 * pad * len(rows))
    heights = [count * row + 2 * pad + rest // len(rows) + (n < rest % len(rows)) for n, count in enumerate(rows)]
    unfolded = iter(zip(heights, rows, strict=True))
    sizes = [(fold, 0) if count is None else next(unfolded) for count in counts]
    tops = accumulate((high for high, _ in sizes), initial=0)
    return [Band(top, high, count) for top, (high, count) in zip(tops, sizes, strict=False)]


def _deal(rows: list[int], counts: Sequence[int], spare: int) -> int:
    """Give spare rows one by one to the lane with the most events for its rows (on a logarithmic scale).

    Return how many nobody could use.
    """
    for given in range(spare):
        open_ = [lane for lane, count in enumerate(counts) if count and rows[lane] < count + 1]
        if not open_:
            return spare - given
        neediest = max(open_, key=lambda lane: (math.log2(1 + counts[lane]) / rows[lane], -lane))
        rows[neediest] += 1
    return 0
