"""A scrolled page that can have the focus itself, and shows it: where the first link lies far below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from r2p_app.ui.widgets.basic import ScrollPage, restyle


class FocusPage(ScrollPage):
    """Keys that scroll do so as soon as it has the focus; a ring shows that it has."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self.setProperty("ring", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        restyle(self, ring=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        restyle(self, ring=False)
