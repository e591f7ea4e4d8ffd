"""What the class sees: one painted sheet that grows with its widget, readable from the back of the room.

A widget of its own, so that a lesson's projector can embed it: give it scenes with `show_scene`.
"""

from bisect import bisect_left
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.live.events import Phase
from r2p_app.ui.live.qr import matrix, paint_code
from r2p_app.ui.live.scene import Scene
from r2p_app.ui.live.sheet import write_scene
from r2p_app.ui.live.words import code_words
from r2p_app.ui.live.writer import Writer
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole, Theme

SMALLEST_LETTER = 0.02
"""The least height of a capital as a share of the sheet: from six sheets' heights away it is 11 minutes of arc."""

_SMALLEST, _LARGEST, _STEPS = 0.029, 0.046, 12
"""The unit of type as a share of the height, and how many sizes are tried between."""
_MARGIN_X, _MARGIN_Y = 0.06, 0.055
_FOOT = 0.07


class Door(NamedTuple):
    """How students come in: the address without its scheme, the code, and what the QR code says."""

    address: str
    code: str
    link: str


class _Fitted(NamedTuple):
    """The unit of type that fits, where what is written with it ends, and its smallest capital, in pixels."""

    unit: float
    bottom: float
    smallest: float


class LiveProjector(QWidget):
    """Shows a scene; blank where asked. What does not fit at the smallest type is scrolled to, never shrunk further."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene(Phase.LOBBY)
        self._door: Door | None = None
        self._code: tuple[tuple[bool, ...], ...] = ()
        self._is_blank = False
        self._fitted: _Fitted | None = None
        self._offset = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("What the class sees"))

    @property
    def scene(self) -> Scene:
        """What is shown, or would be were it not blank."""
        return self._scene

    @property
    def is_blank(self) -> bool:
        """Whether nothing is shown."""
        return self._is_blank

    def show_door(self, door: Door) -> None:
        """Show how to come in."""
        self._door, self._code = door, matrix(door.link)
        self.update()

    def show_scene(self, scene: Scene) -> None:
        """Show another scene."""
        if scene != self._scene:
            if (scene.phase, scene.prompt) != (self._scene.phase, self._scene.prompt):
                self._offset = 0.0
            if replace(scene, count="") != replace(self._scene, count=""):
                self._fitted = None  # the count stands in the foot: a vote does not set everything anew
            self._scene = scene
            self._describe()
            self.update()

    def set_blank(self, *, blank: bool) -> None:
        """Show nothing, or the scene again."""
        self._is_blank = blank
        self._describe()
        self.update()

    def move_by(self, pages: int) -> None:
        """Move down (or up) to what has no room."""
        self._offset = min(self._beyond(), max(0.0, self._offset + pages * self._room().height() * 0.8))
        self.update()

    @property
    def has_more(self) -> bool:
        """Whether something is below that does not fit at the smallest type and was not moved to yet."""
        return self._beyond() > self._offset + 1

    def _beyond(self) -> float:
        return max(0.0, self._fitting().bottom - self._room().bottom())

    def smallest_letter(self) -> float:
        """Return the height of the smallest capital on the sheet as a share of its height."""
        foot = QFontMetricsF(self._foot_font()).capHeight()
        return min(self._fitting().smallest, foot) / max(1, self.height())

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

    def _describe(self) -> None:
        self.setAccessibleDescription(self.tr("The screen is blank") if self._is_blank else self._scene.words)

    def _room(self) -> QRectF:
        """Return where the scene stands, between head and foot."""
        width, height = self.width(), self.height()
        head = height * _SMALLEST * 1.9
        top = height * _MARGIN_Y + head
        return QRectF(width * _MARGIN_X, top, width * (1 - 2 * _MARGIN_X), height * (1 - _FOOT - _MARGIN_Y / 2) - top)

    def _fitting(self) -> "_Fitted":
        """Return the largest type with which everything fits, else the smallest."""
        if self._fitted is None:
            bottom = self._room().bottom()
            step = bisect_left(range(_STEPS - 1), True, key=lambda step: self._written(step).bottom <= bottom)
            self._fitted = self._written(step)
        return self._fitted

    def _written(self, step: int) -> "_Fitted":
        """Measure with one of the sizes of type, of which 0 is the largest."""
        share = _LARGEST + (_SMALLEST - _LARGEST) * step / (_STEPS - 1)
        written = self._write(None, current(), share * self.height())
        return _Fitted(written.unit, written.y, written.smallest)

    def _write(self, painter: QPainter | None, theme: Theme, unit: float) -> Writer:
        room = self._room()
        writer = Writer(theme, painter, unit, room.topLeft(), room.width())
        if self._scene.phase in {Phase.LOBBY, Phase.ENDED}:
            self._write_door(writer, room)
        else:
            write_scene(writer, self._scene)
        return writer

    def _write_door(self, writer: Writer, room: QRectF) -> None:
        scene, door = self._scene, self._door
        if scene.phase is Phase.ENDED or door is None:
            writer.text(scene.cue, TextRole.H1, 2.0)
            return
        side = min(room.height() * 0.82, room.width() * 0.42)
        writer.width = room.width() - side - 2 * writer.unit
        writer.text(scene.cue, TextRole.H1, 2.0)
        writer.gap(0.6)
        writer.text(self.tr("Open this address on your phone, or point its camera at the code:"), TextRole.BODY, 1.1)
        writer.text(door.address, TextRole.BODY_STRONG, 1.7, "accent")
        writer.gap(0.6)
        writer.text(self.tr("Code"), TextRole.BODY, 1.1, "ink-2")
        writer.text(code_words(door.code), TextRole.BODY_STRONG, 3.0)
        writer.gap(0.6)
        writer.text(scene.count, TextRole.BODY_STRONG, 1.2)
        writer.text(" · ".join(scene.names), TextRole.BODY, 1.0, "ink-2")
        if writer.painter is not None:
            paint_code(writer.painter, self._code, QRectF(room.right() - side, room.top(), side, side))

    def _foot_font(self) -> QFont:
        return current().sized(TextRole.BODY, round(self.height() * _SMALLEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("paper"))
        if self._is_blank:
            return
        self._paint_head_and_foot(painter, theme)
        room = self._room()
        painter.setClipRect(QRectF(0, room.top(), self.width(), room.height()))
        painter.translate(0, -self._offset)
        self._write(painter, theme, self._fitting().unit)

    def _paint_head_and_foot(self, painter: QPainter, theme: Theme) -> None:
        room, scene = self._room(), self._scene
        if scene.phase in {Phase.LOBBY, Phase.ENDED}:
            return
        font = self._foot_font()
        line = QFontMetricsF(font).height()
        head = QRectF(room.left(), room.top() - line * 1.35, room.width(), line)
        writer = Writer(theme, painter, self.height() * _SMALLEST, head.topLeft(), room.width())
        writer.draw(scene.head, font, "ink-2", head)
        cue_font = theme.sized(TextRole.BODY_STRONG, round(self.height() * _SMALLEST))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        writer.draw(scene.cue, cue_font, "accent", head, right)
        foot = QRectF(room.left(), self.height() - line * 1.6, room.width(), line)
        if self._door is not None:
            join = self.tr("Join: %1 · code %2").replace("%1", self._door.address)
            writer.draw(join.replace("%2", code_words(self._door.code)), font, "ink-2", foot)
        more = self.tr("More below: arrow down") if self.has_more else ""
        writer.draw(scene.count or more, cue_font, "ink", foot, right)

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
