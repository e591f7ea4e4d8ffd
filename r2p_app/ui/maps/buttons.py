"""The buttons in the corner of a map: nearer, further, all."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame

from r2p_app.ui.maps.canvas import MapCanvas
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.icon_button import IconButton


class MapButtons(QFrame):
    """Stays in the upper right corner of its map."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self.setProperty("card", "floating")
        self._canvas = canvas
        nearer = IconButton("plus", name=self.tr("Zoom in"), token="ink")
        further = IconButton("minus", name=self.tr("Zoom out"), token="ink")
        all_ = IconButton("house", name=self.tr("Show the map as it was at first"), token="ink")
        column(nearer, further, all_, spacing=0, margins=(2, 2, 2, 2), into=self)
        nearer.clicked.connect(canvas.zoom_in)
        further.clicked.connect(canvas.zoom_out)
        all_.clicked.connect(canvas.fit_home)
        canvas.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the map."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._canvas.width() - self.width() - 2 * GRID, 2 * GRID)
