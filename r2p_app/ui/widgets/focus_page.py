"""A scrolled page that is a stop for Tab itself: where the first link lies far below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from r2p_app.ui.widgets.basic import ScrollPage


class FocusPage(ScrollPage):
    """Keys that scroll do so as soon as it has the focus."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
