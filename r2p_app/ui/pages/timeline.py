"""The timeline page: lanes or table, overview, details, filters; its link restores the view exactly."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.density import core
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.ranges import read_range, write_range
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.detail import DetailPanel
from r2p_app.ui.timeline.drawer import Drawer
from r2p_app.ui.timeline.filter_bar import FilterBar
from r2p_app.ui.timeline.overview import OverviewStrip
from r2p_app.ui.timeline.table import EventsTable
from r2p_app.ui.timeline.view import TimelineView
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import Card, column, label, row

_NARROW = 900
"""Below this width (at 100 % text) the details open over the timeline, and the filters fold into a menu."""

_LOW, _LOWEST = 520, 250
"""Below these heights (at 100 % text) the overview shows no dates, and gives its room to the lanes."""

_DETAIL = 316

_MOST, _HALF = 0.8, 0.5
"""The share of all events that the first view shows, and of a case's events that a zoom to it shows."""

_AROUND = 45
"""Days shown before and after an event, when nothing else says what to show."""

_LANES, _TABLE, _NONE = range(3)


class TimelinePage(Page):
    """Events on lanes, and what is known about each."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._shown = Shown(Items.of(state.library), Filter())
        self._event = ""
        self._is_fresh = True
        self.view = TimelineView(self._shown, reduced_motion=lambda: state.look.reduced_motion)
        self.overview = OverviewStrip(self._shown)
        self.table = EventsTable(self._shown)
        self.detail = DetailPanel(state.library, self._shown.items)
        self.bar = FilterBar(state.library, self._shown)
        self.drawer = Drawer(self)
        self._build_layout()
        self._connect()
        self._arrange()

    # Page

    def show_link(self, link: Link) -> None:
        """Show the days, events and details that the link names; what it does not name stays as it was."""
        names = {name for name, _ in link.query}
        is_whole = {"from", "to"} <= names
        if is_whole or names - {"event", "view"}:
            self._set_filter(Filter.from_query(link.query))
        if is_whole or "view" in names:
            self._set_table(link.value("view") == "table")
        self._show_days(link)
        if is_whole or "event" in names:
            self._show_event(link.value("event"))
        self._is_fresh = False

    def place(self) -> Link:
        """Return the link that restores days, filters, table and selection."""
        axis = self.view.axis
        query = [*write_range(axis.start, axis.end), *self._shown.filter.to_query()]
        if self._parts.currentIndex() == _TABLE:
            query.append(("view", "table"))
        if self._event:
            query.append(("event", self._event))
        return Link("timeline", (), tuple(query))

    def refresh(self, changes: Changes) -> None:
        """Show the events of new content in the same view."""
        if changes & Changes.LIBRARY:
            link = self.place()
            self._shown = Shown(Items.of(self.state.library), self._shown.filter)
            self.detail.set_library(self.state.library, self._shown.items)
            self._show_shown()
            self.show_link(link)

    def first_focus(self) -> QWidget:
        """The details where they lie over everything, else the lanes or the table."""
        if self.drawer.is_open:
            return self.drawer.first_focus()
        return self.table if self._parts.currentIndex() == _TABLE else self.view

    # Layout

    def _build_layout(self) -> None:
        holder = QWidget()
        self._strip = self._carded(self.overview)
        lanes = column(self._carded(self.view), self._strip, spacing=2 * GRID, into=holder)
        lanes.setStretch(0, 1)
        self._nothing = label(self.tr("This content has no events yet."), TextRole.BODY, tone="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._parts = QStackedWidget()
        for part in (holder, self.table, self._nothing):
            self._parts.addWidget(part)
        self._side = Card()
        self._side.body.setContentsMargins(1, 1, 1, 1)
        self._body = row(self._parts, self._side, spacing=4 * GRID)
        self._body.setStretch(0, 1)
        self._outer = column(self.bar, into=self, spacing=3 * GRID)
        self._outer.addLayout(self._body, 1)

    def _carded(self, widget: QWidget) -> Card:
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(widget)
        return card

    def _arrange(self) -> None:
        """Put the details beside the timeline or over it, as the room allows."""
        theme = current()
        narrow = self.width() < theme.px(_NARROW)
        margin = 4 * GRID if narrow else 9 * GRID
        self._outer.setContentsMargins(margin, 4 * GRID, margin, 4 * GRID)
        self._side.setFixedWidth(theme.px(_DETAIL))
        self.bar.set_narrow(narrow)
        self.overview.set_low(self.height() < theme.px(_LOW))
        self._strip.setVisible(self.height() >= theme.px(_LOWEST))
        holder = self.drawer.box if narrow else self._side.body
        if holder.indexOf(self.detail) < 0:
            holder.addWidget(self.detail)
            self.detail.show()
        self._side.setVisible(not narrow)
        if not narrow:
            self.drawer.dismiss()

    def _connect(self) -> None:
        self.view.axis_changed.connect(self._on_view_axis_changed)
        self.view.event_selected.connect(self._on_view_event_selected)
        self.view.event_opened.connect(self._open_details)
        self.view.cluster_opened.connect(self._on_view_cluster_opened)
        self.view.selection_cleared.connect(self._on_view_selection_cleared)
        self.overview.range_requested.connect(self._on_overview_range_requested)
        self.table.event_selected.connect(self._on_table_event_selected)
        self.table.event_opened.connect(self._open_details)
        self.detail.link_requested.connect(self.link_requested)
        self.detail.case_requested.connect(self._on_detail_case_requested)
        self.bar.filter_changed.connect(self._on_bar_filter_changed)
        self.bar.table_toggled.connect(self._on_bar_table_toggled)

    # State

    def _set_filter(self, filter_: Filter) -> None:
        if filter_ != self._shown.filter:
            self._shown = Shown(self._shown.items, filter_)
            self._show_shown()

    def _show_shown(self) -> None:
        shown = self._shown
        self.view.show_events(shown)
        self.overview.show_events(shown)
        self.table.show_events(shown)
        self.bar.show_events(self.state.library, shown)
        if not shown.items.events:
            self._parts.setCurrentIndex(_NONE)
        elif self._parts.currentIndex() == _NONE:
            self._parts.setCurrentIndex(_LANES)
        index = shown.items.index_of(self._event) if self._event else None
        if index is None or shown.lane_of(index) is None:
            self._event = ""
            self.detail.show_nothing()
        self.table.select(index)

    def _set_table(self, on: bool) -> None:
        if self._shown.items.events:
            self._parts.setCurrentIndex(_TABLE if on else _LANES)
        self.bar.set_table(on)

    def _show_days(self, link: Link) -> None:
        days = read_range(link.value("from"), link.value("to"))
        event = link.value("event")
        if days is not None:
            self.view.go_to(Axis.showing(*days, self.view.axis.width), at_once=self._is_fresh)
        elif event:
            self._show_days_of(event)
        elif self._is_fresh:
            self._show_core(self._shown.items.anchor, _MOST)

    def _show_days_of(self, event_id: str) -> None:
        items = self._shown.items
        index = items.index_of(event_id)
        if index is not None and self._is_fresh:
            self.view.fit(items.first[index] - _AROUND, items.end(index) + _AROUND, at_once=True)
        elif index is not None:
            self.view.reveal(index)

    def _show_core(self, anchors: Sequence[float], share: float) -> None:
        if (days := core(anchors, share)) is not None:
            self.view.fit(days[0], days[1] + 1, at_once=True)

    def _show_event(self, event_id: str) -> None:
        """Select an event and show what is known about it; one that the filter hides ends the filter."""
        index = self._shown.items.index_of(event_id) if event_id else None
        if index is not None and self._shown.lane_of(index) is None:
            self._set_filter(Filter())
        self._event = event_id if index is not None else ""
        self.view.select(index)
        self.table.select(index)
        if index is None:
            self.detail.show_nothing()
        else:
            self.detail.show_event(index)
            self._open_drawer()

    def _open_drawer(self) -> None:
        if self._side.isHidden() and self.isVisible():
            self.drawer.open()

    def _step_to(self, index: int) -> None:
        """An event one came to step by step: history has one entry for the walk."""
        self._event = self._shown.items.events[index].id
        self.detail.show_event(index)
        self.place_changed.emit()

    # Slots

    @Slot()
    def _on_view_axis_changed(self) -> None:
        self.overview.show_range(self.view.axis)
        self.place_changed.emit()

    @Slot(int, bool)
    def _on_view_event_selected(self, index: int, pointed: bool) -> None:
        if pointed:
            event_id = self._shown.items.events[index].id
            query = tuple(pair for pair in self.place().query if pair[0] != "event")
            self.link_requested.emit(str(Link("timeline", (), (*query, ("event", event_id)))))
            if self._event != event_id:  # nobody took the wish: shown alone, without a window
                self._show_event(event_id)
        else:
            self._step_to(index)
            self.table.select(index)

    @Slot(list)
    def _on_view_cluster_opened(self, events: list[int]) -> None:
        self._event = ""
        self.table.select(None)
        self.detail.show_cluster(events)
        self.announced.emit(count_of_events(len(events)))
        self._open_drawer()
        self.place_changed.emit()

    @Slot()
    def _on_view_selection_cleared(self) -> None:
        self._show_event("")
        self.place_changed.emit()

    @Slot(float, float)
    def _on_overview_range_requested(self, start: float, end: float) -> None:
        self.view.go_to(Axis.showing(start, end, self.view.axis.width), at_once=True)

    @Slot(int)
    def _on_table_event_selected(self, index: int) -> None:
        self.view.select(index)
        self.view.reveal(index)
        self._step_to(index)

    @Slot(str)
    def _on_detail_case_requested(self, case_id: str) -> None:
        case = self.state.library.find(case_id, Case)
        lanes = (lane.anchors for lane in self._shown.lanes if case is not None and lane.lane.id == case.lane)
        days = core(next(lanes, ()), _HALF)
        if days is not None:
            axis = self.view.limits.fit(days[0], days[1] + 1, self.view.axis.width)
            query = (*write_range(axis.start, axis.end), *self.place().query[2:])
            self.link_requested.emit(str(Link("timeline", (), query)))

    @Slot(object)
    def _on_bar_filter_changed(self, filter_: Filter) -> None:
        self._set_filter(filter_)
        self.announced.emit(count_of_events(len(self._shown)))
        self.place_changed.emit()

    @Slot(bool)
    def _on_bar_table_toggled(self, on: bool) -> None:
        self._set_table(on)
        self.place_changed.emit()

    @Slot()
    def _open_details(self) -> None:
        """Go into the details: over the timeline, or to the first link of the panel beside it."""
        if self._side.isHidden():
            self.drawer.open()
        elif (stop := self.detail.first_stop()) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F goes to the text filter; Esc leaves it, or the details, for the lanes."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if plain and event.key() == Qt.Key.Key_F:
            self.bar.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bar.text.selectAll()
        elif plain and event.key() == Qt.Key.Key_Escape and not self.view.hasFocus():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
