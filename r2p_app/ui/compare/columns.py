"""Which columns of a comparison stand side by side: two or three of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.teaching import Comparison
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.typography import refine

LEAST, MOST = 2, 3
"""How many columns are shown: fewer compare nothing, more cannot be read side by side."""


def sound_choice(comparison: Comparison, ids: Sequence[str]) -> tuple[str, ...]:
    """Return those of the ids that are columns, or the first columns where they are too few; never too many."""
    known = [column.id for column in comparison.columns]
    wanted = [item_id for item_id in dict.fromkeys(ids) if item_id in known][:MOST]
    return tuple(wanted if len(wanted) >= LEAST else known[:MOST])


def has_choice(comparison: Comparison) -> bool:
    """Tell whether some columns can be left out."""
    return len(comparison.columns) > LEAST


class ColumnPicker(QWidget):
    """A button for each column; one more than fit takes the place of the one that has been shown longest.

    Signals:
        chosen: These ids are to be shown, in the order in which they were chosen.
        refused: Words that say why a button did not go off.
    """

    chosen = Signal(tuple)
    refused = Signal(str)

    def __init__(self, comparison: Comparison, shown: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What to set side by side"))
        self._shown = list(shown)
        self.buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(self, spacing=2 * GRID)
        flow.addWidget(label(self.tr("Side by side:"), TextRole.SMALL, tone="muted", wrap=False))
        for each in comparison.columns:
            made = button(refine(each.title), "toggle", name=f"{self.accessibleName()}: {each.title}")
            made.setCheckable(True)
            made.setChecked(each.id in shown)
            made.setProperty("column", each.id)
            made.clicked.connect(self._on_button_clicked)
            self.buttons[each.id] = made
            flow.addWidget(made)

    @Slot()
    def _on_button_clicked(self) -> None:
        column = str(self.sender().property("column"))
        if column not in self._shown:
            self._shown = [*self._shown, column][-MOST:]
        elif len(self._shown) > LEAST:
            self._shown.remove(column)
        else:
            self.buttons[column].setChecked(True)
            self.refused.emit(self.tr("At least two are compared. Choose another one first."))
            return
        for name, made in self.buttons.items():
            made.setChecked(name in self._shown)
        self.chosen.emit(tuple(self._shown))
