"""Cards of equal width in as many columns as fit, each row as high as its highest card."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID


class CardGrid(QLayout):
    """A layout whose cards are at least `least` pixels wide (at 100 % text), and at most share the whole width."""

    def __init__(self, least: int, *, spacing: int = 5 * GRID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a card at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of cards."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a card, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return a card, None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Use the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that this width needs."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the cards."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All cards in one row, at their least width."""
        width = self._column_width() * len(self._items) + self.spacing() * max(0, len(self._items) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802
        """One column of the widest card."""
        return QSize(max((item.minimumSize().width() for item in self._items), default=0), 0)

    def _column_width(self) -> int:
        return max([current().px(self._least), *(item.minimumSize().width() for item in self._items)])

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height used."""
        fitting = (rect.width() + self.spacing()) // (self._column_width() + self.spacing())
        columns = max(1, min(len(self._items), fitting))
        width = (rect.width() - (columns - 1) * self.spacing()) // columns
        y = rect.y()
        for start in range(0, len(self._items), columns):
            items = self._items[start : start + columns]
            height = max(_height(item, width) for item in items)
            for column, item in enumerate(items):
                if move:
                    left = column * (rect.width() + self.spacing()) // columns  # the last card ends where the rest does
                    right = (column + 1) * (rect.width() + self.spacing()) // columns - self.spacing()
                    item.setGeometry(QRect(rect.x() + left, y, right - left, height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
