"""Fixtures that pages share with the widgets of a quiz."""

import pytest

from r2p_app.ui.state import AppState
from tests.ui.pages.browsing import Browser
from tests.ui.quiz.conftest import Show, full_state, show

__all__ = ["full_state", "show"]


@pytest.fixture
def browser(state: AppState, show: Show) -> Browser:
    """The quiz page on the small library."""
    return Browser(state, show)


@pytest.fixture
def full_page(full_state: AppState, show: Show) -> Browser:
    """The quiz page with a question of every kind besides."""
    return Browser(full_state, show)
