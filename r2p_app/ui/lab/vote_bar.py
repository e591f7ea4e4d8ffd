"""Two bars, one above the other: the hands before the discussion and those after it, in numbers and lengths."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.ui.format import number
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole

_BAR = 16
_WORDS = 96


class VoteBar(QWidget):
    """Before is drawn as an outline, after as a filled bar; both have their words and numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._after, self._most = 0, 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, before: int, after: int, most: int) -> None:
        """Show these counts; `most` is the largest of all, which takes the whole width."""
        self._before, self._after, self._most = before, after, max(1, most)
        words = self.tr("before %1, after %2").replace("%1", number(before)).replace("%2", number(after))
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Two bars and the room between them."""
        return QSize(240, 2 * current().px(_BAR) + 3 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Never less high."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, bars and numbers."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(current().font(TextRole.SMALL))
            self._paint_bar(painter, 0, self.tr("before"), self._before, is_filled=False)
            self._paint_bar(painter, current().px(_BAR) + GRID, self.tr("after"), self._after, is_filled=True)

    def _paint_bar(self, painter: QPainter, top: float, words: str, count: int, *, is_filled: bool) -> None:
        theme = current()
        left, high = theme.px(_WORDS), theme.px(_BAR)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(theme.colour("ink-2"))
        painter.drawText(QRectF(0, top, left, high), middle, words)
        room = max(0, self.width() - left - theme.px(56))
        bar = QRectF(left, top + 2, max(2.0, room * count / self._most), high - 4)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("accent") if is_filled else Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(1, 0, -1, 0))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(bar.right() + 2 * GRID, top, theme.px(56), high), middle, number(count))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
