"""How long until something is painted, against an empty PySide6 main window in the same interpreter.

Each start is a fresh process, timed from its spawning to the end of its first paint; both kinds alternate. Byte code is
compiled beforehand, as it is after the first start. The content made ten times larger must not change anything.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from benchmarks.result import Result, hand_over
from r2p_app.paths import content_dir

RUNS = 15
GOAL = 1.5

FLOOR = """
import time, os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)

def done():
    print(time.time(), flush=True)
    os._exit(0)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = """
import os, sys, time
from r2p_app import app, cli

class Timed(app.Program):
    def _on_window_first_painted(self):
        print(time.time(), flush=True)
        os._exit(0)

app.Program = Timed
cli.main(["--content", sys.argv[1]])
"""


def seconds(code: str, *arguments: str, environment: Mapping[str, str]) -> float:
    """Return the time from spawning the process to its first paint."""
    start = time.time()
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout) - start


def multiplied(content: Path, target: Path, times: int) -> Path:
    """Copy the pack's YAML files several times over: most of it is faulty then, but all of it must be looked at."""
    for number in range(times):
        shutil.copytree(content, target / f"copy-{number}")
    shutil.copy(content / "pack.yaml", target)
    return target


def main() -> list[Result]:
    """Print the medians and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "R2P_DATA": f"{folder}/data",
            "R2P_CACHE": f"{folder}/cache",
            "PYTHONPYCACHEPREFIX": f"{folder}/pyc",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        large = multiplied(content_dir(), Path(folder) / "large", 10)
        kinds = {
            "empty QMainWindow": (FLOOR, ""),
            "r2p": (OURS, str(content_dir())),
            "r2p, ten times the content": (OURS, str(large)),
        }
        found: dict[str, list[float]] = {name: [] for name in kinds}
        for number in range(RUNS + 1):
            for name, (code, argument) in kinds.items():
                taken = seconds(code, argument, environment=environment)
                if number:  # the first round compiles
                    found[name].append(taken)
    floor = statistics.median(found["empty QMainWindow"])
    print(f"Time to the first paint, median of {RUNS} starts (goal: at most {GOAL} times the floor)")
    for name, times in found.items():
        median = statistics.median(times)
        print(f"  {name:28} {median * 1000:6.0f} ms   {median / floor:5.2f}")
    empty, *others = {name: statistics.median(times) * 1000 for name, times in found.items()}.items()
    return [
        Result(what=f"first paint of {name}", value=value, against=empty[0], floor=empty[1], goal=GOAL)
        for name, value in others
    ]


if __name__ == "__main__":
    hand_over(main())
