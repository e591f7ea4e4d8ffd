"""The shipped pack in a state with a new profile, and exercises on its decision points."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.clock import Clock
from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.teaching import DecisionPoint
from r2p_app.paths import content_dir
from r2p_app.store import Store
from r2p_app.ui.lab.exercise_view import ExerciseView
from r2p_app.ui.lab.session import LabSession, begin
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look

CUT = "dp-unamir-cut"


@cache
def shipped() -> Library:
    return load_pack(content_dir())


@pytest.fixture
def state(look: Look, store: Store, preferences: Preferences, clock: Clock) -> Iterator[AppState]:
    made = AppState(look, now=clock)
    made.set_library(shipped())
    made.set_store(store)
    made.preferences = preferences
    yield made
    made.deleteLater()


@pytest.fixture
def session(state: AppState) -> Callable[..., LabSession]:
    def make(decision_id: str = CUT) -> LabSession:
        decision = shipped().get(decision_id, DecisionPoint)
        return LabSession(state, decision, begin(decision, state.now()))

    return make


@pytest.fixture
def view(qtbot: QtBot, session: Callable[..., LabSession]) -> Callable[..., ExerciseView]:
    def make(decision_id: str = CUT) -> ExerciseView:
        made = ExerciseView(session(decision_id))
        qtbot.addWidget(made)
        made.resize(1200, 800)
        made.show()
        return made

    return make


Show = Callable[[QWidget], None]
