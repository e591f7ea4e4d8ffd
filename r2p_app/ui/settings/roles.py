"""Who one is here, as buttons side by side; on Home and on the first-run page."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.store.settings import ROLE
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.toggles import Toggles


class RoleChoice(Toggles):
    """The three of `ROLE`; a choice is kept and told at once."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        words = [translate("Store", words) for words in ROLE.choices.values()]
        super().__init__(words, translate("Store", ROLE.title), parent=parent)
        self._state = state
        self.show_value()
        self.chosen.connect(self._on_chosen)

    def show_value(self) -> None:
        """Show the one in force."""
        self.choose(list(ROLE.choices).index(self._state.store.settings.get(ROLE)))

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self._state.store.settings.set(ROLE, list(ROLE.choices)[index])
        self._state.note(Changes.SETTINGS)
