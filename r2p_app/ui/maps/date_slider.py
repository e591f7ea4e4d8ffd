"""A slider over what happened: every step is a day on which something began, so that crowded weeks have room."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from r2p_app.content.dates import civil
from r2p_app.maps.chronicle import Chronicle, month_on
from r2p_app.ui.format import year
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.day_slider import PaintedSlider

_SIDE, _LINE_Y, _HANDLE, _TICK = 14, 14, 9, 7
"""Free room at both ends, height of the line, radius of the handle, length of a tick, in pixels at 100 % text."""

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class DateSlider(PaintedSlider):
    """Arrow keys go to the next day on which something began, page keys by a month, Home and End to the ends.

    Signals:
        day_changed: The person chose another day (its number).
    """

    day_changed = Signal(int)

    def __init__(self, chronicle: Chronicle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chronicle = chronicle
        self._day = chronicle.days[-1]
        self.setRange(1, len(chronicle.days))
        self.setValue(len(chronicle.days))
        self.setAccessibleName(self.tr("What had happened by"))

    @property
    def day(self) -> int:
        """The day by which things are shown."""
        return self._day

    @property
    def at_end(self) -> bool:
        """Whether everything had begun by then."""
        return self._day >= self._chronicle.days[-1]

    def set_day(self, day: int) -> None:
        """Show a day; nobody is told."""
        days = self._chronicle.days
        self._day = max(days[0], min(days[-1], day))
        blocked = self.blockSignals(True)
        self.setValue(self._chronicle.place_of(self._day))
        self.blockSignals(blocked)
        self.update()

    def go_to(self, day: int) -> None:
        """Go to a day as the person asked."""
        before = self._day
        self.set_day(day)
        if self._day != before:
            self.day_changed.emit(self._day)

    def sizeHint(self) -> QSize:
        """As wide as there is room; as high as the handle and a line of years."""
        line = QFontMetricsF(current().font(TextRole.SMALL)).height()
        return QSize(current().px(320), round(current().px(2 * _LINE_Y) + line))

    def minimumSizeHint(self) -> QSize:
        """Narrow windows keep the height."""
        return QSize(current().px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line up to the day, the steps, some years, the handle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_line(painter)
            self._paint_years(painter)
            self._paint_handle(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step; what is no key of the slider goes on to the page."""
        days = self._chronicle
        ways = {
            Qt.Key.Key_Left: days.before(self._day),
            Qt.Key.Key_Down: days.before(self._day),
            Qt.Key.Key_Right: days.after(self._day),
            Qt.Key.Key_Up: days.after(self._day),
            Qt.Key.Key_PageDown: month_on(self._day, -1),
            Qt.Key.Key_PageUp: month_on(self._day, 1),
            Qt.Key.Key_Home: days.days[0],
            Qt.Key.Key_End: days.days[-1],
        }
        wanted = ways.get(Qt.Key(event.key()))
        if wanted is None or event.modifiers() & ~_KEYPAD:
            event.ignore()
        else:
            self.go_to(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at a step."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.go_to(self._day_at(event.position().x()))
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag along the steps."""
        self.go_to(self._day_at(event.position().x()))

    def _x(self, place: float) -> float:
        """Return where a step stands, the first of them is 1."""
        side = current().px(_SIDE)
        share = (place - 1) / max(1, self.maximum() - 1)
        return side + share * (self.width() - 2 * side)

    def _day_at(self, x: float) -> int:
        side = current().px(_SIDE)
        share = (x - side) / max(1, self.width() - 2 * side)
        place = round(share * (self.maximum() - 1))
        return self._chronicle.days[max(0, min(self.maximum() - 1, place))]

    def _paint_line(self, painter: QPainter) -> None:
        theme, y = current(), current().px(_LINE_Y)
        here = self._x(self.value())
        painter.setPen(QPen(theme.colour("control-line"), 2))
        painter.drawLine(QPointF(self._x(1), y), QPointF(self._x(self.maximum()), y))
        tick = theme.px(_TICK) / 2
        for place in range(1, self.maximum() + 1):
            painter.drawLine(QPointF(self._x(place), y - tick), QPointF(self._x(place), y + tick))
        painter.setPen(QPen(theme.colour("accent"), theme.px(4)))
        painter.drawLine(QPointF(self._x(1), y), QPointF(here, y))

    def _paint_years(self, painter: QPainter) -> None:
        """Write the year under its first step, where it does not run into the one before."""
        theme = current()
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour("ink-2"))
        metrics, end, before = QFontMetricsF(painter.font()), -1e9, None
        top = theme.px(_LINE_Y + _HANDLE + 2)
        for place, day in enumerate(self._chronicle.days, 1):
            words = year(civil(day)[0])
            width = metrics.horizontalAdvance(words)
            left = min(max(0.0, self._x(place) - width / 2), self.width() - width)
            if words != before and left > end:
                painter.drawText(QRectF(left, top, width + 1, metrics.height()), words)
                end = left + width + metrics.height() / 2
            before = words

    def _paint_handle(self, painter: QPainter) -> None:
        theme = current()
        spot, radius = QPointF(self._x(self.value()), theme.px(_LINE_Y)), theme.px(_HANDLE)
        painter.setBrush(theme.colour("accent"))
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.drawEllipse(spot, radius - 1, radius - 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawEllipse(spot, radius + 2, radius + 2)
