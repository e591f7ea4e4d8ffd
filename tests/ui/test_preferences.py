from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from r2p_app.paths import WINDOW_FILE
from r2p_app.ui.choice_menu import ChoiceMenu
from r2p_app.ui.preferences import (
    LANGUAGE,
    MOTION,
    PREFERENCES,
    SYSTEM,
    TEXT,
    THEME,
    Preference,
    Preferences,
    choice_title,
    system_reduces_motion,
    system_theme,
)
from r2p_app.ui.theme.look import Look
from r2p_app.ui.theme.tokens import THEMES


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "other" / WINDOW_FILE


def reopened(look: Look, file: Path) -> Preferences:
    made = Preferences(look, file, look)
    made.apply()
    return made


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.key)
def test_every_preference_is_declared_in_full(preference: Preference) -> None:
    assert preference.title
    values = [choice.value for choice in preference.choices]
    assert len(set(values)) == len(values)
    assert all(choice_title(choice) for choice in preference.choices)
    assert preference.default in values


def test_every_theme_can_be_chosen() -> None:
    assert {choice.value for choice in THEME.choices} == {SYSTEM, *THEMES}


def test_a_choice_takes_effect_is_told_and_kept(look: Look, preferences: Preferences, tmp_path: Path) -> None:
    told: list[str] = []
    preferences.changed.connect(told.append)
    preferences.set_value(THEME, "dark")
    preferences.set_value(TEXT, "1.5")
    preferences.set_value(TEXT, "1.5")
    assert told == ["theme", "text"]
    assert (look.theme.name, look.theme.scale) == ("dark", 1.5)
    preferences.keep_geometry(QByteArray(b"place"))
    again = reopened(look, tmp_path / "profile" / WINDOW_FILE)
    assert (again.value(THEME), again.value(TEXT)) == ("dark", "1.5")
    assert again.geometry() == QByteArray(b"place")


def test_nothing_kept_means_the_defaults(look: Look, file: Path) -> None:
    fresh = reopened(look, file)
    assert [fresh.value(preference) for preference in PREFERENCES] == [p.default for p in PREFERENCES]
    assert fresh.geometry().isEmpty()
    assert not file.exists()


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.key)
def test_what_a_file_says_wrongly_counts_as_unset(look: Look, file: Path, preference: Preference) -> None:
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue(preference.key, "purple")
    settings.setValue("geometry", "no bytes")
    settings.sync()
    damaged = reopened(look, file)
    assert damaged.value(preference) == preference.default
    assert damaged.geometry().isEmpty()


def test_another_profile_has_its_own(look: Look, preferences: Preferences, file: Path) -> None:
    preferences.set_value(THEME, "contrast")
    preferences.use(file)
    preferences.set_value(THEME, "dark")
    preferences.use(file.parents[1] / "profile" / WINDOW_FILE)
    assert look.theme.name == "contrast"


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [("1.0", 1, "1.15"), ("2.0", 1, "2.0"), ("1.0", -1, "1.0"), ("1.75", -1, "1.5"), ("1.75", 0, "1.0")],
)
def test_text_size_in_steps(preferences: Preferences, start: str, step: int, end: str) -> None:
    preferences.set_value(TEXT, start)
    preferences.step_text(step)
    assert preferences.value(TEXT) == end


def test_motion_is_reduced_when_the_person_says_so(look: Look, preferences: Preferences) -> None:
    reduced = []
    for value in ("on", "off", SYSTEM):
        preferences.set_value(MOTION, value)
        reduced.append(look.reduced_motion)
    assert reduced == [True, False, system_reduces_motion()]


def test_the_system_decides_where_nothing_was_chosen(look: Look, preferences: Preferences) -> None:
    preferences.set_value(THEME, "dark")
    preferences.set_value(THEME, SYSTEM)
    assert look.theme.name == system_theme()


def test_english_is_always_there(preferences: Preferences) -> None:
    assert preferences.value(LANGUAGE) == "en"


def test_a_menu_shows_and_changes_a_preference(qtbot: QtBot, preferences: Preferences) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    ChoiceMenu(menu, TEXT, preferences)

    def checked() -> list[str]:
        return [str(action.data()) for action in menu.actions() if action.isChecked()]

    preferences.set_value(TEXT, "1.3")
    assert checked() == ["1.3"]
    found: QAction = next(action for action in menu.actions() if action.data() == "2.0")
    found.trigger()
    assert checked() == ["2.0"]
    assert preferences.value(TEXT) == "2.0"
    assert QApplication.font().pixelSize() == 30
