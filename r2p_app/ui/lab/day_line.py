"""The evidence on a line of days that ends with the decision: one button for each piece, where its day is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from r2p_app.content.dates import parse
from r2p_app.content.model import Event
from r2p_app.ui.format import date_short
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button

_DOT, _PAD = 5, 16


class DayLine(QWidget):
    """Buttons under a line. Where days lie close together, their buttons stand in several rows.

    Signals:
        event_chosen: The person chose the event with this id.
    """

    event_chosen = Signal(str)

    def __init__(self, events: Sequence[Event], day: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._words = day, words
        self._days = [parse(event.date).latest for event in events]
        self.buttons: list[QPushButton] = []
        for event in events:
            made = button(date_short(event.date), "chip", name=f"{date_short(event.date)}: {event.title}")
            made.setParent(self)
            made.setToolTip(event.title)
            made.setProperty("event", event.id)
            made.clicked.connect(self._on_button_clicked)
            self.buttons.append(made)
        self._places: list[QPointF] = []
        self._height = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The evidence on a line of days, up to the decision"))

    @property
    def _top(self) -> int:
        """Room above the buttons: the words for the decision, and the line."""
        return current().px(40)

    def _x(self, day: int) -> float:
        """Where a day stands: by its distance from the decision, drawn together for what lies far back."""
        pad, first = current().px(_PAD), min(self._days, default=self._day)
        span = max(1, self._day - first)
        share = 1 - ((self._day - day) / span) ** 0.5 if first < self._day else 1.0
        return pad + share * max(0, self.width() - 2 * pad)

    def _arrange(self) -> None:
        """Put each button under its day, in the first row in which it has room."""
        ends: list[float] = []
        for made, day in zip(self.buttons, self._days, strict=True):
            size = made.sizeHint()
            left = min(max(0.0, self._x(day) - size.width() / 2), max(0, self.width() - size.width()))
            row = next((number for number, end in enumerate(ends) if end + GRID <= left), len(ends))
            ends[row : row + 1] = [left + size.width()]
            made.setGeometry(round(left), self._top + row * (size.height() + GRID), size.width(), size.height())
        rows = max(1, len(ends))
        high = self.buttons[0].sizeHint().height() if self.buttons else 0
        height = self._top + rows * (high + GRID)
        if height != self._height:
            self._height = height
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(400, self._height or current().px(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where their days are."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, a dot for each day, and the decision at its end."""
        theme = current()
        y = theme.px(28)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("control-line"), 2))
            painter.drawLine(QPointF(theme.px(_PAD), y), QPointF(self._x(self._day), y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink-2"))
            for day in self._days:
                painter.drawEllipse(QPointF(self._x(day), y), theme.px(_DOT), theme.px(_DOT))
            painter.setBrush(theme.colour("accent"))
            end = self._x(self._day)
            painter.drawRect(QRectF(end - 2, y - theme.px(10), 4, theme.px(20)))
            painter.setPen(theme.colour("accent"))
            painter.setFont(theme.font(TextRole.SMALL_STRONG))
            words = QRectF(0, 0, self.width(), theme.px(18))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | middle), self._words)
            if self.width() >= theme.px(480):
                painter.setPen(theme.colour("ink-2"))
                painter.setFont(theme.font(TextRole.SMALL))
                painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | middle), self.tr("Not to scale"))

    @Slot()
    def _on_button_clicked(self) -> None:
        self.event_chosen.emit(str(self.sender().property("event")))
