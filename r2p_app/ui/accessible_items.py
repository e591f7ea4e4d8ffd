"""What a screen reader meets in a painted widget that holds many things: a list with an item for every one of them.

Python owns the interfaces it returns, so references are kept for as long as the widget lives.
"""

from collections.abc import Sequence
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from r2p_app.ui.accessible import offer

Key = Any
"""Whatever tells the items of a widget apart, and can be looked up."""


class PaintedItems(Protocol):
    """A widget whose items are painted; keys tell them apart."""

    accessible: "AccessibleItems | None"
    """Kept here; Qt only borrows it."""

    def item_keys(self) -> Sequence[Key]:
        """Return what can be seen, in the order in which it is read."""

    def item_words(self, key: Key) -> tuple[str, str]:
        """Return the name of an item, and what it is."""

    def item_rect(self, key: Key) -> QRect:
        """Return where an item stands in the widget."""

    def item_at(self, point: QPointF) -> Key | None:
        """Return the item under a point of the widget."""

    def selected_item(self) -> Key | None:
        """Return the selected item."""


class AccessibleItem(QAccessibleInterface):
    """One item. Where some items can do more, a kind of its own tells `role` and `state`."""

    def __init__(self, widget: QWidget, key: Key) -> None:
        super().__init__()
        self._widget, self.key = widget, key

    @property
    def _items(self) -> PaintedItems:
        return cast("PaintedItems", self._widget)

    def isValid(self) -> bool:
        """It is, as long as the widget is there."""
        return True

    def object(self) -> QObject | None:  # type: ignore[override]
        """It is no object of its own."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window of the widget."""
        return self._widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The widget."""
        return QAccessible.queryAccessibleInterface(self._widget)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def childCount(self) -> int:
        """It has none."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """It has none."""
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has none."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Name, and what it is."""
        name, what = self._items.item_words(self.key)
        return {QAccessible.Text.Name: name, QAccessible.Text.Description: what}.get(kind, "")

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802
        """Nothing can be written here."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._items.item_rect(self.key).translated(self._widget.mapToGlobal(QPoint(0, 0)))

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """What it can do, and whether it is selected."""
        state = QAccessible.State()
        state.focusable = state.selectable = True
        state.selected = self._items.selected_item() == self.key
        state.focused = state.selected and self._widget.hasFocus()
        return state


class AccessibleItems(QAccessibleWidget):
    """The widget as a list of what is seen in it."""

    item_type = AccessibleItem

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.List, widget.accessibleName())
        self._widget = widget
        self._made: dict[Key, AccessibleItem] = {}

    @property
    def _items(self) -> PaintedItems:
        return cast("PaintedItems", self._widget)

    def item(self, key: Key) -> AccessibleItem:
        """Return the interface of an item, the same one for the same item."""
        return self._made.get(key) or self._made.setdefault(key, self.item_type(self._widget, key))

    def childCount(self) -> int:
        """Return how much is seen."""
        return len(self._items.item_keys())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return an item by its place."""
        keys = self._items.item_keys()
        return self.item(keys[index]) if 0 <= index < len(keys) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of an item, -1 when it is not seen."""
        keys = list(self._items.item_keys())
        return keys.index(child.key) if isinstance(child, AccessibleItem) and child.key in keys else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what is at a place of the screen."""
        key = self._items.item_at(self._widget.mapFromGlobal(QPoint(x, y)).toPointF())
        return None if key is None else self.item(key)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what is selected."""
        key = self._items.selected_item()
        return None if key is None else self.item(key)


def offer_items(widget: type[QWidget], kind: type[AccessibleItems] = AccessibleItems) -> None:
    """Have Qt ask here for the interfaces of a class of widgets, each of which is a `PaintedItems`."""

    def made(of: QWidget) -> AccessibleItems:
        accessible = cast("PaintedItems", of).accessible = kind(of)
        return accessible

    offer(widget, made)


def tell_selected(widget: QWidget) -> None:
    """Tell a screen reader that something else is selected."""
    items = cast("PaintedItems", widget)
    is_heard = QAccessible.isActive() and widget.hasFocus()
    key = items.selected_item() if is_heard else None  # where nobody listens, nothing is laid out for it
    if key is None:
        return
    event = QAccessibleEvent(widget, QAccessible.Event.Focus)
    event.setChild(list(items.item_keys()).index(key))
    QAccessible.updateAccessibility(event)
