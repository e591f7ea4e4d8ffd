import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.ui.bars import BarAction
from r2p_app.ui.theme.look import Look
from r2p_app.ui.waiting import WaitingPage


@pytest.fixture
def waiting(qtbot: QtBot, look: Look) -> WaitingPage:
    made = WaitingPage()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_what_is_fast_shows_no_progress(waiting: WaitingPage) -> None:
    waiting.wait()
    assert waiting.findChild(QProgressBar) is None
    waiting.stop()


def test_what_is_slow_shows_progress_and_can_be_cancelled(waiting: WaitingPage, qtbot: QtBot) -> None:
    waiting.wait()
    qtbot.waitUntil(lambda: waiting.findChild(QProgressBar) is not None)
    waiting.set_progress(3, 10)
    bar, cancel = waiting.findChild(QProgressBar), waiting.findChild(QPushButton)
    assert bar is not None
    assert cancel is not None
    assert (bar.value(), bar.maximum()) == (3, 10)
    with qtbot.waitSignal(waiting.cancel_requested):
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)


def test_a_fault_is_said_with_what_to_do(waiting: WaitingPage, qtbot: QtBot) -> None:
    waiting.wait()
    waiting.show_fault("It cannot be opened", ["The folder is gone."], [BarAction("Try again", waiting.wait)])
    assert "The folder is gone." in waiting.fault
    button = waiting.findChild(QPushButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert waiting.fault == ""
    waiting.stop()


def test_once_stopped_nothing_appears_any_more(waiting: WaitingPage, qtbot: QtBot) -> None:
    waiting.wait()
    waiting.stop()
    waiting.set_progress(1, 2)
    assert waiting.findChild(QProgressBar) is None
