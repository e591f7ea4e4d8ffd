"""A card that takes keys of its own: it can have the focus, and shows it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.widgets.basic import Card


class FocusCard(Card):
    """A ring is painted around it while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(current().colour("focus"), 3))
                painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 7, 7)

    def event(self, event: QEvent) -> bool:
        """Show the ring as soon as the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)
