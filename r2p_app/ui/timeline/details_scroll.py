"""A record's page that scrolls inside a panel, and follows the focus from link to link."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.body import RecordBody


class BodyScroll(QScrollArea):
    """Shows one body at a time; the card or drawer behind it is the ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def put(self, body: RecordBody, name: str) -> None:
        """Show a body, from its beginning."""
        body.box.addStretch(1)
        body.setAccessibleName(name)
        self.setWidget(body)
        body.setAutoFillBackground(False)  # a scroll area would have it paint the window's colour
        for prose in body.findChildren(Prose):
            prose.link_focused.connect(self._on_prose_link_focused)

    def first_stop(self) -> QWidget | None:
        """Return the first thing in the body that Tab reaches."""
        inside = self.findChildren(QWidget)
        return next(
            (one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(self)), None
        )

    @Slot(QRect)
    def _on_prose_link_focused(self, rect: QRect) -> None:
        prose, body = self.sender(), self.widget()
        if isinstance(prose, QWidget) and body is not None:
            centre = prose.mapTo(body, rect.center())
            self.ensureVisible(centre.x(), centre.y(), 0, rect.height() + 4 * GRID)
