"""Home says what is true of this learner and this content, and nothing else."""

import os
import shutil
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Entry, Library
from r2p_app.content.teaching import DecisionPoint, Lesson, LessonStep, StepForm
from r2p_app.paths import guide_file
from r2p_app.store.settings import LAST_LESSON, ROLE, Role
from r2p_app.ui.pages.home import HomePage
from r2p_app.ui.preferences import TEXT, Preferences
from r2p_app.ui.state import AppState, Changes
from tests.content import packs
from tests.lab.making import exercise
from tests.ui import mini
from tests.ui.conftest import NOON
from tests.ui.home.conftest import Past, past

__all__ = ["past"]


@pytest.fixture
def home(qtbot: QtBot, state: AppState) -> HomePage:
    made = HomePage(state)
    qtbot.addWidget(made)
    made.resize(1232, 844)
    made.show()
    return made


def words(home: HomePage) -> str:
    return " | ".join(label.text() for label in home.findChildren(QLabel) if label.isVisibleTo(home))


def without(*ids: str) -> Library:
    return Library(mini.PACK, [entry for entry in mini.entries() if entry.id not in ids])


def test_a_new_learner_is_shown_where_to_begin(home: HomePage, qtbot: QtBot) -> None:
    assert "When a state cannot or will not protect its people, who must?" in words(home)
    assert "Begin here | Rwanda: People and ordinary life" in words(home)
    assert "Before you read | 5 short questions on Rwanda" in words(home)
    with qtbot.waitSignal(home.link_requested) as asked:
        QTest.keyClick(home.next[0].action, Qt.Key.Key_Return)
    assert asked.args == ["r2p://case/rwanda/read/rwanda-people"]


def test_who_has_read_goes_on_where_they_were(home: HomePage, past: Past, state: AppState) -> None:
    past.finished("rwanda-people")
    past.began("rwanda-warnings")
    state.note(Changes.READING)
    home.refresh(Changes.READING)
    assert "Continue | Rwanda, chapter 2: The warnings" in words(home)
    assert "3 check questions · last read today" in words(home)
    assert "1 of 2 chapters" in words(home)


def test_a_quiz_that_was_begun_can_be_gone_on_with(home: HomePage, past: Past, qtbot: QtBot) -> None:
    past.run("q-refused-raid", "q-who-warned")
    past.answered("q-refused-raid", "a", score=1)
    home.refresh(Changes.ATTEMPTS)
    assert "1 of 2 answered" in words(home)
    assert "1 of 5 questions known" in words(home)
    with qtbot.waitSignal(home.link_requested) as asked:
        home.next[1].action.click()
    assert asked.args == ["r2p://quiz/run/run-1"]


def test_what_is_due_goes_before_a_new_quiz(home: HomePage, past: Past, qtbot: QtBot) -> None:
    past.run("q-refused-raid")
    past.answered("q-refused-raid", "a", score=1, days_ago=40)
    home.refresh(Changes.ATTEMPTS)
    assert "Review | 1 question due today" in words(home)
    with qtbot.waitSignal(home.link_requested) as asked:
        home.next[1].action.click()
    assert asked.args == ["r2p://review"]


def test_who_has_read_everything_is_told_so(home: HomePage, past: Past) -> None:
    for chapter in mini.CHAPTERS:
        past.finished(chapter.id)
    home.refresh(Changes.READING)
    assert "You have read every chapter" in words(home)


def offered(home: HomePage) -> list[tuple[str, str]]:
    """Return what is offered and the words on its button."""
    shown = [card for card in home.next if card.isVisibleTo(home)]
    return [(card.action.accessibleName().partition(": ")[2], card.action.text()) for card in shown]


def choose_role(home: HomePage, role: Role) -> None:
    buttons = home.role.findChildren(QPushButton)
    QTest.keyClick(buttons[list(Role).index(role)], Qt.Key.Key_Space)
    home.refresh(Changes.SETTINGS)


def test_an_exercise_in_progress_is_the_third_thing_to_do(home: HomePage, state: AppState, qtbot: QtBot) -> None:
    state.store.exercises.save(structs.replace(exercise("begun"), decision="dp-912", changed_at=NOON))
    home.refresh(Changes.EXERCISES)
    title = state.library.get("dp-912", DecisionPoint).title
    assert offered(home)[2] == (title, "Go on")
    with qtbot.waitSignal(home.link_requested) as asked:
        home.next[2].action.click()
    assert asked.args[0].startswith("r2p://lab/dp-912/")
    assert asked.args[0].endswith("?exercise=begun")


def test_nobody_is_offered_more_than_three_things(home: HomePage) -> None:
    for role in Role:
        choose_role(home, role)
        assert 1 <= len(offered(home)) <= 3


def test_the_role_is_changed_on_home_and_kept(home: HomePage, state: AppState) -> None:
    choose_role(home, Role.AUTHOR)
    assert state.store.settings.get(ROLE) == "author"
    assert "Faults in the content" in words(home)


def test_a_teacher_without_lessons_is_told_so_and_offered_a_vote(home: HomePage, qtbot: QtBot) -> None:
    choose_role(home, Role.TEACHER)
    assert "This content has no lessons yet" in words(home)
    assert offered(home)[-1][1] == "Prepare a live quiz"
    with qtbot.waitSignal(home.link_requested) as asked:
        home.next[len(offered(home)) - 1].action.click()
    assert asked.args == ["r2p://live"]


def a_lesson(name: str, *objectives: str) -> Entry:
    step = LessonStep(minutes=20, heading="Talk", activity="Talk.", form=StepForm.TALK)
    return Entry(name, "lesson", "", Lesson(id=name, title=name.title(), objectives=objectives, steps=(step,)))


@pytest.fixture
def teacher(home: HomePage, state: AppState) -> HomePage:
    """Home for a teacher, with three lessons."""
    lessons = (a_lesson("l-one", "o-warnings"), a_lesson("l-two", "o-mandate"), a_lesson("l-three"))
    state.set_library(Library(mini.PACK, [*mini.entries(), *lessons]))
    choose_role(home, Role.TEACHER)
    return home


def test_a_teacher_begins_with_the_first_lesson(teacher: HomePage) -> None:
    assert "Begin with a lesson | L-One | Rwanda · 20 minutes" in words(teacher)
    assert [action for _, action in offered(teacher)] == ["Open the plan", "See all lessons", "Prepare a live quiz"]


@pytest.mark.parametrize(
    ("last", "shown"),
    [("l-one", ["L-One", "L-Two"]), ("l-three", ["L-Three"]), ("l-own-copy", ["My Copy", "L-Three"])],
)
def test_a_teacher_goes_on_after_the_lesson_used_last(
    teacher: HomePage, state: AppState, last: str, shown: list[str]
) -> None:
    model = state.library.get("l-two", Lesson)
    state.store.lessons.save(structs.replace(model, id="l-own-copy", title="My Copy"))
    state.store.settings.set(LAST_LESSON, last)
    teacher.refresh(Changes.SETTINGS)
    assert [title for title, action in offered(teacher) if action == "Open the plan"] == shown


def test_a_lesson_that_is_gone_is_not_offered(teacher: HomePage, state: AppState) -> None:
    state.store.settings.set(LAST_LESSON, "l-gone")
    teacher.refresh(Changes.SETTINGS)
    assert "Begin with a lesson" in words(teacher)


@pytest.fixture
def author(home: HomePage, state: AppState, tmp_path: Path) -> HomePage:
    """Home for the author of a pack in a folder."""
    state.content = tmp_path / "pack"
    packs.write(state.content, packs.FILES)
    os.utime(state.content / "lanes.yaml", (NOON.timestamp() + 9e8,) * 2)
    choose_role(home, Role.AUTHOR)
    return home


def test_an_author_sees_faults_the_file_changed_last_and_the_folder(author: HomePage, state: AppState) -> None:
    assert [title for title, _ in offered(author)] == ["No faults were found", "lanes.yaml", "A small pack"]
    state.set_library(mini.mini_library(faults=True))
    author.refresh(Changes.LIBRARY)
    assert offered(author)[0] == ("2 faults", "Show the faults")


def test_an_author_opens_file_folder_and_guide(
    author: HomePage, state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for pressed in (author.next[1].action, author.next[2].action, author.next[2].beside):
        pressed.click()
    assert state.content is not None
    assert [Path(url.toLocalFile()) for url in opened] == [state.content / "lanes.yaml", state.content, guide_file()]


def test_a_folder_that_is_gone_is_no_mistake(author: HomePage, state: AppState) -> None:
    assert state.content is not None
    shutil.rmtree(state.content)
    author.refresh(Changes.LIBRARY)
    assert offered(author)[0][0] == "No faults were found"


def test_only_cases_of_the_content_are_shown_in_its_order(home: HomePage, qtbot: QtBot) -> None:
    assert [card.case.id for card in home.cases] == ["rwanda", "doctrine"]
    with qtbot.waitSignal(home.link_requested) as asked:
        QTest.keyClick(home.cases[1], Qt.Key.Key_Return)
    assert asked.args == ["r2p://case/doctrine"]


def test_a_case_says_all_it_shows_to_a_screen_reader(home: HomePage) -> None:
    spoken = home.cases[0].accessibleName()
    assert all(part in spoken for part in ("Rwanda", "April to July 1994", "Not started"))


def test_new_content_adds_and_removes_cards_and_keeps_the_focus(home: HomePage, state: AppState, qtbot: QtBot) -> None:
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    home.cases[0].setFocus()
    state.set_library(without("doctrine"))
    home.refresh(Changes.LIBRARY)
    assert [card.case.id for card in home.cases] == ["rwanda"]
    assert QApplication.focusWidget() is home.cases[0]
    state.set_library(mini.mini_library())
    home.refresh(Changes.LIBRARY)
    assert [card.case.id for card in home.cases] == ["rwanda", "doctrine"]


def test_empty_content_is_said_to_be_empty(qtbot: QtBot, state: AppState) -> None:
    state.set_library(Library(mini.PACK, ()))
    home = HomePage(state)
    qtbot.addWidget(home)
    home.show()
    shown = words(home)
    assert "no case study" in shown
    assert "nothing to read yet" in shown
    assert "no questions yet" in shown
    assert "on one line" not in shown


def test_the_timeline_opens(home: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.link_requested) as asked:
        QTest.keyClick(home.timeline, Qt.Key.Key_Return)
    assert asked.args[0].startswith("r2p://timeline")


@pytest.mark.parametrize(("width", "columns"), [(1232, 2), (500, 1)])
def test_cards_wrap_by_width(home: HomePage, qtbot: QtBot, width: int, columns: int) -> None:
    home.resize(width, 800)
    qtbot.waitUntil(lambda: len({card.x() for card in home.cases}) == columns)


def test_at_twice_the_size_it_is_one_column(home: HomePage, preferences: Preferences, qtbot: QtBot) -> None:
    home.resize(800, 640)
    preferences.set_value(TEXT, "2.0")
    qtbot.waitUntil(lambda: home.next[1].y() > home.next[0].y())
