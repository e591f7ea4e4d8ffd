"""A lesson is taught: by keys and by remote control, on one screen or two, with time, notes and hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.lessons.slides import Show, first_of
from r2p_app.ui.lessons.edges import clock_words
from r2p_app.ui.lessons.presenter import Presenter
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.projector.window import ProjectorWindow
from tests.ui.lessons.conftest import Watch


def words(widget: QWidget) -> str:
    QApplication.processEvents()  # what was added to a visible layout is shown with the next event
    return " | ".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def go_to(running: RunningLesson, show: Show, step: int) -> None:
    running.go_to(next(i for i, slide in enumerate(running.slides) if (slide.show, slide.step) == (show, step)))


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Right])
def test_a_remote_control_goes_on(presenter: Presenter, running: RunningLesson, key: Qt.Key) -> None:
    QTest.keyClick(presenter, key)
    assert running.place == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Backspace])
def test_a_remote_control_goes_back(presenter: Presenter, running: RunningLesson, key: Qt.Key) -> None:
    running.go_to(3)
    QTest.keyClick(presenter, key)
    assert running.place == 2


def test_the_ends_are_ends(presenter: Presenter, running: RunningLesson) -> None:
    assert not presenter.back.isEnabled()
    running.back()
    assert running.place == 0
    running.go_to(len(running.slides) - 1)
    running.next()
    assert running.place == len(running.slides) - 1
    assert not presenter.next.isEnabled()
    assert presenter.ahead.text() == "This is the last slide."


def test_a_whole_lesson_by_the_space_bar(presenter: Presenter, running: RunningLesson) -> None:
    seen = [running.slide.show]
    while presenter.next.isEnabled():
        presenter.next.setFocus()
        QTest.keyClick(presenter.next, Qt.Key.Key_Space)
        seen.append(running.slide.show)
    assert seen == [slide.show for slide in running.slides]


def test_notes_are_beside_the_slide_and_not_on_it(presenter: Presenter, running: RunningLesson) -> None:
    running.go_to(first_of(running.slides, 1))
    step = running.lesson.steps[1]
    assert step.teacher_note in words(presenter)
    assert step.activity in words(presenter)
    assert step.teacher_note not in presenter.preview.accessibleDescription()
    assert step.prompt in presenter.preview.accessibleDescription()


def test_what_comes_next_is_named(presenter: Presenter, running: RunningLesson) -> None:
    running.go_to(first_of(running.slides, 1) - 1)
    assert presenter.ahead.text() == "Step 2: Put the two weeks in order"


def test_the_clock_runs_against_the_plan(presenter: Presenter, running: RunningLesson, watch: Watch) -> None:
    watch.now += 500
    running.go_to(first_of(running.slides, 0))
    watch.now += 200
    running.ticked.emit()
    assert presenter.clock.text() == "01:40"
    assert presenter.plan.text() == "Plan 05:00 · now 03:20"
    watch.now += 200
    running.ticked.emit()
    assert presenter.clock.text() == "+01:40"
    assert presenter.plan.text() == "Plan 05:00 · now 06:40 · 01:40 behind"


def test_the_class_sees_no_clock_unless_it_is_shown_one(presenter: Presenter, running: RunningLesson) -> None:
    running.go_to(first_of(running.slides, 0))
    before = presenter.preview.grab().toImage()
    presenter.clock_shown.click()
    assert presenter.preview.grab().toImage() != before


def test_b_hides_everything_and_the_next_slide_shows_again(presenter: Presenter, running: RunningLesson) -> None:
    QTest.keyClick(presenter, Qt.Key.Key_B)
    assert presenter.preview.is_blank
    assert presenter.blank.isChecked()
    assert presenter.preview.accessibleDescription() == "The screen is blank"
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert not presenter.preview.is_blank


def test_hands_are_counted_and_shown_with_the_answer(presenter: Presenter, running: RunningLesson) -> None:
    go_to(running, Show.QUESTION, 2)
    assert presenter.counter is not None
    (first, second), *_ = [(presenter.counter.fields[0, part], presenter.counter.fields[1, part]) for part in ("b",)]
    first.setValue(9)
    second.setValue(21)
    assert "first vote 9" not in presenter.preview.accessibleDescription()
    go_to(running, Show.ANSWER, 2)
    assert "first vote 9, second vote 21" in presenter.preview.accessibleDescription()
    go_to(running, Show.PROMPT, 3)
    assert presenter.counter is None


@pytest.mark.parametrize(
    ("step", "asked"), [(1, "q-rwanda-order-april-1994,q-rwanda-war-genocide"), (2, "q-rwanda-war-genocide")]
)
def test_this_question_and_those_to_come_can_go_to_the_phones(
    qtbot: QtBot, presenter: Presenter, running: RunningLesson, step: int, asked: str
) -> None:
    go_to(running, Show.QUESTION, step)
    assert presenter.counter is not None
    with qtbot.waitSignal(presenter.link_requested) as caught:
        presenter.counter.phones.click()
    link = Link.parse(caught.args[0])
    assert link.page == "live"
    assert link.value("questions") == asked


def open_window(presenter: Presenter) -> ProjectorWindow:
    QTest.keyClick(presenter, Qt.Key.Key_F5)
    assert presenter.window_shown is not None
    return presenter.window_shown


def test_the_projector_shows_what_the_preview_shows(presenter: Presenter, running: RunningLesson) -> None:
    window = open_window(presenter)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert running.place == 1
    assert window.canvas.content == presenter.preview.content == running.sheet()
    QTest.keyClick(window, Qt.Key.Key_B)
    assert window.canvas.is_blank


def test_escape_closes_the_projector_only(presenter: Presenter) -> None:
    window = open_window(presenter)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert presenter.window_shown is None
    assert presenter.isVisible()


def test_ending_the_lesson_closes_both(qtbot: QtBot, presenter: Presenter) -> None:
    window = open_window(presenter)
    with qtbot.waitSignal(presenter.closed):
        presenter.end.click()
    assert not window.isVisible()


@pytest.mark.parametrize(("seconds", "shown"), [(0, "00:00"), (400, "06:40"), (-61.5, "+01:01"), (3700, "61:40")])
def test_a_clock_in_words(seconds: float, shown: str) -> None:
    assert clock_words(seconds) == shown
