"""One control for each declared preference or setting; which one follows from its type and bounds."""

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.store.settings import Setting
from r2p_app.ui.preferences import Preference, Preferences, choice_title
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.fields import Combo, Stepper, Tick

AnySetting = Setting[bool] | Setting[int] | Setting[float] | Setting[str]
_NO_BOUND = 1_000_000


class PreferenceControl(QObject):
    """A list of the choices of a preference."""

    def __init__(self, preference: Preference, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._preference, self._preferences = preference, preferences
        self.widget = Combo(parent)
        self.widget.setAccessibleName(QCoreApplication.translate("Preferences", preference.title))
        for choice in preference.choices:
            self.widget.addItem(choice_title(choice), choice.value)
        self.show_value()
        self.widget.activated.connect(self._on_widget_activated)
        preferences.changed.connect(self.show_value)

    @Slot()
    def show_value(self) -> None:
        """Show the value in force."""
        self.widget.setCurrentIndex(self.widget.findData(self._preferences.value(self._preference)))

    @property
    def chosen(self) -> object:
        """The value chosen, None for the default."""
        value = self._preferences.value(self._preference)
        return value if value != self._preference.default else None

    def choose(self, value: object) -> None:
        """Put a value in force, or the default for None."""
        self._preferences.set_value(self._preference, self._preference.default if value is None else str(value))

    @Slot(int)
    def _on_widget_activated(self, index: int) -> None:
        self._preferences.set_value(self._preference, self.widget.itemData(index))


class SettingControl(QObject):
    """A tick for yes or no, a list for choices, a number with its bounds; shares of one are shown in per cent."""

    def __init__(self, setting: AnySetting, state: AppState, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting, self._state = setting, state
        self._title = QCoreApplication.translate("Store", setting.title)
        self._factor = 100 if isinstance(setting.default, float) else 1
        self.widget = self._made(parent)
        self.show_value()

    def show_value(self) -> None:
        """Show the value in force."""
        value = self._state.store.settings.get(self._setting)  # type: ignore[misc]  # one of the four types
        self.widget.blockSignals(True)
        if isinstance(self.widget, Tick):
            self.widget.setChecked(bool(value))
        elif isinstance(self.widget, Combo):
            self.widget.setCurrentIndex(self.widget.findData(value))
        else:
            self.widget.set_value(round(float(value) * self._factor))
        self.widget.blockSignals(False)

    @property
    def chosen(self) -> object:
        """The value chosen, None for the default."""
        value = self._state.store.settings.get(self._setting)  # type: ignore[misc]  # one of the four types
        return value if value != self._setting.default else None

    def choose(self, value: object) -> None:
        """Put a value in force, or the default for None."""
        settings = self._state.store.settings
        if value is None:
            settings.reset(self._setting)  # type: ignore[misc]  # one of the four types
        else:
            settings.set(self._setting, value)  # type: ignore[misc]  # of the setting's own type
        self._state.note(Changes.SETTINGS)

    def _made(self, parent: QWidget) -> Tick | Combo | Stepper:
        if isinstance(self._setting.default, bool):
            return self._tick(parent)
        return self._list(parent) if isinstance(self._setting.default, str) else self._number(parent)

    def _tick(self, parent: QWidget) -> Tick:
        made = Tick(QCoreApplication.translate("Settings", "On"), parent)
        made.setAccessibleName(self._title)
        made.toggled.connect(self._on_widget_changed)
        return made

    def _list(self, parent: QWidget) -> Combo:
        made = Combo(parent)
        made.setAccessibleName(self._title)
        for value, words in self._setting.choices.items():
            made.addItem(QCoreApplication.translate("Store", words), value)
        made.activated.connect(self._on_widget_changed)
        return made

    def _number(self, parent: QWidget) -> Stepper:
        low, high = float(self._setting.minimum or 0), float(self._setting.maximum or _NO_BOUND)
        suffix = "\N{NO-BREAK SPACE}%" if self._factor == 100 else ""
        made = Stepper(round(low * self._factor), round(high * self._factor), suffix=suffix, parent=parent)
        made.set_name(self._title)
        made.value_changed.connect(self._on_widget_changed)
        return made

    @Slot()
    def _on_widget_changed(self) -> None:
        if isinstance(self.widget, Tick):
            self.choose(self.widget.isChecked())
        elif isinstance(self.widget, Combo):
            self.choose(self.widget.currentData())
        elif self._factor == 1:
            self.choose(self.widget.value())
        else:
            self.choose(self.widget.value() / self._factor)
