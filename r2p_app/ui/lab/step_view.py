"""What every step is: a scrolled page about the exercise that is open, or the same with columns of its own."""

from PySide6.QtWidgets import QWidget

from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.focus_page import FocusPage


class StepView(FocusPage):
    """One step in one column, called `name`; it can be scrolled by keys whatever stands in it."""

    def __init__(self, session: LabSession, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.session = session
        self.body.setContentsMargins(0, 0, 4 * GRID, 6 * GRID)

    def first_focus(self) -> QWidget | None:
        """Return the widget that takes the focus when the step opens; None leaves it to the buttons below."""
        return None

    def flush(self) -> None:
        """Keep what was typed a moment ago."""
