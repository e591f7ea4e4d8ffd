"""Filters that are at hand: one toggle for each responsibility, which is the legend too, and one for each lane."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.model import Responsibility
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.timeline.filter_bar_chips import in_group
from r2p_app.ui.timeline.marks import mark_icon
from r2p_app.ui.widgets.basic import row

_TICK = "\N{CHECK MARK}"

_MARK, _WIDEST = 12, 104
"""Pixels at 100 % text: the mark of a responsibility, and the widest name, which is cut beyond."""


class Toggle(QPushButton):
    """A filter that is on or off; a tick says which, and its width stays the same."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self._label = text
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "filter")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._on_toggled)
        self._draw()

    def _draw(self) -> None:
        elide, widest = Qt.TextElideMode.ElideRight, current().px(_WIDEST)
        self._label = self.fontMetrics().elidedText(self._words, elide, widest)
        self.setToolTip(self._words if self._label != self._words else "")
        self.setMinimumWidth(0)
        self.setText(f"{self._label} {_TICK}")
        self.setMinimumWidth(self.sizeHint().width())
        self._on_toggled(self.isChecked())

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self.setText(f"{self._label} {_TICK}" if on else self._label)

    def changeEvent(self, event: QEvent) -> None:
        """Measure and draw anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()


class LegendToggle(Toggle):
    """The toggle of a responsibility, with its mark."""

    def __init__(self, kind: Responsibility) -> None:
        self._kind = kind
        super().__init__(enum_label(kind))

    def _draw(self) -> None:
        size, gap = current().px(_MARK), GRID
        self.setIcon(mark_icon(self._kind, size, gap, self.devicePixelRatioF()))
        self.setIconSize(QSize(size + gap, size))
        super()._draw()


class Toggles(QWidget):
    """The toggles of one kind of filter; where all are on, everything passes.

    Signals:
        chosen: The values that are on as a frozen set, None where all of them are.
    """

    chosen = Signal(object)

    def __init__(self, toggles: Mapping[Any, Toggle] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = row(into=self, spacing=GRID)
        self.toggles: Mapping[Any, Toggle] = {}  # Any: what a filter of this kind chooses from
        self.offer(toggles or {})

    def offer(self, toggles: Mapping[Any, Toggle]) -> None:
        """Offer other values."""
        for old in self.toggles.values():
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.toggles = toggles
        for toggle in toggles.values():
            self._line.addWidget(toggle)
            toggle.clicked.connect(self._on_toggle_clicked)

    def show_chosen(self, chosen: frozenset[Any] | None) -> None:
        """Show what is on, None for everything, without telling anyone."""
        for value, toggle in self.toggles.items():
            toggle.setChecked(chosen is None or value in chosen)

    @Slot()
    def _on_toggle_clicked(self) -> None:
        on = frozenset(value for value, toggle in self.toggles.items() if toggle.isChecked())
        self.chosen.emit(None if len(on) == len(self.toggles) else on)


class LaneToggles(Toggles):
    """One toggle for each lane, by its id, in the order of the lanes."""

    def show_lanes(self, titles: Mapping[str, str], chosen: frozenset[str] | None) -> None:
        """Show which of these lanes are on."""
        if titles.keys() != self.toggles.keys():
            self.offer({lane_id: Toggle(title) for lane_id, title in titles.items()})
            for lane_id, toggle in self.toggles.items():
                toggle.setAccessibleName(in_group(self.tr("Lane"), titles[lane_id]))
        self.show_chosen(chosen)
