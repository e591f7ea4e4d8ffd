"""The leak check finds leaks: each test leaves something behind on purpose, and cleans up after the check."""

import threading
import weakref

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from tests.leaks import nothing_left_over

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_window_left_open_is_named() -> None:
    windows: list[QMainWindow] = []
    with pytest.raises(AssertionError, match="left over: QMainWindow without a name"), nothing_left_over():
        windows.append(QMainWindow())
    windows[0].deleteLater()


def test_a_running_timer_is_named() -> None:
    timer = QTimer()
    timer.setObjectName("ticking")
    with pytest.raises(AssertionError, match="QTimer ticking"), nothing_left_over():
        timer.start(1000)
    timer.stop()


def test_a_running_qt_thread_is_named() -> None:
    thread = QThread()
    thread.setObjectName("working")
    with pytest.raises(AssertionError, match="QThread working"), nothing_left_over():
        thread.start()
    thread.quit()
    assert thread.wait(5000)


def test_a_python_thread_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.leaks.GRACE", 0.01)
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="waiting")
    with pytest.raises(AssertionError, match="thread waiting"), nothing_left_over():
        thread.start()
    end.set()
    thread.join()


def test_what_is_deleted_later_is_not_left_over() -> None:
    with nothing_left_over():
        window = QMainWindow()
        window.show()
        window.deleteLater()
    assert not isValid(window)


def test_windows_that_only_garbage_holds_are_not_left_over() -> None:
    with nothing_left_over():
        window = QMainWindow()
        window.itself = window  # type: ignore[attr-defined]
        held = weakref.ref(window)
        del window
    assert held() is None
