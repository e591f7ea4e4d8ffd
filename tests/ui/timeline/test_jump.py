from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import Date, civil, day_number, parse
from r2p_app.content.library import Library
from r2p_app.timeline.axis import Limits
from r2p_app.ui import format as fmt
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.jump import read_date
from r2p_app.ui.timeline.jump_days import days_of, is_outside
from r2p_app.ui.timeline.jump_field import JumpField

TYPED = [
    ("21 April 1994", "1994-04-21"),
    ("21st of April, 1994", "1994-04-21"),
    ("April 21, 1994", "1994-04-21"),
    ("21 apr 1994", "1994-04-21"),
    ("16 Sept. 2005", "2005-09-16"),
    ("6 April", "1995-04-06"),
    ("April 1994", "1994-04"),
    ("1994", "1994"),
    ("  1994  ", "1994"),
    ("1990s", "1990/1999"),
    ("about 1933", "1933~"),
    ("500 BC", "-0499"),
    ("1994-04-21", "1994-04-21"),
    ("1994-04/1994-07", "1994-04/1994-07"),
    ("1994-04-07/..", "1994-04-07/.."),
    ("21.4.1994", "1994-04-21"),
    ("21/4/1994", "1994-04-21"),
    ("4/1994", "1994-04"),
    ("2005/09/16", "2005-09-16"),
    ("6–9 April 1994", "1994-04-06/1994-04-09"),
    ("6-9 April 1994", "1994-04-06/1994-04-09"),
    ("6 April to 9 May 1994", "1994-04-06/1994-05-09"),
    ("April – June 1994", "1994-04/1994-06"),
    ("1994-1996", "1994/1996"),
    ("May 1994 to June 1995", "1994-05/1995-06"),
]


@pytest.mark.parametrize(("typed", "read"), TYPED)
def test_dates_are_read_as_people_type_them(typed: str, read: str) -> None:
    date = read_date(typed, 1995)
    assert date is not None
    assert date.text == read


NO_DATES = [
    "", "yesterday", "31 April 1994", "13/1994", "3 4 1994", "4 April 94", "Rwanda", "April 5 6 1994", "1995 to 1994",
    "to", "99999999999", "21 avril 1994", "💥", "1994 1995",
]  # fmt: skip


@pytest.mark.parametrize("typed", NO_DATES)
def test_what_is_no_date_is_not_guessed_at(typed: str) -> None:
    assert read_date(typed, 1995) is None


@pytest.fixture
def french() -> Iterator[None]:
    fmt.set_language("fr")
    yield
    fmt.set_language("en")


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("typed", "read"), [("1er avril 1994", "1994-04-01"), ("aout 1995", "1995-08"), ("21 April 1994", "1994-04-21")]
)
def test_months_are_those_of_the_window(typed: str, read: str) -> None:
    date = read_date(typed, 2000)
    assert date is not None
    assert date.text == read


@given(st.text(max_size=30))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    found = read_date(typed, 1994)
    assert found is None or isinstance(found, Date)


@given(st.integers(day_number(100), day_number(9999)))
def test_what_is_written_can_be_typed(day: int) -> None:
    year, month, of_month = civil(day)
    read = read_date(fmt.day(day), 1)
    assert read is not None
    assert (read.earliest, read.latest) == (day, day)
    assert read_date(fmt.month(month, year), 1) == parse(f"{year:04}-{month:02}")
    assert of_month <= 31


def test_a_day_is_shown_with_what_lies_around_it_and_a_month_by_itself() -> None:
    day = day_number(1994, 4, 21)
    assert days_of(parse("1994-04-21")) == (day - 15, day + 16)
    assert days_of(parse("1994-04")) == (day_number(1994, 4), day_number(1994, 5))


def test_a_date_without_events_is_known_as_such() -> None:
    limits = Limits(day_number(1916), day_number(2025))
    assert is_outside(parse("1789"), limits)
    assert is_outside(parse("2030"), limits)
    assert not is_outside(parse("1994"), limits)


@pytest.fixture
def field(qtbot: QtBot, look: Look, mini_library: Library) -> JumpField:
    made = JumpField(mini_library)
    qtbot.addWidget(made)
    made.set_day(day_number(1994, 6, 1))
    made.show()
    return made


def test_a_typed_date_is_asked_for_and_the_field_is_empty_again(qtbot: QtBot, field: JumpField) -> None:
    QTest.keyClicks(field, "21 April")
    with qtbot.waitSignal(field.date_requested) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert caught.args[0].text == "1994-04-21"
    assert field.text() == ""


@pytest.mark.parametrize("typed", ["Rwanda", "rwa", "RWANDA"])
def test_the_name_of_a_case_will_do(qtbot: QtBot, field: JumpField, typed: str) -> None:
    QTest.keyClicks(field, typed)
    with qtbot.waitSignal(field.case_requested) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert caught.args == ["rwanda"]


def test_what_is_not_understood_is_said_and_stays_to_be_mended(qtbot: QtBot, field: JumpField) -> None:
    QTest.keyClicks(field, "31 April 1994")
    with qtbot.waitSignal(field.not_understood) as caught:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert caught.args[0].startswith("“31 April 1994” is not a date.")
    assert field.selectedText() == "31 April 1994"


def test_an_empty_field_asks_for_nothing(qtbot: QtBot, field: JumpField) -> None:
    with qtbot.assertNotEmitted(field.not_understood), qtbot.assertNotEmitted(field.date_requested):
        QTest.keyClick(field, Qt.Key.Key_Return)
