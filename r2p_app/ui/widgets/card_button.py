"""A card that is one button: a click anywhere on it, Enter or the space bar opens what it shows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column


class CardButton(QPushButton):
    """Put what it shows in `body`; `edge` names the case whose colour marks its top."""

    def __init__(self, *, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setProperty("edge", edge)
        self.setAutoDefault(True)  # else only the space bar presses it
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # a button would not shrink
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body = column(into=self, margins=(5 * GRID, 5 * GRID, 5 * GRID, 4 * GRID))

    def add(self, widget: QWidget) -> None:
        """Add a widget below the others; clicks on it are clicks on the card."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.addWidget(widget)

    def sizeHint(self) -> QSize:
        """As large as what it shows."""
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as what it shows can be."""
        return self.body.minimumSize()
