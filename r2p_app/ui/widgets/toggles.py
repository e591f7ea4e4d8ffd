"""A few buttons side by side of which one is on, or none yet."""

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

    def __init__(
        self, words: Sequence[str], name: str, *, chosen: int | None = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, spacing=2 * GRID)
        for index, word in enumerate(words):
            made = button(word, "toggle", name=f"{name}: {word}")
            made.setCheckable(True)
            made.setChecked(index == chosen)
            self._group.addButton(made, index)
            flow.addWidget(made)
        self._group.idClicked.connect(self.chosen)

    @property
    def index(self) -> int:
        """Which button is on; -1 where none is, which only a choice made without one can be."""
        return self._group.checkedId()

    def choose(self, index: int | None) -> None:
        """Turn a button on, or all off, without telling anyone."""
        if index is not None:
            self._group.button(index).setChecked(True)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def focus_stop(self) -> QWidget | None:
        """Return the button that Tab reaches: the one that is on, else the first."""
        return self._group.checkedButton() or self._group.button(0)
