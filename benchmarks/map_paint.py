"""How fast the maps of the cases open and move; beside it the floor.

Frames of a pan (13 pixels each) and of a zoom (3 % each) of the real maps with their places and movements, painted in
software at 1100x640; milliseconds of the processor in the one thread that does everything. The floor are the very calls
of the same frame to the painter, made again without any thinking. Opening the tab is everything
from the request to the end of the paint: history, the link, layout; beside it, painting the window once.
"""

import os
import statistics
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter

from benchmarks.result import Result, hand_over
from benchmarks.timeline_paint import Recorder, Times, now
from r2p_app.commands.offscreen import OffscreenRun, started
from r2p_app.maps.camera import Camera
from r2p_app.ui.case.case_map import CaseMap
from r2p_app.ui.maps.history import History
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.maps.sheets import shipped_atlas
from r2p_app.ui.maps.view import paint_map

FRAMES = 60
ROUNDS = 20
WIDTH, HEIGHT = 1100, 640
GOAL_MS = 50

GESTURES: dict[str, Callable[[Camera], Camera]] = {
    "pan": lambda camera: camera.panned(-13, -3),
    "zoom": lambda camera: camera.zoomed(1.03, (WIDTH * 0.4, HEIGHT * 0.5)),
}


def paint(view: MapView, image: QImage) -> float:
    painter = QPainter(image)
    began = now()
    paint_map(painter, view.view(), view.layers)
    taken = now() - began
    painter.end()
    return taken


def replay(view: MapView, image: QImage) -> float:
    """Return how long the calls of a frame take when they are made again."""
    recorder = Recorder(image)
    paint_map(recorder, view.view(), view.layers)  # type: ignore[arg-type]
    painter = QPainter(image)
    bound = [(getattr(painter, name), arguments) for name, arguments in recorder.calls]
    began = now()
    for call, arguments in bound:
        call(*arguments)
    taken = now() - began
    painter.end()
    return taken


def frames(view: MapView, move: Callable[[Camera], Camera]) -> tuple[list[float], list[float]]:
    """Return the seconds of each frame of a gesture, and of its floor."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    view.fit_home()
    paint(view, image)
    painted, floors = [], []
    for _ in range(FRAMES):
        view.go_to(move(view.camera))
        painted.append(paint(view, image))
        floors.append(replay(view, image))
    return painted, floors


def spent(action: Callable[[], object], process: Callable[[], None]) -> float:
    """Return the milliseconds of an action, with all the events that follow from it."""
    began = now()
    action()
    process()
    return (now() - began) * 1000


def measure_tab(offscreen: OffscreenRun, case: str) -> tuple[float, float]:
    """Return the medians of opening the tab that was visited before, and of painting the window."""
    window, navigation = offscreen.program.window, offscreen.program.services.shell.navigation
    opened, painted = [], []
    for number in range(ROUNDS + 1):
        navigation.open(f"r2p://case/{case}/figures")
        offscreen.settle()
        taken = spent(lambda: navigation.open(f"r2p://case/{case}/map"), offscreen.process_events)
        offscreen.settle()
        if number:  # the first round makes the tabs
            opened.append(taken)
            painted.append(spent(window.grab, offscreen.process_events))
    return statistics.median(opened), statistics.median(painted)


def main() -> list[Result]:
    """Print medians, 95th percentiles and ratios."""
    found = []
    with started() as offscreen:
        offscreen.program.window.resize(1440, 900)
        offscreen.settle()
        library, atlas = offscreen.program.services.state.library, shipped_atlas()
        print(f"Moving about, {FRAMES} frames: median (p95) in ms, floor, ratio")
        for case in library.cases:
            sheet = atlas.sheet(atlas.name_for([], case.id))
            made = CaseMap(sheet, History.of(library, case.id, sheet))
            view = made.map
            view.resize(WIDTH, HEIGHT)
            for name, move in GESTURES.items():
                painted, floors = frames(view, move)
                times, floor = Times.of(painted), Times.of(floors).median
                words = f"{times.median:5.1f} ({times.p95:4.1f})   floor {floor:4.1f}   {times.median / floor:5.2f}"
                print(f"  {case.id:12} {name:5} {words}")
                what, against = f"map of {case.id}, a frame of a {name}", "the same calls of the painter"
                found.append(Result(what=what, value=times.median, against=against, floor=floor))
        print(f"Opening the tab again, median of {ROUNDS} (goal: under {GOAL_MS} ms)")
        for case in library.cases:
            opened, painted_window = measure_tab(offscreen, case.id)
            print(f"  {case.id:12} {opened:5.1f} ms   paint {painted_window:5.1f} ms   {opened / painted_window:5.2f}")
            what, against = f"map tab of {case.id}, opened again", "painting the window"
            found.append(
                Result(what=what, value=opened, against=against, floor=painted_window, goal=GOAL_MS, goal_is_value=True)
            )
    return found


if __name__ == "__main__":
    hand_over(main())
