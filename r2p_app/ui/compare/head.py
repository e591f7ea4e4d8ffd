"""What stands above a comparison: its title beside the button for paper, an introduction, and the choices."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.typography import refine

_FOLD = 640
"""Pixels at 100 % text below which the button stands under the title."""


def comparison_head(title: str, lead: str, pdf: QWidget | None, *choices: QWidget | None) -> QWidget:
    """Set title, button, introduction and choices, those that there are, under each other."""
    top = FoldingRow(_FOLD, spacing=4 * GRID)
    top.addWidget(label(refine(title), TextRole.H1), 1)
    if pdf is not None:
        top.addWidget(pdf, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head = QWidget()
    box = column(into=head, spacing=2 * GRID)
    box.addLayout(top)
    for part in (label(refine(lead), tone="muted"), *choices):
        if part is not None:
            box.addWidget(part)
    return head
