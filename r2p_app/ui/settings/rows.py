"""How settings are laid out: a heading, then a card of lines, words at the left and what changes them at the right."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow

_FOLD_AT = 560


class Line(NamedTuple):
    """The words of a line, to be changed later."""

    title: QLabel
    hint: QLabel


class Section(QWidget):
    """A heading, what can be done with the whole, and a card of lines."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label(title, TextRole.H2)
        self._head = FoldingRow(_FOLD_AT, spacing=4 * GRID)
        self._head.addWidget(self.heading, 1)
        self._card = Card()
        self._card.body.setSpacing(3 * GRID)
        box = column(into=self, spacing=2 * GRID)
        box.addLayout(self._head)
        box.addWidget(self._card)

    def add_action(self, action: QWidget) -> None:
        """Add a button for the whole, beside the heading."""
        self._head.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def add_line(self, title: str, hint: str, *controls: QWidget) -> Line:
        """Add a line and return its words."""
        if self._card.body.count():
            self._card.body.addWidget(Rule())
        words = Line(label(title, TextRole.BODY_STRONG), label(hint, TextRole.SMALL, tone="muted"))
        line = FoldingRow(_FOLD_AT, spacing=4 * GRID)
        line.addLayout(column(*words, spacing=GRID // 2), 1)
        if len(controls) == 1:
            line.addWidget(controls[0], 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        elif controls:
            line.addWidget(_together(controls))
        self._card.body.addLayout(line)
        words.hint.setVisible(bool(hint))  # now that it has a parent: before, it would be a window for a moment
        return words

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget of its own below the last line."""
        self._card.body.addWidget(widget)


def _together(controls: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for control in controls:
        flow.addWidget(control)
    return holder
