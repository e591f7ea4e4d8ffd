"""What fills the page: the lanes with the overview below them, the table, or the word that nothing was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from r2p_app.content.library import Library
from r2p_app.timeline.filters import Shown
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.timeline.filter_nothing import NothingFound
from r2p_app.ui.timeline.overview import OverviewStrip
from r2p_app.ui.timeline.table_part import TablePart
from r2p_app.ui.timeline.view import TimelineView
from r2p_app.ui.widgets.basic import Card, column


class Parts(QStackedWidget):
    """Shows one of them; the focus goes along when it was inside."""

    def __init__(
        self, view: TimelineView, overview: OverviewStrip, shown: Shown, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self.rows, self.nothing = TablePart(shown), NothingFound()
        self.strip = _carded(overview)
        self._lanes = QWidget()
        box = column(_carded(view), self.strip, spacing=2 * GRID, into=self._lanes)
        box.setStretch(0, 1)
        for part in (self._lanes, self.rows, self.nothing):
            self.addWidget(part)

    def choose(self, library: Library, shown: Shown, *, table: bool) -> None:
        """Show lanes or table; where there is nothing to show, say why."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        if len(shown):
            self.setCurrentWidget(self.rows if table else self._lanes)
        else:
            self.nothing.show_filter(library, shown)
            self.setCurrentWidget(self.nothing)
        if had_focus:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget:
        """Return what takes the focus in the part that is shown."""
        found: dict[QWidget | None, QWidget] = {self.rows: self.rows.table, self.nothing: self.nothing.clear}
        return found.get(self.currentWidget(), self._view)


def _carded(widget: QWidget) -> Card:
    card = Card()
    card.body.setContentsMargins(1, 1, 1, 1)
    card.body.addWidget(widget)
    return card
