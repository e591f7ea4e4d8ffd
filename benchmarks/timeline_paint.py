"""How fast the timeline loads, lays out and paints; beside it the floor, and another timeline on the same events.

Run: `./bench timeline_paint`, or `python -m benchmarks.timeline_paint 1000 10000` for other numbers of events. Painted
in software at 1440x900; times in milliseconds. The floor is what the visible items cost when each is painted plainly
(letters and boxes, at known places); "replayed" are the very calls of a frame, made again without any thinking. All
numbers of a line are from one run, so that their ratios do not depend on the machine.

Frames of a pan and of a zoom are painted as the widget paints them in the middle of a gesture, and between two frames
it prepares what comes next until the frame's sixtieth of a second is over. What it takes beyond that counts as time of
the frame.
"""

import os
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform
from PySide6.QtWidgets import QApplication

from benchmarks import timeline_vis
from benchmarks.result import Result, hand_over
from benchmarks.timeline_events import FIRST, FRAMES, HEIGHT, LANES, MIDDLE, PAN, VIEWS, WIDTH, YEARS, ZOOM, events
from r2p_app.content.model import Event
from r2p_app.timeline.axis import Axis, level_scale
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look, current
from r2p_app.ui.timeline.ahead import Ahead
from r2p_app.ui.timeline.looking import View
from r2p_app.ui.timeline.paint import TimelinePainter
from r2p_app.ui.timeline.scene import Scene
from r2p_app.ui.timeline.view import TimelineView

FRAME = 1 / 60

now = time.thread_time
"""Seconds of the processor in this thread, which does everything: what others do on the machine does not count."""


class Recorder:
    """Stands in for a painter and keeps its calls, so that they can be made again without thinking."""

    def __init__(self, image: QImage) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []  # Any: whatever a method of QPainter takes
        self._image = image

    def device(self) -> QImage:
        return self._image

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self._image.paintEngine()

    def transform(self) -> QTransform:
        return QTransform()

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *arguments: self.calls.append((name, arguments))


def frame(image: QImage, scene: Scene, view: View) -> float:
    painter = QPainter(image)
    began = now()
    TimelinePainter(painter, scene, view).paint()
    spent = now() - began
    painter.end()
    return spent


def replay(image: QImage, scene: Scene, view: View, *, pictures: bool) -> float:
    """Return how long the calls of a frame take; without pictures they are those of the floor."""
    recorder = Recorder(image)
    TimelinePainter(recorder, scene, view, pictures=pictures).paint()  # type: ignore[arg-type]
    painter = QPainter(image)
    bound = [(getattr(painter, name), arguments) for name, arguments in recorder.calls]
    began = now()
    for call, arguments in bound:
        call(*arguments)
    spent = now() - began
    painter.end()
    return spent


class Times(NamedTuple):
    median: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Times":
        return cls(statistics.median(seconds) * 1e3, statistics.quantiles(seconds, n=20)[-1] * 1e3)


def start_of(days: float, width: float) -> Axis:
    return Axis.showing(MIDDLE - days / 2, MIDDLE + days / 2, width)


def pan(axis: Axis) -> Axis:
    return axis.panned(-PAN)


def zoom_in(axis: Axis) -> Axis:
    return axis.zoomed(ZOOM, axis.width * 0.4)


def zoom_out(axis: Axis) -> Axis:
    return axis.zoomed(1 / ZOOM, axis.width * 0.4)


class Gesture:
    """Frames of a timeline in the middle of a gesture, with the work that is done between them."""

    def __init__(self, view: TimelineView, image: QImage) -> None:
        self.view, self._image = view, image
        self._ahead = Ahead()

    def frames(self, days: float, move: Callable[[Axis], Axis]) -> Iterator[float]:
        """Yield the seconds of each frame."""
        self.view.go_to(start_of(days, self.view.axis.width), at_once=True)
        self._rest(5.0)
        for _ in range(FRAMES):
            began = now()
            self.view.follow(move(self.view.axis))
            spent = now() - began + frame(self._image, self.view.scene, self.view.view)
            yield spent + max(0.0, self._rest(FRAME - spent) - max(0.0, FRAME - spent))

    def _rest(self, seconds: float) -> float:
        """Prepare what comes next, for so long; return how long it took."""
        began = now()
        self._ahead.look(self.view.scene, self.view.view, 1.0)
        while (left := seconds - (now() - began)) > 0 and self._ahead.work(min(left, 0.004)):
            pass
        self.view.settle()
        return now() - began


def measure_view(view: TimelineView, name: str, days: float) -> list[Result]:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    gesture = Gesture(view, image)
    view.go_to(start_of(days, view.axis.width), at_once=True)
    first = frame(image, view.scene, view.view)
    pans, floors, replays = [], [], []
    for spent in gesture.frames(days, pan):
        pans.append(spent)
        floors.append(replay(image, view.scene, view.view, pictures=False))
        replays.append(replay(image, view.scene, view.view, pictures=True))
    panned, floor, replayed = Times.of(pans), Times.of(floors).median, Times.of(replays).median
    zooms = Times.of([*gesture.frames(days, zoom_in), *gesture.frames(days, zoom_out)])
    print(
        f"  {name:9} first {first * 1e3:7.1f}   pan {panned.median:5.2f} (p95 {panned.p95:5.2f})   "
        f"floor {floor:5.2f}   ratio {panned.median / floor:4.2f}   (replayed {replayed:5.2f})   "
        f"zoom {zooms.median:5.2f} (p95 {zooms.p95:5.2f})",
        flush=True,
    )
    what, budget = f"timeline, {name} view, a frame of a", round(FRAME * 1e3, 1)
    return [
        Result(what=f"{what} pan", value=panned.median, against="the same calls of the painter", floor=floor),
        Result(what=f"{what} pan, p95", value=panned.p95, goal=budget, goal_is_value=True),
        Result(what=f"{what} zoom, p95", value=zooms.p95, goal=budget, goal_is_value=True),
    ]


def measure_layout(shown: Shown) -> None:
    """Lay out the whole line, at the levels of the three views."""
    for name, days in VIEWS:
        scene = Scene(shown, current(), WIDTH, HEIGHT)
        scale = level_scale(Axis.showing(0, days, scene.plot_width).level)
        view = View(Axis.showing(FIRST - 100, FIRST + YEARS * 365 + 100, scale * (YEARS * 365 + 200)))
        began = now()
        seen = [scene.visible(lane, view) for lane in scene.open]
        spent = now() - began
        found = sum(len(one.placed) + len(one.clusters) for one in seen)
        print(f"  layout of the whole line, {name:9} {spent * 1e3:8.1f}   ({found:,} things seen)", flush=True)


def measure(made: Sequence[Event]) -> list[Result]:
    count = len(made)
    began = now()
    items = Items(made, LANES)
    shown = Shown(items, Filter())
    view = TimelineView(shown)
    loaded = now() - began
    print(f"{count:,} events: load {loaded * 1e3:,.0f}, {bytes_of(made) / count:.0f} bytes an event", flush=True)
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()
    assert (view.scene.width, view.scene.height) == (WIDTH, HEIGHT)
    found = [one for name, days in VIEWS for one in measure_view(view, name, days)]
    measure_layout(shown)
    view.hide()
    view.deleteLater()
    QApplication.processEvents()
    return [replace(one, detail=f"{count:,} events") for one in found]


def bytes_of(made: Sequence[Event]) -> int:
    """Return what the timeline keeps beside the events themselves, with everything laid out that a view needs."""
    tracemalloc.start()
    shown = Shown(Items(made, LANES), Filter())
    scene = Scene(shown, current(), WIDTH, HEIGHT)
    for _, days in VIEWS:
        view = View(start_of(days, scene.plot_width))
        seen = [scene.visible(lane, view) for lane in scene.open]
        del seen
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return size


def main(counts: Sequence[int]) -> list[Result]:
    found = []
    app = QApplication.instance() or QApplication([])
    look = Look()
    look.load_faces()
    look.apply("light")
    with timeline_vis.program() as other:
        for count in counts:
            made = list(events(count))
            found += measure(made)
            other.measure(made)
    del app
    return found


if __name__ == "__main__":
    counts = [int(argument.replace(",", "")) for argument in sys.argv[1:]]
    hand_over(main(counts or [1_000, 10_000, 100_000, 1_000_000]))
