from datetime import datetime, timedelta

import pytest

from r2p_app.ui.format import NBSP
from r2p_app.ui.home.words import day_words

NOW = datetime(2024, 4, 11, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "Tuesday"),
        (6, "Friday"),
        (7, "4 April 2024"),
        (-3, "14 April 2024"),
    ],
)
def test_days_as_people_say_them(days: int, words: str) -> None:
    assert day_words(NOW - timedelta(days=days), NOW, 0).replace(NBSP, " ") == words


@pytest.mark.parametrize(("begins_at", "words"), [(0, "yesterday"), (4, "today")])
def test_the_hour_at_which_a_day_begins(begins_at: int, words: str) -> None:
    after_midnight = NOW.replace(hour=0, minute=1)
    assert day_words(after_midnight - timedelta(minutes=2), after_midnight, begins_at) == words
