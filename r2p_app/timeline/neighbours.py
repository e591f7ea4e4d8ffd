"""From one event to the next: along its lane, to the lane above or below, and to what happened elsewhere that week."""

from bisect import bisect_left
from typing import NamedTuple

from r2p_app.content.dates import Precision
from r2p_app.timeline.filters import LaneEvents, Shown
from r2p_app.timeline.items import PRECISION, Items
from r2p_app.timeline.ticks import week_of


class Spot(NamedTuple):
    """An event in a lane: the lane's place among the shown ones, and the event."""

    lane: int
    event: int


def along(shown: Shown, spot: Spot, step: int) -> Spot | None:
    """Return the next (+1) or the previous (-1) event of the lane, None at its ends."""
    lane = shown.lanes[spot.lane]
    place = lane.position(spot.event)
    if place is None or not 0 <= place + step < len(lane):
        return None
    return Spot(spot.lane, lane.members[place + step])


def across(shown: Shown, spot: Spot, step: int) -> Spot | None:
    """Return the event nearest in time in the next lane below (+1) or above (-1) that has any."""
    day = shown.items.anchor[spot.event]
    place = spot.lane + step
    while 0 <= place < len(shown.lanes):
        if len(lane := shown.lanes[place]):
            return Spot(place, nearest(lane, day))
        place += step
    return None


def nearest(lane: LaneEvents, day: float) -> int:
    """Return the event of a lane whose mark is nearest to a day, the earlier of two as near; the lane is not empty."""
    place = bisect_left(lane.anchors, day)
    around = [near for near in (place - 1, place) if 0 <= near < len(lane)]
    return lane.members[min(around, key=lambda near: abs(lane.anchors[near] - day))]


def edge(shown: Shown, lane: int, *, last: bool) -> Spot | None:
    """Return the first or the last event of a lane, None when it has none."""
    members = shown.lanes[lane].members
    return Spot(lane, members[-1 if last else 0]) if members else None


def nearest_anywhere(shown: Shown, day: float) -> Spot | None:
    """Return the event nearest to a day in the topmost lane that has events there, None when nothing is shown."""
    spots = [Spot(place, nearest(lane, day)) for place, lane in enumerate(shown.lanes) if len(lane)]
    return min(spots, key=lambda spot: abs(shown.items.anchor[spot.event] - day), default=None)


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
