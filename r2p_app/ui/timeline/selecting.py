"""What of the timeline is shown, in which order, and what of it is selected; the person is told of nothing here."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.delay import Pair, PairedLanes
from r2p_app.timeline.filters import Shown
from r2p_app.timeline.neighbours import Spot
from r2p_app.timeline.placing import Cluster
from r2p_app.ui.accessible_items import tell_selected
from r2p_app.ui.timeline.accessible import NamedCanvas


class SelectingCanvas(NamedCanvas):
    """The canvas with the events that pass the filter, on lanes in their order, of which one thing can be selected.

    Signals:
        arrangement_changed: Lanes were folded, unfolded or put in another order by the person.
    """

    arrangement_changed = Signal()

    @property
    def selected(self) -> int | None:
        """The index of the selected event."""
        spot = self._view.selected
        return None if spot is None or self.scene.is_delays(spot.lane) else spot.event

    @property
    def arrangement(self) -> Arrangement:
        """The order of the lanes, and which are folded."""
        return self._arrangement

    def show_events(self, shown: Shown) -> None:
        """Show other events, keeping the days that are seen, and the selection where it is still there."""
        self._show_scene(shown)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show two lanes, or more, and between them the days from what happened to what was decided.

        Without pairs show all lanes again. The days stay as they are.
        """
        self._paired = PairedLanes(pairs, self.tr("Delay")) if pairs else None
        self._show_scene(self.scene.shown)

    def arrange(self, arrangement: Arrangement) -> None:
        """Put lanes in another order, fold or unfold them; nobody is told."""
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self.scene.arrange(arrangement)
            lane = self._view.lane  # what was selected in a lane that is folded now gives way to the lane's head
            kept = self._view.selecting(head=lane) if lane in self.scene.folded else self._view
            self._change(replace(kept, scroll=min(self._view.scroll, self.scene.overflow)))

    def select(self, index: int | None, lane: int | None = None) -> None:
        """Select an event (in a lane, by its place), or nothing; nobody is told, and the days stay."""
        place = None if index is None else self._lane_of(index, lane)
        self._select(None if index is None or place is None else Spot(place, index))

    def select_head(self, lane: int) -> None:
        """Select the head of a lane, by its place."""
        self._change(self._view.selecting(head=lane))
        self._reveal_lane(lane)
        tell_selected(self)

    @property
    def current_lane(self) -> int | None:
        """The lane in which something is selected, by its place."""
        return self._view.lane

    def _show_scene(self, shown: Shown) -> None:
        index = self.selected if shown.items is self.scene.shown.items else None
        lane = self.current_lane
        self.scene = self._make_scene(shown)
        self.limits = shown.items.limits
        scroll = min(self._view.scroll, self.scene.overflow)
        view = replace(self._view.selecting(), scroll=scroll, held=None)
        place = None if index is None else self._lane_of(index, lane, unfold=False)
        kept = None if place is None or index is None else Spot(place, index)
        self._change(replace(view, selected=kept))

    def _lane_of(self, index: int, lane: int | None, *, unfold: bool = True) -> int | None:
        """Return a lane that has the event: the given one if it does, else the topmost; a folded one is unfolded."""
        order = sorted(self.scene.order, key=lambda place: (place in self.scene.folded, place != lane))
        having = (place for place in order if not self.scene.is_delays(place))
        lanes = self.scene.shown.lanes
        found = next((place for place in having if lanes[place].position(index) is not None), None)
        if found is not None and found in self.scene.folded:
            if not unfold:
                return None
            self._rearrange(self._arrangement.toggled(lanes[found].lane.id))
        return found

    def _select(self, spot: Spot | None) -> None:
        self._change(self._view.selecting(spot))
        if spot is not None:
            self._reveal_lane(spot.lane)
        tell_selected(self)

    def _select_cluster(self, lane: int, cluster: Cluster) -> None:
        self._change(self._view.selecting(cluster=(lane, cluster)))
        tell_selected(self)

    def _rearrange(self, arrangement: Arrangement) -> None:
        if arrangement != self._arrangement:
            self.arrange(arrangement)
            self.arrangement_changed.emit()
