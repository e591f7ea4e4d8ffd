"""A menu that is a view of a preference."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from r2p_app.ui.preferences import Preference, Preferences, choice_title


class ChoiceMenu(QObject):
    """Fills a menu with the choices of a preference, the one in force checked."""

    def __init__(self, menu: QMenu, preference: Preference, preferences: Preferences) -> None:
        super().__init__(menu)
        self._preference, self._preferences = preference, preferences
        self._group = QActionGroup(self)
        for choice in preference.choices:
            self._group.addAction(self._action(menu, choice.value, choice_title(choice)))
        self._group.triggered.connect(self._on_group_triggered)
        preferences.changed.connect(self._on_preferences_changed)

    def _action(self, menu: QMenu, value: str, title: str) -> QAction:
        action = menu.addAction(title)
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(value == self._preferences.value(self._preference))
        return action

    @Slot(QAction)
    def _on_group_triggered(self, action: QAction) -> None:
        self._preferences.set_value(self._preference, action.data())

    @Slot(str)
    def _on_preferences_changed(self, _key: str) -> None:
        value = self._preferences.value(self._preference)
        for action in self._group.actions():
            action.setChecked(action.data() == value)
