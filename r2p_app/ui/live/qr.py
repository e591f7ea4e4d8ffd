"""A square code that a phone's camera reads: always dark on light, as cameras expect."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import load_theme

_QUIET = 4
"""Free modules around the code, as the standard asks for."""


@lru_cache(maxsize=4)
def matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the dark modules of the code for a text, row by row."""
    import segno  # only when a room is open

    return tuple(tuple(bool(module) for module in line) for line in segno.make(text, error="m", micro=False).matrix)


def paint_code(painter: QPainter, modules: tuple[tuple[bool, ...], ...], box: QRectF) -> None:
    """Paint the code with its quiet zone into a square."""
    light = load_theme("light")
    side = box.width() / (len(modules) + 2 * _QUIET)
    painter.fillRect(box, light.colour("surface"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light.colour("ink"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for y, line in enumerate(modules):
        for x, is_dark in enumerate(line):
            if is_dark:
                left, top = box.left() + (x + _QUIET) * side, box.top() + (y + _QUIET) * side
                painter.drawRect(QRectF(left, top, side, side).toAlignedRect())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


class QrCode(QWidget):
    """The code of an address."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show the code of this text."""
        self._modules = matrix(text)
        self.setAccessibleName(self.tr("QR code of the address %1").replace("%1", text))
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough for a camera held over the table."""
        side = current().px(180)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code."""
        if self._modules:
            side = min(self.width(), self.height())
            paint_code(QPainter(self), self._modules, QRectF(0, 0, side, side))
