"""A program on a screen and an accessibility bus of its own, pressed by real keys, read as a screen reader reads it."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from r2p_app.paths import content_dir

ROOT = Path(__file__).resolve().parents[2]
READER = ROOT / "scripts" / "atspi_reader.py"
PYTHON_OF_SYSTEM = os.environ.get("ATSPI_PYTHON", "/usr/bin/python3")
PATIENCE = 60.0
ANSWER = b"answer "

Told = dict[str, Any]  # what JSON holds


class ScreenReader:
    """Asks what is heard, and presses keys."""

    def __init__(self, process: "subprocess.Popen[bytes]", environment: dict[str, str]) -> None:
        self._process, self._environment = process, environment
        self.said: list[str] = []
        self.focused: list[Told] = []
        self._received = b""

    def ask(self, what: str, **more: str) -> Any:
        """Ask the reader, again when what was asked about is gone meanwhile; `AssertionError` without an answer."""
        answered = self._ask(what, **more)
        while isinstance(answered, dict) and "gone" in answered:
            answered = self._ask(what, **more)
        return answered

    def _ask(self, what: str, **more: str) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"ask": what, **more}).encode() + b"\n")
        self._process.stdin.flush()
        return json.loads(self._answer(what))

    def _answer(self, what: str) -> str:
        """Return the next line that is an answer: the daemons of the bus write on the same output."""
        while True:
            line, ended, rest = self._received.partition(b"\n")
            if not ended:
                self._receive(what)
                continue
            self._received = rest
            if line.startswith(ANSWER):
                return line.removeprefix(ANSWER).decode()

    def _receive(self, what: str) -> None:
        assert self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        assert ready, f"the reader does not answer {what}"
        received = os.read(self._process.stdout.fileno(), 65536)
        assert received, f"the reader ended with {self._process.wait(PATIENCE)}"
        self._received += received

    def listen(self) -> None:
        """Take in what was announced and focused meanwhile."""
        heard = self.ask("heard")
        self.said += [one["said"] for one in heard if "said" in one]
        self.focused += [one["focused"] for one in heard if "focused" in one]

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Listen until the condition holds."""
        end = time.monotonic() + PATIENCE
        self.listen()
        while not condition():
            assert time.monotonic() < end, f"never {what}; said: {self.said}; focused: {self.focused[-3:]}"
            self.listen()

    def wait_to_hear(self, words: str) -> str:
        """Wait for an announcement with these words and return it; what was said before is forgotten."""
        self.wait(lambda: any(words in said for said in self.said), f"heard “{words}”")
        heard = next(said for said in self.said if words in said)
        self.said.clear()
        return heard

    def shown(self, role: str) -> list[Told]:
        """Return what is in view of a role."""
        found: list[Told] = self.ask("shown", role=role)
        return found

    def focus(self) -> Told:
        """Return what has the focus."""
        told: Told | None = self.ask("focus")
        return told or {"name": "", "role": "", "states": [], "description": ""}

    def press(self, *keys: str) -> None:
        """Press keys on the keyboard of the screen, by their X11 names."""
        self._xdotool("key", "--delay", "60", *keys)

    def write(self, words: str) -> None:
        """Write words on the keyboard."""
        self._xdotool("type", "--delay", "20", words)

    def enter(self) -> None:
        """Give the window the keyboard, as a window manager would."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", "Responsibility to Protect", "windowfocus")
        self.wait(lambda: self.focus()["name"], "had the focus")

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, timeout=PATIENCE)


@contextmanager
def reading(folder: Path, route: str) -> Iterator[ScreenReader]:
    """Start the program on a page, with everything that a desktop with a screen reader has."""
    with _screen() as display:
        environment = _environment(folder, display)
        program = [sys.executable, "-m", "r2p_app", "--content", str(content_dir()), "--route", route]
        with _started(["dbus-run-session", "--", PYTHON_OF_SYSTEM, str(READER), *program], environment) as process:
            reader = ScreenReader(process, environment)
            reader.enter()
            yield reader
            reader.ask("quit")


def _environment(folder: Path, display: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "R2P_", "PYTHON"))}
    own = {"R2P_DATA": str(folder / "data"), "R2P_CACHE": str(folder / "cache"), "XDG_RUNTIME_DIR": str(folder)}
    told = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    return {**kept, **own, **told, "QT_ACCESSIBILITY": "1", "LC_ALL": "C.UTF-8"}


@contextmanager
def _screen() -> Iterator[str]:
    """Start an X server without a screen on a free number, and give its name."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


@contextmanager
def _started(command: Sequence[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a command in a group of its own, and end the whole group."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
