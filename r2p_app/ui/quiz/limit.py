"""The time limit of a test, as it is chosen before."""

from PySide6.QtWidgets import QWidget

from r2p_app.ui.format import plural
from r2p_app.ui.widgets.fields import Combo

_USUAL = (0, 5, 10, 15, 20, 30, 45, 60, 90)


class LimitChoice(Combo):
    """The usual limits, and the one that a link asked for; 0 minutes are no limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Time limit"))
        self.choose(0)

    @property
    def chosen(self) -> int:
        """The limit in minutes."""
        return int(self.currentData())

    def choose(self, minutes: int) -> None:
        """Choose a limit, and offer it if it is no usual one."""
        offered = sorted({*_USUAL, minutes})
        self.clear()
        for limit in offered:
            words = plural(self.tr("%n minute(s)", "", limit)) if limit else self.tr("No limit")
            self.addItem(words, limit)
        self.setCurrentIndex(offered.index(minutes))
