"""The strip at the lower edge of a map: a bar of a round number of kilometres, and the note on its lines."""

from math import log10

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from r2p_app.maps.labels import Box
from r2p_app.maps.region import BorderKind
from r2p_app.ui.format import kilometres
from r2p_app.ui.maps.ground import shows_border
from r2p_app.ui.maps.view import View
from r2p_app.ui.theme.tokens import TextRole, Theme

translate = QCoreApplication.translate

_NOTE_FLAGS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)

_MOST_OF_NOTE = 0.2
"""The share of the height that the note may take."""


class ScaleLayer:
    """A bar of a round number of kilometres, and the note on where the borders come from."""

    def __init__(self, *, with_note: bool = True) -> None:
        self._with_note = with_note

    def paint(self, painter: QPainter, view: View, taken: list[Box]) -> None:
        """Paint a strip at the lower edge."""
        theme, pad = view.theme, view.theme.px(6)
        metrics = QFontMetricsF(theme.font(TextRole.SMALL))
        km = scale_km(view.camera.scale * theme.px(110))
        bar, words = km / view.camera.scale, kilometres(km)
        left = 4 * pad + bar + metrics.horizontalAdvance(words)
        room = QRectF(left, 0, max(1.0, view.camera.width - left - pad), view.camera.height)
        note = self._note(view, metrics, room)
        height = max(metrics.height(), metrics.boundingRect(room, _NOTE_FLAGS, note).height()) + pad
        strip = QRectF(0, view.camera.height - height, view.camera.width if note else left, height)
        painter.fillRect(strip, theme.colour("surface", 0.86))
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour("ink-2"))
        painter.drawText(QRectF(left, strip.top(), room.width(), height - pad / 2), _NOTE_FLAGS, note)
        base = QRectF(2 * pad, strip.bottom() - metrics.height() - pad / 2, left, metrics.height())
        painter.setPen(theme.colour("ink"))
        painter.drawText(base.translated(bar + pad, 0), Qt.AlignmentFlag.AlignVCenter, words)
        self._bar(painter, theme, QPointF(base.left(), base.center().y()), bar)
        taken.append(Box(strip.x(), strip.y(), strip.width(), strip.height()))

    def _note(self, view: View, metrics: QFontMetricsF, room: QRectF) -> str:
        """Return the whole note, or only where the borders come from if the rest would cover much of the map."""
        if not self._with_note:
            return ""
        note = map_note(view)
        covers = metrics.boundingRect(room, _NOTE_FLAGS, note).height()
        return note if covers <= view.camera.height * _MOST_OF_NOTE else borders_note()

    def _bar(self, painter: QPainter, theme: Theme, start: QPointF, length: float) -> None:
        painter.setPen(QPen(theme.colour("ink"), 2))
        tick = QPointF(0, theme.px(4))
        end = start + QPointF(length, 0)
        painter.drawPolyline([start - tick, start, end, end - tick])


def scale_km(at_most: float) -> float:
    """Return the longest of 1, 2, 5, 10, 20, 50 … kilometres (or of their tenths) that fits."""
    power = 10.0 ** int(log10(at_most) // 1)
    return max(step * power for step in (1, 2, 5) if step * power <= at_most * 1.0001)


def borders_note() -> str:
    """Say where the borders come from, and that they are today's."""
    return translate("Map", "Borders: Natural Earth, present day.")


def map_note(view: View) -> str:
    """Say where the lines come from, and what is not settled about those that are seen."""
    parts = [borders_note()]
    if view.sheet.region.lakes:
        parts.append(translate("Map", "Lakes and rivers: GSHHG."))
    if view.sheet.region.towns:
        parts.append(translate("Map", "Towns: GeoNames."))
    if shows_border(view, BorderKind.STATUS):
        parts.append(
            translate(
                "Map",
                "Dashed and dotted: Kosovo declared independence in 2008; Serbia and other states do not recognise it.",
            )
        )
    if shows_border(view, BorderKind.DISPUTED):
        parts.append(translate("Map", "Dashed: disputed."))
    return " ".join(parts)
