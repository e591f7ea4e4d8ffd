"""The walk: every state of the program, in three looks, under every rule."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.commands.offscreen import started
from tests.accessibility.contrast import ContrastRule
from tests.accessibility.rules import RULES
from tests.accessibility.seen import Finding, windows
from tests.accessibility.states import STATES, Stage
from tests.accessibility.tabbing import tabs_lead_everywhere

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_level_fail("CRITICAL")]  # popups make the offscreen platform talk


class Look(NamedTuple):
    """How the window looks during a walk."""

    theme: str
    scale: str
    width: int
    height: int
    every: int = 1


LOOKS = (Look("light", "1.0", 1280, 800, 5), Look("dark", "1.0", 1024, 640, 5), Look("contrast", "2.0", 1024, 640, 3))
"""Each theme, each of the sizes at which everything has to work, and the largest text in the smallest window."""


class StrayWindows(QObject):
    """Notices widgets that are windows for a moment because they are shown before they have a place: the focus goes."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.found: list[Finding] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = type(watched).__name__
            if kind in {"QLabel", "QPushButton", "QWidget", "QFrame"}:
                self.found.append(Finding("stray window", kind))
        return False


def walk(stage: Stage, strays: StrayWindows) -> Iterator[tuple[str, Finding]]:
    """Go through every state, and tell what breaks a rule in it."""
    rules = (*RULES.values(), ContrastRule().words_stand_out, tabs_lead_everywhere)
    for states in STATES:
        for state in states(stage):
            shown = windows()
            assert shown, state
            for window in shown:
                for rule in rules:
                    yield from ((state, finding) for finding in rule(window))
            yield from ((state, finding) for finding in strays.found)
            strays.found.clear()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.theme}-{look.scale}-{look.width}x{look.height}")
def test_nothing_breaks_a_rule_anywhere(look: Look, tmp_path: Path) -> None:
    found: defaultdict[Finding, list[str]] = defaultdict(list)
    with started() as run:
        stage = Stage(run, tmp_path, every=look.every)
        stage.look(look.theme, look.scale, look.width, look.height)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        strays = StrayWindows(application)
        for state, finding in walk(stage, strays):
            found[finding].append(state)
        application.removeEventFilter(strays)
        strays.deleteLater()
    assert not found, "\n".join(f"{finding}\n    in {', '.join(dict.fromkeys(at))}" for finding, at in found.items())
