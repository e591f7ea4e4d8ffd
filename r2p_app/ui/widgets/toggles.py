"""A few buttons side by side of which exactly one is on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import button
from r2p_app.ui.widgets.flow import FlowLayout


class Toggles(QWidget):
    """Buttons with these words; one Tab reaches the one that is on, arrow keys turn on the next.

    Signals:
        chosen: A person turned the button at this place on.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, spacing=2 * GRID)
        for index, word in enumerate(words):
            made = button(word, "toggle", name=f"{name}: {word}")
            made.setCheckable(True)
            made.setChecked(index == 0)
            self._group.addButton(made, index)
            flow.addWidget(made)
        self._group.idClicked.connect(self.chosen)

    @property
    def index(self) -> int:
        """Which button is on."""
        return self._group.checkedId()

    def choose(self, index: int) -> None:
        """Turn a button on without telling anyone."""
        self._group.button(index).setChecked(True)

    def focus_stop(self) -> QWidget | None:
        """Return the button that is on: the one that Tab reaches."""
        return self._group.checkedButton()
