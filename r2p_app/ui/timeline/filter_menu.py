"""Everything the timeline can be filtered by, in groups, each choice with the number of events it leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Responsibility, SourceType, Theme
from r2p_app.timeline.filters import Counts, Filter, Shown
from r2p_app.ui.format import number
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.drawer import Drawer
from r2p_app.ui.timeline.filter_bar import count_words
from r2p_app.ui.timeline.filter_bar_chips import importance_words
from r2p_app.ui.timeline.filter_menu_actors import ActorPicker
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.fields import Combo, Tick

_WIDTH = 470
_CHOICE = 130
"""The least width of a choice at 100 % text; names make it wider."""


class Choice(Tick):
    """A choice of a group; what it stands for, and how many events it leaves."""

    def __init__(self, words: str, value: object) -> None:
        super().__init__()
        self.words, self.value = words, value

    def show_count(self, count: int, *, chosen: bool) -> None:
        """Say how many events there are; a choice that leaves none is offered only as long as it is in force."""
        self.setText(f"{self.words}  {number(count)}")
        self.setAccessibleName(f"{self.words}, {count_of_events(count)}")
        self.setChecked(chosen)
        self.setEnabled(bool(count) or chosen)
        self.updateGeometry()


class Group(QWidget):
    """Choices of one kind: none ticked means all of them pass, else one of the ticked must be met.

    Signals:
        changed: Another set is ticked.
    """

    changed = Signal()

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.choices = choices
        self.setAccessibleName(title)
        holder = QWidget()
        grid = CardGrid(_CHOICE, spacing=GRID, parent=holder)
        for choice in choices:
            grid.addWidget(choice)
            choice.clicked.connect(self.changed)
        column(label(title, TextRole.H3), holder, into=self, spacing=GRID)

    @property
    def chosen(self) -> frozenset[Any] | None:  # Any: what the choices of this group stand for
        """What is ticked, None for nothing."""
        return frozenset(choice.value for choice in self.choices if choice.isChecked()) or None

    def show_counts(self, counts: Mapping[Any, int], chosen: frozenset[Any] | None) -> None:
        """Show what is chosen, and the events left by each choice."""
        for choice in self.choices:
            choice.show_count(counts.get(choice.value, 0), chosen=chosen is not None and choice.value in chosen)


class FilterMenu(Drawer):
    """The filters in full, made when they are first opened. What is chosen counts at once, so that one sees what it
    does.

    Signals:
        filter_changed: The person chose another `Filter`.
    """

    filter_changed = Signal(object)

    def __init__(self, host: QWidget, library: Library, shown: Shown) -> None:
        super().__init__(host, self.tr("Filters"), titled=True, width=_WIDTH)
        self._library, self._shown, self._is_stale = library, shown, True
        self.groups: dict[str, Group] = {}

    def set_library(self, library: Library, shown: Shown) -> None:
        """Offer the lanes, people and bodies of other content, as soon as one can see them."""
        self._library, self._shown, self._is_stale = library, shown, True
        if self.is_open:
            self._fill()

    def show_events(self, shown: Shown) -> None:
        """Show the state of a filter; the numbers are counted only while one can see them."""
        self._shown = shown
        if self.is_open:
            self._fill()

    def open(self) -> None:
        """Show the panel."""
        if not self.is_open:
            self._fill()
            self.actors.sort()
        super().open()

    def _build(self) -> None:
        self.count = label("", TextRole.SMALL, tone="muted", wrap=False)
        self.clear = button(self.tr("Clear filters"), "link")
        self.importance = Combo()
        self.importance.setAccessibleName(self.tr("Importance"))
        self.actors = ActorPicker()
        self._build_layout()
        self.clear.clicked.connect(self._on_clear_clicked)
        self.importance.activated.connect(self._on_choice_changed)
        self.actors.changed.connect(self._on_choice_changed)

    def _build_layout(self) -> None:
        body = QWidget()
        self._groups_box = column(spacing=4 * GRID)
        importance = column(label(self.tr("Importance"), TextRole.H3), self.importance, spacing=GRID)
        inside = column(into=body, spacing=4 * GRID, margins=(4 * GRID, GRID, 4 * GRID, 2 * GRID))
        inside.addLayout(self._groups_box)
        inside.addLayout(importance)
        inside.addWidget(self.actors)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(body)
        body.setAutoFillBackground(False)
        state = row(self.count, self.clear, margins=(4 * GRID, 0, 0, GRID))
        state.addStretch(1)
        self.box.addLayout(state)
        self.box.addWidget(scroll, 1)
        self._scroll = scroll

    def _build_groups(self) -> None:
        for old in self.groups.values():
            self._groups_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        lanes = [Choice(lane.title, lane.id) for lane in self._shown.items.lanes]
        self.groups = {
            "responsibilities": Group(self.tr("Responsibility"), [Choice(enum_label(k), k) for k in Responsibility]),
            "lanes": Group(self.tr("Lane"), lanes),
            "themes": Group(self.tr("Theme"), [Choice(enum_label(theme), theme) for theme in Theme]),
            "sources": Group(self.tr("Kind of source"), [Choice(enum_label(kind), kind) for kind in SourceType]),
        }
        for group in self.groups.values():
            group.changed.connect(self._on_choice_changed)
            self._groups_box.addWidget(group)

    def _take_library(self) -> None:
        """Make the choices: at the first look, and when there is other content."""
        if not self.groups:
            self._build()
        if self._is_stale:
            used = dict.fromkeys(actor for event in self._shown.items.events for actor in event.actors)
            self.actors.set_actors(self._library, used)
            self._build_groups()
            self._is_stale = False

    def _fill(self) -> None:
        self._take_library()
        filter_, counts = self._shown.filter, Counts.of(self._shown)
        for field, group in self.groups.items():
            group.show_counts(getattr(counts, field), getattr(filter_, field))
        self.importance.clear()
        for least in (1, 2, 3):
            self.importance.addItem(f"{importance_words(least)}  {number(counts.importance.get(least, 0))}", least)
        self.importance.setCurrentIndex(filter_.importance - 1)
        self.actors.show_counts(counts.actors, filter_.actors)
        self.count.setText(count_words(self._shown))
        self.clear.setEnabled(not filter_.is_empty)

    @Slot()
    def _on_choice_changed(self) -> None:
        chosen: dict[str, Any] = {field: group.chosen for field, group in self.groups.items()}
        importance = self.importance.currentData()
        self.filter_changed.emit(
            replace(self._shown.filter, **chosen, importance=importance, actors=self.actors.chosen)
        )

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)  # nothing is left to clear
        self.filter_changed.emit(Filter())
