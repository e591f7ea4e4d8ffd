"""The walk of a person with the Tab key."""

from PySide6.QtWidgets import QApplication, QWidget

_FURTHEST = 300


def tab_order(page: QWidget, first: QWidget) -> list[QWidget]:
    """Return what has the focus from `first` on, until the walk comes back to what it has met."""
    first.setFocus()
    met: list[QWidget] = []
    for _ in range(_FURTHEST):
        focus = QApplication.focusWidget()
        if focus is None or focus in met:
            return met
        met.append(focus)
        page.focusNextChild()
    raise AssertionError("the focus never comes back")
