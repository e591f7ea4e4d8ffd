"""The card of one record, of whatever kind, with where in the pack it is used."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.records.builders import build
from r2p_app.ui.widgets.records.summary import title
from r2p_app.ui.widgets.records.uses import Uses


class RecordCard(QWidget):
    """What is known about one record. The window shows it floating and closes it.

    Signals:
        link_requested: A link, or a web address that the window opens only after asking.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{kind_label(library.kind_of(item_id).name)}: {title(library, item_id)}")
        self.setBackgroundRole(QPalette.ColorRole.Base)  # a scroll area fills what it shows
        self.body = build(library, item_id)
        self.body.link_requested.connect(self.link_requested)
        box = column(self.body, into=self, margins=(4 * GRID, 0, 4 * GRID, 3 * GRID))
        box.addStretch(1)
        uses = library.mentions(item_id)
        if uses:
            self.uses = Uses(library, uses)
            self.uses.link_requested.connect(self.link_requested)
            self.body.add(self.uses)
