"""Fixtures that pages share with the widgets of a quiz."""

from tests.ui.quiz.conftest import full_state, show

__all__ = ["full_state", "show"]
