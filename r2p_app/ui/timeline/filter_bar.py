"""What of the timeline is shown: a text, the responsibilities (this is the legend too), the filters in force, a count.

Everything that can be chosen is in the filter menu; this is what is at hand.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLayout, QLineEdit, QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Responsibility
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.ui.format import number
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.filter_bar_chips import Active, active_filters
from r2p_app.ui.timeline.marks import mark_icon
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import button, label, row
from r2p_app.ui.widgets.flow import FlowLayout

_TICK = "\N{CHECK MARK}"

_TYPING_PAUSE = 150
"""Milliseconds without a keystroke after which a text filter counts."""

_TEXT_WIDTH = 190


class Toggle(QPushButton):
    """A filter that is on or off; a tick says which, and its width stays the same."""

    def __init__(self, text: str, kind: Responsibility, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._kind = text, kind
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "filter")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._on_toggled)
        self._draw()

    def _draw(self) -> None:
        self.setMinimumWidth(0)
        self.setText(f"{self._label} {_TICK}")
        size, gap = current().px(12), GRID
        self.setIcon(mark_icon(self._kind, size, gap, self.devicePixelRatioF()))
        self.setIconSize(QSize(size + gap, size))
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
    """The filters above the timeline. In a narrow window the toggles are in the menu alone.

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
        self.toggles = {kind: Toggle(enum_label(kind), kind) for kind in Responsibility}
        self._build_layout()
        self._connect()
        self.show_events(library, shown)

    def show_events(self, library: Library, shown: Shown) -> None:
        """Show the state of a filter, and how many events it leaves."""
        self._library, self._shown, self._filter = library, shown, shown.filter
        self._set_toggles()
        if self.text.text().strip() != shown.filter.text:
            self.text.setText(shown.filter.text)
        self.count.setText(count_words(shown))
        self.clear.setVisible(not shown.filter.is_empty)
        self._show_chips()

    def set_room(self, *, narrow: bool, low: bool) -> None:
        """Leave the toggles to the menu where there is little width, the chips where there is little height."""
        self._toggles_holder.setVisible(not narrow)
        if (narrow, low) != (self._narrow, self._low):
            self._narrow, self._low = narrow, low
            self._show_chips()

    def _build_layout(self) -> None:
        self._toggles_holder, self._chips_holder = QWidget(), QWidget()
        row(*self.toggles.values(), into=self._toggles_holder, spacing=GRID)
        self._chips = FlowLayout(self._chips_holder, spacing=GRID)
        line = FlowLayout(self, spacing=2 * GRID)
        for widget in (self.text, self.menu, self._toggles_holder, self.count, self.clear, self._chips_holder):
            line.addWidget(widget)
        self._fit()

    def _fit(self) -> None:
        self.text.setFixedWidth(current().px(_TEXT_WIDTH))

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text_changed)
        self.text.returnPressed.connect(self._on_pause_timeout)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.clear.clicked.connect(self._on_clear_clicked)
        self.menu.clicked.connect(self.menu_requested)
        for toggle in self.toggles.values():
            toggle.clicked.connect(self._on_toggle_clicked)

    def _set_toggles(self) -> None:
        chosen = self._filter.responsibilities
        for kind, toggle in self.toggles.items():
            toggle.setChecked(chosen is None or kind in chosen)

    def _show_chips(self) -> None:
        """Show what is chosen; the focus moves on from a chip that ended."""
        had_focus = any(chip.hasFocus() for chip in self.chips)
        _empty(self._chips)
        self.chips = [Chip(one) for one in active_filters(self._library, self._filter, toggled=not self._narrow)]
        for chip in self.chips:
            chip.clicked.connect(self._on_chip_clicked)
            self._chips.addWidget(chip)
            chip.show()  # at once: a layout would do so later, and the focus may go there
        self._chips_holder.setVisible(bool(self.chips) and not self._low)
        if had_focus:
            (self.chips[0] if self.chips else self.menu).setFocus(Qt.FocusReason.OtherFocusReason)
        self._name_menu()

    def _name_menu(self) -> None:
        count = len(active_filters(self._library, self._filter, toggled=False))
        words = self.tr("Filters (%1)").replace("%1", number(count)) if count else self.tr("Filters")
        self.menu.setText(words)
        self.menu.setAccessibleName(words)

    @Slot()
    def _on_toggle_clicked(self) -> None:
        kinds = frozenset(kind for kind, toggle in self.toggles.items() if toggle.isChecked())
        everything = len(kinds) == len(self.toggles)
        self.filter_changed.emit(replace(self._filter, responsibilities=None if everything else kinds))

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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()


def count_words(shown: Shown) -> str:
    """Return "37 of 510 events"."""
    found, all_ = len(shown), len(shown.items)
    if found == all_:
        return count_of_events(all_)
    words = QCoreApplication.translate("TimelineFilter", "%1 of %2 events")
    return words.replace("%1", number(found)).replace("%2", number(all_))
