"""Anonymous memory of the program, against an empty PySide6 main window in the same interpreter. Linux only.

Anonymous memory is what a process has for itself: shared libraries and files are left out. Each figure is the median
over fresh processes, each of which has painted what it shows; content comes from its cache, as after the first start.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping

from benchmarks.result import Result, hand_over

RUNS = 5
GOALS = {"Home": 1.6, "Home, all pages made ready": None, "every page visited": 3.0}

MEASURE = """
def megabytes():
    import gc
    gc.collect()
    with open("/proc/self/smaps_rollup") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Anonymous:")) / 1024
"""

FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
for _ in range(5):
    app.processEvents()
print(megabytes())
"""

OURS = """
from r2p_app.commands.offscreen import started
from r2p_app.ui.routes import BY_NAME

with started() as offscreen:
    offscreen.program.window.resize(1440, 900)
    offscreen.settle()
    print(megabytes())
    offscreen.program.services.idle.complete()
    print(megabytes())
    for name in BY_NAME:
        offscreen.program.services.shell.navigation.open(f"r2p://{name}")
        offscreen.settle()
    for case in offscreen.program.services.state.library.cases:
        offscreen.program.services.shell.navigation.open(f"r2p://case/{case.id}")
        offscreen.settle()
    print(megabytes())
"""


def megabytes(code: str, environment: Mapping[str, str]) -> list[float]:
    """Return the figures that a fresh process prints."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE + code], env=environment, capture_output=True, text=True, check=True
    )
    return [float(line) for line in done.stdout.split()]


def main() -> list[Result]:
    """Print the medians and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "R2P_DATA": f"{folder}/data",
            "R2P_CACHE": f"{folder}/cache",
            "PYTHONPYCACHEPREFIX": f"{folder}/pyc",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        megabytes(OURS, environment)  # fills the cache of content, and that of byte code
        floors, ours = [], []
        for _ in range(RUNS):
            floors += megabytes(FLOOR, environment)
            ours.append(megabytes(OURS, environment))
    floor = statistics.median(floors)
    print(f"Anonymous memory, median of {RUNS} processes")
    print(f"  {'empty QMainWindow':26} {floor:6.1f} MB   1.00")
    found = []
    for (name, goal), figures in zip(GOALS.items(), zip(*ours, strict=True), strict=True):
        median = statistics.median(figures)
        aim = f"   (goal: at most {goal})" if goal is not None else ""
        print(f"  {name:26} {median:6.1f} MB   {median / floor:.2f}{aim}")
        what, against = f"anonymous memory, {name}", "empty QMainWindow"
        found.append(Result(what=what, value=median, unit="MB", against=against, floor=floor, goal=goal))
    return found


if __name__ == "__main__":
    hand_over(main())
