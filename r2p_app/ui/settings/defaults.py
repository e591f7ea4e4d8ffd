"""The way back to the defaults of a group of settings, and from there to what was chosen."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from r2p_app.ui.announce import announce
from r2p_app.ui.widgets.basic import button


class Restorable(Protocol):
    """Something set that has a default."""

    @property
    def chosen(self) -> object:
        """The value chosen, None for the default."""

    def choose(self, value: object) -> None:
        """Put a value in force, or the default for None."""


class Defaults(QObject):
    """A button that puts all of a group back, and then offers to take that back until something else is chosen."""

    def __init__(self, title: str, settings: Sequence[Restorable], parent: QObject) -> None:
        super().__init__(parent)
        self._title, self._settings = title, settings
        self._before: list[object] = []
        self.button = button("", "link")
        self.button.clicked.connect(self._on_button_clicked)

    def forget(self) -> None:
        """Offer no undo any more: another profile is open."""
        self._before = []

    @Slot()
    def show_state(self) -> None:
        """Offer what can be done now; the button must have its place, or it would be a window for a moment."""
        are_chosen = any(setting.chosen is not None for setting in self._settings)
        if are_chosen:
            self._before = []
        words = self.tr("Undo: back to my choices") if self._before else self.tr("Restore the defaults")
        self.button.setText(words)
        self.button.setAccessibleName(f"{self._title}: {words}")
        self.button.setVisible(are_chosen or bool(self._before))

    @Slot()
    def _on_button_clicked(self) -> None:
        before, self._before = self._before, []
        if before:
            self._choose(before)
            announce(self.button, self.tr("Your choices are back."))
        else:
            chosen = [setting.chosen for setting in self._settings]
            self._choose([None] * len(chosen))
            self._before = chosen
            announce(self.button, self.tr("The defaults are in force. The same button takes that back."))
        self.show_state()

    def _choose(self, values: Sequence[object]) -> None:
        for setting, value in zip(self._settings, values, strict=True):
            setting.choose(value)
