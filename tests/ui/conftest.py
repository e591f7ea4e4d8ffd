"""What tests of the window share: a small library, a profile in a temporary folder, the look, a fixed clock."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from r2p_app.clock import Clock
from r2p_app.content.library import Library
from r2p_app.store import Store
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
def state(look: Look, mini_library: Library, store: Store, clock: Clock) -> Iterator[AppState]:
    """The state that pages get, with the small library and a new profile."""
    made = AppState(look, now=clock)
    made.set_library(mini_library)
    made.set_store(store)
    yield made
    made.deleteLater()
