"""The first page says in a minute what this is; its choices take effect at once, and it is marked as seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.store.settings import ROLE, SHOW_CONTENT_NOTES, WELCOMED
from r2p_app.ui.pages.welcome import WelcomePage
from r2p_app.ui.preferences import TEXT, THEME, Preferences
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.routes import WELCOME
from r2p_app.ui.state import AppState, Changes
from tests.ui.tabbing import tab_order


@pytest.fixture
def page(qtbot: QtBot, state: AppState, session: ProfileSession) -> WelcomePage:
    session.open_named("Anna")
    made = WelcomePage(state)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def words(page: WelcomePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_it_takes_a_minute_and_says_what_matters(page: WelcomePage, state: AppState) -> None:
    said = words(page)
    assert len(said.split()) < 240  # people read some 240 words a minute
    for part in ("who must?", "genocide", "A small pack", "without a network", "I am here as", "Text size", "Theme"):
        assert part in said
    assert state.store.directory.name in said


def test_every_choice_takes_effect_at_once(page: WelcomePage, state: AppState, preferences: Preferences) -> None:
    controls = page.choices.controls
    QTest.keyClick(controls[ROLE.key].widget, Qt.Key.Key_Down)
    QTest.keyClick(controls[TEXT.key].widget, Qt.Key.Key_Down)
    preferences.set_value(THEME, "light")
    QTest.keyClick(controls[THEME.key].widget, Qt.Key.Key_Down)
    QTest.keyClick(controls[SHOW_CONTENT_NOTES.key].widget, Qt.Key.Key_Space)
    assert state.store.settings.get(ROLE) == "teacher"
    assert (preferences.value(TEXT), preferences.value(THEME)) == ("1.15", "dark")
    assert not state.store.settings.get(SHOW_CONTENT_NOTES)


@pytest.mark.parametrize("name", ["skip", "begin"])
def test_skipping_and_beginning_lead_home(page: WelcomePage, qtbot: QtBot, name: str) -> None:
    leave: QPushButton = getattr(page, name)
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(leave, Qt.Key.Key_Return)
    assert asked.args == ["r2p://home"]


def test_what_was_shown_counts_as_seen(page: WelcomePage, state: AppState, qtbot: QtBot) -> None:
    assert not state.store.settings.get(WELCOMED)
    page.show_link(WELCOME)
    qtbot.waitUntil(lambda: state.store.settings.get(WELCOMED))


def test_it_follows_what_is_changed_elsewhere(page: WelcomePage, state: AppState) -> None:
    state.store.settings.set(ROLE, "author")
    page.refresh(Changes.SETTINGS)
    assert page.choices.controls[ROLE.key].widget.currentData() == "author"  # type: ignore[union-attr]  # a list


def test_tab_leads_from_the_first_choice_to_the_end(page: WelcomePage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    met = tab_order(page, page.first_focus())
    assert met[: len(page.choices.controls)] == [control.widget for control in page.choices.controls.values()]
    assert {page.begin, page.skip} <= set(met)
