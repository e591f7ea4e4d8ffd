"""Where a case tells of a record: a button with the number of places, and below it the places when it is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.ui.format import plural
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import button, column
from r2p_app.ui.widgets.records.body import RecordBody


class Mentions(QWidget):
    """Records that mention the one named `of`.

    Signals:
        link_requested: One of them was chosen.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, ids: Sequence[str], of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._ids = library, ids
        self.list: RecordBody | None = None
        words = plural(self.tr("Mentioned in %n place(s)", "", len(ids)))
        self.opener = button(words, "link", name=f"{of}: {words}")
        self.opener.setCheckable(True)
        self.opener.toggled.connect(self._on_opener_toggled)
        self._box = column(into=self, spacing=GRID)
        self._box.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(bool)
    def _on_opener_toggled(self, is_open: bool) -> None:
        if is_open and self.list is None:
            self.list = RecordBody(self._library)
            self.list.link_requested.connect(self.link_requested)
            self.list.links(self.tr("In this case"), self._ids)
            self._box.addWidget(self.list)
        if self.list is not None:
            self.list.setVisible(is_open)
