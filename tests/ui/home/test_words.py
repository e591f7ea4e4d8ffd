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
    assert day_words(NOW - timedelta(days=days), NOW).replace(NBSP, " ") == words


def test_just_after_midnight_it_was_yesterday() -> None:
    midnight = NOW.replace(hour=0, minute=1)
    assert day_words(midnight - timedelta(minutes=2), midnight) == "yesterday"
