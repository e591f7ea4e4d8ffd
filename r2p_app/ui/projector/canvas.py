"""A painted sheet for the projector: the largest type with which everything fits, never less than can be read."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.ui.projector.writer import Writer
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole, Theme, load_theme

SMALLEST_LETTER = 0.02
"""The least height of a capital as a share of the sheet: from six sheets' heights away it is 11 minutes of arc."""

_SMALLEST, _LARGEST, _STEPS = 0.029, 0.046, 12
"""The unit of type as a share of the height, and how many sizes are tried between."""
_MARGIN_X, _MARGIN_Y, _FOOT = 0.06, 0.055, 0.07

DARK, CONTRAST = "dark", "contrast"


class Content(Protocol):
    """What stands on a sheet."""

    @property
    def words(self) -> str:
        """Everything on it as one text, for those who hear the window."""

    def write(self, writer: Writer, room: QRectF) -> None:
        """Write it; `room` is how much is seen without scrolling."""


@dataclass(frozen=True)
class Edges:
    """The lines above and below a sheet: where the class is, what is asked of it, how many have answered, a clock."""

    head: str = ""
    cue: str = ""
    foot: str = ""
    count: str = ""
    clock: str = ""

    @property
    def words(self) -> str:
        """Everything but the clock as one text."""
        return "\n".join(part for part in (self.head, self.cue, self.foot, self.count) if part)


class _Fitted(NamedTuple):
    """The unit of type that fits, where what is written with it ends, and its smallest capital, in pixels."""

    unit: float
    bottom: float
    smallest: float


class ProjectorCanvas(QWidget):
    """Shows a content; blank where asked. What does not fit at the smallest type is scrolled to, never shrunk further.

    It is dark, as rooms with a projector are; high contrast stays.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: Content | None = None
        self._edges = Edges()
        self._is_blank = False
        self._fitted: _Fitted | None = None
        self._step = 0
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
            self._content, self._fitted, self._offset = content, None, 0.0
            self._describe()
            self.update()
        self.show_edges(edges)

    def show_edges(self, edges: Edges) -> None:
        """Change the lines around the sheet."""
        if edges != self._edges:
            self._edges = edges
            self._describe()
            self.update()

    def set_blank(self, *, blank: bool) -> None:
        """Show nothing, or the content again."""
        self._is_blank = blank
        self._describe()
        self.update()

    def scroll_by(self, pages: int) -> None:
        """Move down (or up) to what has no room."""
        self._offset = min(self._beyond(), max(0.0, self._offset + pages * self._room().height() * 0.8))
        self.update()

    @property
    def overflows(self) -> bool:
        """Whether not everything fits at the smallest type."""
        return self._beyond() > 1

    @property
    def has_more(self) -> bool:
        """Whether something is below that does not fit at the smallest type and was not moved to yet."""
        return self._beyond() > self._offset + 1

    def _beyond(self) -> float:
        return max(0.0, self._fitting().bottom - self._room().bottom())

    def smallest_letter(self) -> float:
        """Return the height of the smallest capital on the sheet as a share of its height."""
        edge = QFontMetricsF(self._edge_font(TextRole.BODY)).capHeight()
        return min(self._fitting().smallest, edge) / max(1, self.height())

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
        return current() if current().name == CONTRAST else load_theme(DARK)

    def _describe(self) -> None:
        parts = (self._edges.words, self._content.words if self._content is not None else "")
        words = "\n".join(part for part in parts if part)
        self.setAccessibleDescription(self.tr("The screen is blank") if self._is_blank else words)

    def _room(self) -> QRectF:
        """Return where the content stands, between head and foot."""
        width, height = self.width(), self.height()
        top = height * (_MARGIN_Y + _SMALLEST * 1.9)
        return QRectF(width * _MARGIN_X, top, width * (1 - 2 * _MARGIN_X), height * (1 - _FOOT - _MARGIN_Y / 2) - top)

    def _fitting(self) -> _Fitted:
        """Return the largest type with which everything fits, else the smallest.

        The size of the sheet before is tried first: in the course of a vote a sheet changes little.
        """
        if self._fitted is None:
            written, bottom = cache(self._written), self._room().bottom()
            tried, low, high = self._step, 0, _STEPS - 1
            if written(tried).bottom > bottom:
                low = min(tried + 1, high)
            elif tried and written(tried - 1).bottom > bottom:
                low = high = tried
            else:
                high = tried
            self._step = bisect_left(range(_STEPS), True, low, high, key=lambda step: written(step).bottom <= bottom)
            self._fitted = written(self._step)
        return self._fitted

    def _written(self, step: int) -> _Fitted:
        """Measure with one of the sizes of type, of which 0 is the largest."""
        share = _LARGEST + (_SMALLEST - _LARGEST) * step / (_STEPS - 1)
        written = self._write(None, share * self.height())
        return _Fitted(written.unit, written.y, written.smallest)

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
        self._write(painter, self._fitting().unit)

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
        more = self.tr("More below: arrow down") if self.has_more else ""
        if not edges.clock:
            writer.draw(edges.foot, font, "ink-2", foot)
            writer.draw(edges.count or more, strong, "ink", foot, right)
            return
        large = self._theme().sized(TextRole.BODY_STRONG, round(self.height() * _SMALLEST * 2.2))
        tall = QFontMetricsF(large).height()
        writer.draw(edges.count or more or edges.foot, font, "ink-2", foot)
        writer.draw(edges.clock, large, "ink", QRectF(foot.left(), foot.bottom() - tall, foot.width(), tall), right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the size of type that fits anew."""
        super().resizeEvent(event)
        self._fitted, self._offset = None, 0.0

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._fitted = None
            self.update()
