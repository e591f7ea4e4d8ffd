from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import civil, day_number
from r2p_app.ui import format as fmt
from r2p_app.ui.format import NBSP


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    fmt.set_language("en")
    yield
    fmt.set_language("en")


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1994-04-21", "21 April 1994"),
        ("1994-04", "April 1994"),
        ("1994", "1994"),
        ("1933~", "about 1933"),
        ("1994?", "possibly 1994"),
        ("1994-04-01%", "possibly about 1 April 1994"),
        ("-0499", "500 BC"),
        ("1994-07-14/1994-07-18", "14–18 July 1994"),
        ("1994-04/1994-06", "April–June 1994"),
        ("1916/1962", "1916–1962"),
        ("1916~/1962~", "about 1916–1962"),
        ("1916/1962~", "1916 – about 1962"),
        ("1994-04-28/1994-05-02", "28 April – 2 May 1994"),
        ("1994-12-30/1995-01-02", "30 December 1994 – 2 January 1995"),
        ("1963-12/1964-01", "December 1963 – January 1964"),
        ("1994-07-20/1994-08", "20 July – August 1994"),
        ("1994/1994-06", "1994 – June 1994"),
        ("1991/..", "from 1991 on"),
        ("../1994-07", "until July 1994"),
        ("1994-07/", "from July 1994, end not known"),
        ("/1994-07", "until July 1994, beginning not known"),
    ],
)
def test_dates_say_what_their_author_knew(edtf: str, words: str) -> None:
    assert plain(fmt.date(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1994-04-21", "21 Apr"),
        ("1994-04", "Apr"),
        ("1994", "1994"),
        ("1994-04-09/1994-04-14", "9–14 Apr"),
        ("1994-08/1996-10", "Aug 1994 – Oct 1996"),
    ],
)
def test_the_year_may_be_left_out_but_never_when_it_changes(edtf: str, words: str) -> None:
    assert plain(fmt.date_short(edtf, with_year=False)) == words


def test_day_and_month_stay_on_one_line() -> None:
    assert f"21{NBSP}April" in fmt.date("1994-04-21")


def test_french_counts_the_first_of_a_month() -> None:
    fmt.set_language("fr")
    assert plain(fmt.date("1994-04-01")) == "1er avril 1994"
    assert plain(fmt.date("1994-07-01/1994-07-04")) == "1er–4 juillet 1994"


@given(st.integers(-800_000, 400_000), st.integers(0, 40_000))
def test_a_range_names_both_its_days(first: int, length: int) -> None:
    words = plain(fmt.day_range(first, first + length))
    for day in (first, first + length):
        assert str(civil(day)[2]) in words
    assert fmt.year(civil(first + length)[0]) in words


def test_a_range_of_one_day_is_that_day() -> None:
    april = day_number(1994, 4, 21)
    assert fmt.day_range(april, april) == fmt.day(april)


@pytest.mark.parametrize(
    ("value", "words"), [(800_000, "800,000"), (2.5, "2.5"), (0.25, "0.25"), (7, "7"), (1234.567, "1,234.57")]
)
def test_numbers_have_separators_and_only_the_places_they_need(value: float, words: str) -> None:
    assert fmt.number(value) == words


def test_number_ranges() -> None:
    assert fmt.number_range(500_000, 800_000) == "500,000–800,000"
    assert fmt.number_range(270, 270) == "270"


def test_percent() -> None:
    assert fmt.percent(0.666) == "67%"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "about 1 minute"),
        (6.2, "about 6 minutes"),
        (60, "about 1 hour"),
        (80, "about 1 hour 20 minutes"),
        (121, "about 2 hours 1 minute"),
    ],
)
def test_durations_are_estimates(minutes: float, words: str) -> None:
    assert fmt.duration(minutes) == words


def test_days_are_counted() -> None:
    assert (fmt.days(1), fmt.days(12)) == ("1 day", "12 days")


def test_months_and_weekdays_have_names() -> None:
    assert fmt.month(4) == "April"
    assert fmt.month(4, 1994, short=True) == "Apr 1994"
    assert fmt.weekday(1) == "Monday"
