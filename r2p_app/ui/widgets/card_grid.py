"""Cards of equal width in as many columns as fit, each row as high as its highest card."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.item_layout import ItemLayout, height_of


class CardGrid(ItemLayout):
    """A layout whose cards are at least `least` pixels wide (at 100 % text), and at most share the whole width."""

    def __init__(self, least: int, *, spacing: int = 5 * GRID, parent: QWidget | None = None) -> None:
        super().__init__(spacing, parent)
        self._least = least
        self._widest: int | None = None

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._widest = None
        super().addItem(item)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item, None past the end."""
        self._widest = None
        return super().takeAt(index)

    def invalidate(self) -> None:
        """Measure anew: an item has another size."""
        self._widest = None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Use the width there is."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """All cards in one row, at their least width."""
        width = self._column_width() * len(self.items) + self.spacing() * max(0, len(self.items) - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:  # noqa: N802
        """One column of the widest card."""
        return QSize(self._least_of_all(), 0)

    def _least_of_all(self) -> int:
        """Return the least width of the widest card; asked for with every width that is tried."""
        if self._widest is None:
            self._widest = max((item.minimumSize().width() for item in self.items), default=0)
        return self._widest

    def _column_width(self) -> int:
        return max(current().px(self._least), self._least_of_all())

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Return the height used."""
        fitting = (rect.width() + self.spacing()) // (self._column_width() + self.spacing())
        columns = max(1, min(len(self.items), fitting))
        width = (rect.width() - (columns - 1) * self.spacing()) // columns
        y = rect.y()
        for start in range(0, len(self.items), columns):
            items = self.items[start : start + columns]
            height = max(height_of(item, width) for item in items)
            for column, item in enumerate(items):
                if move:
                    left = column * (rect.width() + self.spacing()) // columns  # the last card ends where the rest does
                    right = (column + 1) * (rect.width() + self.spacing()) // columns - self.spacing()
                    item.setGeometry(QRect(rect.x() + left, y, right - left, height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - rect.y())
