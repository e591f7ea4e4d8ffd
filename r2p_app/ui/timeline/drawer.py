"""The details over the timeline, where there is no room for them beside it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from r2p_app.ui.overlay import Overlay
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column, row
from r2p_app.ui.widgets.icon_button import IconButton

_WIDTH, _MARGIN = 400, 8


class Drawer(Overlay):
    """A panel at the right edge of its host; Esc closes it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAccessibleName(self.tr("Details"))
        self._close = IconButton("x", name=self.tr("Close"), token="ink")
        self._close.clicked.connect(self.dismiss)
        head = row(margins=(0, 0, 0, 0))
        head.addStretch(1)
        head.addWidget(self._close)
        self.box = column(into=self, margins=(GRID, GRID, GRID, 3 * GRID), spacing=0)
        self.box.addLayout(head)

    def first_focus(self) -> QWidget:
        """The button that closes it; Tab goes on into the details."""
        return self._close

    def wanted_geometry(self, host: QRect) -> QRect:
        """At the right, full height."""
        width = min(current().px(_WIDTH), host.width() - 2 * _MARGIN)
        return QRect(host.width() - width - _MARGIN, _MARGIN, width, host.height() - 2 * _MARGIN)
