"""A record's page that scrolls inside a panel, and follows the focus from link to link."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from r2p_app.ui.widgets.basic import restyle


class BodyScroll(QScrollArea):
    """Shows one body at a time; the card or drawer behind it is the ground.

    Where it is longer than the panel, Tab stops at the panel too, and the arrow keys scroll it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setProperty("ring", False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def put(self, body: QWidget, name: str) -> None:
        """Show a body, from its beginning."""
        if isinstance(layout := body.layout(), QBoxLayout):
            layout.addStretch(1)  # what is short stands at the top
        body.setAccessibleName(name)
        self.setAccessibleName(name)
        if (before := self.takeWidget()) is not None:
            before.hide()
            before.deleteLater()  # it may be the one whose link was pressed, or that is just being styled anew
        self.setWidget(body)
        body.setAutoFillBackground(False)  # a scroll area would have it paint the window's colour

    def first_stop(self) -> QWidget | None:
        """Return the first thing in the body that Tab reaches."""
        inside = self.findChildren(QWidget)
        return next(
            (one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(self)), None
        )

    @Slot(int, int)
    def _on_range_changed(self, _least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        restyle(self, ring=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        restyle(self, ring=False)
