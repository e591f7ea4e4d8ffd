"""What of the timeline is shown: responsibilities (this is the legend too), lanes, text, and the number of events."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLineEdit, QMenu, QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Actor, Responsibility
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.ui.format import number
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.marks import mark_icon
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.flow import FlowLayout

_TICK = "\N{CHECK MARK}"

_TYPING_PAUSE = 150
"""Milliseconds without a keystroke after which a text filter counts."""


class Toggle(QPushButton):
    """A filter that is on or off; a tick says which, and its width stays the same."""

    def __init__(self, text: str, kind: Responsibility | None = None, parent: QWidget | None = None) -> None:
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
        if self._kind is not None:
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


class _Divider(QFrame):
    """A thin upright line between two groups."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rule", "upright")
        self.setFixedSize(1, 20)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()


class FilterBar(QWidget):
    """The controls above the timeline. In a narrow window the toggles fold into a menu.

    Signals:
        filter_changed: The person chose another `Filter`.
        table_toggled: The person wants the table (True) or the lanes.
    """

    filter_changed = Signal(object)
    table_toggled = Signal(bool)

    def __init__(self, library: Library, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._shown = library, shown
        self._filter = shown.filter
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Filter by text (F)"))
        self.text.setAccessibleName(self.tr("Filter events by text"))
        self.text.setClearButtonEnabled(True)
        self.count = label("", TextRole.SMALL, tone="muted", wrap=False)
        self.clear = button(self.tr("Show all events"), "link")
        self.table = button(self.tr("Table view"), "toggle")
        self.table.setCheckable(True)
        self.menu_button = button(self.tr("Filters"), "toggle")
        self.menu_button.setMenu(QMenu(self.menu_button))
        self._toggles_holder = QWidget()
        self._toggles = FlowLayout(self._toggles_holder, spacing=GRID)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self.responsibility_toggles: Mapping[Responsibility, Toggle] = {}
        self.lane_toggles: Mapping[str, Toggle] = {}
        self._build_layout()
        self._build_toggles()
        self._connect()
        self.show_events(library, shown)

    def show_events(self, library: Library, shown: Shown) -> None:
        """Show the state of a filter, and how many events it leaves."""
        if shown.items is not self._shown.items:
            self._library, self._shown = library, shown
            self._build_toggles()
        self._library, self._shown, self._filter = library, shown, shown.filter
        self._set_toggles()
        if self.text.text().strip() != shown.filter.text:
            self.text.setText(shown.filter.text)
        self.count.setText(self._count_words())
        self.clear.setVisible(not shown.filter.is_empty)
        self._fill_menu()
        self._show_other_filters()

    def set_narrow(self, narrow: bool) -> None:
        """Fold the toggles into a menu, or unfold them."""
        self._toggles_holder.setVisible(not narrow)
        self.menu_button.setVisible(narrow)

    def set_table(self, on: bool) -> None:
        """Show whether the table is seen, without telling anyone."""
        self.table.blockSignals(True)
        self.table.setChecked(on)
        self.table.blockSignals(False)

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(label(self.tr("Timeline"), TextRole.H2, wrap=False))
        head.addStretch(1)
        for widget in (self.count, self.clear, self.menu_button, self.text, self.table):
            head.addWidget(widget)
        self.text.setMinimumWidth(120)
        box = column(into=self, spacing=2 * GRID)
        box.addLayout(head)
        box.addWidget(self._toggles_holder)

    def _build_toggles(self) -> None:
        _empty(self._toggles)
        self.responsibility_toggles = {kind: Toggle(enum_label(kind), kind) for kind in Responsibility}
        self.lane_toggles = {lane.id: Toggle(lane.title) for lane in self._shown.items.lanes}
        for widget in (*self.responsibility_toggles.values(), _Divider(), *self.lane_toggles.values()):
            self._toggles.addWidget(widget)
            if isinstance(widget, Toggle):
                widget.clicked.connect(self._on_toggle_clicked)
        self._others = QWidget()
        self._others_box = row(into=self._others, spacing=GRID)
        self._toggles.addWidget(self._others)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text_changed)
        self.text.returnPressed.connect(self._on_pause_timeout)
        self._pause.timeout.connect(self._on_pause_timeout)
        self.clear.clicked.connect(self._on_clear_clicked)
        self.table.toggled.connect(self.table_toggled)

    def _set_toggles(self) -> None:
        chosen, lanes = self._filter.responsibilities, self._filter.lanes
        for kind, toggle in self.responsibility_toggles.items():
            toggle.setChecked(chosen is None or kind in chosen)
        for lane_id, toggle in self.lane_toggles.items():
            toggle.setChecked(lanes is None or lane_id in lanes)

    def _count_words(self) -> str:
        found, all_ = len(self._shown), len(self._shown.items)
        if found == all_:
            return count_of_events(all_)
        return self.tr("%1 of %2 events").replace("%1", number(found)).replace("%2", number(all_))

    def _fill_menu(self) -> None:
        menu = self.menu_button.menu()
        menu.clear()
        for section in (self.responsibility_toggles, self.lane_toggles):
            for toggle in section.values():
                action = QAction(
                    toggle.icon(), toggle.accessibleName(), menu, checkable=True, checked=toggle.isChecked()
                )
                action.triggered.connect(toggle.click)
                menu.addAction(action)
            menu.addSeparator()

    def _show_other_filters(self) -> None:
        """Filters that a link brought and that have no toggle: each a button that ends it."""
        _empty(self._others_box)
        for words, without in self._other_filters():
            chip = button(f"{words} ✕", "quiet", name=self.tr("End the filter “%1”").replace("%1", words))
            chip.setProperty("without", without)
            chip.clicked.connect(self._on_chip_clicked)
            self._others_box.addWidget(chip)

    def _other_filters(self) -> list[tuple[str, dict[str, Any]]]:  # Any: values of `Filter`'s fields
        found: list[tuple[str, dict[str, Any]]] = []
        if self._filter.themes is not None:
            themes = ", ".join(sorted(enum_label(theme) for theme in self._filter.themes))
            found.append((self.tr("Theme: %1").replace("%1", themes), {"themes": None}))
        if self._filter.importance > 1:
            words = self.tr("Landmarks") if self._filter.importance == 3 else self.tr("Without minor events")
            found.append((words, {"importance": 1}))
        if self._filter.actor:
            actor = self._library.find(self._filter.actor, Actor)
            found.append((actor.name if actor else self._filter.actor, {"actor": ""}))
        return found

    @Slot()
    def _on_toggle_clicked(self) -> None:
        kinds = [kind for kind, toggle in self.responsibility_toggles.items() if toggle.isChecked()]
        lanes = [lane_id for lane_id, toggle in self.lane_toggles.items() if toggle.isChecked()]
        self.filter_changed.emit(
            replace(
                self._filter,
                responsibilities=None if len(kinds) == len(self.responsibility_toggles) else frozenset(kinds),
                lanes=None if len(lanes) == len(self.lane_toggles) else frozenset(lanes),
            )
        )

    @Slot()
    def _on_chip_clicked(self) -> None:
        self.filter_changed.emit(replace(self._filter, **self.sender().property("without")))

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.filter_changed.emit(Filter())

    @Slot()
    def _on_text_changed(self) -> None:
        self._pause.start()

    @Slot()
    def _on_pause_timeout(self) -> None:
        self._pause.stop()
        if self.text.text().strip() != self._filter.text:
            self.filter_changed.emit(replace(self._filter, text=self.text.text().strip()))
