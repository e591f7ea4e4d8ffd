"""Delays in words."""

import pytest

from r2p_app.content.dates import DayCount
from r2p_app.content.library import Library
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.delay import pairs_of
from r2p_app.ui.delay_words import delay_length, delay_short, delay_words, pair_words


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("days", "of_span", "words"),
    [
        (DayCount(0, 0), False, "the same day"),
        (DayCount(0, 0), True, "the day it began"),
        (DayCount(1, 1), False, "1 day later"),
        (DayCount(14, 14), False, "14 days later"),
        (DayCount(2, 2), True, "2 days after it began"),
        (DayCount(-12, -12), False, "12 days before"),
        (DayCount(-12, -12), True, "12 days before it began"),
        (DayCount(84, 84), False, "84 days later (about 3 months)"),
        (DayCount(881, 881), False, "881 days later (about 2 years)"),
        (DayCount(20, 22), False, "about 3 weeks later"),
        (DayCount(5, 9), False, "about 5–9 days later"),
        (DayCount(30, 59), True, "about 4–8 weeks after it began"),
        (DayCount(0, 29), False, "up to 4 weeks later"),
        (DayCount(-29, 0), False, "up to 4 weeks before"),
        (DayCount(-22, -20), False, "about 3 weeks before"),
        (DayCount(-10, 20), False, "at about the same time"),
        (DayCount(1000, 1100), False, "about 3 years later"),
    ],
)
def test_delays_in_words(days: DayCount, of_span: bool, words: str) -> None:
    assert plain(delay_words(days, of_span=of_span)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(DayCount(0, 0), ""), (DayCount(-1, 1), ""), (DayCount(84, 84), "84 days"), (DayCount(-7, -7), "7 days")],
)
def test_how_long_it_took(days: DayCount, words: str) -> None:
    assert plain(delay_length(days)) == words


def test_a_pairing_is_counted_from_its_events(mini_library: Library) -> None:
    (pair,) = pairs_of(mini_library, mini_library.all(Pairing))
    assert plain(pair_words(pair)) == "100 days later (about 3 months)"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (DayCount(35, 35), "35 days"),
        (DayCount(1, 1), "1 day"),
        (DayCount(0, 0), "the same day"),
        (DayCount(5, 36), "about 1–5 weeks"),
        (DayCount(-12, -12), "12 days before"),
        (DayCount(-3, 20), "at about the same time"),
    ],
)
def test_a_delay_on_a_label(days: DayCount, words: str) -> None:
    assert plain(delay_short(days)) == words
