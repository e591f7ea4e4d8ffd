import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from r2p_app.ui.rail import Rail
from r2p_app.ui.routes import PAGES
from r2p_app.ui.theme.frame import RAIL
from r2p_app.ui.theme.look import Look


@pytest.fixture
def rail(qtbot: QtBot, look: Look) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_lists_the_pages_that_exist_under_their_groups(rail: Rail) -> None:
    assert [entry.text() for entry in rail.entries] == [page.title for page in PAGES]
    captions = [label.text() for label in rail.findChildren(QLabel)]
    assert captions == list(dict.fromkeys(page.group for page in PAGES if page.group))


def test_a_click_asks_for_the_page_and_the_open_one_stays_marked(rail: Rail, qtbot: QtBot) -> None:
    rail.set_current("home")
    with qtbot.waitSignal(rail.page_requested) as asked:
        QTest.mouseClick(rail.entries[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["home"]
    assert rail.entries[0].isChecked()


def test_a_page_off_the_rail_leaves_no_entry_marked(rail: Rail) -> None:
    rail.set_current("timeline")
    rail.set_current("problems")
    assert not any(entry.isChecked() for entry in rail.entries)


def test_one_tab_stop_and_arrows_between_the_entries(rail: Rail) -> None:
    rail.set_current("timeline")
    stops = [entry for entry in rail.entries if entry.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert [stop.objectName() for stop in stops] == ["timeline"]
    stops[0].setFocus()
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(rail.focusWidget() or rail, key)
        focus = QApplication.focusWidget()
        walked.append(focus.objectName() if focus else "")
    assert walked == ["case", "timeline", "home", "home", PAGES[-1].name, "home"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_open_a_page(rail: Rail, qtbot: QtBot, key: Qt.Key) -> None:
    rail.entries[1].setFocus()
    with qtbot.waitSignal(rail.page_requested) as asked:
        QTest.keyClick(rail.entries[1], key)
    assert asked.args == ["timeline"]


def test_it_grows_with_the_text(rail: Rail, look: Look) -> None:
    look.apply(scale=1.5)
    assert rail.width() == round(RAIL * 1.5)
    assert rail.entries[0].iconSize().height() == 27
