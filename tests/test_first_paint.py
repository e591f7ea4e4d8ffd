"""What is imported before the window is first painted: it decides how soon there is something to see."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OURS = {"r2p_app"}
QT = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "__feature__"}

PROGRAM = """
import json, os, sys
before = set(sys.modules)
from PySide6.QtCore import QEvent
from PySide6 import QtWidgets

class Watched(QtWidgets.QApplication):
    '''Ends the process once the first painting is done, and prints what had been imported by then.'''

    depth, painted = 0, False

    def notify(self, receiver, event):
        self.depth += 1
        self.painted |= event.type() == QEvent.Type.Paint
        done = super().notify(receiver, event)
        self.depth -= 1
        if self.painted and not self.depth:
            print(json.dumps(sorted(set(sys.modules) - before)), flush=True)
            os._exit(0)
        return done

QtWidgets.QApplication = Watched
from r2p_app.cli import main
sys.exit(main([]))
"""


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The names of all modules imported when the window of a new user has been painted once."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[1],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout, "the window was closed before it was painted"
    return set(json.loads(done.stdout))


def test_the_window_is_what_was_painted(imported: set[str]) -> None:
    assert "r2p_app.ui.window" in imported


def test_nothing_but_qt_and_the_standard_library_is_imported(imported: set[str]) -> None:
    tops = {name.partition(".")[0] for name in imported}
    assert tops - OURS - QT <= set(sys.stdlib_module_names)


def test_neither_content_nor_answers_are_read(imported: set[str]) -> None:
    """What reads YAML, the cache of content or a profile would bring these."""
    assert not imported & {"yaml", "msgspec", "sqlite3", "r2p_app.content.reader", "r2p_app.store"}
