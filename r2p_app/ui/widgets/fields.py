"""Fields: a list that drops down, a tick, a number with buttons for less and more; and what typed text may hold."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QSpinBox, QWidget

from r2p_app.ui.theme.icons import icon
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import row
from r2p_app.ui.widgets.icon_button import IconButton

_ARROW = 16
_BOX = 20


def storable(text: str) -> str:
    """Return text without halves of surrogate pairs, which a hostile clipboard may hold and UTF-8 cannot."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class Combo(QComboBox):
    """A list that drops down, with an arrow in the colour of the theme (a style sheet can only show a picture file)."""

    def sizeHint(self) -> QSize:
        """Leave room for the arrow."""
        return super().sizeHint() + QSize(current().px(_ARROW), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over the field."""
        super().paintEvent(event)
        side = current().px(_ARROW)
        pixmap = icon("chevron-down", size=_ARROW).pixmap(QSize(side, side), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - side - 2 * GRID, (self.height() - side) // 2, pixmap)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change nothing while the page is scrolled past."""
        event.ignore()


class Tick(QCheckBox):
    """Yes or no, with a box drawn from the theme."""

    def sizeHint(self) -> QSize:
        """Box and word, at least as high as a finger needs."""
        theme = current()
        return QSize(theme.px(_BOX) + 3 * GRID + self._word_width(), max(24, theme.px(_BOX) + 2 * GRID))

    def hitButton(self, position: QPoint) -> bool:
        """Everything can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the tick in it, and the word; the ring shows the focus."""
        theme, side = current(), current().px(_BOX)
        box = QRectF(3, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, box, checked=self.isChecked())
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink-2"))
        words = self.rect().adjusted(side + 3 * GRID - 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _word_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + GRID


def paint_box(painter: QPainter, box: QRectF, *, checked: bool) -> None:
    """Paint the box of a tick, with the tick in it if there is one."""
    theme = current()
    painter.setPen(QPen(theme.colour("accent" if checked else "control-line"), 2))
    painter.setBrush(theme.colour("accent" if checked else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    if checked:
        side = round(box.width())
        mark = icon("check", "accent-ink", size=_BOX).pixmap(QSize(side, side), painter.device().devicePixelRatioF())
        painter.drawPixmap(box.topLeft(), mark)


class _Number(QSpinBox):
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text the room that Qt keeps for buttons even where a style sheet shows none."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(2 * GRID, GRID, -2 * GRID, -GRID))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Stepper(QWidget):
    """A whole number between bounds: typed, stepped with the arrow keys, or with the buttons.

    Signals:
        value_changed: The number is another one.
    """

    value_changed = Signal(int)

    def __init__(self, minimum: int, maximum: int, *, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = _Number()
        self.number.setRange(minimum, maximum)
        self.number.setSuffix(suffix)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.less = IconButton("minus", name=self.tr("Less"), token="ink")
        self.more = IconButton("plus", name=self.tr("More"), token="ink")
        row(self.less, self.number, self.more, into=self, spacing=GRID)
        self.setFocusProxy(self.number)
        self.less.clicked.connect(self.number.stepDown)
        self.more.clicked.connect(self.number.stepUp)
        self.number.valueChanged.connect(self._on_number_value_changed)
        self._on_number_value_changed(self.number.value())

    def value(self) -> int:
        """Return the number."""
        return self.number.value()

    def set_value(self, value: int) -> None:
        """Show another number."""
        self.number.setValue(value)

    def set_name(self, name: str) -> None:
        """Name the field and its buttons for those who hear them."""
        for spoken in (self.number, self.number.lineEdit()):
            spoken.setAccessibleName(name)
        self.less.setAccessibleName(self.tr("%1: less").replace("%1", name))
        self.more.setAccessibleName(self.tr("%1: more").replace("%1", name))

    @Slot(int)
    def _on_number_value_changed(self, value: int) -> None:
        self.less.setEnabled(value > self.number.minimum())
        self.more.setEnabled(value < self.number.maximum())
        self.value_changed.emit(value)
