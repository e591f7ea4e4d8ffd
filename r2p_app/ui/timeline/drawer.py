"""Panels over the right of the timeline: its details where there is no room beside it, and the filters."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from r2p_app.ui.overlay import Overlay
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label, row
from r2p_app.ui.widgets.icon_button import IconButton

_WIDTH, _MARGIN = 400, 8


class Drawer(Overlay):
    """A panel at the right edge of its host, with what is put into `box`; Esc closes it."""

    def __init__(self, host: QWidget, name: str, *, titled: bool = False, width: int = _WIDTH) -> None:
        super().__init__(host)
        self._width = width
        self.setAccessibleName(name)
        self.close_button = IconButton("x", name=self.tr("Close"), token="ink")
        self.close_button.clicked.connect(self.dismiss)
        self.head = row(margins=(4 * GRID if titled else 0, 0, 0, 0))
        if titled:
            self.head.addWidget(label(name, TextRole.H2, wrap=False))
        self.head.addStretch(1)
        self.head.addWidget(self.close_button)
        self.box = column(into=self, margins=(GRID, GRID, GRID, 3 * GRID), spacing=0)
        self.box.addLayout(self.head)

    def first_focus(self) -> QWidget:
        """The button that closes it; Tab goes on into what it holds."""
        return self.close_button

    def wanted_geometry(self, host: QRect) -> QRect:
        """At the right, full height."""
        width = min(current().px(self._width), host.width() - 2 * _MARGIN)
        return QRect(host.width() - width - _MARGIN, _MARGIN, width, host.height() - 2 * _MARGIN)
