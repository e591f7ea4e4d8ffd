"""What layouts of our own share: they keep their items in order, and their height follows from their width."""

from abc import abstractmethod
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import getCppPointer, isValid, wrapInstance


class ItemLayout(QLayout):
    """A layout without margins whose items stand in reading order; `arrange` says where."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._addresses: list[int] = []
        self._heights: dict[int, int] = {}
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def items(self) -> list[QLayoutItem]:
        """The items in order.

        PySide lets go of an item when it lets go of a layout around this one, although Qt still has both; the item is
        then looked up anew.
        """
        for place, item in enumerate(self._items):
            if not isValid(item):
                self._items[place] = cast("QLayoutItem", wrapInstance(self._addresses[place], QLayoutItem))
        return self._items

    @abstractmethod
    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height that the items use in the width of `rect`; place them there where `move` asks for it."""

    def invalidate(self) -> None:
        """Measure anew: an item has another size."""
        self._heights = {}
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._heights = {}
        self._items.append(item)
        self._addresses.append(getCppPointer(item)[0])

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None past the end."""
        return self.items[index] if 0 <= index < self.count() else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, None past the end."""
        if not 0 <= index < self.count():
            return None
        self._heights = {}
        taken = self.items.pop(index)
        del self._addresses[index]
        return taken

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that this width needs. Qt asks for the same few widths again and again."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self.arrange(QRect(0, 0, width, 0), move=False)
        return height

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self.arrange(rect, move=True)


def height_of(item: QLayoutItem, width: int) -> int:
    """Return the height of an item that is given this width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
