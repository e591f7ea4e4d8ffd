"""What tests of the live quiz in the window share: a state with a question of every kind, and a room opened there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.live.events import Options
from r2p_app.live.opening import Wish
from r2p_app.live.server import LiveServer
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.pages.live import LivePage
from r2p_app.ui.state import AppState
from tests.live.acting import LOOPBACK, QUESTIONS, Phone, library

ANY_PORT = (0,)
"""Tests beside each other take each other's ports."""

WISH = Wish(tuple(question.id for question in QUESTIONS), Options(), LOOPBACK)


@pytest.fixture
def full(state: AppState) -> AppState:
    """The state, with a question of every kind that a class can vote on."""
    state.set_library(library())
    return state


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[LiveSession]:
    """A session with an open room."""
    made = LiveSession(tmp_path, ports=ANY_PORT)
    with qtbot.waitSignal(made.opened):
        made.open(library(), WISH)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, full: AppState) -> Iterator[LivePage]:
    """The page, shown, on loopback, before any room is open."""
    made = LivePage(full)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show_link(Link("live"))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close_down()


def phone_of(session: LiveSession, name: str = "") -> Phone:
    """Return the phone of a new student."""
    server: LiveServer = session._open.server  # type: ignore[union-attr]
    phone = Phone(server)
    assert phone.join(session.host.room.opened.code, name) == 200
    return phone
