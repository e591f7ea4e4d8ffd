"""A row that becomes a column where it is too narrow, so that large text and small windows keep everything in sight."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID


class FoldingRow(QBoxLayout):
    """Widgets side by side, below each other where there is less room than `fold_at` pixels (at 100 % text)."""

    def __init__(self, fold_at: int, *, spacing: int = 2 * GRID, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._fold_at = fold_at
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, in the direction that suits it."""
        self._turn(width)
        return super().heightForWidth(width)

    def minimumSize(self) -> QSize:  # noqa: N802
        """Ask for no more width than the column needs."""
        items = [item for i in range(self.count()) if (item := self.itemAt(i)) is not None and not item.isEmpty()]
        return QSize(max((item.minimumSize().width() for item in items), default=0), super().minimumSize().height())

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets in the direction that suits the width."""
        self._turn(rect.width())
        super().setGeometry(rect)

    def _turn(self, width: int) -> None:
        wanted = QBoxLayout.Direction
        direction = wanted.TopToBottom if width < current().px(self._fold_at) else wanted.LeftToRight
        if direction != self.direction():
            self.setDirection(direction)
