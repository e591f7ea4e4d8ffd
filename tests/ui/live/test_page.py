"""The live quiz as a teacher uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.learning.result_file import SUFFIX, to_bytes
from r2p_app.live.events import Phase, Round
from r2p_app.live.journal import FILE
from r2p_app.live.room import Room
from r2p_app.ui.live.files import FilesView
from r2p_app.ui.live.outcome import room_csv, room_report, second_votes
from r2p_app.ui.live.room import RoomView
from r2p_app.ui.live.setup import SetupView
from r2p_app.ui.live.votes import VotesView
from r2p_app.ui.pages.live import LivePage
from tests.learning.test_results import result
from tests.live.acting import LOOPBACK, QUESTIONS, as_reply
from tests.ui.live.conftest import phone_of
from tests.ui.quiz.acting import nameless, words_in


def setup_of(page: LivePage) -> SetupView:
    assert isinstance(page.view, SetupView)
    return page.view


def room_of(page: LivePage) -> RoomView:
    assert isinstance(page.view, RoomView)
    return page.view


def phase_of(page: LivePage) -> Phase:
    return page.session.host.room.phase


def are_results_shown(page: LivePage) -> bool:
    return page.session.host.room.shows_first_vote


def open_room(page: LivePage, qtbot: QtBot, *questions: str) -> RoomView:
    """Choose loopback and open a room, by keyboard."""
    page.show_link(Link("live", (), (("questions", ",".join(questions or [one.id for one in QUESTIONS])),)))
    view = setup_of(page)
    view.interface.setCurrentIndex(view.interface.findData(LOOPBACK))
    view.start.setFocus()
    with qtbot.waitSignal(page.session.opened, timeout=15_000):
        QTest.keyClick(view.start, Qt.Key.Key_Space)
    return room_of(page)


def test_questions_are_chosen_by_case_chapter_objective_and_number(page: LivePage) -> None:
    chooser = setup_of(page).chooser
    everything = set(chooser.ids())
    assert {one.id for one in QUESTIONS} & everything
    chooser.case.setCurrentIndex(chooser.case.findData("doctrine"))
    chooser.case.activated.emit(chooser.case.currentIndex())
    assert chooser.ids() == ("q-r2p-since",) or all(
        page.state.library.case_of(question) == "doctrine" for question in chooser.ids()
    )
    chooser.case.setCurrentIndex(chooser.case.findData("rwanda"))
    chooser.case.activated.emit(chooser.case.currentIndex())
    chooser.count.set_value(3)
    assert len(chooser.ids()) == 3
    chooser.objective.setCurrentIndex(1)
    chooser.objective.activated.emit(1)
    objective = chooser.objective.currentData()
    library = page.state.library
    from r2p_app.content.questions import QuestionBase

    assert {library.get(question, QuestionBase).objective for question in chooser.ids()} == {objective}


def test_the_list_is_ordered_and_thinned_out_by_keyboard(page: LivePage) -> None:
    questions = setup_of(page).chooser.questions
    first, second, *_ = questions.ids()
    questions.list.setFocus()
    QTest.keyClick(questions.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert questions.ids()[:2] == (second, first)
    QTest.keyClick(questions.list, Qt.Key.Key_Delete)
    assert first not in questions.ids()


def test_a_list_made_elsewhere_is_taken_over(page: LivePage) -> None:
    page.show_link(Link("live", (), (("questions", "q-numeric,q-unknown,q-map,q-single"),)))
    assert setup_of(page).chooser.ids() == ("q-numeric", "q-single")


def test_what_was_chosen_is_still_there_after_a_visit_elsewhere(page: LivePage) -> None:
    setup_of(page).chooser.choose(("q-single", "q-short"))
    page.show_link(Link("live"))
    assert setup_of(page).chooser.ids() == ("q-single", "q-short")


def test_without_questions_no_room_opens(page: LivePage) -> None:
    view = setup_of(page)
    view.chooser.choose(())
    assert not view.start.isEnabled()


def test_everything_has_a_name(page: LivePage, qtbot: QtBot) -> None:
    assert nameless(page) == []
    open_room(page, qtbot)
    assert nameless(page) == []


def test_a_lesson_by_keyboard_from_the_code_to_the_results(page: LivePage, qtbot: QtBot) -> None:
    view = open_room(page, qtbot, "q-single")
    session = page.session
    assert f"{LOOPBACK}:" in words_in(view)
    assert " ".join((session.door.code[:3], session.door.code[3:])) in words_in(view)
    phones = [phone_of(session, name) for name in ("Ana", "", "Ben")]
    qtbot.waitUntil(lambda: "3 in the room" in words_in(view))
    QTest.keyClick(view.next, Qt.Key.Key_PageDown)
    QTest.keyClick(view.next, Qt.Key.Key_Space)
    assert phase_of(page) is Phase.FIRST_VOTE
    for phone in phones[:2]:
        phone.vote(0, 1, as_reply(session.host, QUESTIONS[0]))
    phones[2].vote(0, 1, {"kind": "choice", "options": [(as_place(session.host) + 1) % 4]})
    qtbot.waitUntil(lambda: "3 of 3 have answered" in words_in(view))
    QTest.keyClick(view.next, Qt.Key.Key_PageDown)
    assert "First vote: 2 of 3 right (67%). 30 to 70% are right: talking in pairs pays most now." in words_in(view)
    assert not are_results_shown(page)
    QTest.keyClick(view.next, Qt.Key.Key_R)
    assert are_results_shown(page)
    QTest.keyClick(view.next, Qt.Key.Key_B)
    assert view.preview.accessibleDescription() == "The screen is blank"
    QTest.keyClick(view.next, Qt.Key.Key_B)
    QTest.keyClick(view.next, Qt.Key.Key_PageUp)
    assert phase_of(page) is Phase.COUNTED, "there is no way back from results that were shown"
    QTest.keyClick(view.next, Qt.Key.Key_PageDown)
    QTest.keyClick(view.next, Qt.Key.Key_PageDown)
    phones[2].vote(0, 2, as_reply(session.host, QUESTIONS[0]))
    QTest.keyClick(view.next, Qt.Key.Key_PageDown)
    assert phase_of(page) is Phase.EXPLAINED
    assert view.next.text() == "End the session"
    table = room_csv(session.host).decode("utf-8-sig").splitlines()
    assert table[0] == "participant,vote,q-single,q-single.answer,q-single.sure"
    assert table[1:] == [
        "Ana,1,1.0,Option b,",
        "Participant 2,1,1.0,Option b,",
        f"Ben,1,0.0,{table[3].split(',')[3]},",
        "Ben,2,1.0,Option b,",
    ]
    assert room_report(session.host).items[0].statistics.answers == 3
    assert second_votes(session.host)["q-single"].right == 1
    view.results.click()
    assert isinstance(page.view, VotesView)
    for _ in range(2):
        page.view.keep.click()
    (kept,) = page.state.store.statistics.tallies()
    assert (kept.question, kept.answers, kept.right) == ("q-single", 3, 2)
    for phone in phones:
        phone._connection.close()


def as_place(host: object) -> int:
    reply = as_reply(host, QUESTIONS[0])  # type: ignore[arg-type]
    return int(reply["options"][0])


def test_the_key_is_shown_to_the_teacher_only_when_asked_for(page: LivePage, qtbot: QtBot) -> None:
    view = open_room(page, qtbot, "q-single")
    page.session.do(Room.go_on)
    assert not view.key.isVisible()
    view.shows_key.click()
    assert view.key.text() == "Option b"
    assert "The answer" not in view.preview.accessibleDescription()


def test_someone_is_removed_and_names_are_hidden_until_shown(page: LivePage, qtbot: QtBot) -> None:
    view = open_room(page, qtbot)
    phone = phone_of(page.session, "<b>Mallory</b>")
    qtbot.waitUntil(lambda: view.people.list.count() == 1)
    assert view.people.list.item(0).text() == "Participant 1"
    view.people.names.click()
    assert view.people.list.item(0).text() == "<b>Mallory</b>"
    assert "<b>Mallory</b>" in view.preview.accessibleDescription().splitlines()
    view.people.list.setCurrentRow(0)
    view.people.remove.click()
    assert not page.session.host.room.students
    assert phone.ask("GET", "/state")[0] == 401
    phone._connection.close()


def test_the_projector_window_shows_the_same_and_controls_the_room(page: LivePage, qtbot: QtBot) -> None:
    view = open_room(page, qtbot)
    view.project.click()
    window = view.window_of_class
    assert window is not None
    QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
    assert phase_of(page) is Phase.ASKED
    assert window.canvas.content == view.preview.content
    QTest.keyClick(window.canvas, Qt.Key.Key_Period)
    assert window.canvas.is_blank
    assert view.preview.is_blank
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert view.window_of_class is None


def test_a_room_is_closed_only_after_a_question(page: LivePage, qtbot: QtBot) -> None:
    view = open_room(page, qtbot)
    view.close_room.click()
    assert isinstance(page.view, VotesView)
    page.view.back.click()
    room_of(page).close_room.click()
    assert isinstance(page.view, VotesView)
    with qtbot.waitSignal(page.session.closed):
        page.view.close_room.click()
    assert isinstance(page.view, SetupView)
    assert not page.session.can_resume


def test_an_open_room_stays_when_another_page_is_visited(page: LivePage, qtbot: QtBot) -> None:
    view = open_room(page, qtbot)
    page.show_link(Link("live", ("results",)))
    assert isinstance(page.view, FilesView)
    page.show_link(Link("live"))
    assert room_of(page) is not view
    assert page.session.is_open


def test_after_a_restart_the_room_is_offered_again(page: LivePage, qtbot: QtBot) -> None:
    open_room(page, qtbot)
    code = page.session.door.code
    page.close_down()
    again = LivePage(page.state)
    qtbot.addWidget(again)
    again.show_link(Link("live"))
    view = setup_of(again)
    assert view.resume is not None
    with qtbot.waitSignal(again.session.opened):
        view.resume.go_on.click()
    assert room_of(again)
    assert again.session.door.code == code
    again.close_down()


def test_a_room_of_before_can_be_deleted(page: LivePage, qtbot: QtBot) -> None:
    open_room(page, qtbot)
    page.close_down()
    page.show_link(Link("live"))
    resume = setup_of(page).resume
    assert resume is not None
    resume.drop.click()
    assert setup_of(page).resume is None
    assert not (page.state.store.directory / FILE).exists()


def test_a_room_that_cannot_open_says_why(page: LivePage, qtbot: QtBot) -> None:
    view = setup_of(page)
    view.interface.addItem("elsewhere", "203.0.113.1")
    view.interface.setCurrentIndex(view.interface.count() - 1)
    with qtbot.waitSignal(page.session.failed):
        view.start.click()
    assert "could not be opened" in view.problem.text()
    assert view.start.isEnabled()


# --- results from files -----------------------------------------------------------------------------------------------


@pytest.fixture
def files(page: LivePage) -> FilesView:
    page.show_link(Link("live", ("results",)))
    assert isinstance(page.view, FilesView)
    return page.view


def write(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}{SUFFIX}" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(to_bytes(result(number, wrong=number % 3 == 0, name="" if number else "Ana")))
    return paths


def test_thirty_files_dropped_are_a_report_and_others_are_named(files: FilesView, qtbot: QtBot, tmp_path: Path) -> None:
    paths = write(tmp_path, 30)
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / f"torn{SUFFIX}").write_bytes(paths[0].read_bytes()[:-9])
    (tmp_path / f"again{SUFFIX}").write_bytes(paths[1].read_bytes())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in sorted(tmp_path.iterdir()) if path.is_file()])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    files.dropEvent(drop)
    qtbot.waitUntil(lambda: len(files.collected.results) == 30)
    shown = words_in(files)
    assert "30 results are counted." in shown
    assert "20 of 30 right. Facility 67%" in shown
    assert "holiday.jpg is no result of this program" in shown
    assert f"torn{SUFFIX} is damaged" in shown
    assert "is of a run that is already counted" in shown
    assert "Ana" not in shown
    assert files._csv().decode("utf-8-sig").splitlines()[1].startswith(("Ana,1,", "Participant"))


def test_nothing_is_said_of_fewer_than_ten(files: FilesView, qtbot: QtBot, tmp_path: Path) -> None:
    paths = write(tmp_path, 9)
    files._ask = lambda *_: [str(path) for path in paths]
    files.choose.click()
    qtbot.waitUntil(lambda: len(files.collected.results) == 9)
    assert "9 answers: too few to say anything about them" in words_in(files)
    files.clear.click()
    assert files.collected.results == ()


def test_files_that_cannot_be_read_are_named(files: FilesView, qtbot: QtBot, tmp_path: Path) -> None:
    files.take([tmp_path / "gone.r2presult", tmp_path])
    qtbot.waitUntil(lambda: len(files.collected.left_out) == 2)
    assert "gone.r2presult is no result of this program" in words_in(files)


def test_a_vote_is_kept_though_the_window_is_elsewhere(page: LivePage, qtbot: QtBot) -> None:
    open_room(page, qtbot, "q-single")
    page.session.do(Room.go_on)
    page.session.do(Room.go_on)
    page.hide()
    phone = phone_of(page.session)
    phone.vote(0, 1, as_reply(page.session.host, QUESTIONS[0]))
    assert len(page.session.host.room.ballots(Round.FIRST)) == 1
    phone._connection.close()
