import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from r2p_app.ui.jobs import Job, JobControl, JobRunner


class Listener(QObject):
    """Notes what it hears and in which thread."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        job.succeeded.connect(self._on_job_succeeded)
        job.failed.connect(self._on_job_failed)
        job.progressed.connect(self._on_job_progressed)
        job.finished.connect(self._on_job_finished)

    def _hear(self, name: str, value: object = None) -> None:
        self.heard.append((name, value))
        self.threads.add(threading.get_ident())

    @Slot(object)
    def _on_job_succeeded(self, value: object) -> None:
        self._hear("succeeded", value)

    @Slot(object)
    def _on_job_failed(self, error: object) -> None:
        self._hear("failed", error)

    @Slot(int, int)
    def _on_job_progressed(self, done: int, total: int) -> None:
        self._hear("progressed", (done, total))

    @Slot()
    def _on_job_finished(self) -> None:
        self._hear("finished")


@pytest.fixture
def runner(qapp: object) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.stop()
    made.deleteLater()


def test_result_arrives_in_the_gui_thread(runner: JobRunner, qtbot: QtBot) -> None:
    worker: list[int] = []

    def work(_control: JobControl) -> int:
        worker.append(threading.get_ident())
        return 7

    job = runner.job(work)
    listener = Listener(job)
    runner.start(job)
    qtbot.waitUntil(lambda: runner.is_idle)
    assert listener.heard == [("succeeded", 7), ("finished", None)]
    assert listener.threads == {threading.get_ident()}
    assert worker != [threading.get_ident()]


def test_an_exception_arrives_as_a_value(runner: JobRunner, qtbot: QtBot) -> None:
    error = ValueError("no")

    def work(_control: JobControl) -> None:
        raise error

    job = runner.job(work)
    listener = Listener(job)
    runner.start(job)
    qtbot.waitUntil(lambda: runner.is_idle)
    assert listener.heard == [("failed", error), ("finished", None)]


def test_a_cancelled_job_only_finishes(runner: JobRunner, qtbot: QtBot) -> None:
    started, seen = threading.Event(), threading.Event()

    def work(control: JobControl) -> str:
        started.set()
        while not control.cancelled:
            seen.wait(0.001)
        return "too late"

    job = runner.job(work)
    listener = Listener(job)
    runner.start(job)
    qtbot.waitUntil(started.is_set)
    job.cancel()
    qtbot.waitUntil(lambda: runner.is_idle)
    assert listener.heard == [("finished", None)]


def test_progress_is_thinned_but_its_end_is_told(runner: JobRunner, qtbot: QtBot) -> None:
    def work(control: JobControl) -> None:
        for done in range(1, 1001):
            control.progress(done, 1000)

    job = runner.job(work)
    listener = Listener(job)
    runner.start(job)
    qtbot.waitUntil(lambda: runner.is_idle)
    told = [value for name, value in listener.heard if name == "progressed"]
    assert told[-1] == (1000, 1000)
    assert len(told) < 100


def test_writes_wait_for_one_another(runner: JobRunner, qtbot: QtBot) -> None:
    running, most = 0, 0
    order: list[int] = []

    def work(number: int) -> object:
        def do(_control: JobControl) -> None:
            nonlocal running, most
            running += 1
            most = max(most, running)
            order.append(number)
            running -= 1

        return do

    for number in range(20):
        runner.start(runner.job(work(number)), writes=True)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: runner.is_idle)
    assert most == 1
    assert order == list(range(20))


def test_stop_cancels_what_still_runs(qapp: object) -> None:
    runner = JobRunner()
    pause = threading.Event()

    def work(control: JobControl) -> None:
        while not control.is_cancelled():
            pause.wait(0.001)

    runner.start(runner.job(work))
    assert runner.stop()
    runner.deleteLater()


class Emitter(QObject):
    told = Signal(object)


def test_many_emits_of_true_and_none_keep_the_interpreter_sound(qapp: object) -> None:
    """PySide6 6.12.0 drops a reference to `True` and `None` on each, and aborts after some hundred."""
    emitter = Emitter()
    heard: list[object] = []
    emitter.told.connect(heard.append)
    for _ in range(2500):
        emitter.told.emit(True)
        emitter.told.emit(None)
    assert len(heard) == 5000
