"""Of a few buttons exactly one is on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.ui.widgets.toggles import Toggles


def test_it_begins_with_the_first_and_tells_only_what_a_person_does(qtbot: QtBot) -> None:
    toggles = Toggles(["One", "Two"], "Number")
    qtbot.addWidget(toggles)
    with qtbot.assertNotEmitted(toggles.chosen):
        assert toggles.index == 0
        toggles.choose(1)
    assert toggles.index == 1
    assert [button.accessibleName() for button in toggles.findChildren(QPushButton)] == ["Number: One", "Number: Two"]


def test_arrow_keys_turn_on_the_next(qtbot: QtBot) -> None:
    toggles = Toggles(["One", "Two"], "Number")
    qtbot.addWidget(toggles)
    toggles.show()
    toggles.activateWindow()
    qtbot.waitUntil(toggles.isActiveWindow)
    stop = toggles.focus_stop()
    assert stop is not None
    stop.setFocus()
    with qtbot.waitSignal(toggles.chosen) as chosen:
        QTest.keyClick(stop, Qt.Key.Key_Right)
    assert chosen.args == [1]
    assert QApplication.focusWidget() is toggles.focus_stop()
