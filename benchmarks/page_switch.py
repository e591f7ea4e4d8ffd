"""How long a page takes that was visited before, against painting the same window once with that page already shown.

The floor paints every widget of the window into a picture (`repaint` leaves out those that cover their parents). A
switch is everything from the request to the end of the paint: history, refresh, focus, layout. Both are measured in
turn in one process on the shipped content, without a display. The case studies show a chapter.
"""

import statistics
import time
from collections.abc import Callable

from benchmarks.result import Result, hand_over
from r2p_app.commands.offscreen import OffscreenRun, started

ROUNDS = 40
GOAL = 2.5


def milliseconds(action: Callable[[], object], process: Callable[[], None]) -> float:
    """Return how long an action takes, with all the events that follow from it."""
    start = time.perf_counter()
    action()
    process()
    return (time.perf_counter() - start) * 1000


def measure(offscreen: OffscreenRun, routes: list[str]) -> dict[str, tuple[list[float], list[float]]]:
    """Return the times of switches to each route, and of painting the window there."""
    window, navigation = offscreen.program.window, offscreen.program.services.shell.navigation
    found: dict[str, tuple[list[float], list[float]]] = {route: ([], []) for route in routes}
    for number in range(ROUNDS + 1):
        for route in routes:
            switch = milliseconds(lambda route=route: navigation.open(route), offscreen.process_events)  # type: ignore[misc]
            offscreen.settle()
            paint = milliseconds(window.grab, offscreen.process_events)
            if number:  # the first round makes the pages
                found[route][0].append(switch)
                found[route][1].append(paint)
    return found


def main() -> list[Result]:
    """Print the medians and their ratios."""
    from r2p_app.ui.routes import BY_NAME

    with started() as offscreen:
        offscreen.program.window.resize(1440, 900)
        offscreen.settle()
        library = offscreen.program.services.state.library
        case = next(case for case in library.cases if library.chapters(case))
        chapter = f"r2p://chapter/{library.chapters(case)[0].id}"
        routes = [chapter if name == "case" else f"r2p://{name}" for name in BY_NAME]
        found = measure(offscreen, routes)
    print(f"Warm page switch, median of {ROUNDS} (goal: at most {GOAL} times painting the window)")
    for route, (switches, paints) in found.items():
        switch, paint = statistics.median(switches), statistics.median(paints)
        print(f"  {route:34} {switch:6.1f} ms   paint {paint:5.1f} ms   {switch / paint:5.2f}")
    ratios = [statistics.median(s) / statistics.median(r) for s, r in found.values()]
    print(f"  {'median of the pages':34} {'':25} {statistics.median(ratios):5.2f}")
    return [
        Result(
            what=f"warm switch to {route.removeprefix('r2p://')}",
            value=statistics.median(switches),
            against="painting the window",
            floor=statistics.median(paints),
            goal=GOAL,
        )
        for route, (switches, paints) in found.items()
    ]


if __name__ == "__main__":
    hand_over(main())
