"""What holds for every test: no display, no folder of the person who runs it, nothing left over."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import blocking
from tests.leaks import nothing_left_over, watch_starts

_HOME = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Make every machine alike, and point the program's folders away from the user's.

    Qt reads its environment when the application is made. Who wants to see the windows sets QT_QPA_PLATFORM.
    """
    for name in [name for name in os.environ if name.startswith(("R2P_", "QT_")) and name != "QT_QPA_PLATFORM"]:
        del os.environ[name]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any other character set, and formats must not follow the machine
    settings.register_profile("patient", deadline=None)  # a busy machine is no fault of the code
    settings.load_profile("patient")
    config.stash[_HOME] = home = Path(tempfile.mkdtemp(prefix="r2p-tests-"))
    _set_folders(home, os.environ.__setitem__)
    watch_starts()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove those folders."""
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end where the window blocks, if the pages were walked."""
    blocking.write(terminalreporter)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test starts with no profile and no cache."""
    _set_folders(tmp_path, monkeypatch.setenv)


@pytest.fixture(autouse=True)
def no_leftovers(own_folders: None) -> Iterator[None]:
    """Threads, timers and windows end with the test that started them."""
    with nothing_left_over():
        yield


def _set_folders(home: Path, set_variable: Callable[[str, str], None]) -> None:
    set_variable("R2P_DATA", str(home / "data"))
    set_variable("R2P_CACHE", str(home / "cache"))
