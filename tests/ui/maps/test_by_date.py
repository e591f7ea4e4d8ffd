"""The slider over what happened, and its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.dates import civil, day_number
from r2p_app.content.model import Event, MovementKind, Responsibility, Status, Theme
from r2p_app.maps.chronicle import Chronicle, Dated
from r2p_app.ui.maps.by_date import ByDate
from r2p_app.ui.maps.date_slider import DateSlider
from r2p_app.ui.maps.history import History
from r2p_app.ui.maps.movements import MapMovement
from r2p_app.ui.theme.look import Look
from tests.ui.charts.series import plain
from tests.ui.maps.conftest import PLACES, Shown

DAYS = ("1993-08-04", "1994-04-07", "1994-04-28/1994-04-29", "1994-07-14")
KEYS = Qt.Key


def event(number: int, place: str) -> Event:
    return Event(
        id=f"ev-{number}",
        date=DAYS[number],
        title=f"Event {number}",
        summary="What happened.",
        lanes=("lane-rwanda",),
        responsibility=Responsibility.REACT,
        theme=Theme.VIOLENCE,
        status=Status.OFFICIAL_RECORD,
        sources=("report",),
        place=place,
    )


FLIGHT = MapMovement(
    "mv-flight",
    "Flight",
    MovementKind.DISPLACEMENT,
    DAYS[3],
    ("pl-kigali", "pl-goma"),
    (PLACES[0].point, PLACES[1].point),
    "",
)
HISTORY = History(PLACES[:3], (FLIGHT,), (event(0, "pl-kigali"), event(1, "pl-kigali"), event(2, "pl-goma")))


def day(text: str) -> int:
    return day_number(*(int(part) for part in text.split("-")))


@pytest.fixture
def slider(look: Look, show: Shown) -> DateSlider:
    made = DateSlider(Chronicle.of(Dated.of(str(index), date) for index, date in enumerate(DAYS)))
    show(made)
    made.setFocus()
    return made


def test_what_there_was_by_a_day() -> None:
    shown = HISTORY.by(day("1994-04-10"))
    assert [place.id for place in shown.places] == ["pl-kigali"]  # no event names Butare
    assert (shown.movements, shown.events) == ((), 2)
    assert shown.latest is not None
    assert shown.latest.id == "ev-1"
    assert str(shown.names) == "1994-04-10"
    assert HISTORY.by(None) == (HISTORY.places, HISTORY.movements, 3, None, None)
    assert HISTORY.by(day("1993-01-01")).latest is None


def test_arrows_go_from_event_to_event_pages_by_month(slider: DateSlider) -> None:
    assert slider.at_end
    places = []
    for key in (
        KEYS.Key_Left,
        KEYS.Key_Left,
        KEYS.Key_PageDown,
        KEYS.Key_Right,
        KEYS.Key_PageUp,
        KEYS.Key_Home,
        KEYS.Key_End,
    ):
        QTest.keyClick(slider, key)
        places.append("{}-{:02}-{:02}".format(*civil(slider.day)))
    assert places == ["1994-04-28", "1994-04-07", "1994-03-07", "1994-04-07", "1994-05-07", "1993-08-04", "1994-07-14"]


def test_only_a_person_is_told_of(slider: DateSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.day_changed):
        slider.set_day(day("1994-04-07"))
        slider.go_to(day("1994-04-07"))
    with qtbot.waitSignal(slider.day_changed) as told:
        QTest.keyClick(slider, KEYS.Key_Right)
    assert told.args == [day("1994-04-28")]


def test_other_keys_belong_to_the_page(slider: DateSlider) -> None:
    for key, modifier in (
        (KEYS.Key_F, Qt.KeyboardModifier.NoModifier),
        (KEYS.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        before = slider.day
        QTest.keyClick(slider, key, modifier)
        assert slider.day == before


def test_a_click_goes_to_the_step_under_it(slider: DateSlider) -> None:
    spot = slider.rect().center()
    spot.setX(round(slider._x(2)))
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=spot)
    assert slider.day == day("1994-04-07")
    spot.setX(0)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=spot)
    assert slider.day == day("1993-08-04")


@pytest.fixture
def panel(look: Look, show: Shown) -> ByDate:
    names = {**{one.id: one.title for one in HISTORY.events}, FLIGHT.id: FLIGHT.title}
    made = ByDate(HISTORY, names)
    show(made)
    return made


def test_it_says_by_when_how_much_and_what_came_last(panel: ByDate) -> None:
    assert plain(panel.words.text()) == "All dates, 1993–1994"
    panel.slider.setFocus()
    QTest.keyClick(panel.slider, KEYS.Key_Left)
    assert plain(panel.words.text()) == "By 28 April 1994"
    assert plain(panel.count.text()) == "3 of 3 events, 0 of 1 movements"
    assert plain(panel.slider.accessibleDescription()) == (
        "By 28 April 1994: 3 of 3 events, 0 of 1 movements. Last: 28–29 April 1994, Event 2."
    )


def test_what_came_last_can_be_opened(panel: ByDate, qtbot: QtBot) -> None:
    panel.show_day(day("1994-04-07"))
    with qtbot.waitSignal(panel.item_opened) as told:
        panel.latest.click()
    assert told.args == ["ev-1"]


def test_a_long_title_is_shortened_and_said_in_full(panel: ByDate) -> None:
    panel.latest.set_words("Something very long " * 20, "All of it")
    assert panel.latest.text().endswith("…")
    assert panel.latest.accessibleName() == "All of it"
