"""What stands in place of lanes and table when no event passes the filter: which one it is, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.timeline.filters import Shown
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.filter_bar_chips import active_filters
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import button, column, label


class NothingFound(QWidget):
    """Says what was looked for in vain.

    Signals:
        clear_requested: The person wants to see all events again.
    """

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", TextRole.BODY, tone="muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.clear = button(self.tr("Clear filters"), "secondary")
        self.clear.clicked.connect(self.clear_requested)
        box = column(into=self, spacing=4 * GRID)
        box.addStretch(1)
        box.addWidget(self.words)
        box.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def show_filter(self, library: Library, shown: Shown) -> None:
        """Name the filters that leave nothing; without events there is nothing to clear."""
        self.clear.setVisible(bool(shown.items.events))
        if not shown.items.events:
            self.words.setText(self.tr("This content has no events yet."))
            return
        chosen = [one.words for one in active_filters(library, shown.filter)]
        if shown.filter.text:
            chosen.append(self.tr("“%1”").replace("%1", shown.filter.text))
        words = self.tr("None of the %1 passes these filters: %2.")
        self.words.setText(words.replace("%1", count_of_events(len(shown.items))).replace("%2", "; ".join(chosen)))
