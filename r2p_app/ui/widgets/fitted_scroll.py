"""A scrolling area no higher than what it holds."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from r2p_app.ui.theme.look import current


class FittedScroll(QScrollArea):
    """As high as its content, and scrolling where there is less room, so that what stands below follows closely."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._content = content
        content.setMinimumHeight(1)  # else Qt takes the height that the least width would need for the least height
        content.installEventFilter(self)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """The height that the content needs at this width."""
        width = self.viewport().width()
        return QSize(width, self._content.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few lines must be seen."""
        return QSize(0, current().px(80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
