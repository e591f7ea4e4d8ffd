"""How fast the timeline paints, beside the floor: the very same drawing calls, replayed without any layout.

Run: `./bench timeline_paint`, or `python -m benchmarks.timeline_paint 1000000` for other numbers of events. Painted in
software at 1440x900; times in milliseconds; one run holds both numbers, so that ratios do not depend on the machine.
"""

import os
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from r2p_app.content.dates import civil
from r2p_app.content.model import Event, Lane, Responsibility, Status, Theme
from r2p_app.timeline.axis import Axis, level_scale
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look, current
from r2p_app.ui.timeline.paint import TimelinePainter
from r2p_app.ui.timeline.scene import Scene, View

WIDTH, HEIGHT = 1440, 900
FIRST, YEARS = 7_300, 40
LANES = tuple(
    Lane(id=f"lane-{case}", title=case.title(), case=case) for case in ("rwanda", "srebrenica", "kosovo", "doctrine")
)
VIEWS = (("detail", 60.0), ("middle", 730.0), ("overview", YEARS * 365.0))
"""Names of views and the days they show."""

FRAMES = 60


def edtf(day: int) -> str:
    return "{:04}-{:02}-{:02}".format(*civil(day))


def events(count: int) -> Iterator[Event]:
    """Events crowded around three moments, one in five a span, one in ten in two lanes."""
    random = Random(20050916)
    kinds = tuple(Responsibility)
    for number in range(count):
        centre = random.choice((0.3, 0.45, 0.6, random.random()))
        day = FIRST + int(min(0.999, max(0.0, random.gauss(centre, 0.04))) * YEARS * 365)
        end = day + int(random.expovariate(1 / 40)) + 1
        lanes = {random.choice(LANES).id, random.choice(LANES).id} if number % 10 == 0 else {random.choice(LANES).id}
        yield Event(
            id=f"ev-{number}",
            date=f"{edtf(day)}/{edtf(end)}" if number % 5 == 0 else edtf(day)[:7] if number % 17 == 0 else edtf(day),
            title=f"Event {number} of a synthetic history, with a title of usual length",
            summary="What happened.",
            lanes=tuple(sorted(lanes)),
            responsibility=kinds[number % 3],
            theme=Theme.MILITARY,
            status=Status.SCHOLARSHIP,
            sources=("none",),
            importance=random.choices((1, 2, 3), (70, 25, 5))[0],
        )


class Recorder:
    """Stands in for a painter and keeps its calls, so that they can be made again without thinking."""

    def __init__(self, image: QImage) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []  # Any: whatever a method of QPainter takes
        self._image = image

    def device(self) -> QImage:
        return self._image

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *arguments: self.calls.append((name, arguments))


def frame(image: QImage, scene: Scene, view: View) -> float:
    painter = QPainter(image)
    began = time.perf_counter()
    TimelinePainter(painter, scene, view).paint()
    spent = time.perf_counter() - began
    painter.end()
    return spent


def floor(image: QImage, scene: Scene, view: View) -> float:
    recorder = Recorder(image)
    TimelinePainter(recorder, scene, view).paint()  # type: ignore[arg-type]
    painter = QPainter(image)
    bound = [(getattr(painter, name), arguments) for name, arguments in recorder.calls]
    began = time.perf_counter()
    for call, arguments in bound:
        call(*arguments)
    spent = time.perf_counter() - began
    painter.end()
    return spent


class Times(NamedTuple):
    median: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Times":
        return cls(statistics.median(seconds) * 1e3, statistics.quantiles(seconds, n=20)[-1] * 1e3)


def pan(days: float, width: float) -> Iterator[Axis]:
    middle = FIRST + YEARS * 365 * 0.45
    start = Axis.showing(middle - days / 2, middle + days / 2, width)
    for number in range(FRAMES):
        yield start.panned(-13.0 * number)


def zoom(days: float, width: float) -> Iterator[Axis]:
    axis = next(pan(days, width))
    for _ in range(FRAMES):
        axis = axis.zoomed(1.03, width * 0.4)
        yield axis


def measure_view(image: QImage, scene: Scene, name: str, days: float) -> None:
    panned = [View(axis) for axis in pan(days, scene.plot_width)]
    first = frame(image, scene, panned[0])
    painted, least = [], []
    for view in panned:
        painted.append(frame(image, scene, view))
        least.append(floor(image, scene, view))
    zoomed = [frame(image, scene, View(axis)) for axis in zoom(days, scene.plot_width)]
    pans, floors, zooms = Times.of(painted), Times.of(least), Times.of(zoomed)
    print(
        f"  {name:9} first {first * 1e3:7.1f}   pan {pans.median:5.2f} (p95 {pans.p95:5.2f})   "
        f"floor {floors.median:5.2f}   ratio {pans.median / floors.median:4.2f}   "
        f"zoom {zooms.median:5.2f} (p95 {zooms.p95:5.2f})"
    )


def measure_layout(scene: Scene) -> None:
    """Lay out the whole line, at the levels of the three views."""
    for name, days in VIEWS:
        scene.resize(WIDTH, HEIGHT + 200)
        scene.resize(WIDTH, HEIGHT)  # another height forgets what was laid out
        scale = level_scale(Axis.showing(0, days, scene.plot_width).level)
        view = View(Axis.showing(FIRST - 100, FIRST + YEARS * 365 + 100, scale * (YEARS * 365 + 200)))
        began = time.perf_counter()
        found = sum(len(seen.placed) + len(seen.clusters) for _, _, seen in scene.lanes(view))
        print(
            f"  layout of the whole line, {name:9} {(time.perf_counter() - began) * 1e3:8.1f}   ({found:,} things seen)"
        )


def measure(count: int) -> None:
    made = list(events(count))
    tracemalloc.start()
    began = time.perf_counter()
    items = Items(made, LANES)
    loaded = time.perf_counter() - began
    shown = Shown(items, Filter())
    scene = Scene(shown, current(), WIDTH, HEIGHT)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    began = time.perf_counter()
    Scene(Shown(items, Filter()), current(), WIDTH, HEIGHT)
    shown_again = time.perf_counter() - began
    print(f"{count:,} events: load {loaded * 1e3:.0f}, show {shown_again * 1e3:.0f}, {size / count:.0f} bytes an event")
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    for name, days in VIEWS:
        measure_view(image, scene, name, days)
    measure_layout(scene)


def main(counts: Sequence[int]) -> None:
    app = QApplication.instance() or QApplication([])
    look = Look()
    look.load_faces()
    look.apply("light")
    for count in counts:
        measure(count)
    del app


if __name__ == "__main__":
    main([int(argument.replace(",", "")) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000])
