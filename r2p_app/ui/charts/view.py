"""The chart as a widget: values by pointer and by arrow keys, and in words for a screen reader."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.content.model import Series
from r2p_app.ui.announce import announce
from r2p_app.ui.charts.frame import RowsFrame, TimeFrame, frame
from r2p_app.ui.charts.paint import Ink, paint
from r2p_app.ui.charts.plot import plot
from r2p_app.ui.theme.look import current, is_new_look
from r2p_app.ui.theme.tokens import TextRole

_MARGIN = 4
"""Room for the focus ring."""

_ALONG_TIME = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home, Qt.Key.Key_End}


class ChartView(QWidget):
    """One series, painted. The arrow keys go from point to point, Home and End to the ends; Escape lets go.

    Signals:
        point_selected: The index of the point under the pointer or chosen by keys, -1 for none.
    """

    point_selected = Signal(int)

    def __init__(self, series: Series, case: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = plot(series)
        self.case = case
        self._selected: int | None = None
        self._frame: TimeFrame | RowsFrame | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Chart: %1").replace("%1", series.title))
        self.setAccessibleDescription(" ".join(self.plot.sentence(point) for point in self.plot.points))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def selected(self) -> int:
        """The index of the chosen point, -1 for none."""
        return -1 if self._selected is None else self._selected

    def select(self, index: int | None) -> None:
        """Mark a point."""
        if index != self._selected:
            self._selected = index
            self.update()
            self.point_selected.emit(self.selected)

    def sizeHint(self) -> QSize:
        """As high as the present width asks."""
        return QSize(480, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Rows wrap their names."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the chart in this width."""
        return round(self._laid_out(width).height) + 2 * _MARGIN

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and a ring when it has the focus."""
        painter = QPainter(self)
        painter.translate(_MARGIN, _MARGIN)
        paint(painter, self._laid_out(self.width()), Ink.of(current(), current().case_token(self.case)), self._selected)
        if self.hasFocus():
            painter.resetTransform()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current().colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the value nearest to the pointer."""
        self.select(self._laid_out(self.width()).nearest(event.position() - QPointF(_MARGIN, _MARGIN)))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go when the pointer leaves, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.select(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the points; every other key belongs to the page."""
        last = len(self.plot.points) - 1
        steps = _ALONG_TIME if self.plot.has_time_axis else _DOWN_ROWS
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self._go(min(last, max(0, self.selected + step)))
        elif event.key() in _ENDS:
            self._go(last if event.key() == Qt.Key.Key_End else 0)
        elif event.key() == Qt.Key.Key_Escape and self._selected is not None:
            self.select(None)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the chosen point."""
        super().focusOutEvent(event)
        self.select(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._frame = None

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if is_new_look(event):
            self._frame = None
            self.updateGeometry()
            self.update()

    def _go(self, index: int) -> None:
        self.select(index)
        announce(self, self.plot.sentence(self.plot.points[index]))

    def _laid_out(self, width: int) -> TimeFrame | RowsFrame:
        if self._frame is None or self._frame.width != width - 2 * _MARGIN:
            self._frame = frame(self.plot, width - 2 * _MARGIN, QFontMetricsF(current().font(TextRole.SMALL)))
        return self._frame
