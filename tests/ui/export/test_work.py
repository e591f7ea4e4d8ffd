import pytest
from pytestqt.qtbot import QtBot

from r2p_app.ui.export.work import Progress, SlicedWork, Work, finish


def counting(total: int, closed: list[str] | None = None) -> Work:
    try:
        for done in range(1, total + 1):
            yield Progress(done, total)
    finally:
        if closed is not None:
            closed.append("closed")
    return b"made"


def failing() -> Work:
    yield Progress(1, 2)
    raise ValueError("no")


def endless(closed: list[str]) -> Work:
    try:
        while True:
            yield Progress(1, 2)
    finally:
        closed.append("closed")


def test_the_bytes_arrive(qtbot: QtBot) -> None:
    sliced = SlicedWork(counting(50))
    with qtbot.waitSignal(sliced.succeeded) as made:
        sliced.start()
    assert made.args == [b"made"]


def test_what_fails_is_told(qtbot: QtBot) -> None:
    sliced = SlicedWork(failing())
    with qtbot.waitSignal(sliced.failed) as told:
        sliced.start()
    assert str(told.args[0]) == "no"


def test_progress_is_told_between_slices(qtbot: QtBot) -> None:
    closed: list[str] = []
    sliced = SlicedWork(endless(closed))
    with qtbot.waitSignal(sliced.progressed) as told:
        sliced.start()
    assert told.args == [1, 2]
    sliced.cancel()
    assert closed == ["closed"]


def test_nothing_follows_a_cancel(qtbot: QtBot) -> None:
    closed: list[str] = []
    sliced = SlicedWork(endless(closed))
    told: list[object] = []
    sliced.succeeded.connect(told.append)
    with qtbot.waitSignal(sliced.progressed):
        sliced.start()
    sliced.cancel()
    with qtbot.assertNotEmitted(sliced.progressed, wait=30):
        pass
    assert told == []


@pytest.mark.parametrize("total", [1, 7])
def test_all_at_once(total: int) -> None:
    assert finish(counting(total)) == b"made"
