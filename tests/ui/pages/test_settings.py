"""Settings is a view of what is declared; each change takes effect, and is kept, at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from r2p_app import __version__
from r2p_app.store.settings import ASK_CONFIDENCE, DAY_BOUNDARY, DESIRED_RETENTION
from r2p_app.ui.pages.settings import OFFERED, SettingsPage
from r2p_app.ui.preferences import PREFERENCES, TEXT, THEME, Preferences
from r2p_app.ui.profile_dialogs import AskDialog, NameDialog
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.settings.controls import SettingControl
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.fields import Stepper, Tick
from tests.ui import mini


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


def test_everything_declared_has_a_line_and_a_control(page: SettingsPage) -> None:
    assert len(page.preferences) == len(PREFERENCES)
    assert len(page.settings) == len(OFFERED)
    assert all(setting.title in words(page) and setting.description in words(page) for setting in OFFERED)
    named = [c.widget for c in page.preferences] + [w for c in page.settings for w in c.widget.findChildren(QWidget)]
    assert all(w.accessibleName() for w in named if w.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_a_preference_takes_effect_at_once(page: SettingsPage, preferences: Preferences) -> None:
    preferences.set_value(THEME, "light")
    QTest.keyClick(page.preferences[0].widget, Qt.Key.Key_Down)
    assert preferences.value(THEME) == "dark"


def test_it_follows_a_preference_changed_elsewhere(page: SettingsPage, preferences: Preferences) -> None:
    preferences.set_value(TEXT, "1.5")
    assert page.preferences[1].widget.currentData() == "1.5"


def test_a_setting_of_learning_is_kept_and_told(page: SettingsPage, state: AppState) -> None:
    told: list[Changes] = []
    state.changed.connect(told.append)
    tick = page.settings[OFFERED.index(ASK_CONFIDENCE)].widget
    assert isinstance(tick, Tick)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not state.store.settings.get(ASK_CONFIDENCE)
    assert told == [Changes.SETTINGS]


def test_it_follows_a_setting_changed_elsewhere(page: SettingsPage, state: AppState) -> None:
    state.store.settings.set(ASK_CONFIDENCE, False)
    page.refresh(Changes.SETTINGS)
    tick = page.settings[OFFERED.index(ASK_CONFIDENCE)].widget
    assert isinstance(tick, Tick)
    assert not tick.isChecked()


def test_numbers_stay_within_their_bounds(page: SettingsPage, state: AppState) -> None:
    control = page.settings[OFFERED.index(DAY_BOUNDARY)].widget
    assert isinstance(control, Stepper)
    control.set_value(1000)
    assert not control.more.isEnabled()
    assert state.store.settings.get(DAY_BOUNDARY) == DAY_BOUNDARY.maximum
    control.less.click()
    assert state.store.settings.get(DAY_BOUNDARY) == 22


def test_shares_are_shown_in_per_cent(page: SettingsPage, state: AppState) -> None:
    control = SettingControl(DESIRED_RETENTION, state, page).widget
    assert isinstance(control, Stepper)
    control.more.click()
    assert control.value() == 91
    assert state.store.settings.get(DESIRED_RETENTION) == 0.91


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
