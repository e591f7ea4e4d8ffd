"""What tests of questions on the screen share: a library with every kind, and a widget as a person sees it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Entry, Library
from r2p_app.ui.state import AppState
from tests.learning import samples
from tests.ui import mini

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def full_state(state: AppState) -> AppState:
    """The state, with one question of every kind in the case of Rwanda besides the small library."""
    asked = (Entry(question.id, "question", "rwanda", question) for question in samples.one_of_each())
    state.set_library(Library(mini.PACK, (*mini.entries(), *asked)))
    return state


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show a widget in an active window, 860 pixels wide, and keep it to the end of the test."""
    kept: list[QWidget] = []

    def shown(widget: QWidget) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(860, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return shown
