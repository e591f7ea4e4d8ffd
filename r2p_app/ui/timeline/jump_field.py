"""A field that takes a date, or the name of a case, and asks for its days."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.content.dates import civil
from r2p_app.content.folding import fold
from r2p_app.content.library import Library
from r2p_app.ui.theme.look import current
from r2p_app.ui.timeline.jump import read_date

_WIDTH = 190


class JumpField(QLineEdit):
    """Where to go, typed.

    Signals:
        date_requested: The days of this `Date` should be seen.
        case_requested: The days of the case with this id should be seen.
        not_understood: What was typed is neither; the words say what could be typed.
    """

    date_requested = Signal(object)
    case_requested = Signal(str)
    not_understood = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._day = library, 0.0
        self.setPlaceholderText(self.tr("Go to date (G)"))
        self.setAccessibleName(self.tr("Go to a date or a case"))
        self.setAccessibleDescription(self.tr("For instance 21 April 1994, April 1994, 1994, or Rwanda. Enter goes."))
        self.setToolTip(self.accessibleDescription())
        self.returnPressed.connect(self._on_return_pressed)
        self._fit()

    def set_library(self, library: Library) -> None:
        """Know the cases of other content."""
        self._library = library

    def set_day(self, day: float) -> None:
        """Say which day is in the middle of the view: its year is meant where none is typed."""
        self._day = day

    @Slot()
    def _on_return_pressed(self) -> None:
        typed = self.text().strip()
        if not typed:
            return
        if case := self._case(typed):
            self.case_requested.emit(case)
        elif date := read_date(typed, civil(int(self._day))[0]):
            self.date_requested.emit(date)
        else:
            self.selectAll()
            self.not_understood.emit(
                self.tr("“%1” is not a date. Type 21 April 1994, April 1994, 1994, 6–9 April 1994 or a case.").replace(
                    "%1", typed
                )
            )
            return
        self.clear()

    def _case(self, typed: str) -> str:
        """Return the case whose title or id begins as was typed, "" when it is none or could be several."""
        typed = fold(typed)
        found = [
            case.id for case in self._library.cases if fold(case.title).startswith(typed) or case.id.startswith(typed)
        ]
        return found[0] if len(found) == 1 and not typed[0].isdigit() else ""

    def _fit(self) -> None:
        self.setFixedWidth(current().px(_WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
