import threading

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.ui.bars import BarArea
from r2p_app.ui.jobs import JobControl, JobRunner
from r2p_app.ui.theme.look import Look
from r2p_app.ui.working import KEY, Working


@pytest.fixture
def bars(qtbot: QtBot, look: Look) -> BarArea:
    made = BarArea()
    qtbot.addWidget(made)
    return made


def test_what_is_slow_is_said_and_can_be_stopped(bars: BarArea, jobs: JobRunner, qtbot: QtBot) -> None:
    pause = threading.Event()

    def work(control: JobControl) -> None:
        while not control.cancelled:
            pause.wait(0.005)

    job = jobs.job(work)
    Working(bars, job, "It is being written.")
    jobs.start(job)
    assert bars.bar(KEY) is None
    qtbot.waitUntil(lambda: bars.bar(KEY) is not None)
    bar = bars.bar(KEY)
    assert bar is not None
    bar.buttons[0].click()
    qtbot.waitUntil(lambda: bars.bar(KEY) is None)
    assert job.cancelled


def test_what_is_fast_says_nothing(bars: BarArea, jobs: JobRunner, qtbot: QtBot) -> None:
    job = jobs.job(lambda _: None)
    Working(bars, job, "It is being written.")
    jobs.start(job)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert bars.bar(KEY) is None
