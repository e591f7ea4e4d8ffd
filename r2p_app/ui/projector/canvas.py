"""A painted sheet for the projector: the largest type with which everything fits, never less than can be read."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.ui.live.writer import Writer
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole, Theme, load_theme

SMALLEST_LETTER = 0.02
"""The least height of a capital as a share of the sheet: from six sheets' heights away it is 11 minutes of arc."""

_SMALLEST, _LARGEST, _STEPS = 0.029, 0.046, 12
"""The unit of type as a share of the height, and how many sizes are tried between."""
_MARGIN_X, _MARGIN_Y, _FOOT = 0.06, 0.055, 0.07

DARK = "dark"


class Content(Protocol):
    """What stands on a sheet."""

    @property
    def words(self) -> str:
        """Everything on it as one text, for those who hear the window."""

    def write(self, writer: Writer, room: QRectF) -> None:
        """Write it; `room` is how much is seen without scrolling."""


@dataclass(frozen=True)
class Edges:
    """The lines above and below a sheet: where the class is, what is asked of it, a clock."""

    head: str = ""
    cue: str = ""
    foot: str = ""
    clock: str = ""


class ProjectorCanvas(QWidget):
    """Shows a content; blank where asked. What does not fit at the smallest type is scrolled to, never shrunk further.

    It is dark, as rooms with a projector are, unless it is told to follow the window; high contrast stays.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._edges = Edges()
        self._is_blank, self._follows_window = False, False
        self._unit: float | None = None
        self._offset = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("What the class sees"))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is shown."""
        return self._is_blank

    @property
    def content(self) -> Content | None:
        """What is shown, or would be were it not blank."""
        return self._content

    def show_content(self, content: Content, edges: Edges) -> None:
        """Show another content from its top; the same one stays where it was scrolled to."""
        if content != self._content:
            self._content, self._unit, self._offset = content, None, 0.0
            self._describe()
        self.show_edges(edges)

    def show_edges(self, edges: Edges) -> None:
        """Change the lines around the sheet."""
        if edges != self._edges:
            self._edges = edges
            self.update()

    def set_blank(self, *, blank: bool) -> None:
        """Show nothing, or the content again."""
        self._is_blank = blank
        self._describe()
        self.update()

    def follow_window(self, *, follows: bool) -> None:
        """Take the window's theme instead of the dark one."""
        self._follows_window, self._unit = follows, None
        self.update()

    def scroll_by(self, pages: int) -> None:
        """Move down (or up) to what has no room."""
        room = self._room()
        most = max(0.0, self._measured().y - room.bottom())
        self._offset = min(most, max(0.0, self._offset + pages * room.height() * 0.8))
        self.update()

    @property
    def overflows(self) -> bool:
        """Whether there is more than fits at the smallest type."""
        return self._measured().y > self._room().bottom() + 1

    def smallest_letter(self) -> float:
        """Return the height of the smallest capital on the sheet as a share of its height."""
        edge = QFontMetricsF(self._edge_font(TextRole.BODY)).capHeight()
        return min(self._measured().smallest, edge) / max(1, self.height())

    def sizeHint(self) -> QSize:
        """The shape of a projector."""
        width = current().px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Small as a preview."""
        return QSize(240, 135)

    def hasHeightForWidth(self) -> bool:
        """The shape is kept where a layout asks."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of a sheet 16 to 9."""
        return width * 9 // 16

    def _theme(self) -> Theme:
        keeps = self._follows_window or current().name == "contrast"
        return current() if keeps else load_theme(DARK)

    def _describe(self) -> None:
        words = self._content.words if self._content is not None else ""
        self.setAccessibleDescription(self.tr("The screen is blank") if self._is_blank else words)

    def _room(self) -> QRectF:
        """Return where the content stands, between head and foot."""
        width, height = self.width(), self.height()
        top = height * (_MARGIN_Y + _SMALLEST * 1.9)
        return QRectF(width * _MARGIN_X, top, width * (1 - 2 * _MARGIN_X), height * (1 - _FOOT - _MARGIN_Y / 2) - top)

    def _fitting(self) -> float:
        """Return the largest unit with which everything fits, else the smallest."""
        if self._unit is None:
            bottom = self._room().bottom()
            shares = (_LARGEST + (_SMALLEST - _LARGEST) * step / (_STEPS - 1) for step in range(_STEPS))
            units = [share * self.height() for share in shares]
            self._unit = next((unit for unit in units if self._write(None, unit).y <= bottom), units[-1])
        return self._unit

    def _measured(self) -> Writer:
        return self._write(None, self._fitting())

    def _write(self, painter: QPainter | None, unit: float) -> Writer:
        room = self._room()
        writer = Writer(self._theme(), painter, unit, room.topLeft(), room.width())
        if self._content is not None:
            self._content.write(writer, room)
        return writer

    def _edge_font(self, role: TextRole) -> QFont:
        return self._theme().sized(role, round(self.height() * _SMALLEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme().colour("paper"))
        if self._is_blank:
            return
        self._paint_edges(painter)
        room = self._room()
        painter.setClipRect(QRectF(0, room.top(), self.width(), room.height()))
        painter.translate(0, -self._offset)
        self._write(painter, self._fitting())

    def _paint_edges(self, painter: QPainter) -> None:
        room, edges = self._room(), self._edges
        font, strong = self._edge_font(TextRole.BODY), self._edge_font(TextRole.BODY_STRONG)
        line = QFontMetricsF(font).height()
        head = QRectF(room.left(), room.top() - line * 1.35, room.width(), line)
        foot = QRectF(room.left(), self.height() - line * 1.6, room.width(), line)
        writer = Writer(self._theme(), painter, self.height() * _SMALLEST, head.topLeft(), room.width())
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        writer.draw(edges.head, font, "ink-2", head)
        writer.draw(edges.cue, strong, "accent", head, right)
        more = self.tr("More below: arrow down") if self.overflows and not self._offset else ""
        writer.draw(more or edges.foot, font, "ink-2", foot)
        if edges.clock:
            large = self._theme().sized(TextRole.BODY_STRONG, round(self.height() * _SMALLEST * 2.2))
            tall = QFontMetricsF(large).height()
            writer.draw(edges.clock, large, "ink", QRectF(foot.left(), foot.bottom() - tall, foot.width(), tall), right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the size of type that fits anew."""
        super().resizeEvent(event)
        self._unit, self._offset = None, 0.0

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._unit = None
            self.update()
