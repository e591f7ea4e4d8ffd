"""The tools of the reader in a row, and the menu of a paragraph; both are views of one list."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.icon_button import IconButton


class Tool(NamedTuple):
    """Something that can be done with the chapter in view; `keys` are said with its name."""

    name: str
    icon: str
    keys: str
    run: Callable[[], object]

    @property
    def words(self) -> str:
        """The name, with its keys."""
        return f"{self.name} ({self.keys})" if self.keys else self.name


class ToolRow(QWidget):
    """The tools as buttons."""

    def __init__(self, tools: Sequence[Tool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=GRID)
        self.buttons = []
        for tool in tools:
            made = IconButton(tool.icon, name=tool.words, token="ink")
            made.clicked.connect(tool.run)
            flow.addWidget(made)
            self.buttons.append(made)


class ToolMenu(QMenu):
    """Tools as a menu, with a line between groups. It deletes itself when it closes."""

    def __init__(self, groups: Sequence[Sequence[Tool]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What can be done here"))
        self._tools: dict[QAction, Tool] = {}
        for group in groups:
            if self._tools and group:
                self.addSeparator()
            for tool in group:
                action = QAction(f"{tool.name}\t{tool.keys}" if tool.keys else tool.name, self)
                self._tools[action] = tool
                self.addAction(action)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self._tools[action].run()


def is_plain(event: QKeyEvent, keys: str) -> bool:
    """Tell whether a key is this one, with nothing held down beside it."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier and QKeySequence(event.key()).toString() == keys
