"""Painted widgets as SVG, in the look that paper has."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from r2p_app.ui.export.paper import paper_theme
from r2p_app.ui.theme.look import drawn_in

_WIDTH = 560
"""Pixels across; the column of a sheet is as wide as a reading column, so that letters in pictures are of its size."""


def svg_of(widget: QWidget, width: int = _WIDTH) -> str:
    """Return what a widget paints in a width, with its words as text."""
    with drawn_in(paper_theme(1.0)):
        widget.ensurePolished()
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        widget.resize(width, height)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(QSize(width, height))
        generator.setViewBox(QRect(0, 0, width, height))
        with QPainter(generator) as painter:
            widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return bytes(data.data()).decode()
