"""A scrolled view that keeps the place that was gone to in sight."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from r2p_app.ui.theme.tokens import GRID


class Anchor(QObject):
    """Keeps a widget at the top of a view while its layout settles, until the person goes elsewhere; `area` owns it."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._held: QWidget | None = None
        self._is_moving = False
        self._bar.rangeChanged.connect(self._on_bar_range_changed)
        self._bar.valueChanged.connect(self._on_bar_value_changed)

    @property
    def _bar(self) -> QScrollBar:
        """Qt's own bar, asked for anew: a reference that is kept may outlive what it stands for."""
        return self._area.verticalScrollBar()

    def hold(self, widget: QWidget | None) -> None:
        """Show a widget at the top of the view; None is the beginning."""
        self._held = widget
        self._restore()

    def _restore(self) -> None:
        self._is_moving = True
        self._bar.setValue(self._wanted())
        self._is_moving = False

    def _wanted(self) -> int:
        whole = self._area.widget()
        if self._held is None or whole is None:
            return 0
        return max(0, self._held.mapTo(whole, QPoint()).y() - 4 * GRID)

    @Slot()
    def _on_bar_range_changed(self) -> None:
        if self._held is not None:
            self._restore()

    @Slot(int)
    def _on_bar_value_changed(self, value: int) -> None:
        """Let go, unless the view was only too short to go so far yet."""
        if not self._is_moving and not value == self._bar.maximum() < self._wanted():
            self._held = None
