"""A field with its name above it, and lines of buttons."""

from PySide6.QtWidgets import QWidget

from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.flow import FlowLayout


def labelled(title: str, field: QWidget) -> QWidget:
    """Return a field under its name, which is also what a screen reader says."""
    holder = QWidget()
    field.setAccessibleName(field.accessibleName() or title)
    column(label(title, TextRole.SMALL_STRONG, wrap=False), field, into=holder, spacing=GRID)
    return holder


def headed(title: str, *widgets: QWidget) -> QWidget:
    """Return widgets under a heading."""
    holder = QWidget()
    column(label(title, TextRole.H3), *widgets, into=holder, spacing=3 * GRID)
    return holder


def flowing(*widgets: QWidget) -> QWidget:
    """Return widgets side by side, in as many lines as they need."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=2 * GRID)
    for widget in widgets:
        flow.addWidget(widget)
    return holder
