"""What is done ahead of need waits for the person, and for jobs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.idle import IdleQueue
from r2p_app.ui.jobs import JobControl, JobRunner

KEY = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
MOVE = QMouseEvent(
    QEvent.Type.MouseMove,
    QPointF(5, 5),
    QPointF(5, 5),
    Qt.MouseButton.NoButton,
    Qt.MouseButton.NoButton,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window on the screen."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def queue(window: QWidget, jobs: JobRunner) -> Iterator[IdleQueue]:
    """A queue that does not wait long for the person."""
    made = IdleQueue(window, jobs, quiet_ms=1)
    yield made
    made.stop()
    made.deleteLater()


def steps(done: list[str], *names: str) -> Iterator[None]:
    for name in names:
        done.append(name)
        yield


def test_all_steps_are_made_in_order_between_events(queue: IdleQueue, qtbot: QtBot) -> None:
    done: list[str] = []
    queue.add(steps(done, "a", "b"))
    queue.add(steps(done, "c"))
    assert not done
    with qtbot.waitSignal(queue.emptied):
        pass
    assert done == ["a", "b", "c"]
    assert queue.is_empty


@pytest.mark.parametrize("act", [KEY, MOVE], ids=["a key", "the mouse"])
def test_whatever_the_person_does_puts_the_steps_off(window: QWidget, jobs: JobRunner, act: QEvent) -> None:
    queue, done, handle = IdleQueue(window, jobs, window, quiet_ms=100_000), list[str](), window.windowHandle()
    timer = queue.findChild(QTimer)
    assert timer is not None
    assert handle is not None
    queue.add(steps(done, "a", "b"))
    timer.timeout.emit()
    QApplication.sendEvent(handle, QEvent(QEvent.Type.User))
    assert timer.interval() < 100
    QApplication.sendEvent(handle, act)
    assert (timer.isActive(), timer.interval(), done) == (True, 100_000, ["a"])
    queue.stop()
    QApplication.sendEvent(handle, act)
    assert not timer.isActive()


def test_a_step_that_fails_does_not_keep_the_rest_from_being_made(queue: IdleQueue, qtbot: QtBot) -> None:
    def fail(_: str) -> None:
        raise ValueError

    done: list[str] = []
    queue.add(map(fail, "a"))
    queue.add(steps(done, "b"))
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: queue.is_empty)
    assert [kind for kind, *_ in raised] == [ValueError]
    assert done == ["b"]


def test_nothing_is_done_beside_a_job(queue: IdleQueue, jobs: JobRunner, qtbot: QtBot) -> None:
    done: list[str] = []

    def work(_control: JobControl) -> None:
        done.append("job")

    job = jobs.job(work)
    job.finished.connect(queue.emptied)  # heard before any step is made
    queue.add(steps(done, "step"))
    with qtbot.waitSignal(queue.emptied):
        jobs.start(job)
    qtbot.waitUntil(lambda: queue.is_empty)
    assert done == ["job", "step"]


def test_when_the_person_has_acted_and_nothing_is_left_it_is_quiet(
    queue: IdleQueue, window: QWidget, qtbot: QtBot
) -> None:
    handle, done = window.windowHandle(), list[str]()
    assert handle is not None
    queue.quiet.connect(lambda: done.append("quiet"))
    queue.add(steps(done, "a"))
    with qtbot.waitSignal(queue.quiet):
        QApplication.sendEvent(handle, KEY)
    with qtbot.assertNotEmitted(queue.quiet, wait=20):
        QApplication.sendEvent(handle, QEvent(QEvent.Type.User))
    assert done == ["a", "quiet"]
    with qtbot.waitSignal(queue.quiet):
        QApplication.sendEvent(handle, MOVE)
    queue.stop()
    with qtbot.assertNotEmitted(queue.quiet, wait=20):
        QApplication.sendEvent(handle, KEY)


def test_everything_can_be_had_at_once(queue: IdleQueue) -> None:
    done: list[str] = []
    queue.add(steps(done, "a", "b"))
    queue.complete()
    assert done == ["a", "b"]
    assert queue.is_empty


def test_what_is_stopped_is_forgotten(queue: IdleQueue) -> None:
    done: list[str] = []
    queue.add(steps(done, "a"))
    queue.stop()
    queue.complete()
    assert not done
