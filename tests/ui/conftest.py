"""What tests of the window share: a small library, a profile in a temporary folder, the look, a fixed clock."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.clock import Clock
from r2p_app.content.library import Library
from r2p_app.store import Store
from r2p_app.store.profiles import Profiles
from r2p_app.ui.jobs import JobRunner
from r2p_app.ui.preferences import MOTION, THEME, Preferences
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.shell import Shell
from r2p_app.ui.start_file import StartFile
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import Look
from tests.ui import mini

NOON = datetime(2024, 4, 11, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def mini_library() -> Library:
    """Two cases with real facts; see `tests.ui.mini`."""
    return mini.mini_library()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at noon, UTC."""
    return lambda: NOON


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look at 100 %, with all faces; put back after the test."""
    made = Look()
    made.load_faces()
    made.apply("light", 1.0, reduced_motion=True)
    yield made
    made.apply("light", 1.0, reduced_motion=True)
    made.deleteLater()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """A new profile, on UTC."""
    with Store.open(tmp_path / "profile", now=clock, local_offset=lambda _moment: timedelta()) as opened:
        yield opened


@pytest.fixture
def preferences(look: Look, tmp_path: Path) -> Iterator[Preferences]:
    """Preferences in a file of their own, set to what `look` is."""
    made = Preferences(look, tmp_path / "profile" / "window.ini")
    made.set_value(THEME, "light")
    made.set_value(MOTION, "on")
    yield made
    made.deleteLater()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    """A runner whose jobs have all ended when the test has."""
    made = JobRunner()
    yield made
    assert made.stop()
    QApplication.processEvents()
    made.deleteLater()


@pytest.fixture
def session(
    state: AppState, preferences: Preferences, jobs: JobRunner, tmp_path: Path, clock: Clock
) -> Iterator[ProfileSession]:
    """The profiles in a folder, none of them open yet; Settings finds them in `state`."""
    profiles = Profiles(tmp_path / "profiles", now=clock)
    made = ProfileSession(profiles, state, preferences, jobs, StartFile(tmp_path))
    state.preferences, state.profiles = preferences, made
    yield made
    made.close()


@pytest.fixture
def shell(qtbot: QtBot, state: AppState, preferences: Preferences, session: ProfileSession) -> Shell:
    """What fills the window, on Home, 1280 by 800 pixels large."""
    made = Shell(state, preferences)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_wanted()
    return made


@pytest.fixture
def state(look: Look, mini_library: Library, store: Store, clock: Clock) -> Iterator[AppState]:
    """The state that pages get, with the small library and a new profile."""
    made = AppState(look, now=clock)
    made.set_library(mini_library)
    made.set_store(store)
    yield made
    made.deleteLater()
