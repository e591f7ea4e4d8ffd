"""The whole program, on a small pack: it opens where it was told, keeps what it should, and follows the author."""

import gc
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from r2p_app.app import Options, Program
from r2p_app.store import Store
from r2p_app.store.backups import is_sound
from r2p_app.store.settings import DAILY_LIMIT, WELCOMED
from r2p_app.ui.mishaps import LOG
from r2p_app.ui.preferences import TEXT, THEME
from r2p_app.ui.state import Changes
from tests.content import packs


class Start(Protocol):
    """Starts the program."""

    def __call__(self, *, profile: str = "", route: str = "") -> Program: ...


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    root = tmp_path / "pack"
    packs.write(root, packs.FILES)
    return root


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, pack: Path) -> Iterator[Start]:
    """Starts the program and waits for its first page; ends every one that was started."""
    programs: list[Program] = []

    def open_one(*, profile: str = "", route: str = "") -> Program:
        program = Program(Options(content=pack, profile=profile, route=route))
        programs.append(program)
        with qtbot.waitSignal(program.ready):
            program.show()
        return program

    yield open_one
    for program in programs:
        program.close()


def page_name(program: Program) -> str:
    page = program.services.shell.stack.page
    return page.objectName() if page is not None else ""


def labels(program: Program) -> str:
    """The words of every label that is on the screen."""
    return "\n".join(label.text() for label in program.window.findChildren(QLabel) if label.isVisible())


def shown_text(program: Program) -> str:
    """All running text that is on the screen."""
    shown = [text for text in program.window.findChildren(QTextEdit) if text.isVisible()]
    return "\n".join(text.toPlainText() for text in shown)


def test_the_first_start_tells_a_new_profile_what_this_is_and_later_ones_open_home(start: Start, qtbot: QtBot) -> None:
    first = start()
    assert page_name(first) == "welcome"
    qtbot.waitUntil(lambda: first.services.state.store.settings.get(WELCOMED))
    first.close()
    assert page_name(start()) == "home"


def test_a_profile_made_while_the_window_is_open_is_told_too_and_only_once(start: Start, qtbot: QtBot) -> None:
    program = start(route="r2p://settings")
    session = program.services.session
    learner = session.profile
    assert learner is not None
    session.create("Anna")
    assert page_name(program) == "welcome"
    qtbot.waitUntil(lambda: program.services.state.store.settings.get(WELCOMED))
    program.services.shell.navigation.open("r2p://home")
    session.rename("Anne")
    assert page_name(program) == "home"


def test_the_first_start_makes_a_profile(start: Start) -> None:
    program = start()
    assert program.services.shell.top_bar.profile.text() == "Learner"
    assert program.is_ready
    assert program.fault == ""


def test_it_opens_the_route_it_was_given(start: Start) -> None:
    assert page_name(start(route="r2p://settings")) == "settings"


def test_before_the_first_paint_there_is_only_the_frame(qapp: QApplication, pack: Path) -> None:
    program = Program(Options(content=pack))
    with pytest.raises(RuntimeError, match="painted"):
        _ = program.services
    program.close()


def test_a_profile_is_opened_by_name_and_remembered(start: Start) -> None:
    start(profile="Anna").close()
    assert start().services.shell.top_bar.profile.text() == "Anna"


def test_look_and_place_of_the_window_are_kept_for_the_first_paint(start: Start, pack: Path) -> None:
    program = start(profile="Anna")
    program.preferences.set_value(THEME, "dark")
    program.preferences.set_value(TEXT, "1.3")
    program.window.resize(700, 555)
    program.close()
    again = Program(Options(content=pack))
    assert (again.look.theme.name, again.look.theme.scale) == ("dark", 1.3)
    assert (again.window.width(), again.window.height()) == (700, 555)
    again.close()


def test_a_saved_chapter_is_shown_anew_and_the_page_keeps_its_place(start: Start, pack: Path, qtbot: QtBot) -> None:
    chapter = next(path for path in packs.FILES if path.endswith(".md"))
    program = start(route="r2p://case/alpha")
    before = program.services.shell.stack.page
    assert before is not None
    place = before.place()
    text = (pack / chapter).read_text(encoding="utf-8")
    (pack / chapter).write_text(text + "\nA sentence that was not there before.\n", encoding="utf-8")
    qtbot.waitUntil(lambda: "A sentence that was not there before." in shown_text(program), timeout=3000)
    after = program.services.shell.stack.page
    assert after is before
    assert after.place()._replace(fragment="") == place._replace(fragment="")


def test_faults_appear_and_disappear_as_files_are_saved(start: Start, pack: Path, qtbot: QtBot) -> None:
    bars = start().services.shell.bars
    assert bars.bar("problems") is None
    (pack / "lanes.yaml").write_text("lanes: nonsense\n")
    qtbot.waitUntil(lambda: bars.bar("problems") is not None, timeout=3000)
    (pack / "lanes.yaml").write_text(packs.FILES["lanes.yaml"])
    qtbot.waitUntil(lambda: bars.bar("problems") is None, timeout=3000)


def test_content_that_is_not_there_is_said_and_can_be_tried_again(
    qapp: QApplication, qtbot: QtBot, pack: Path, tmp_path: Path
) -> None:
    program = Program(Options(content=tmp_path / "later"))
    program.show()
    qtbot.waitUntil(lambda: bool(program.fault))
    assert str(tmp_path / "later") in program.fault
    pack.rename(tmp_path / "later")
    with qtbot.waitSignal(program.ready):
        program.services.shell.waiting.buttons[0].click()
    assert page_name(program) == "welcome"
    program.close()


def test_what_another_window_saved_is_shown_when_this_one_is_looked_at(start: Start, qapp: QApplication) -> None:
    program = start()
    session = program.services.session
    assert session.profile is not None
    told: list[Changes] = []
    program.services.state.changed.connect(told.append)
    with Store.open(session.profile.directory) as other:
        other.reading.leave("r2p://timeline")
    program.window.activateWindow()
    qapp.applicationStateChanged.emit(qapp.applicationState())
    qapp.applicationStateChanged.emit(qapp.applicationState())
    assert told == [~(Changes.LIBRARY | Changes.PROFILE)]


def test_two_windows_on_one_profile(start: Start) -> None:
    first, second = start(profile="Anna"), start(profile="Anna")
    first.services.state.store.reading.leave("r2p://timeline")
    place = second.services.state.store.reading.last_place()
    assert place is not None
    assert place.route == "r2p://timeline"


def test_switching_the_profile_from_the_top_bar(start: Start) -> None:
    program = start(profile="Anna")
    program.services.session.create("Ben")
    menu = program.services.shell.top_bar.profile.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if action.isCheckable()]
    assert texts == ["Anna", "Ben"]
    next(action for action in menu.actions() if action.text() == "Anna").trigger()
    assert program.services.shell.top_bar.profile.text() == "Anna"


def begin_to_put_back(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Put a backup back over a change of today; nothing is done until the event is set."""
    session, held = program.services.session, Event()

    def slowly(path: Path, latest_version: int) -> bool:
        return held.wait(10) and is_sound(path, latest_version)

    with qtbot.waitSignal(session.backed_up):
        session.back_up()
    program.services.state.store.settings.set(DAILY_LIMIT, 7)
    monkeypatch.setattr("r2p_app.store.putting_back.is_sound", slowly)
    session.put_back_backup(session.backups()[-1])
    return held


@pytest.mark.parametrize("page", ["settings", "case"])
def test_while_a_backup_is_put_back_the_window_says_so_and_whatever_is_pressed_is_harmless(
    page: str, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = start(route="r2p://home")
    monkeypatch.setattr(sys, "excepthook", program.catch)
    shell = program.services.shell
    shell.navigation.open(f"r2p://{page}")
    held = begin_to_put_back(program, qtbot, monkeypatch)
    assert shell.is_waiting
    qtbot.waitUntil(lambda: "The backup is being put back" in labels(program))
    for command in shell.commands:
        if command.id not in ("quit", "palette"):
            command.callback()
    shell.navigation.open("r2p://chapter/nowhere")
    shell.open_palette()
    QTest.keyClicks(QApplication.focusWidget() or shell, "note")
    assert shell.is_waiting
    assert page_name(program) == ""
    with qtbot.waitSignal(program.services.session.put_back):
        held.set()
    assert page_name(program) == page
    assert program.services.state.store.settings.get(DAILY_LIMIT) == DAILY_LIMIT.default
    assert not (tmp_path / "data" / LOG).exists()
    bar = shell.bars.bar("profile")
    assert bar is not None
    with qtbot.waitSignal(program.services.session.put_back):
        bar.buttons[0].click()
    assert program.services.state.store.settings.get(DAILY_LIMIT) == 7


def test_the_window_is_closed_while_a_backup_is_put_back(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start(route="r2p://settings")
    held = begin_to_put_back(program, qtbot, monkeypatch)
    Timer(0.1, held.set).start()
    program.close()
    assert start(route="r2p://settings").services.state.store.settings.get(DAILY_LIMIT) == 7


def test_errors_before_and_after_the_first_paint(
    qapp: QApplication, start: Start, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = Program(Options(content=pack))
    for program in (early, start()):
        try:
            _ = 1 / 0
        except ZeroDivisionError as error:
            program.catch(ZeroDivisionError, error, sys.exc_info()[2])
    assert capsys.readouterr().err.count("ZeroDivisionError:") == 2
    early.close()


def test_ctrl_q_closes_the_window(start: Start, qtbot: QtBot) -> None:
    program = start()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not program.window.isVisible())


def test_closing_twice_does_nothing(start: Start) -> None:
    program = start()
    program.close()
    program.close()
    assert not isValid(program.window)


def test_garbage_is_found_while_the_person_rests_and_python_does_as_usual_in_the_end(
    start: Start, qtbot: QtBot
) -> None:
    usual = gc.get_threshold()
    program = start()
    program.services.idle.complete()
    assert gc.isenabled()
    assert gc.get_threshold() != usual
    ring = Ring()
    for _ in range(3):
        gc.collect(1)
    gone = weakref.ref(ring)
    del ring
    assert gone() is not None
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: gone() is None)
    program.close()
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == (True, usual, 0)


class Ring:
    """Keeps itself, as widgets and the functions connected to them do."""

    def __init__(self) -> None:
        self.itself = self
