"""The timeline as it is seen, as a picture: SVG with words as text, PNG in one of three sizes."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from r2p_app.timeline.axis import Axis
from r2p_app.ui.export.blocks import Column
from r2p_app.ui.export.painted import to_png, to_svg
from r2p_app.ui.theme.look import current, drawn_in
from r2p_app.ui.theme.tokens import Theme
from r2p_app.ui.timeline.export_frame import foot, head
from r2p_app.ui.timeline.export_seen import Seen, subtitle, title
from r2p_app.ui.timeline.looking import View
from r2p_app.ui.timeline.paint import TimelinePainter
from r2p_app.ui.timeline.scene import Scene
from r2p_app.ui.timeline.words import event_name

_MARGIN = 16

_DESCRIBED = 500
"""Events named in the description; nobody listens to more."""


class Picture:
    """The picture in a theme: the view between its head and its foot.

    Lanes that do not fit into the height of the view make the picture higher: paper does not scroll.
    """

    def __init__(self, seen: Seen, theme: Theme) -> None:
        self._seen = seen = replace(seen, whole=False)  # a picture has an axis
        self._theme = theme
        with drawn_in(theme):
            self._head, self._foot = head(seen), foot(seen)
            self._scene = Scene(
                seen.shown, theme, seen.width, seen.height, arrangement=seen.arrangement, paired=seen.paired
            )
            self._scene.resize(seen.width, seen.height + self._scene.overflow)
            self._view = View(self._axis())
            self._margin = theme.px(_MARGIN)
            inner = seen.width - 2 * self._margin
            self._top = self._margin + self._head.height(inner) + theme.px(8)
            self._below = self._top + self._scene.height + theme.px(8)
            self.size = QSize(seen.width, round(self._below + self._foot.height(inner) + self._margin))

    def png(self, scale: int) -> bytes:
        """Return the picture with `scale` pixels to one of the screen."""
        return to_png(self._paint, self.size, scale, title=title(self._seen), description=subtitle(self._seen))

    def svg(self) -> bytes:
        """Return the picture as SVG, with words as text."""
        return to_svg(self._paint, self.size, title=title(self._seen), description=self._description())

    def _axis(self) -> Axis:
        return self._seen.axis.resized(self._scene.plot_width)

    def _paint(self, painter: QPainter) -> None:
        with drawn_in(self._theme):
            inner = self.size.width() - 2 * self._margin
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(QRectF(QPointF(0, 0), self.size.toSizeF()), current().colour("surface"))
            self._paint_block(painter, self._head, self._margin, inner)
            painter.save()
            painter.translate(0, round(self._top))
            TimelinePainter(painter, self._scene, self._view).paint()
            painter.restore()
            self._paint_block(painter, self._foot, self._below, inner)

    def _paint_block(self, painter: QPainter, block: Column, top: float, width: float) -> None:
        block.paint(painter, self._margin, top, width)

    def _description(self) -> str:
        """What is seen in words: for who cannot see it, and for searching."""
        items = self._seen.shown.items
        names = (event_name(items, index) for index in self._seen.indices[:_DESCRIBED])
        return "\n".join((subtitle(self._seen), *names))
