"""Two columns that scroll on their own where there is room, and one below the other where there is not."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedLayout, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column

_FOLD = 820
"""Pixels at 100 % text below which there is one column."""


class TwoColumns(QWidget):
    """Shows `first` beside `second`, in their shares of the width, or above it."""

    def __init__(
        self, first: QWidget, second: QWidget, *, shares: tuple[int, int] = (5, 7), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setChildrenCollapsible(False)
        self._areas = (_area(), _area())
        for area, share in zip(self._areas, shares, strict=True):
            self._beside.addWidget(area)
            self._beside.setStretchFactor(self._beside.count() - 1, share)
        self._shares = shares
        self.whole = _area()
        self._holder = QWidget()
        self._box = column(into=self._holder, spacing=6 * GRID)
        self.whole.setWidget(self._holder)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._beside)
        self._stack.addWidget(self.whole)
        self.is_folded: bool | None = None
        for part in (first, second):  # they get their places with the first size: moving them later costs
            part.setParent(self)
            part.hide()

    def _arrange(self) -> None:
        folded = self.width() < current().px(_FOLD)
        if folded == self.is_folded:
            return
        self.is_folded = folded
        if folded:
            for area, part in zip(self._areas, (self._first, self._second), strict=True):
                area.takeWidget()
                self._box.addWidget(part)
                part.show()
            self._stack.setCurrentWidget(self.whole)
        else:
            for area, part in zip(self._areas, (self._first, self._second), strict=True):
                self._box.removeWidget(part)
                area.setWidget(part)
                part.show()
            total = max(1, self.width())
            self._beside.setSizes([total * share // sum(self._shares) for share in self._shares])
            self._stack.setCurrentWidget(self._beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold and unfold."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Fold for large text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setProperty("page", True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
