"""The table twin with what can be done with its rows."""

from PySide6.QtWidgets import QMenu, QWidget

from r2p_app.timeline.filters import Shown
from r2p_app.ui.timeline.table import EventsTable
from r2p_app.ui.widgets.basic import button, column, row


class TablePart(QWidget):
    """A table, and below it a menu that copies: for those who do not know the keys."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = EventsTable(shown)
        self.copy = button(self.tr("Copy"), "toggle", name=self.tr("Copy rows of the table"))
        menu = QMenu(self.copy)
        menu.addActions(self.table.copying)
        self.copy.setMenu(menu)
        foot = row(self.copy)
        foot.addStretch(1)
        box = column(self.table, into=self)
        box.setStretch(0, 1)
        box.addLayout(foot)
