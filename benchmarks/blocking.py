"""Where the window blocks: the longest time without an answer on every page, and what it was doing then.

The opening of each page counts, and so does what follows until all is quiet. What the window makes ready ahead of need
is there by then, as it is a few seconds after the start; `cold` in the arguments leaves it out.
"""

import sys

from benchmarks.result import Result, hand_over
from benchmarks.watchdog import GOAL, Visit, Watchdog, walk
from r2p_app.commands.offscreen import started


def main() -> list[Result]:
    """Print the worst of each page, the longest first: on the first visit, and on the second."""
    watchdog = Watchdog()
    with started() as offscreen:
        if "cold" not in sys.argv[1:]:
            offscreen.program.services.idle.complete()
        watchdog.start()
        found = [_report(visit, walk(offscreen, watchdog)) for visit in ("first visit", "second visit")]
        watchdog.stop()
    return found


def _report(visit: str, visits: list[Visit]) -> Result:
    over = sum(one.is_slow for one in visits)
    print(f"\n{visit}: {over} of {len(visits)} pages take longer than {GOAL * 1000:.0f} ms at once")
    for one in visits[:25]:
        print(one)
    what = f"longest time without an answer, {visit} of {len(visits)} pages"
    worst = visits[0].gap.seconds * 1000
    return Result(what=what, value=worst, goal=GOAL * 1000, goal_is_value=True, detail=f"{over} over the goal")


if __name__ == "__main__":
    hand_over(main())
