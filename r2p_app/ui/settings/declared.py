"""Everything declared, group by group: the Settings page is made of this table and has no list of its own."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from r2p_app.store.settings import SETTINGS, Group
from r2p_app.ui.preferences import PREFERENCES, Preference
from r2p_app.ui.settings.controls import AnySetting, PreferenceControl, SettingControl
from r2p_app.ui.settings.rows import Section
from r2p_app.ui.state import AppState

LOOK = "look"
"""The group of what is kept beside the profile's database, since the first paint needs it: the preferences."""

_TITLES: Mapping[str, str] = {
    Group.PERSON: str(QT_TRANSLATE_NOOP("Settings", "Who you are here")),
    LOOK: str(QT_TRANSLATE_NOOP("Settings", "How it looks")),
    Group.LEARNING: str(QT_TRANSLATE_NOOP("Settings", "Learning")),
}


class DeclaredGroup(NamedTuple):
    """A part of the page: its title and what is set in it."""

    title: str
    declared: tuple[Preference | AnySetting, ...]


def groups() -> tuple[DeclaredGroup, ...]:
    """Return all that is declared, in the order of the page."""
    found: dict[str, tuple[Preference | AnySetting, ...]] = {LOOK: PREFERENCES}
    for setting in SETTINGS:
        found[setting.group] = (*found.get(setting.group, ()), setting)
    return tuple(DeclaredGroup(QCoreApplication.translate("Settings", _TITLES[key]), found[key]) for key in _TITLES)


class DeclaredSection(Section):
    """One group: for each declaration its title, its description and its control."""

    def __init__(self, group: DeclaredGroup, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(group.title, parent)
        self.controls = {each.key: self._add(each, state) for each in group.declared}

    def show_values(self) -> None:
        """Show the values in force."""
        for control in self.controls.values():
            control.show_value()

    def _add(self, declared: Preference | AnySetting, state: AppState) -> PreferenceControl | SettingControl:
        translate = QCoreApplication.translate
        if isinstance(declared, Preference):
            made: PreferenceControl | SettingControl = PreferenceControl(declared, state.preferences, self)
            title, hint = translate("Preferences", declared.title), translate("Preferences", declared.hint)
        else:
            made = SettingControl(declared, state, self)
            title, hint = translate("Store", declared.title), translate("Store", declared.description)
        self.add_line(title, hint, made.widget)
        return made
