"""From one event to the next: along its lane, to the lane above or below, and to what happened elsewhere that week."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from r2p_app.content.dates import Precision
from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.items import PRECISION, Items
from r2p_app.timeline.ticks import week_of


class Spot(NamedTuple):
    """An event in a lane: the lane's place among the shown ones, and the event."""

    lane: int
    event: int


def along(lanes: Sequence[LaneEvents], spot: Spot, step: int) -> Spot | None:
    """Return the next (+1) or the previous (-1) event of the lane, None at its ends."""
    lane = lanes[spot.lane]
    place = lane.position(spot.event)
    if place is None or not 0 <= place + step < len(lane):
        return None
    return Spot(spot.lane, lane.members[place + step])


def across(lanes: Sequence[LaneEvents], spot: Spot, step: int, order: Sequence[int]) -> Spot | None:
    """Return the event nearest in time in the next lane below (+1) or above (-1) that has any, as lanes are ordered."""
    place = lanes[spot.lane].position(spot.event)
    at = order.index(spot.lane) + step
    while place is not None and 0 <= at < len(order):
        if len(lane := lanes[order[at]]):
            return Spot(order[at], nearest(lane, lanes[spot.lane].anchors[place]))
        at += step
    return None


def nearest(lane: LaneEvents, day: float) -> int:
    """Return the event of a lane whose mark is nearest to a day, the earlier of two as near; the lane is not empty."""
    place = bisect_left(lane.anchors, day)
    around = [near for near in (place - 1, place) if 0 <= near < len(lane)]
    return lane.members[min(around, key=lambda near: abs(lane.anchors[near] - day))]


def edge(lanes: Sequence[LaneEvents], lane: int, *, last: bool) -> Spot | None:
    """Return the first or the last event of a lane, None when it has none."""
    members = lanes[lane].members
    return Spot(lane, members[-1 if last else 0]) if members else None


def nearest_anywhere(lanes: Sequence[LaneEvents], day: float, order: Sequence[int]) -> Spot | None:
    """Return the event nearest to a day in the topmost of some lanes that has it, None when they show nothing."""
    spots = [(nearest(lanes[place], day), place) for place in order if len(lanes[place])]
    found = min(spots, key=lambda spot: abs(_day_of(lanes[spot[1]], spot[0]) - day), default=None)
    return None if found is None else Spot(found[1], found[0])


def _day_of(lane: LaneEvents, event: int) -> float:
    return lane.anchors[bisect_left(lane.members, event)]


def same_week(items: Items, index: int, *, limit: int = 12) -> list[int]:
    """Return what began in the same week (Monday to Sunday) in lanes where this event is not, in order of time.

    Only events dated to the day are compared: of a month or a year nobody can say in which week it was.
    """
    if items.flags[index] & PRECISION != Precision.DAY:
        return []
    monday, sunday = week_of(items.first[index])
    own = set(items.events[index].lanes)
    found: list[int] = []
    for other in range(bisect_left(items.anchor, monday), bisect_left(items.anchor, sunday + 1)):
        elsewhere = own.isdisjoint(items.events[other].lanes)
        if elsewhere and items.flags[other] & PRECISION == Precision.DAY and len(found) < limit:
            found.append(other)
    return found
