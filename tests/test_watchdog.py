"""The watchdog of the window: it finds what blocks, and blames nothing else. See benchmarks/watchdog.py."""

import time
from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.watchdog import GOAL, Gap, Visit, Watchdog
from tests.blocking import lines, tell


@pytest.fixture
def watchdog(qapp: object) -> Iterator[Watchdog]:
    """A watchdog that blames lines of the tests."""
    made = Watchdog(ours="tests")
    made.start()
    yield made
    made.stop()
    made.deleteLater()


def busy(watchdog: Watchdog) -> None:
    """Keep the processor at work until that has been seen, which takes as long as it takes on a busy machine."""
    end = time.thread_time() + 2 * GOAL
    while time.thread_time() < end or not watchdog.has_seen:
        pass


def test_work_that_keeps_the_window_from_answering_is_found_with_its_lines(watchdog: Watchdog) -> None:
    watchdog.begin()
    busy(watchdog)
    watchdog.beat()
    assert watchdog.worst.seconds > GOAL
    innermost, caller = watchdog.worst.where.split(" < ")[:2]
    assert innermost.startswith("test_watchdog.py:")
    assert innermost.endswith(" busy")
    assert caller.startswith("test_watchdog.py:")
    assert caller.endswith(" test_work_that_keeps_the_window_from_answering_is_found_with_its_lines")


def test_the_longest_gap_is_kept_until_something_else_is_begun(watchdog: Watchdog) -> None:
    watchdog.begin()
    busy(watchdog)
    watchdog.beat()
    worst = watchdog.worst
    watchdog.beat()
    assert watchdog.worst == worst
    watchdog.begin()
    watchdog.beat()
    assert watchdog.worst.seconds < worst.seconds


def test_waiting_is_nobodys_fault(watchdog: Watchdog) -> None:
    watchdog.begin()
    Event().wait(3 * GOAL)
    watchdog.beat()
    assert watchdog.worst.seconds < GOAL
    assert not watchdog.worst.where


def test_a_quiet_window_answers_by_itself(watchdog: Watchdog, qtbot: QtBot) -> None:
    busy(watchdog)
    assert watchdog.has_seen
    qtbot.waitUntil(lambda: not watchdog.has_seen)  # the timer of the event loop has said so
    watchdog.begin()
    watchdog.beat()
    assert watchdog.worst.where == ""


def test_lines_that_are_not_ours_are_not_named(qapp: object) -> None:
    watchdog = Watchdog(ours="no-such-folder")
    watchdog.start()
    busy(watchdog)
    watchdog.beat()
    watchdog.stop()
    watchdog.deleteLater()
    assert watchdog.worst.where == "Qt itself"


def test_a_visit_says_where_and_how_long() -> None:
    slow, quick = Visit(Gap(0.0512, "ui/x.py:7 make"), "r2p://home"), Visit(Gap(0.0498, ""), "r2p://quiz")
    assert (slow.is_slow, quick.is_slow) == (True, False)
    assert max(quick, slow) is slow
    assert [part.strip() for part in str(slow).splitlines()] == ["51 ms  r2p://home", "ui/x.py:7 make"]


def test_slow_visits_travel_with_the_report_of_the_test_that_made_them(request: pytest.FixtureRequest) -> None:
    visits = [Visit(Gap(0.0512, "ui/x.py:7 make"), "r2p://home"), Visit(Gap(0.0498, "ui/y.py:1 f"), "r2p://quiz")]
    node = request.node
    tell(request, "first visit", visits)
    try:
        made = pytest.TestReport(
            node.nodeid, node.location, {}, "passed", None, "call", user_properties=node.user_properties
        )
        setup = pytest.TestReport(
            node.nodeid, node.location, {}, "passed", None, "setup", user_properties=node.user_properties
        )
        told = list(lines([setup, made]))
    finally:
        node.user_properties.clear()
    assert told == ["first visit: pages that take more than 50 ms of the processor at once: 1", str(visits[0])]
