"""Home says what is true of this learner and this content, and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.ui.pages.home import HomePage
from r2p_app.ui.preferences import TEXT, Preferences
from r2p_app.ui.state import AppState, Changes
from tests.ui import mini
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
