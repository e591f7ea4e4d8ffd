"""Where the keys lead from what is selected: along a lane, across lanes, by way of delays, to heads and clusters."""

from collections.abc import Sequence

from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.neighbours import Spot, across, along, edge, nearest_anywhere
from r2p_app.timeline.placing import Cluster, Placed
from r2p_app.ui.timeline.looking import Box, Head, View
from r2p_app.ui.timeline.scene import Scene

Choice = Spot | int | tuple[int, Cluster]
"""An event in its lane, the head of a lane (by its place), or a cluster in its lane."""


class Walk:
    """The next thing to select, for each kind of step; None where there is none. Nothing is selected here."""

    def __init__(self, scene: Scene, view: View, boxes: Sequence[Box]) -> None:
        self._scene, self._view, self._boxes = scene, view, boxes
        self._events: list[LaneEvents] = [lane.events for lane in scene.lanes]

    def along(self, direction: int) -> Choice | None:
        """Return the next (+1) or the previous (-1) event of the lane; before the first stands the lane's head."""
        spot, lane = self._view.selected, self._view.lane
        if lane is None:
            return self.nearest()
        if spot is None:
            return self._from_beside(lane, direction)
        return along(self._events, spot, direction) or (spot.lane if direction < 0 else None)

    def across(self, direction: int) -> Choice | None:
        """Return the event nearest in time in the lane below (+1) or above (-1); from a head, the next head."""
        head, cluster = self._view.head, self._view.cluster
        if head is not None:
            return self._next_head(head, direction)
        spot = self._view.selected
        if spot is None and cluster is not None:
            spot = Spot(cluster[0], self._events[cluster[0]].members[cluster[1].start])
        if spot is None:
            return self.nearest()
        return self._paired_with(spot, direction) or across(self._events, spot, direction, self._scene.open)

    def seen(self, direction: int) -> Choice | None:
        """Return what is seen next in the lane, or before: an event or a cluster."""
        lane = self._view.lane
        boxes = [box for box in self._boxes if lane in {None, box.lane} and not isinstance(box.thing, Head)]
        at = next((place for place, box in enumerate(boxes) if self._view.selects(box)), None)
        place = (0 if direction > 0 else len(boxes) - 1) if at is None else at + direction
        return choice_of(boxes[place]) if 0 <= place < len(boxes) else None

    def edge(self, *, last: bool) -> Spot | None:
        """Return the first or the last event of the lane."""
        lane, spot = self._view.lane, self.nearest()
        if lane is None:
            lane = None if spot is None else spot.lane
        return None if lane is None or lane in self._scene.folded else edge(self._events, lane, last=last)

    def nearest(self) -> Spot | None:
        """Return the event nearest to the middle of the view."""
        return nearest_anywhere(self._events, self._middle, self._scene.walked)

    @property
    def _middle(self) -> float:
        return (self._view.axis.start + self._view.axis.end) / 2

    def _next_head(self, head: int, direction: int) -> int | None:
        order = self._scene.order
        at = order.index(head) + direction
        return order[at] if 0 <= at < len(order) else None

    def _from_beside(self, lane: int, direction: int) -> Spot | None:
        """From a head go to the first event seen in its lane; from a cluster to its first event, or its last."""
        if self._view.cluster is not None:
            cluster, members = self._view.cluster[1], self._events[lane].members
            return Spot(lane, members[cluster.start if direction > 0 else cluster.stop - 1])
        if direction < 0 or lane in self._scene.folded:
            return None
        things = (box.thing for box in self._boxes if box.lane == lane)
        first = next((Spot(lane, thing.event) for thing in things if isinstance(thing, Placed)), None)
        return first or nearest_anywhere(self._events, self._middle, [lane])

    def _paired_with(self, spot: Spot, direction: int) -> Spot | None:
        """From a delay go to the very event above or below that it joins, and from such an event to its delay."""
        at, order, paired = self._scene.order.index(spot.lane), self._scene.order, self._scene.paired
        beside = order[:at][::-1] if direction < 0 else order[at + 1 :]
        if paired is None or not beside:
            return None
        if not self._scene.is_delays(spot.lane):
            return self._delay_of(spot, beside[0])
        ends = paired.ends(paired.pair(spot.event))
        found = (self._in_one_of(event.id, [one for one in beside if self._id(one) in lanes]) for event, lanes in ends)
        return next((spot for spot in found if spot is not None), None)

    def _id(self, lane: int) -> str:
        return self._events[lane].lane.id

    def _in_one_of(self, event_id: str, lanes: Sequence[int]) -> Spot | None:
        index = self._scene.shown.items.index_of(event_id)
        open_ = (lane for lane in lanes if lane not in self._scene.folded)
        having = (lane for lane in open_ if index is not None and self._events[lane].position(index) is not None)
        return next((Spot(lane, index) for lane in having if index is not None), None)

    def _delay_of(self, spot: Spot, lane: int) -> Spot | None:
        """Return the first delay, in the lane given, that begins with what happened, or ends with what was decided."""
        paired = self._scene.paired
        if paired is None or not self._scene.is_delays(lane) or lane in self._scene.folded:
            return None
        event_id, decided = self._scene.shown.items.events[spot.event].id, self._id(spot.lane) == paired.council
        pairs = ((index, paired.pair(index)) for index in self._events[lane].members)
        joined = ((index, pair.council if decided else pair.ground) for index, pair in pairs)
        return next((Spot(lane, index) for index, end in joined if end.id == event_id), None)


def choice_of(box: Box) -> Choice:
    """Return what selecting a box selects."""
    if isinstance(box.thing, Head):
        return box.lane
    return (box.lane, box.thing) if isinstance(box.thing, Cluster) else Spot(box.lane, box.thing.event)
