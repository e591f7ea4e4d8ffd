"""What every tab of a case is: it shows a link, knows the link that restores it, and asks upwards for others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.ui.state import AppState


class CaseTab(QWidget):
    """One view of a case. `here` is its link without a place in it.

    Signals:
        link_requested: A link was chosen.
        announced: Words for a screen reader.
        place_changed: `place()` has another link.
    """

    link_requested = Signal(str)
    announced = Signal(str)
    place_changed = Signal()

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case, self.here, self.state = case, here, state

    def show_link(self, link: Link) -> None:
        """Show what the link names; what it does not name stays as it is."""
        raise NotImplementedError

    def place(self) -> Link:
        """Return the link that restores the view."""
        return self.here

    def show_progress(self) -> None:
        """Show what the learner has done meanwhile; most tabs show nothing of it."""

    def first_focus(self) -> QWidget | None:
        """Return the widget that takes the focus when the tab is entered for the first time."""
        return None
