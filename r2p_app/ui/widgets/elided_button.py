"""A link whose words may be longer than its place: they end in dots, and are said in full by tip and screen reader."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from r2p_app.ui.widgets.basic import restyle

_PADDING = 14
"""Pixels that the style sheet leaves free beside the words."""


class ElidedButton(QPushButton):
    """Takes the width it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAutoDefault(True)  # else only the space bar presses it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        restyle(self, kind="link")

    def set_words(self, words: str, in_full: str = "") -> None:
        """Show other words; `in_full` is what a screen reader says and the tip shows, the same unless given."""
        self._words = words
        self.setAccessibleName(in_full or words)
        self.setToolTip(in_full or words)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        room = max(0, self.width() - _PADDING)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
