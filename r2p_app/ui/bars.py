"""Short messages above the page: what happened, what can be done, and a way to put the message away."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from r2p_app.ui.announce import announce
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import Card, button, label, row
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.icon_button import IconButton

_BESIDE = 640
"""Below this width (at 100 % text) the buttons stand below the text."""


class BarAction(NamedTuple):
    """A button in a message: its text, and a bound method of a QObject."""

    title: str
    callback: Callable[[], object]


class MessageBar(Card):
    """One message with its buttons. Esc puts it away.

    Signals:
        dismissed: The person put the message away.
    """

    dismissed = Signal()

    def __init__(self, text: str, actions: Sequence[BarAction] = (), parent: QWidget | None = None) -> None:
        super().__init__("note", parent=parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.text = text
        self.buttons = [self._button(action) for action in actions]
        close = IconButton("x", name=self.tr("Put this message away"), token="ink", size=16)
        close.clicked.connect(self.dismissed)
        line = FoldingRow(_BESIDE)
        line.addWidget(label(text), 1)
        buttons = row(*self.buttons)
        buttons.addStretch(0)
        line.addLayout(buttons)
        whole = row(spacing=2 * GRID)
        whole.addLayout(line, 1)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(4 * GRID, GRID, 2 * GRID, GRID)
        self.body.addLayout(whole)

    def _button(self, action: BarAction) -> QPushButton:
        made = button(action.title, "link")
        made.clicked.connect(action.callback)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


class BarArea(QWidget):
    """The messages shown now, each under a key; the same key again replaces its message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, MessageBar] = {}
        self.setProperty("page", True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        self._box.setSpacing(2 * GRID)
        self.hide()

    def bar(self, key: str) -> MessageBar | None:
        """Return the message under a key, if one is shown."""
        return self._bars.get(key)

    def show_message(
        self, key: str, text: str, actions: Sequence[BarAction] = (), *, urgent: bool = False
    ) -> MessageBar:
        """Show a message, and have it spoken; `urgent` interrupts the screen reader."""
        self.clear(key)
        made = MessageBar(text, actions)
        made.setObjectName(key)
        made.dismissed.connect(self._on_bar_dismissed)
        self._bars[key] = made
        self._box.addWidget(made)
        self.show()
        announce(made, text, urgent=urgent)
        return made

    def clear(self, key: str) -> None:
        """Take a message away, if it is there."""
        if (bar := self._bars.pop(key, None)) is not None:
            bar.hide()
            bar.deleteLater()
            self.setVisible(bool(self._bars))

    @Slot()
    def _on_bar_dismissed(self) -> None:
        self.clear(self.sender().objectName())
