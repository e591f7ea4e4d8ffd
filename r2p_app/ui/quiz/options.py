"""Rows to choose from: one of several, or any number of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from r2p_app.learning.verdict import Feedback
from r2p_app.ui.quiz.rows import CheckRow, RadioRow, RowFeedback
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID

_WIDE = 640
"""The width in pixels at 100 % text from which two columns are easy to read."""

Describe = Callable[[Feedback], RowFeedback]


class OptionGroup(QWidget):
    """Rows for options, numbered from `first`; with `exclusive` at most one is chosen.

    `two_columns` sets them side by side where there is room, for short texts that need not be compared.

    Signals:
        changed: Another set of options is chosen.
    """

    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        exclusive: bool,
        first: int = 1,
        two_columns: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._first = first
        self.rows: Mapping[str, RadioRow | CheckRow] = {
            option_id: (RadioRow if exclusive else CheckRow)(text, number)
            for number, (option_id, text) in enumerate(options, start=first)
        }
        self._two_columns, self._columns = two_columns, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GRID)
        self._arrange(1)
        for row in self.rows.values():
            if exclusive:  # in a group that is not, neither Tab nor arrow keys would lead from one to the next
                self._group.addButton(row)
            row.toggled.connect(self._on_row_toggled)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen options."""
        return tuple(option_id for option_id, row in self.rows.items() if row.isChecked())

    def choose(self, option_ids: Iterable[str]) -> None:
        """Choose these options; unknown ids are ignored."""
        for option_id in option_ids:
            if option_id in self.rows:
                self.rows[option_id].setChecked(True)

    def lock(self) -> None:
        """Let the choice stand."""
        for row in self.rows.values():
            row.lock()

    def show_feedback(self, feedback: Iterable[Feedback], describe: Describe) -> None:
        """Show feedback on every option."""
        for part in feedback:
            if part.part in self.rows:
                self.rows[part.part].show_feedback(describe(part))

    def press_number(self, number: int) -> bool:
        """Choose by key, or take the choice back where several are allowed."""
        rows = list(self.rows.values())
        if not self._first <= number < self._first + len(rows):
            return False
        row = rows[number - self._first]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one column in narrow windows and for large text."""
        super().resizeEvent(event)
        self._arrange(2 if self._two_columns and event.size().width() >= current().px(_WIDE) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for index, row in enumerate(self.rows.values()):
            self._grid.addWidget(row, index // columns, index % columns)

    @Slot()
    def _on_row_toggled(self) -> None:
        self.changed.emit()
