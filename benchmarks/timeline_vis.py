"""vis-timeline (npm) in headless Chromium on the same events, beside our own timeline.

It is installed by npm into a folder that is removed afterwards. Where npm or Chromium is missing, that is said, and
nothing is measured.
"""

import json
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from benchmarks.timeline_events import LANES, MIDDLE, PAN, VIEWS, ZOOM
from r2p_app.content.dates import parse
from r2p_app.content.model import Event

PACKAGE = "vis-timeline@8"
PATIENCE = 120
"""Seconds without a word from the page after which it is given up."""

FRAMES = 60
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
)

Report = dict[str, Any]  # Any: JSON of the page


class Missing:
    """Says what is missing, once."""

    def __init__(self, what: str) -> None:
        print(f"vis-timeline is not measured: {what}")

    def measure(self, made: Sequence[Event]) -> None:
        """Measure nothing."""


class VisTimeline:
    """The other program, served from a folder."""

    def __init__(self, folder: Path, chromium: str) -> None:
        self._folder, self._chromium = folder, chromium
        self._gave_up = False

    def measure(self, made: Sequence[Event]) -> None:
        """Print the same figures as for our own timeline, as far as it gets."""
        if self._gave_up:
            print("  vis-timeline: left out, it did not finish with fewer events", flush=True)
            return
        (self._folder / "events.json").write_text(json.dumps(_given(made)), encoding="utf-8")
        reports: queue.Queue[Report] = queue.Queue()
        with _server(self._folder, reports) as address, self._browser(address):
            self._follow(reports)

    def _follow(self, reports: "queue.Queue[Report]") -> None:
        while True:
            try:
                report = reports.get(timeout=PATIENCE)
            except queue.Empty:
                print(f"  vis-timeline: given up after {PATIENCE} seconds without a result", flush=True)
                self._gave_up = True
                return
            if not _print(report):
                return

    @contextmanager
    def _browser(self, address: str) -> Iterator[None]:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            command = [self._chromium, *FLAGS, f"--user-data-dir={profile}", address]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                yield
            finally:
                process.terminate()
                process.wait(timeout=20)


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, reports: "queue.Queue[Report]", **more: Any) -> None:  # Any: the base's own
        self._reports = reports
        super().__init__(*arguments, **more)

    def do_POST(self) -> None:
        """Take a result."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._reports.put(json.loads(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing."""


@contextmanager
def _server(folder: Path, reports: "queue.Queue[Report]") -> Iterator[str]:
    handler = partial(_Handler, directory=str(folder), reports=reports)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/index.html"
        server.shutdown()


@contextmanager
def program() -> Iterator[VisTimeline | Missing]:
    """Yield the other program, ready to be measured, or what is missing for it."""
    chromium, npm = shutil.which("chromium"), shutil.which("npm")
    if chromium is None or npm is None:
        yield Missing("Chromium is not installed" if chromium is None else "npm is not installed")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        failed = _install(npm, folder)
        yield Missing(failed) if failed else VisTimeline(folder, chromium)


def _install(npm: str, folder: Path) -> str:
    """Install the package; return what went wrong, "" when nothing did."""
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        return f"npm could not install {PACKAGE}"
    package = folder / "node_modules" / "vis-timeline"
    print(f"vis-timeline {json.loads((package / 'package.json').read_text(encoding='utf-8'))['version']}")
    shutil.copy(package / "standalone/umd/vis-timeline-graph2d.min.js", folder / "vis.js")
    shutil.copy(package / "styles/vis-timeline-graph2d.min.css", folder / "vis.css")
    shutil.copy(Path(__file__).with_suffix(".html"), folder / "index.html")
    return ""


def _given(made: Sequence[Event]) -> dict[str, object]:
    rows = []
    for event in made:
        date = parse(event.date)
        end = None if date.earliest == date.latest else date.latest + 1
        rows += [(date.earliest, end, lane, event.title) for lane in event.lanes]
    return {
        "events": rows,
        "lanes": [lane.id for lane in LANES],
        "views": [{"name": name, "window": (MIDDLE - days / 2, MIDDLE + days / 2)} for name, days in VIEWS],
        "pan": PAN,
        "zoom": ZOOM,
        "frames": FRAMES,
    }


def _print(report: Report) -> bool:
    """Print a result; tell whether there are more to come."""
    if "failed" in report:
        print(f"  vis-timeline: failed with {report['failed']}", flush=True)
        return False
    if "load" in report:
        print(f"  vis-timeline: load {report['load']:,.0f}", flush=True)
    if "view" in report:
        gestures = "   ".join(_gesture(name, report[name]) for name in ("pan", "zoom"))
        print(f"    {report['view']:9} first {report['first']:7.1f}   {gestures}", flush=True)
    return "done" not in report


def _gesture(name: str, times: Report) -> str:
    """The script's part of a frame, and the time from frame to frame, which is never less than the screen's 16.7."""
    (spent, spent_p95), (gap, gap_p95) = times["spent"], times["gap"]
    return f"{name} {spent:.2f} (p95 {spent_p95:.2f}), from frame to frame {gap:.1f} (p95 {gap_p95:.1f})"
