"""The lines from what happened to what was decided, by way of the delay between them."""

from collections.abc import Mapping

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.placing import Placed, Visible
from r2p_app.ui.theme.look import current
from r2p_app.ui.timeline.looking import View
from r2p_app.ui.timeline.scene import Scene


class Connectors:
    """Upright lines from the ends of each delay to the marks of its two events, behind everything else."""

    def __init__(self, scene: Scene, view: View, seen: Mapping[int, Visible]) -> None:
        self._scene, self._view, self._seen = scene, view, seen
        self._at = {(lane, placed.event): placed for lane, visible in seen.items() for placed in visible.placed}

    def paint(self, painter: QPainter, axis: Axis) -> None:
        """Paint the lines of every delay that is seen; those of the selected one are strong."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for lane in self._seen:
            if self._scene.is_delays(lane):
                for placed in self._seen[lane].placed:
                    painter.setPen(self._pen(lane, placed))
                    painter.drawLines(self.lines(lane, placed, axis))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def lines(self, lane: int, placed: Placed, axis: Axis) -> list[QLineF]:
        """Return the lines of a delay to those of its events that have a lane on the screen."""
        assert self._scene.paired is not None
        pair = self._scene.paired.pair(placed.event)
        middle = self._scene.row_middle(self._scene.bands[lane], placed.row, self._view.scroll)
        found = (self._line(*end, middle, axis) for end in self._ends(pair))
        return [line for line in found if line is not None]

    def _ends(self, pair: Pair) -> list[tuple[int, int]]:
        """The events of a pair, each with the lane in which it is meant."""
        shown, paired = self._scene.shown, self._scene.paired
        assert paired is not None
        ends: list[tuple[int, int]] = []
        for event, lanes in paired.ends(pair):
            index = shown.items.index_of(event.id)
            places = (place for place in self._scene.walked if shown.lanes[place].lane.id in lanes)
            lane = next((place for place in places if shown.lanes[place].lane.id in event.lanes), None)
            if index is not None and lane is not None:
                ends.append((lane, index))
        return ends

    def _line(self, lane: int, event: int, delay_middle: float, axis: Axis) -> QLineF | None:
        placed = self._at.get((lane, event))
        if placed is None:
            return None
        x = round(self._scene.mark_x(lane, placed, axis))
        middle = self._scene.row_middle(self._scene.bands[lane], placed.row, self._view.scroll)
        return QLineF(x, middle, x, delay_middle)

    def _pen(self, lane: int, placed: Placed) -> QPen:
        selected = self._view.selected == (lane, placed.event)
        colour = current().colour("accent" if selected else "control-line")
        return QPen(colour, 2 if selected else 1, Qt.PenStyle.SolidLine if selected else Qt.PenStyle.DashLine)
