"""What of the timeline is shown: a text, responsibilities (the legend too), lanes, the filters in force, a count.

Everything that can be chosen is in the filter menu; this is what is at hand.
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Responsibility
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.ui.format import number
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.filter_bar_chips import Active, active_filters
from r2p_app.ui.timeline.filter_bar_toggles import LaneToggles, LegendToggle, Toggle, Toggles
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.flow import FlowLayout

_TYPING_PAUSE = 150
"""Milliseconds without a keystroke after which a text filter counts."""

_TEXT_WIDTH, _GAP = 190, 2 * GRID

_MOST_COUNTED = 99
"""There is room for so many filters in force to be counted."""


class Chip(QPushButton):
    """A filter in force; pressing it ends it."""

    def __init__(self, active: Active, parent: QWidget | None = None) -> None:
        super().__init__(f"{active.words} ✕", parent)
        self.without = active.without
        self.setAutoDefault(True)
        self.setProperty("kind", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("End the filter “%1”").replace("%1", active.words))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class FilterBar(QWidget):
    """The filters above the timeline. In a narrow window the toggles are in the menu alone, those of the lanes wherever
    they have no room in the first line.

    Signals:
        filter_changed: The person chose another `Filter`.
        menu_requested: The person wants to see all there is to choose from.
    """

    filter_changed = Signal(object)
    menu_requested = Signal()

    def __init__(self, library: Library, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._shown = library, shown
        self._filter = shown.filter
        self._narrow = self._low = False
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Filter by text (F)"))
        self.text.setAccessibleName(self.tr("Filter events by text"))
        self.text.setClearButtonEnabled(True)
        self.menu = button(self.tr("Filters"), "toggle")
        self.count = label("", TextRole.SMALL, tone="muted", wrap=False)
        self.clear = button(self.tr("Clear filters"), "link")
        self.chips: list[Chip] = []
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._kinds = Toggles({kind: LegendToggle(kind) for kind in Responsibility})
        self._lanes = LaneToggles()
        self.toggles, self._toggled = self._kinds.toggles, frozenset[str]()
        self._build_layout()
        self._connect()
        self.show_events(library, shown)

    def show_events(self, library: Library, shown: Shown) -> None:
        """Show the state of a filter, and how many events it leaves."""
        self._library, self._shown, self._filter = library, shown, shown.filter
        self._kinds.show_chosen(shown.filter.responsibilities)
        self._lanes.show_lanes({lane.id: lane.title for lane in shown.items.lanes}, shown.filter.lanes)
        self._toggled = self._fold_toggles()
        if self.text.text().strip() != shown.filter.text:
            self.text.setText(shown.filter.text)
        self.count.setText(count_words(shown))
        self.clear.setVisible(not shown.filter.is_empty)
        self._show_chips()

    def set_room(self, *, narrow: bool, low: bool) -> None:
        """Leave the toggles to the menu where there is little width, the chips where there is little height."""
        if (narrow, low) != (self._narrow, self._low):
            self._narrow, self._low = narrow, low
            self._toggled = self._fold_toggles()
            self._show_chips()

    @property
    def lanes(self) -> Mapping[str, Toggle]:
        """The toggles of the lanes, by the lanes' ids."""
        return self._lanes.toggles

    def _build_layout(self) -> None:
        self._chips_holder = QWidget()
        self._chips = FlowLayout(self._chips_holder, spacing=GRID)
        line = FlowLayout(self, spacing=_GAP)
        self._first = (self.text, self.menu, self._kinds, self._lanes)
        for widget in (*self._first, self.count, self.clear, self._chips_holder):
            line.addWidget(widget)
        self._fit()

    def _fit(self) -> None:
        """Give the menu's button the width of its longest words: nothing is to move because a filter is counted."""
        self.text.setFixedWidth(current().px(_TEXT_WIDTH))
        words = self.menu.text()
        self.menu.setMinimumWidth(0)
        self.menu.setText(_counted(_MOST_COUNTED))
        self.menu.setMinimumWidth(self.menu.sizeHint().width())
        self.menu.setText(words)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text_changed)
        self.text.returnPressed.connect(self._on_pause_timeout)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.clear.clicked.connect(self._on_clear_clicked)
        self.menu.clicked.connect(self.menu_requested)
        self._kinds.chosen.connect(self._on_kinds_chosen)
        self._lanes.chosen.connect(self._on_lanes_chosen)

    def _fold_toggles(self) -> frozenset[str]:
        """Show the toggles that have room; return the fields of the filter that they are for."""
        wanted = (max(widget.sizeHint().width(), widget.minimumWidth()) + _GAP for widget in self._first)
        needed = sum(wanted) - _GAP
        has_lanes = not self._narrow and len(self.lanes) > 1 and needed <= self.width()
        self._kinds.setVisible(not self._narrow)
        self._lanes.setVisible(has_lanes)
        fields = (("responsibilities", not self._narrow), ("lanes", has_lanes))
        return frozenset(name for name, is_toggled in fields if is_toggled)

    def _show_chips(self) -> None:
        """Show what is chosen; the focus moves on from a chip that ended."""
        had_focus = any(chip.hasFocus() for chip in self.chips)
        _empty(self._chips)
        self.chips = [Chip(one) for one in active_filters(self._library, self._filter, toggled=self._toggled)]
        for chip in self.chips:
            chip.clicked.connect(self._on_chip_clicked)
            self._chips.addWidget(chip)
            chip.show()  # at once: a layout would do so later, and the focus may go there
        self._chips_holder.setVisible(bool(self.chips) and not self._low)
        if had_focus:
            (self.chips[0] if self.chips else self.menu).setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_menu()

    def _name_menu(self) -> None:
        count = len(active_filters(self._library, self._filter))
        words = _counted(count)
        self.menu.setText(words)
        self.menu.setAccessibleName(words)

    @Slot(object)
    def _on_kinds_chosen(self, kinds: frozenset[Responsibility] | None) -> None:
        self.filter_changed.emit(replace(self._filter, responsibilities=kinds))

    @Slot(object)
    def _on_lanes_chosen(self, lanes: frozenset[str] | None) -> None:
        self.filter_changed.emit(replace(self._filter, lanes=lanes))

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.filter_changed.emit(chip.without)

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.menu.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes away
        self.filter_changed.emit(Filter())

    @Slot()
    def _on_text_changed(self) -> None:
        self._pause.start()

    @Slot()
    def _on_pause_timeout(self) -> None:
        self._pause.stop()
        if self.text.text().strip() != self._filter.text:
            self.filter_changed.emit(replace(self._filter, text=self.text.text().strip()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the toggles of the lanes."""
        super().resizeEvent(event)
        toggled, self._toggled = self._toggled, self._fold_toggles()
        if self._toggled != toggled:
            self._show_chips()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


def _counted(count: int) -> str:
    """Return "Filters (2)"."""
    if not count:
        return QCoreApplication.translate("TimelineFilter", "Filters")
    return QCoreApplication.translate("TimelineFilter", "Filters (%1)").replace("%1", number(count))


def count_words(shown: Shown) -> str:
    """Return "37 of 510 events"."""
    found, all_ = len(shown), len(shown.items)
    if found == all_:
        return count_of_events(all_)
    words = QCoreApplication.translate("TimelineFilter", "%1 of %2 events")
    return words.replace("%1", number(found)).replace("%2", number(all_))
