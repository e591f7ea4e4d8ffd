"""Flags, the overview, undo and the time limit, on a run as it stands on the screen."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from r2p_app.learning.attempts import Mode, RunOptions
from r2p_app.learning.quiz import plan, resume
from r2p_app.ui.quiz.clock import left_words
from r2p_app.ui.quiz.run import RunView
from r2p_app.ui.state import AppState
from tests.learning import samples
from tests.ui.quiz.acting import focused, nameless, press, words_in
from tests.ui.quiz.conftest import Show

THREE = [samples.single("q-a"), samples.single("q-b"), samples.single("q-c")]
ONE, LEVEL, ENTER, UNDO = Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Return, Qt.Key.Key_Z


class Time:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = samples.NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time(state: AppState) -> Iterator[Time]:
    made = Time()
    before, state.now = state.now, made
    yield made
    state.now = before


Open = Callable[..., RunView]


@pytest.fixture
def open_run(state: AppState, show: Show) -> Open:
    def opened(mode: Mode = Mode.TEST, minutes: int = 0) -> RunView:
        run = plan(
            [question.id for question in THREE],
            mode,
            at=samples.NOON,
            rng=Random(1),
            options=RunOptions(minutes=minutes),
        )
        state.store.attempts.start(run)
        view = RunView(resume(run, THREE), state)
        show(view)
        view.first_focus().setFocus()
        return view

    return opened


def test_a_flagged_question_is_left_for_later_and_comes_again(open_run: Open, state: AppState) -> None:
    view = open_run()
    press(Qt.Key.Key_F)
    assert view.question.id == "q-b"
    assert state.store.attempts.flagged(view.session.run.id) == {"q-a"}
    press(ONE, ENTER, LEVEL)
    press(ONE, ENTER, LEVEL)
    assert view.question.id == "q-a"
    assert view._tools.flag.isChecked()
    assert "Flagged for later" in view._tools.flag.text()


def test_the_flag_of_the_last_question_left_stays_in_view(open_run: Open) -> None:
    view = open_run()
    for _ in range(2):
        press(ONE, ENTER, LEVEL)
    press(Qt.Key.Key_F)
    assert view.question.id == "q-c"
    assert view.session.flagged == {"q-c"}
    press(Qt.Key.Key_F)
    assert view.session.flagged == frozenset()


def test_practice_has_no_flags(open_run: Open) -> None:
    view = open_run(Mode.PRACTICE)
    press(Qt.Key.Key_F)
    assert view.session.flagged == frozenset()
    assert not view._tools.flag.isVisible()


def test_the_overview_names_every_question_and_opens_it(open_run: Open) -> None:
    view = open_run()
    press(ONE, ENTER, LEVEL)
    view._tools._on_menu_about_to_show()
    entries = view._tools.menu.actions()
    assert [entry.text().rpartition("(")[2] for entry in entries] == ["answered)", "not answered)", "not answered)"]
    entries[2].trigger()
    assert view.question.id == "q-c"
    entries[0].trigger()
    assert view.question.id == "q-a"
    shown = words_in(view)
    assert "You can change it until you hand the test in." in shown
    assert "The answer" not in shown
    press(ENTER)
    assert view.question.id == "q-b"


def test_an_answer_in_a_test_is_changed_and_the_test_handed_in_by_keyboard(
    open_run: Open, state: AppState, qtbot: QtBot
) -> None:
    view, log = open_run(), state.store.attempts
    for _ in range(3):
        press(ONE, ENTER, LEVEL)
    assert view.question.id == "q-c"
    assert "Every question is answered." in words_in(view)
    assert view._view.bar.main_button.accessibleName() == "Hand in the test"
    view._tools.question_chosen.emit("q-a")
    before = log.attempts(view.session.run.id)[0]
    press(Qt.Key.Key_2)
    assert view._view.bar.main_button.accessibleName() == "Change the answer"
    press(ENTER, LEVEL)
    changed = log.attempts(view.session.run.id)[-1]
    assert (changed.question, changed.answer != before.answer) == ("q-a", True)
    assert [each.attempt for each in log.undone(view.session.run.id)] == [before]
    assert view.isAncestorOf(focused())
    with qtbot.waitSignal(view.finished):
        press(ENTER)
    assert view.session.is_over
    assert log.unfinished([Mode.TEST]) == ()


def test_a_change_that_is_taken_back_needs_no_saving(open_run: Open, state: AppState) -> None:
    view = open_run()
    press(ONE, ENTER, LEVEL)
    view._tools.question_chosen.emit("q-a")
    press(Qt.Key.Key_2, ONE)
    assert view._view.bar.main_button.accessibleName() == "Next question"
    press(ENTER)
    assert view.question.id == "q-b"
    assert len(state.store.attempts.attempts(view.session.run.id)) == 1
    assert state.store.attempts.undone(view.session.run.id) == ()


def test_the_last_answer_is_taken_back_with_its_schedule(open_run: Open, state: AppState) -> None:
    view = open_run(Mode.PRACTICE)
    press(ONE, ENTER, LEVEL)
    assert state.store.reviews.state("q-a") is not None
    said: list[str] = []
    view.announced.connect(said.append)
    press(UNDO, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view.question.id == "q-a"
    assert not view.shows_verdict
    assert state.store.reviews.state("q-a") is None
    assert state.store.attempts.attempts(view.session.run.id) == ()
    assert said[-1].startswith("Your last answer was taken back.")
    assert not view._tools.undo.isVisible()
    assert view.isAncestorOf(focused())


def test_an_answer_that_another_window_took_back_is_said_to_be_gone(open_run: Open, state: AppState) -> None:
    view = open_run(Mode.PRACTICE)
    press(ONE, ENTER, LEVEL)
    assert state.store.attempts.undo(state.store.attempts.attempts(view.session.run.id)[0])
    said: list[str] = []
    view.announced.connect(said.append)
    view.undo()
    assert said == ["This answer cannot be taken back any more."]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "Less than a minute left"),
        (59.9, "Less than a minute left"),
        (60, "1 minute left"),
        (600, "10 minutes left"),
    ],
)
def test_time_is_told_in_whole_minutes(seconds: float, words: str) -> None:
    assert left_words(seconds) == words


def test_when_the_time_is_over_the_run_ends_with_what_was_answered(
    time: Time, open_run: Open, state: AppState, qtbot: QtBot
) -> None:
    view = open_run(minutes=5)
    press(ONE, ENTER, LEVEL)
    time.pass_seconds(299)
    view.clock.tick()
    assert "Less than a minute left" in words_in(view)
    time.pass_seconds(2)
    with qtbot.waitSignal(view.finished):
        view.clock.tick()
    kept = state.store.attempts.run(view.session.run.id)
    assert kept is not None
    assert kept.finished_at == time.now
    assert kept.options.is_timed_out
    assert list(view.session.attempts) == ["q-a"]
    assert view.session.is_over


def test_the_time_can_be_put_off_and_taken_away(time: Time, open_run: Open, state: AppState) -> None:
    view = open_run(minutes=5)
    time.pass_seconds(290)
    view.clock.more.click()
    assert "5 minutes left" in words_in(view)
    time.pass_seconds(100)
    view.clock.without.click()
    time.pass_seconds(10_000)
    view.clock.tick()
    assert not view.session.is_over
    kept = state.store.attempts.run(view.session.run.id)
    assert kept is not None
    assert kept.options.minutes == 0
    assert not view.clock.isVisible()


def test_time_stands_still_while_the_run_is_left(time: Time, open_run: Open, state: AppState) -> None:
    view = open_run(minutes=5)
    time.pass_seconds(60)
    view.hide()
    time.pass_seconds(10_000)
    view.show()
    time.pass_seconds(30)
    assert view.clock.options.spent == 90
    kept = state.store.attempts.run(view.session.run.id)
    assert kept is not None
    assert kept.options.spent == 60


def test_it_is_said_when_one_minute_is_left(time: Time, open_run: Open) -> None:
    view = open_run(minutes=5)
    said: list[str] = []
    view.announced.connect(said.append)
    for _ in range(4):
        time.pass_seconds(59)
        view.clock.tick()
    assert said == ["1 minute left. You can add minutes, or take the limit away."]


def test_a_clock_that_is_set_back_takes_no_time(time: Time, open_run: Open) -> None:
    view = open_run(minutes=5)
    time.pass_seconds(-4_000)
    view.clock.tick()
    assert view.clock.options.spent == 0


def test_everything_has_a_name(open_run: Open) -> None:
    assert nameless(open_run(minutes=5)) == []
