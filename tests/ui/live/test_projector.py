"""What the class sees: readable from the back, nothing of the teacher's, names as text."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.questions import key
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.live.events import Event, Joined, Options, Phase, Round, Voted
from r2p_app.live.host import Host, opening
from r2p_app.live.journal import FILE, Journal
from r2p_app.live.kinds import askable
from r2p_app.live.phone import asked
from r2p_app.live.room import Room
from r2p_app.paths import content_dir
from r2p_app.ui.live.projector import Door, show_scene
from r2p_app.ui.live.scene import Scene, make_scene
from r2p_app.ui.projector.canvas import SMALLEST_LETTER, ProjectorCanvas
from r2p_app.ui.projector.window import ProjectorWindow
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.live.acting import LOOPBACK, QUESTIONS, make_host, to_phase

DOOR = Door("192.168.178.201:8000", "123456", "http://192.168.178.201:8000/#123456")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    made = make_host(tmp_path)
    yield made
    made.journal.close()


@pytest.fixture
def projector(qtbot: QtBot, look: Look) -> ProjectorCanvas:
    made = ProjectorCanvas()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load_pack(content_dir())


def has_more(projector: ProjectorCanvas) -> bool:
    return projector.has_more


def scene_of(host: Host, *, with_names: bool = False) -> Scene:
    return make_scene(host, with_names=with_names)


def vote_all(host: Host, students: int = 12) -> None:
    """Let a class vote, two thirds of it rightly."""
    shown, round_ = host.shown, host.room.round
    assert shown is not None
    assert round_ is not None
    for number in range(1, students + 1):
        answer = key(shown.question)
        if number % 3 == 0 and isinstance(answer, ChosenOption):
            answer = ChosenOption("a")
        event: Event = Voted(question=shown.question.id, round=round_, student=number, answer=answer)
        host.do(lambda _room, event=event: event)  # type: ignore[misc]


def come(host: Host, *names: str) -> None:
    for number, name in enumerate(names, start=1):
        event = Joined(student=number, token_print=str(number), name=name)
        host.do(lambda _room, event=event: event)  # type: ignore[misc]


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1024, 768), (800, 600)], ids=str)
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_smallest_letter_is_large_enough_for_the_back_of_the_room(
    host: Host, projector: ProjectorCanvas, look: Look, size: tuple[int, int], theme: str
) -> None:
    look.apply(theme, 1.0)
    projector.resize(*size)
    come(host, *(f"Student {number}" for number in range(12)))
    heights = []
    while host.room.phase is not Phase.ENDED:
        show_scene(projector, scene_of(host, with_names=True), DOOR)
        heights.append(projector.smallest_letter())
        if host.room.round is not None:
            vote_all(host)
        host.do(Room.go_on)
        if host.room.phase is Phase.COUNTED:
            host.do(Room.reveal)
    assert min(heights) >= SMALLEST_LETTER


def test_every_shipped_question_fits_while_it_is_voted_on(
    projector: ProjectorCanvas, shipped: Library, tmp_path: Path
) -> None:
    """Prompt and options need no scrolling, with and without the results of the first vote."""
    questions = askable(shipped.all(QuestionBase))
    opened = opening(tuple(one.id for one in questions), Options(), LOOPBACK, 8000, Random(1))
    host = Host(Room(opened), asked(shipped, questions), Journal(tmp_path / FILE))
    too_long = []
    for place, question in enumerate(questions):
        to_phase(host, Phase.FIRST_VOTE, place)
        show_scene(projector, scene_of(host), DOOR)
        if projector.has_more or projector.smallest_letter() < SMALLEST_LETTER:
            too_long.append(question.id)
    host.journal.close()
    assert too_long == []


def test_nothing_tells_the_key_before_the_explanation(host: Host) -> None:
    come(host, *("" for _ in range(12)))
    for place, question in enumerate(QUESTIONS):
        for phase in (Phase.ASKED, Phase.FIRST_VOTE, Phase.COUNTED, Phase.TALK, Phase.SECOND_VOTE):
            to_phase(host, phase, place)
            if phase is Phase.COUNTED:
                host.do(Room.reveal)
            scene = scene_of(host)
            assert all(row.is_right is None for row in scene.rows)
            assert (scene.answer, scene.why, scene.sources) == ("", (), ()), question.id


def test_results_are_hidden_until_revealed(host: Host) -> None:
    come(host, *("" for _ in range(12)))
    to_phase(host, Phase.FIRST_VOTE)
    vote_all(host)
    assert scene_of(host).count == "12 of 12 have answered"
    host.do(Room.go_on)
    assert all(row.first is None for row in scene_of(host).rows)
    host.do(Room.reveal)
    assert sorted(row.first or 0 for row in scene_of(host).rows) == [0, 0, 4, 8]


def test_before_and_after_stand_beside_each_other_with_rationale_and_source(host: Host) -> None:
    come(host, *("" for _ in range(12)))
    to_phase(host, Phase.FIRST_VOTE)
    vote_all(host)
    to_phase(host, Phase.SECOND_VOTE)
    vote_all(host, 9)
    host.do(Room.go_on)
    scene = scene_of(host)
    (right,) = (row for row in scene.rows if row.is_right)
    assert (right.first, right.second, scene.voters) == (8, 6, (12, 9))
    assert "Why b." in scene.why
    assert any(part.startswith("“Option a”: Why a.") for part in scene.why), "why the wrong one was tempting"
    assert scene.sources
    assert "first vote 8, second vote 6, the answer" in scene.words


def test_names_are_shown_only_when_wanted_and_only_while_students_join(host: Host) -> None:
    come(host, "Ana", "<b>Ben</b>", "")
    assert scene_of(host).names == ()
    assert scene_of(host, with_names=True).names == ("Ana", "<b>Ben</b>")
    host.do(Room.go_on)
    assert scene_of(host, with_names=True).names == ()


def test_a_blank_screen_shows_one_colour_and_says_so(host: Host, projector: ProjectorCanvas) -> None:
    to_phase(host, Phase.FIRST_VOTE)
    show_scene(projector, scene_of(host), DOOR)
    image = projector.grab().toImage()
    projector.set_blank(blank=True)
    blank = projector.grab().toImage()
    assert len({blank.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 720, 7)}) == 1
    assert image != blank
    assert projector.accessibleDescription() == "The screen is blank"


def test_what_does_not_fit_is_moved_to(projector: ProjectorCanvas) -> None:
    show_scene(
        projector, Scene(Phase.EXPLAINED, prompt="Why?", why=tuple("A long reason. " * 30 for _ in range(4))), DOOR
    )
    assert has_more(projector)
    top = projector.grab().toImage()
    for _ in range(9):
        projector.scroll_by(1)
    assert not has_more(projector)
    assert projector.grab().toImage() != top


def test_a_vote_alone_does_not_set_the_sheet_anew(host: Host, projector: ProjectorCanvas) -> None:
    come(host, *("" for _ in range(12)))
    to_phase(host, Phase.FIRST_VOTE)
    show_scene(projector, scene_of(host), DOOR)
    fitted = projector._fitting()
    vote_all(host, 3)
    show_scene(projector, scene_of(host), DOOR)
    assert projector._fitting() is fitted


def test_the_window_hands_its_keys_on(qtbot: QtBot, look: Look) -> None:
    window = ProjectorWindow()
    qtbot.addWidget(window)
    window.show_on(window)
    pressed: list[int] = []
    window.key_pressed.connect(pressed.append)
    for key_ in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_R):
        QTest.keyClick(window.canvas, key_)
    assert pressed == [int(one) for one in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_B, Qt.Key.Key_R)]
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)


def test_letters_are_those_of_the_phones(tmp_path: Path) -> None:
    host = make_host(tmp_path, [samples.single()])
    to_phase(host, Phase.FIRST_VOTE)
    student = host.student(host.join(""))
    assert student is not None
    rows = [row.words for row in scene_of(host).rows]
    assert [row.letter for row in scene_of(host).rows] == ["A", "B", "C", "D"]
    assert all(word in host.phone_state(student).decode() for word in rows)
    assert host.phone_state(student).decode().index(rows[0]) < host.phone_state(student).decode().index(rows[3])
    assert host.room.ballots(Round.FIRST) == {}
    host.journal.close()
