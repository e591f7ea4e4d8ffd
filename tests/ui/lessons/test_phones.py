"""A lesson while a room of the live quiz is open: the class sees the quiz at its questions, the lesson elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.lessons.slides import Show
from r2p_app.live.events import Options, Phase
from r2p_app.live.opening import Wish
from r2p_app.ui.lessons.phones import PhonesCard
from r2p_app.ui.lessons.presenter import Presenter
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.state import AppState, Changes
from tests.live.acting import LOOPBACK
from tests.ui.live.conftest import ANY_PORT

ORDER, REASON = "q-rwanda-order-april-1994", "q-rwanda-war-genocide"


@pytest.fixture
def room(qtbot: QtBot, library: Library, state: AppState, tmp_path: Path) -> Iterator[LiveSession]:
    """A room with the two questions of the lesson."""
    made = LiveSession(tmp_path, ports=ANY_PORT)
    with qtbot.waitSignal(made.opened, timeout=15_000):
        made.open(library, Wish((ORDER, REASON), Options(), LOOPBACK))
    state.live = made
    state.note(Changes.LIVE)
    yield made
    made.stop()
    made.deleteLater()


def phones(presenter: Presenter) -> PhonesCard:
    assert presenter.phones is not None
    return presenter.phones


def seen(presenter: Presenter) -> str:
    return presenter.preview.accessibleDescription()


def phase(room: LiveSession) -> Phase:
    return room.host.room.phase


def come_to(running: RunningLesson, show: Show, question: str) -> None:
    running.go_to(next(i for i, slide in enumerate(running.slides) if (slide.show, slide.items) == (show, (question,))))


def test_the_class_sees_the_way_in_as_soon_as_the_room_is_open(presenter: Presenter, room: LiveSession) -> None:
    assert "Join the quiz" in seen(presenter)
    assert presenter.window_shown is None
    assert phones(presenter).phase.text() == "Students join · 0 have joined"


def test_a_remote_control_leads_through_vote_and_lesson(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, ORDER)
    assert "Join the quiz" in seen(presenter), "students come in before the first question"
    for _ in range(6):
        QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert phase(room) is Phase.EXPLAINED
    assert running.slide.items == (ORDER,)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert running.slide.show is Show.TIMELINE
    assert seen(presenter).startswith("Rwanda · Step 2 of 5")
    come_to(running, Show.QUESTION, REASON)
    assert phase(room) is Phase.ASKED
    assert room.host.room.question == REASON
    assert "Question 2 of 2" in seen(presenter)


def test_how_many_have_answered_is_beside_the_lesson(qtbot: QtBot, presenter: Presenter, room: LiveSession) -> None:
    room.host.do(lambda found: found.join("", "1"))
    for _ in range(2):
        phones(presenter).steps.next.click()
    assert phones(presenter).phase.text() == "Question 1 of 2 · First vote open · 0 of 1 have answered"
    QTest.keyClick(presenter, Qt.Key.Key_PageUp)
    assert room.host.room.phase is Phase.ASKED


def test_results_are_revealed_and_explained_by_key(presenter: Presenter, room: LiveSession) -> None:
    for _ in range(3):
        QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    QTest.keyClick(presenter, Qt.Key.Key_R)
    assert room.host.room.is_revealed
    QTest.keyClick(presenter, Qt.Key.Key_E)
    assert phase(room) is Phase.EXPLAINED


def test_the_class_can_be_shown_the_lesson_meanwhile(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    phones(presenter).shown.click()
    assert presenter.preview.content == running.sheet()
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert running.place == 1
    assert room.host.room.phase is Phase.LOBBY
    phones(presenter).shown.click()
    assert "Join the quiz" in seen(presenter)


def test_hands_are_not_counted_while_phones_vote(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, REASON)
    assert presenter.counter is None


def test_when_the_room_is_closed_the_lesson_is_back(
    qtbot: QtBot, presenter: Presenter, running: RunningLesson, state: AppState, room: LiveSession
) -> None:
    with qtbot.waitSignal(room.closed, timeout=15_000):
        room.close()
    state.note(Changes.LIVE)
    assert presenter.phones is None
    assert presenter.preview.content == running.sheet()


def test_a_question_of_the_lesson_that_is_skipped_is_skipped_in_the_room(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, ORDER)
    for _ in range(2):
        QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert phase(room) is Phase.FIRST_VOTE
    running.next_step()
    assert presenter.preview.content == running.sheet(), "the class sees the next step"
    come_to(running, Show.QUESTION, REASON)
    assert (room.host.room.question, phase(room)) == (REASON, Phase.ASKED)
    assert "Question 2 of 2" in seen(presenter)
    come_to(running, Show.QUESTION, ORDER)
    assert (room.host.room.question, phase(room)) == (ORDER, Phase.ASKED), "nobody has seen its key"


def test_before_the_first_vote_the_room_asks_the_question_the_lesson_is_at(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, REASON)
    assert "Join the quiz" in seen(presenter)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert (room.host.room.question, phase(room)) == (REASON, Phase.ASKED)


def test_a_question_that_is_skipped_in_the_room_takes_the_lesson_along(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert running.slide.items == (ORDER,)
    phones(presenter).steps.skip.click()
    assert running.slide.items == (REASON,)
    assert "Question 2 of 2" in seen(presenter)
    phones(presenter).steps.back.click()
    assert running.slide.items == (ORDER,)


def test_what_is_led_from_the_main_window_takes_the_lesson_along(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    phones(presenter).shown.click()
    assert room.do(lambda found: found.ask(1))
    assert running.slide.items == (REASON,)
    assert "Question 2 of 2" in seen(presenter)


def explain(presenter: Presenter) -> None:
    for _ in range(3):
        QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    QTest.keyClick(presenter, Qt.Key.Key_E)


def test_at_the_end_of_the_session_the_lesson_goes_on(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, REASON)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    explain(presenter)
    phones(presenter).steps.next.click()
    assert phase(room) is Phase.ENDED
    assert REASON not in running.slide.items
    assert presenter.preview.content == running.sheet()


def test_going_back_to_the_answer_shows_what_the_phones_said(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, ORDER)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    explain(presenter)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    behind = running.place
    QTest.keyClick(presenter, Qt.Key.Key_PageUp)
    assert (running.slide.show, running.place) == (Show.ANSWER, behind - 1)
    assert "Question 1 of 2" in seen(presenter)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert running.place == behind
    assert phase(room) is Phase.EXPLAINED


def test_where_no_step_can_be_taken_back_the_lesson_goes_back(
    presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, ORDER)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert phase(room) is Phase.ASKED
    QTest.keyClick(presenter, Qt.Key.Key_PageUp)
    assert running.slide.show is Show.PROMPT
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    assert "Question 1 of 2" in seen(presenter)


def test_when_the_room_is_closed_after_an_explanation_the_lesson_goes_on(
    qtbot: QtBot, presenter: Presenter, running: RunningLesson, state: AppState, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, ORDER)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    explain(presenter)
    with qtbot.waitSignal(room.closed, timeout=15_000):
        room.close()
    state.note(Changes.LIVE)
    assert running.slide.show is Show.TIMELINE
    assert presenter.preview.content == running.sheet()


def test_the_end_of_the_lesson_ends_the_session_once_all_is_asked_and_leads_to_its_results(
    qtbot: QtBot, presenter: Presenter, running: RunningLesson, room: LiveSession
) -> None:
    come_to(running, Show.QUESTION, REASON)
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)
    explain(presenter)
    with qtbot.waitSignal(presenter.link_requested) as asked:
        presenter.end.click()
    assert asked.args == ["r2p://live"]
    assert phase(room) is Phase.ENDED
    assert room.is_open


def test_a_session_with_questions_left_outlives_the_lesson(presenter: Presenter, room: LiveSession) -> None:
    presenter.end.click()
    assert phase(room) is Phase.LOBBY


def test_hands_are_counted_for_a_question_that_the_room_does_not_ask(
    qtbot: QtBot, presenter: Presenter, running: RunningLesson, state: AppState, tmp_path: Path
) -> None:
    session = LiveSession(tmp_path, ports=ANY_PORT)
    with qtbot.waitSignal(session.opened, timeout=15_000):
        session.open(running.library, Wish((ORDER,), Options(), LOOPBACK))
    state.live = session
    state.note(Changes.LIVE)
    come_to(running, Show.QUESTION, REASON)
    assert presenter.counter is not None
    assert presenter.preview.content == running.sheet()
    session.stop()
    session.deleteLater()
