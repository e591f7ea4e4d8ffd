"""Settings is a view of what is declared; each change takes effect, and is kept, at once."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from r2p_app import __version__
from r2p_app.content.links import Link
from r2p_app.store.settings import (
    ASK_CONFIDENCE,
    DAILY_LIMIT,
    DAY_BOUNDARY,
    DESIRED_RETENTION,
    ROLE,
    SETTINGS,
    Setting,
)
from r2p_app.ui.pages.home import HomePage
from r2p_app.ui.pages.quiz import QuizPage
from r2p_app.ui.pages.settings import SettingsPage
from r2p_app.ui.preferences import PREFERENCES, TEXT, Preference, Preferences
from r2p_app.ui.profile_dialogs import AskDialog, NameDialog
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.quiz.question import QuestionView
from r2p_app.ui.review.standing import due_today
from r2p_app.ui.settings.declared import groups
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.fields import Combo, Stepper, Tick
from tests.ui import mini
from tests.ui.conftest import NOON
from tests.ui.home.conftest import Past
from tests.ui.tabbing import tab_order


@pytest.fixture
def page(qtbot: QtBot, state: AppState, session: ProfileSession) -> SettingsPage:
    session.open_named("Anna")
    made = SettingsPage(state)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def words(page: SettingsPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel))


def dialog(page: SettingsPage) -> AskDialog:
    return next(child for child in page.findChildren(AskDialog) if child.isVisible())


DECLARED = [declared for group in groups() for declared in group.declared]


def control(page: SettingsPage, key: str) -> QWidget:
    """Return what takes the keys for a declared setting."""
    widget = page.controls[key].widget
    return widget.number if isinstance(widget, Stepper) else widget


def press(page: SettingsPage, key: str, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(control(page, key), each)


def test_all_that_is_declared_is_on_the_page_once() -> None:
    keys = [*(preference.key for preference in PREFERENCES), *(setting.key for setting in SETTINGS)]
    assert Counter(each.key for each in DECLARED) == Counter(keys)


@pytest.mark.parametrize("declared", DECLARED, ids=lambda declared: declared.key)
def test_everything_declared_has_a_line_and_a_named_control(page: SettingsPage, declared: Preference) -> None:
    shown = page.controls[declared.key].widget
    assert declared.title in words(page)
    assert (getattr(declared, "hint", "") or getattr(declared, "description", "")) in words(page)
    inside = [widget for widget in (shown, *shown.findChildren(QWidget)) if widget.isVisibleTo(page)]
    focusable = [widget for widget in inside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert focusable
    assert all(w.accessibleName() for w in focusable)


def test_every_control_is_reached_with_tab_in_the_order_of_the_page(page: SettingsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    met = tab_order(page, page.first_focus())
    places = [met.index(control(page, declared.key)) for declared in DECLARED]
    assert places == sorted(places)
    assert {page.profile.back_up, page.profile.export, page.profile.take_in, page.profile.erase} < set(met)


@pytest.mark.parametrize("declared", SETTINGS, ids=lambda declared: declared.key)
def test_every_setting_is_changed_with_the_keyboard_kept_and_told(
    page: SettingsPage, state: AppState, declared: Setting[Any]
) -> None:
    told: list[Changes] = []
    state.changed.connect(told.append)
    press(page, declared.key, Qt.Key.Key_Space if isinstance(declared.default, bool) else Qt.Key.Key_Down)
    assert state.store.settings.get(declared) != declared.default
    assert told == [Changes.SETTINGS]


@pytest.mark.parametrize("declared", [p for p in PREFERENCES if len(p.choices) > 1], ids=lambda declared: declared.key)
def test_every_preference_is_changed_with_the_keyboard_and_takes_effect_at_once(
    page: SettingsPage, preferences: Preferences, declared: Preference
) -> None:
    preferences.set_value(declared, declared.default)
    press(page, declared.key, Qt.Key.Key_Down)
    assert preferences.value(declared) == declared.choices[1].value


@pytest.mark.parametrize("declared", SETTINGS, ids=lambda declared: declared.key)
def test_it_follows_a_setting_changed_elsewhere(page: SettingsPage, state: AppState, declared: Setting[Any]) -> None:
    lowest = False if declared.minimum is None else declared.minimum
    other = list(declared.choices)[-1] if declared.choices else lowest
    state.store.settings.set(declared, other)
    page.refresh(Changes.SETTINGS)
    widget = page.controls[declared.key].widget
    if isinstance(widget, Stepper):
        assert widget.value() == round(other * (100 if isinstance(other, float) else 1))
    elif isinstance(widget, Tick):
        assert widget.isChecked() == other
    else:
        assert isinstance(widget, Combo)
        assert widget.currentData() == other


def test_it_follows_a_preference_changed_elsewhere(page: SettingsPage, preferences: Preferences) -> None:
    preferences.set_value(TEXT, "1.5")
    widget = page.controls[TEXT.key].widget
    assert isinstance(widget, Combo)
    assert widget.currentData() == "1.5"


def test_numbers_stay_within_their_bounds(page: SettingsPage, state: AppState) -> None:
    shown = page.controls[DAY_BOUNDARY.key].widget
    assert isinstance(shown, Stepper)
    shown.set_value(1000)
    assert not shown.more.isEnabled()
    assert state.store.settings.get(DAY_BOUNDARY) == DAY_BOUNDARY.maximum
    shown.less.click()
    assert state.store.settings.get(DAY_BOUNDARY) == 22


def test_shares_are_shown_in_per_cent(page: SettingsPage, state: AppState) -> None:
    shown = page.controls[DESIRED_RETENTION.key].widget
    assert isinstance(shown, Stepper)
    shown.more.click()
    assert shown.value() == 91
    assert state.store.settings.get(DESIRED_RETENTION) == 0.91


# What is set is honoured.


def type_number(page: SettingsPage, setting: Setting[Any], number: int) -> None:
    field = control(page, setting.key)
    assert isinstance(field, QSpinBox)
    field.selectAll()
    QTest.keyClicks(field, str(number))
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def answered(page: SettingsPage, state: AppState) -> AppState:
    """The profile on the page, with two questions answered yesterday."""
    past = Past(state.store)
    past.run("q-refused-raid", "q-912", at=NOON - timedelta(days=1))
    for question in ("q-refused-raid", "q-912"):
        past.answered(question, "a", score=1, days_ago=1)
    return state


def test_another_retention_moves_the_due_dates(page: SettingsPage, answered: AppState) -> None:
    before = [review.due for review in answered.store.reviews.all()]
    type_number(page, DESIRED_RETENTION, 97)
    earlier = [review.due for review in answered.store.reviews.all()]
    assert earlier
    assert all(now < then for now, then in zip(earlier, before, strict=True))


def test_the_daily_limit_holds_back_what_is_beyond_it(page: SettingsPage, answered: AppState) -> None:
    answered.now = lambda: NOON + timedelta(days=60)
    assert len(due_today(answered).due) == 2
    type_number(page, DAILY_LIMIT, 1)
    assert len(due_today(answered).due) == 1


def test_the_day_begins_when_it_is_said_to(page: SettingsPage, state: AppState) -> None:
    """Noon on 11 April, by a clock on UTC."""
    offset = state.store.days.offset(NOON)
    hour = (NOON + offset).hour
    assert hour >= 1, "the clock of the machine stands at an hour before which no day can begin"
    today = state.store.days.day_of(NOON)
    type_number(page, DAY_BOUNDARY, hour + 1)
    assert state.store.days.day_of(NOON) == today - timedelta(days=1)


@pytest.mark.parametrize("asks", [True, False])
def test_without_confidence_none_is_asked_for(page: SettingsPage, state: AppState, qtbot: QtBot, asks: bool) -> None:
    if not asks:
        press(page, ASK_CONFIDENCE.key, Qt.Key.Key_Space)
    quiz = QuizPage(state)
    qtbot.addWidget(quiz)
    quiz.resize(900, 700)
    quiz.show()
    quiz.show_link(Link("quiz", ("one", "q-refused-raid")))
    view = quiz.findChild(QuestionView)
    assert view is not None
    QTest.keyClick(view.first_focus(), Qt.Key.Key_1)
    view.bar.main_button.click()
    assert (state.store.attempts.answered() == frozenset({"q-refused-raid"})) is not asks


def test_the_role_changes_what_home_offers(page: SettingsPage, state: AppState, qtbot: QtBot) -> None:
    press(page, ROLE.key, Qt.Key.Key_Down)
    home = HomePage(state)
    qtbot.addWidget(home)
    home.show()
    assert "Prepare a live quiz" in [card.action.text() for card in home.next]


def test_backups_are_made_listed_and_put_back(
    page: SettingsPage, state: AppState, session: ProfileSession, qtbot: QtBot
) -> None:
    assert page.profile.backups.buttons == []
    with qtbot.waitSignal(session.backed_up):
        QTest.keyClick(page.profile.back_up, Qt.Key.Key_Space)
    state.store.settings.set(DAILY_LIMIT, 7)
    QTest.keyClick(page.profile.backups.buttons[0], Qt.Key.Key_Space)
    asked = dialog(page)
    assert asked.cancel.isDefault()
    with qtbot.waitSignal(session.put_back):
        asked.do.click()
    assert state.store.settings.get(DAILY_LIMIT) == DAILY_LIMIT.default
    assert len(page.profile.backups.buttons) == len(session.backups()) >= 2


def test_many_backups_are_shown_when_they_are_wanted(page: SettingsPage, session: ProfileSession, qtbot: QtBot) -> None:
    for _ in range(5):
        with qtbot.waitSignal(session.backed_up):
            session.back_up()
    listed = page.profile.backups
    assert len(listed.buttons) == 4
    assert listed.more.text() == "Show all 5 backups"
    listed.more.click()
    assert len(listed.buttons) == 5
    assert listed.more.isHidden()


def test_the_first_page_can_be_seen_again(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.link_requested) as asked:
        page.welcome.click()
    assert asked.args == ["r2p://welcome"]


def test_the_profile_is_shown_and_follows_its_name(page: SettingsPage, session: ProfileSession) -> None:
    assert "Anna" in words(page)
    session.rename("Anne")
    assert "Anne" in words(page)
    assert session.profile is not None
    assert session.profile.directory.name in words(page)


def test_renaming_says_what_is_wrong_beside_the_field(page: SettingsPage, session: ProfileSession) -> None:
    session.create("Ben")
    page.profile.rename.click()
    asked = dialog(page)
    assert isinstance(asked, NameDialog)
    asked.field.setText("anna")
    asked.do.click()
    assert asked.isVisible()
    assert "already" in asked.fault.text()
    asked.field.setText("Benedict")
    assert asked.fault.isHidden()
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert session.profile is not None
    assert session.profile.name == "Benedict"


def test_a_new_profile_is_opened(page: SettingsPage, session: ProfileSession) -> None:
    page.profile.new.click()
    asked = dialog(page)
    assert isinstance(asked, NameDialog)
    assert not asked.do.isEnabled()
    QTest.keyClicks(asked.field, "Ben")
    asked.do.click()
    assert session.profile is not None
    assert session.profile.name == "Ben"


@pytest.mark.parametrize(("sure", "left"), [(True, ["Ben"]), (False, ["Anna", "Ben"])])
def test_erasing_asks_first(page: SettingsPage, session: ProfileSession, sure: bool, left: list[str]) -> None:
    session.create("Ben")
    session.open_named("Anna")
    page.profile.erase.click()
    asked = dialog(page)
    assert "Anna" in asked.windowTitle()
    assert asked.cancel.isDefault()
    (asked.do if sure else asked.cancel).click()
    assert [profile.name for profile in session.all()] == left


def test_export_and_import(
    page: SettingsPage, session: ProfileSession, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "anna.r2pprofile"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "anna"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(session.exported):
        page.profile.export.click()
    with qtbot.waitSignal(session.imported):
        page.profile.take_in.click()
    assert file.is_file()
    assert len(session.all()) == 2


def test_a_file_dialog_that_is_closed_does_nothing(
    page: SettingsPage, session: ProfileSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    page.profile.export.click()
    page.profile.take_in.click()
    assert len(session.all()) == 1


def test_the_folder_of_the_data_opens(
    page: SettingsPage, session: ProfileSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page.profile.folder.click()
    assert session.profile is not None
    assert [url.toLocalFile() for url in opened] == [str(session.profile.directory)]


def test_it_says_what_the_program_and_the_content_are(page: SettingsPage, state: AppState) -> None:
    assert __version__ in words(page)
    assert "A small pack, version 1.0" in words(page)
    assert "CC BY-SA 4.0" in words(page)
    state.set_library(mini.mini_library())
    page.refresh(Changes.LIBRARY)
    assert "A small pack, version 1.0" in words(page)


def defaults_beside(page: SettingsPage, key: str) -> QPushButton:
    """Return the button of the group that the setting belongs to."""
    number = next(number for number, section in enumerate(page.declared) if key in section.controls)
    return page.defaults[number].button


def test_the_defaults_of_a_group_come_back_and_that_can_be_undone(page: SettingsPage, state: AppState) -> None:
    button, settings = defaults_beside(page, DAILY_LIMIT.key), state.store.settings
    state.changed.connect(page.refresh)
    assert button.isHidden()
    type_number(page, DAILY_LIMIT, 7)
    press(page, ASK_CONFIDENCE.key, Qt.Key.Key_Space)
    press(page, ROLE.key, Qt.Key.Key_Down)
    assert "Learning" in button.accessibleName()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert settings.get(DAILY_LIMIT) == DAILY_LIMIT.default
    assert settings.get(ASK_CONFIDENCE) is True
    assert settings.get(ROLE) != ROLE.default, "another group"
    assert page.controls[DAILY_LIMIT.key].chosen is None
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert settings.get(DAILY_LIMIT) == 7
    assert settings.get(ASK_CONFIDENCE) is False


def test_the_look_comes_back_and_that_can_be_undone(page: SettingsPage, preferences: Preferences) -> None:
    preferences.set_value(TEXT, "1.5")
    button = defaults_beside(page, TEXT.key)
    button.click()
    assert preferences.value(TEXT) == TEXT.default
    assert "Undo" in button.text()
    button.click()
    assert preferences.value(TEXT) == "1.5"


def test_nothing_is_undone_once_something_else_was_chosen_or_another_profile_is_open(
    page: SettingsPage, session: ProfileSession, state: AppState
) -> None:
    button = defaults_beside(page, DAILY_LIMIT.key)
    state.changed.connect(page.refresh)
    type_number(page, DAILY_LIMIT, 7)
    button.click()
    type_number(page, DAILY_LIMIT, 8)
    assert "Undo" not in button.text()
    button.click()
    session.create("Ben")
    assert button.isHidden()
    assert state.store.settings.get(DAILY_LIMIT) == DAILY_LIMIT.default
