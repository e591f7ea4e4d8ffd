"""Laying out and drawing what may be seen next, while there is nothing else to do."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from r2p_app.timeline.axis import LEVELS_PER_OCTAVE, Axis
from r2p_app.ui.timeline.looking import View
from r2p_app.ui.timeline.scene import Scene

_SLICE = 0.004
"""Seconds of work at a time: less than a frame, so that nothing waits for it."""

STRIDE = 2
"""By how many levels one goes on at a time while a gesture leads away."""


class Ahead(QObject):
    """Makes cells ready: those of the view, those beside it, then those of the next scales.

    Signals:
        prepared: Everything that the view itself needs is ready.
    """

    prepared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._steps: Iterator[bool] = iter(())
        self._scale = 0.0

    def look(self, scene: Scene, view: View, ratio: float) -> None:
        """Prepare for this view from now on, for a screen with `ratio` device pixels to one."""
        self._steps = _steps(scene, view, ratio, closer=view.axis.scale > self._scale)
        self._scale = view.axis.scale
        self._timer.start()

    def stop(self) -> None:
        """Prepare nothing more; whoever looks again wants the view itself first."""
        self._timer.stop()
        self._steps, self._scale = iter(()), 0.0

    def work(self, seconds: float, *, for_view: bool = False) -> bool:
        """Prepare for about so long, or just what is needed for the view; tell whether there is more to do."""
        end = time.perf_counter() + seconds
        for is_view_ready in self._steps:
            if is_view_ready:
                self.prepared.emit()
            if time.perf_counter() >= end or (for_view and is_view_ready):
                return True
        return False

    @Slot()
    def _on_timer_timeout(self) -> None:
        if self.work(_SLICE):
            self._timer.start()


def is_ready(scene: Scene, view: View, axis: Axis, level: int) -> bool:
    """Tell whether everything that an axis shows in the layout of a level can be painted at once."""
    lanes = (lane for lane, _ in scene.on_screen(view) if lane not in scene.folded)
    return all(is_lane_ready(scene, lane, axis, level) for lane in lanes)


def is_lane_ready(scene: Scene, lane: int, axis: Axis, level: int) -> bool:
    """Tell the same of one open lane."""
    layout, drawings = scene.lanes[lane].base, scene.lanes[lane].drawings
    return all(
        layout.is_ready(level, number) and drawings.is_ready(layout.cell(level, number))
        for number in layout.cells(axis, level)
    )


def _steps(scene: Scene, view: View, ratio: float, *, closer: bool) -> Iterator[bool]:
    """Prepare a little for each value; it is True once, when the view itself is ready.

    Whoever goes away needs a coarser level first, because nothing finer can be held: labels would come to overlap.
    Only every second level is made then, twice the time for half the work, and begun work is the next step's too.
    """
    axis = view.axis
    level, coarse = axis.level, (view.level - 1) // STRIDE * STRIDE
    if not closer:
        yield from _cells(scene, view, ratio, _wider(axis, STRIDE), coarse)
    yield from _cells(scene, view, ratio, axis, level)
    yield True
    wider = _wider(axis, 1)
    for seen, next_ in ((wider, level), (axis, level + 1), (wider, level - 1), (_wider(axis, STRIDE), coarse)):
        yield from _cells(scene, view, ratio, seen, next_)


def _wider(axis: Axis, levels: int) -> Axis:
    """Return an axis that holds all days one may see so many levels up, wherever one zooms about."""
    room = axis.days * (2 ** (levels / LEVELS_PER_OCTAVE) - 1)
    return Axis.showing(axis.start - room, axis.end + room, axis.width)


def _cells(scene: Scene, view: View, ratio: float, axis: Axis, level: int) -> Iterator[bool]:
    for lane, _ in scene.on_screen(view):
        if lane in scene.folded:
            continue
        of = scene.lanes[lane]
        for number in of.base.cells(axis, level):
            if of.base.is_ready(level, number) and of.drawings.is_ready(of.base.cell(level, number)):
                continue
            cell = of.base.cell(level, number)
            yield False
            for _ in of.drawings.prepare(cell, level, ratio):
                yield False
