"""Chromium without a window, driven over its DevTools protocol: a student's phone as it really is."""

import json
import os
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PATIENCE = 20.0
"""Seconds after which something that should be on a page is missing."""

AXE = Path(__file__).resolve().parents[1] / "data" / "axe" / "axe.min.js"
_FLAGS = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--no-sandbox",  # the tests may run as root in a container; the only site is our own, on loopback
    "--lang=en-GB",
)


def find_browser() -> str:
    """Return the browser's program; fail with what to do where there is none."""
    found = os.environ.get("CHROME_BIN") or next(filter(None, map(shutil.which, NAMES)), "")
    found = found or next((path for path in ELSEWHERE if Path(path).exists()), "")
    assert found, "these tests need Chromium: ./test installs it as root on Debian; else install it or set CHROME_BIN"
    return found


class Page:
    """One page of the browser. `requested` are all addresses it asked for, `errors` what its console complained of."""

    def __init__(self, port: int, target: dict[str, str]) -> None:
        self._port, self.target = port, target["id"]
        self._stack = ExitStack()
        joined = connect(target["webSocketDebuggerUrl"], max_size=None, compression=None, proxy=None)
        self._socket: ClientConnection = self._stack.enter_context(joined)
        self._number = 0
        self.requested: list[str] = []
        self.errors: list[str] = []
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """Close the page, as someone does who swipes it away."""
        self.let_go()
        urlopen(f"http://127.0.0.1:{self._port}/json/close/{self.target}").close()

    def let_go(self) -> None:
        """Drive the page no longer."""
        self._stack.close()

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its result."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message.get("id") == self._number:
                assert "error" not in message, message["error"]
                found: dict[str, Any] = message["result"]
                return found
            self._note(message)

    def open(self, address: str) -> None:
        """Go to an address."""
        self.call("Page.navigate", url=address)

    def run(self, script: str) -> Any:  # Any: whatever the script returns
        """Run a script in the page and return its value, waiting for promises."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def wait(self, condition: str) -> None:
        """Wait until a condition holds in the page."""
        end = time.monotonic() + PATIENCE
        while not self.run(f"Boolean({condition})"):
            assert time.monotonic() < end, f"{condition}\n{self.words()}"
            self.run("new Promise((done) => setTimeout(done, 30))")

    def words(self) -> str:
        """Return what can be read."""
        return str(self.run("document.body ? document.body.innerText : ''"))

    def wait_for(self, words: str) -> None:
        """Wait until words can be read."""
        self.wait(f"document.body && document.body.innerText.includes({json.dumps(words)})")

    def click(self, selector: str) -> None:
        """Click on the first element that answers to a selector, in its middle, as a finger would."""
        box = self.run(
            f"{{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            "const r = e.getBoundingClientRect(); [r.x + r.width / 2, r.y + r.height / 2] }"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def write(self, selector: str, text: str) -> None:
        """Write into a field."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        self.call("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Press a key where the focus is."""
        codes = {"Tab": 9, "Enter": 13, " ": 32, "ArrowDown": 40}
        text = {"Enter": "\r", " ": " "}.get(key, "")
        details = {"key": key, "windowsVirtualKeyCode": codes[key], **({"text": text} if text else {})}
        self.call("Input.dispatchKeyEvent", type="keyDown", **details)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=codes[key])

    def set_size(self, width: int, height: int) -> None:
        """Make the page as large as a phone."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=True)

    def enlarge_text(self, percent: int) -> None:
        """Enlarge the text, and only it, as its owner may in the settings of the browser."""
        self.run(f"document.documentElement.style.fontSize = '{percent * 1.125}%'")

    def prefer(self, **features: str) -> None:
        """Set what the owner prefers: `prefers-color-scheme` as `color_scheme="dark"` and so on."""
        wanted = [{"name": f"prefers-{name.replace('_', '-')}", "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=wanted)

    def picture(self, path: Path) -> None:
        """Save a picture of the whole page."""
        shot = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        path.write_bytes(b64decode(shot["data"]))

    def axe(self) -> list[str]:
        """Return what axe finds wrong with the page, in all its rules for WCAG 2.2 A and AA and for good practice."""
        if not self.run("Boolean(window.axe)"):
            self.run(AXE.read_text(encoding="utf-8") + "\n;true")
        found = self.run(
            "axe.run(document, {resultTypes: ['violations']}).then((r) => r.violations.map("
            "(v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html).join(' | ')}`))"
        )
        return [str(one) for one in found]

    def _note(self, message: dict[str, Any]) -> None:
        parameters = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requested.append(parameters["request"]["url"])
            case "Network.webSocketCreated":
                self.requested.append(parameters["url"])
            case "Runtime.exceptionThrown":
                self.errors.append(str(parameters["exceptionDetails"]))
            case "Log.entryAdded" if parameters["entry"]["level"] == "error":
                self.errors.append(f"{parameters['entry']['text']} {parameters['entry'].get('url', '')}")


class Browser:
    """A running browser."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._pages: list[Page] = []

    def page(self, address: str = "about:blank", *, width: int = 390, height: int = 844) -> Page:
        """Open a page as large as a phone."""
        wish = Request(f"http://127.0.0.1:{self._port}/json/new?about:blank", method="PUT")
        with urlopen(wish) as answer:
            made = Page(self._port, json.loads(answer.read()))
        self._pages.append(made)
        made.set_size(width, height)
        made.open(address)
        return made

    def close(self) -> None:
        """Let go of the pages."""
        for page in self._pages:
            page.let_go()


@contextmanager
def browsing(folder: Path) -> Iterator[Browser]:
    """Run a browser with a profile of its own for as long as the context lasts."""
    profile = folder / "browser"
    command = [find_browser(), *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        browser = Browser(_port(profile / "DevToolsActivePort", process))
        try:
            yield browser
        finally:
            browser.close()
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _port(path: Path, process: subprocess.Popen[bytes]) -> int:
    """Return the port on which the browser listens for us, once it has written it down."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        if len(lines) == 2:
            return int(lines[0])
        time.sleep(0.02)  # another program: there is nothing to wait on but its file
    raise AssertionError("the browser did not start")
