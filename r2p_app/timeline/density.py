"""How many events begin in each stretch of the line, and where most of them are."""

import math
from bisect import bisect_left
from collections.abc import Sequence

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import LaneEvents


def density(lanes: Sequence[LaneEvents], axis: Axis, width: float) -> list[int]:
    """Return the number of marks in each stretch of `width` pixels, over all lanes, from the left edge on."""
    counts = [0] * max(1, round(axis.width / width))
    days = [axis.day(number * width) for number in range(len(counts) + 1)]
    for lane in lanes:
        before = bisect_left(lane.anchors, days[0])
        for number, day in enumerate(days[1:]):
            upto = bisect_left(lane.anchors, day, before)
            counts[number] += upto - before
            before = upto
    return counts


def core(anchors: Sequence[float], share: float) -> tuple[float, float] | None:
    """Return the shortest stretch of days with this share of the marks (ascending); None when there are none."""
    count = math.ceil(len(anchors) * share)
    if not count:
        return None
    starts = range(len(anchors) - count + 1)
    first = min(starts, key=lambda place: anchors[place + count - 1] - anchors[place])
    return anchors[first], anchors[first + count - 1]
