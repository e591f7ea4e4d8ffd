"""The walk: every state of the program, in three looks, under every rule."""

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import r2p_app.ui
from r2p_app.commands.offscreen import started
from r2p_app.ui.lessons.presenter import Presenter
from r2p_app.ui.overlay import Overlay
from r2p_app.ui.page import Page
from r2p_app.ui.projector.window import ProjectorWindow
from tests.accessibility.contrast import ContrastRule
from tests.accessibility.focus import FocusRule
from tests.accessibility.rules import RULES, Rule
from tests.accessibility.seen import Finding, parts, windows
from tests.accessibility.seldom import SELDOM
from tests.accessibility.stage import Stage
from tests.accessibility.states import STATES
from tests.accessibility.tabbing import tabs_lead_everywhere

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_level_fail("CRITICAL")]  # popups make the offscreen platform talk


class Look(NamedTuple):
    """How the window looks during a walk."""

    theme: str
    scale: str
    width: int
    height: int


LOOKS = (Look("light", "1.0", 1280, 800), Look("dark", "1.0", 1024, 640), Look("contrast", "2.0", 1024, 640))
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


def walk(stage: Stage, strays: StrayWindows, kinds: set[type[QWidget]]) -> Iterator[tuple[str, Finding]]:
    """Go through every state, tell what breaks a rule in it, and note the kinds of widgets that were seen."""
    tabbing = partial(tabs_lead_everywhere, at_stop=FocusRule().at_stop)
    rules: tuple[Rule, ...] = (*RULES.values(), ContrastRule().words_stand_out, tabbing)
    for states in (*STATES, *SELDOM):
        for state in states(stage):
            shown = windows()
            assert shown, state
            for window in shown:
                kinds |= {type(widget) for widget in parts(window)}
                for rule in rules:
                    yield from ((state, finding) for finding in rule(window))
            yield from ((state, finding) for finding in strays.found)
            strays.found.clear()


def wanted() -> set[type[QWidget]]:
    """Return every page, dialog, panel and window of the program, but for what only others are made of."""
    for module in pkgutil.walk_packages(r2p_app.ui.__path__, f"{r2p_app.ui.__name__}."):
        importlib.import_module(module.name)
    return {Presenter, ProjectorWindow}.union(*map(_last_derived, (QDialog, Page, Overlay)))


def _last_derived(kind: type[QWidget]) -> set[type[QWidget]]:
    """Return the classes of the program under a class that have none under them."""
    own = {one for one in kind.__subclasses__() if one.__module__.startswith("r2p_app.")}
    return set[type[QWidget]]().union(*(_last_derived(one) or {one} for one in own))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.theme}-{look.scale}-{look.width}x{look.height}")
def test_nothing_breaks_a_rule_anywhere(look: Look, tmp_path: Path) -> None:
    found: defaultdict[Finding, list[str]] = defaultdict(list)
    with started() as run:
        stage = Stage(run, tmp_path, part=LOOKS.index(look), parts=len(LOOKS))
        stage.look(look.theme, look.scale, look.width, look.height)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        strays = StrayWindows(application)
        kinds: set[type[QWidget]] = set()
        for state, finding in walk(stage, strays, kinds):
            found[finding].append(state)
        application.removeEventFilter(strays)
        strays.deleteLater()
    assert {kind.__name__ for kind in wanted() if not any(issubclass(one, kind) for one in kinds)} == set()
    assert not found, "\n".join(f"{finding}\n    in {', '.join(dict.fromkeys(at))}" for finding, at in found.items())
