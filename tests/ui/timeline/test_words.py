from math import log2

import pytest
from PySide6.QtGui import QFont

from r2p_app.content.dates import day_number
from r2p_app.timeline.axis import LEVELS_PER_OCTAVE
from r2p_app.timeline.items import Items
from r2p_app.timeline.placing import Cluster
from r2p_app.timeline.ticks import Tick, Unit
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.timeline.words import Words, count_of_events, event_name, tick_label
from tests.timeline.making import event
from tests.ui.timeline.conftest import LANES


def level(scale: float) -> int:
    return round(log2(scale) * LEVELS_PER_OCTAVE)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


@pytest.fixture
def words(look: Look, items: Items) -> Words:
    return Words(items, look.theme.font(TextRole.SMALL), 68)


def test_a_label_has_the_year_only_where_ticks_count_years(words: Words) -> None:
    assert plain(words.fitted(1, level(4), 900)) == "11 Jan: Cable from Kigali"
    assert plain(words.fitted(1, level(0.2), 900)) == "11 Jan 1994: Cable from Kigali"


def test_a_label_is_cut_to_its_room(words: Words) -> None:
    whole = words.fitted(1, level(4), words.width(1, level(4)))
    short = words.fitted(1, level(4), 80)
    assert whole.endswith("Kigali")
    assert short.endswith("…")
    assert words.metrics.horizontalAdvance(short) <= 81
    assert words.fitted(1, level(4), 3) == ""


@pytest.mark.parametrize(
    "title", ["x" * 500, "مجلس الأمن يصوّت", "\N{DOVE OF PEACE}\N{VARIATION SELECTOR-16} Peace", "Goražde, Žepa, đ"]
)
def test_hostile_titles_have_a_width_and_can_be_cut(look: Look, title: str) -> None:
    words = Words(Items([event(0, "-0500", title=title)], LANES), QFont(look.theme.font(TextRole.SMALL)), 68)
    assert 0 < words.width(0, 0) < 3_000
    assert words.fitted(0, 0, 90).startswith("501")


def test_a_cluster_says_as_much_as_fits(words: Words) -> None:
    cluster = Cluster(0, 12, 0, 12, day_number(1994, 4, 6), day_number(1994, 4, 9))
    assert plain(words.cluster(cluster, level(4), 300)) == "12: 6–9 Apr"
    assert words.cluster(cluster, level(4), 60) == "12: Apr"
    assert words.cluster(cluster, level(4), 20) == "12"
    assert plain(words.cluster_name(cluster)) == "12 events, 6–9 April 1994"


@pytest.mark.parametrize(
    ("scale", "room", "expected"),
    [
        (4, 130, "12: 29 Nov – 2 Dec"),
        (4, 97, "12: Nov–Dec"),
        (0.2, 130, "12: Nov–Dec 1994"),
        (0.2, 97, "12: 1994"),
        (0.2, 40, "12"),
    ],
)
def test_a_cluster_says_months_or_years_where_days_have_no_room(
    words: Words, scale: float, room: float, expected: str
) -> None:
    cluster = Cluster(0, 12, 0, 12, day_number(1994, 11, 29), day_number(1994, 12, 2))
    assert plain(words.cluster(cluster, level(scale), room)) == expected


@pytest.mark.parametrize(
    ("unit", "whole", "wide", "expected"),
    [
        (Unit.YEAR, True, False, "1994"),
        (Unit.MONTH, False, False, "Apr"),
        (Unit.MONTH, True, False, "Apr 1994"),
        (Unit.WEEK, False, False, "1 Apr"),
        (Unit.DAY, False, False, "1"),
        (Unit.DAY, False, True, "Fri 1"),
        (Unit.DAY, True, True, "1 Apr 1994"),
    ],
)
def test_ticks_say_what_their_unit_needs(unit: Unit, whole: bool, wide: bool, expected: str) -> None:
    tick = Tick(day_number(1994, 4, 1), unit, False)
    assert plain(tick_label(tick, whole=whole, wide=wide)) == expected


def test_numbers_of_events() -> None:
    assert [count_of_events(count) for count in (0, 1, 12, 12_000)] == [
        "0 events",
        "1 event",
        "12 events",
        "12,000 events",
    ]


def test_an_event_is_named_in_full(items: Items) -> None:
    assert plain(event_name(items, 0)) == "4 August 1993: Arusha accords"
