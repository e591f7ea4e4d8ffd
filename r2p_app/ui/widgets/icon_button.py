"""A button with an icon of the theme, drawn anew when theme or text size change."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.ui.theme.icons import icon
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID


class IconButton(QPushButton):
    """A button of a kind the style sheet knows. `name` is what is spoken, and the tooltip where there is no text.

    `token` colours the icon, `on` colours it when the button is checked; `size` is in pixels at 100 % text.
    """

    def __init__(
        self,
        icon_name: str,
        text: str = "",
        *,
        kind: str = "quiet",
        name: str = "",
        token: str = "ink-2",
        on: str = "",
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name, self._token, self._on, self._size = icon_name, token, on, size
        self._gap = 2 * GRID if text else 0
        self.setAutoDefault(True)  # else only the space bar presses it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("kind", kind)
        self.setAccessibleName(name or text)
        self.setToolTip("" if text else name)
        self._draw()

    def _draw(self) -> None:
        side = current().px(self._size)
        self.setIcon(icon(self._icon_name, self._token, on=self._on, size=self._size, gap=self._gap))
        self.setIconSize(QSize(side + self._gap, side))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
