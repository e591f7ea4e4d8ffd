"""What tests of reading share: the small pack with a long chapter, and its sheet in a window."""

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.state import AppState
from tests.ui.reader.making import CASE, CHAPTER, library


@pytest.fixture
def long_state(state: AppState) -> AppState:
    """The state with the long chapter."""
    state.set_library(library())
    return state


@pytest.fixture
def scroll(qtbot: QtBot, long_state: AppState) -> ChapterScroll:
    """The long chapter on a wide screen, complete and at rest."""
    made = ChapterScroll(CASE, CHAPTER, long_state)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.sheet.complete()
    return made
