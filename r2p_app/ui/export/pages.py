"""A text document on paper, a page at a time: on a printer, and as PDF."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPagedPaintDevice, QPainter, QTextDocument

from r2p_app.ui.export.work import Progress, Work


def paint_pages(document: QTextDocument, device: QPagedPaintDevice) -> Work:
    """Return the work that paints a document on a device whose pages are set up; it makes no bytes of its own."""
    page = QSizeF(device.width(), device.height())
    document.documentLayout().setPaintDevice(device)
    document.setPageSize(page)
    yield Progress(0, document.pageCount())
    with QPainter(device) as painter:
        for number in range(document.pageCount()):
            if number:
                device.newPage()
            _paint_page(painter, document, QRectF(QPointF(0, number * page.height()), page))
            yield Progress(number + 1, document.pageCount())
    return b""


def _paint_page(painter: QPainter, document: QTextDocument, shown: QRectF) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = shown
    painter.save()
    painter.translate(0, -shown.top())
    painter.setClipRect(shown)
    document.documentLayout().draw(painter, context)
    painter.restore()
