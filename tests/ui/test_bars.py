import pytest
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.ui.bars import BarAction, BarArea
from r2p_app.ui.theme.look import Look


class Listener(QObject):
    """Counts how often it was called."""

    calls = 0

    @Slot()
    def act(self) -> None:
        self.calls += 1


@pytest.fixture
def bars(qtbot: QtBot, look: Look) -> BarArea:
    made = BarArea()
    qtbot.addWidget(made)
    made.resize(900, 60)
    return made


def test_it_takes_no_room_until_there_is_a_message(bars: BarArea) -> None:
    assert bars.isHidden()
    bars.show_message("a", "Something happened.")
    assert bars.isVisible()
    bars.clear("a")
    assert bars.isHidden()


def test_a_message_under_the_same_key_replaces_the_first(bars: BarArea) -> None:
    bars.show_message("a", "First")
    bars.show_message("a", "Second")
    bars.show_message("b", "Another")
    texts = [bar.text for key in "ab" if (bar := bars.bar(key)) is not None]
    assert texts == ["Second", "Another"]


def test_its_buttons_act(bars: BarArea) -> None:
    listener = Listener(bars)
    bar = bars.show_message("a", "Something happened.", (BarAction("Do it", listener.act),))
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    assert listener.calls == 1


def test_it_is_put_away_by_its_cross_and_by_esc(bars: BarArea, qtbot: QtBot) -> None:
    bar = bars.show_message("a", "Something happened.")
    cross = bar.findChildren(QPushButton)[-1]
    assert cross.accessibleName()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert bars.bar("a") is None
    QTest.keyClick(bars.show_message("a", "Again."), Qt.Key.Key_Escape)
    assert bars.bar("a") is None


def test_buttons_stand_below_the_text_where_it_is_narrow(bars: BarArea, qtbot: QtBot) -> None:
    listener = Listener(bars)
    bar = bars.show_message("a", "Something happened.", (BarAction("Do it", listener.act),))
    wide = bar.buttons[0].y()
    bars.resize(400, 200)
    qtbot.waitUntil(lambda: bar.buttons[0].y() > wide)
