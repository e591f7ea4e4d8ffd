"""A row that becomes a column where it is too narrow, so that large text and small windows keep everything in sight."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.item_layout import height_of


class FoldingRow(QBoxLayout):
    """Widgets side by side, below each other where there is less room than `fold_at` pixels (at 100 % text).

    Only the width that it is given turns it. Asked for its height in the other direction it answers by its own
    arithmetic: to turn for the answer would have everything around it laid out again, without end.
    """

    def __init__(self, fold_at: int, *, spacing: int = 2 * GRID, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._fold_at = fold_at
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def invalidate(self) -> None:
        """Measure anew: an item has another size."""
        self._heights, self._least = {}, None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, in the direction that suits it."""
        if width not in self._heights:
            is_present = self._direction_at(width) == self.direction() or not self.hasHeightForWidth()
            self._heights[width] = super().heightForWidth(width) if is_present else self._height_turned(width)
        return self._heights[width]

    def minimumSize(self) -> QSize:  # noqa: N802
        """Ask for no more width than the column needs."""
        if self._least is None:
            width = max((item.minimumSize().width() for item in self._shown()), default=0)
            self._least = QSize(width, super().minimumSize().height())
        return self._least

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets in the direction that suits the width."""
        self.setDirection(self._direction_at(rect.width()))
        super().setGeometry(rect)

    def _direction_at(self, width: int) -> QBoxLayout.Direction:
        is_narrow = width < current().px(self._fold_at)
        return QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight

    def _shown(self) -> list[QLayoutItem]:
        found = (self.itemAt(index) for index in range(self.count()))
        return [item for item in found if item is not None and not item.isEmpty()]

    def _height_turned(self, width: int) -> int:
        """Return the height in the other direction than the present one."""
        margins, shown = self.contentsMargins(), self._shown()
        width -= margins.left() + margins.right()
        gaps = self.spacing() * max(0, len(shown) - 1)
        if self.direction() == QBoxLayout.Direction.LeftToRight:
            height = sum(height_of(item, width) for item in shown) + gaps
        else:
            widths = self._widths(shown, width - gaps)
            height = max((height_of(item, share) for item, share in zip(shown, widths, strict=True)), default=0)
        return height + margins.top() + margins.bottom()

    def _widths(self, shown: list[QLayoutItem], width: int) -> list[int]:
        """Return the widths side by side: as wanted, or by the stretch, which shares what is left."""
        stretches = [self.stretch(index) for index in range(self.count()) if self.itemAt(index) in shown]
        wanted = [item.sizeHint().width() for item in shown]
        left = width - sum(want for want, stretch in zip(wanted, stretches, strict=True) if not stretch)
        total = sum(stretches)
        return [
            max(item.minimumSize().width(), left * stretch // total) if stretch else want
            for item, want, stretch in zip(shown, wanted, stretches, strict=True)
        ]
