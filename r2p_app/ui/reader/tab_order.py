"""The order in which the Tab key goes through widgets that were not made in the order in which they stand."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(widgets: Sequence[QWidget], new: QWidget) -> None:
    """Have Tab reach a widget just made, and what is in it, after those that stand before it in `widgets`.

    Nothing is done where nothing that stands before takes the focus.
    """
    before = widgets[: list(widgets).index(new)]
    if len(before) == len(widgets) - 1:
        return  # Qt puts what is new at the end
    last = next((stops[-1] for widget in reversed(before) if (stops := list(_stops(widget)))), None)
    for stop in list(_stops(new)):
        if last is not None:
            QWidget.setTabOrder(last, stop)
            last = stop


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus in a widget, in the order of the Tab key; Qt keeps what it was made with together."""
    found: QWidget | None = widget
    while found is not None and (found is widget or widget.isAncestorOf(found)):
        if found.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield found
        found = found.nextInFocusChain()
