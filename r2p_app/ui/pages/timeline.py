"""The timeline page: lanes or table, overview, details, filters, stories; its link restores the view exactly."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from r2p_app.content.dates import Date
from r2p_app.content.links import Link
from r2p_app.content.teaching import Pairing
from r2p_app.timeline import ticks
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import pairs_of
from r2p_app.timeline.facets import Facets
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.ranges import read_range, write_range
from r2p_app.ui.format import day_range, plural
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.detail import DetailPanel
from r2p_app.ui.timeline.details_side import Side
from r2p_app.ui.timeline.drawer import Drawer
from r2p_app.ui.timeline.export_menu import ExportButton
from r2p_app.ui.timeline.export_seen import Seen
from r2p_app.ui.timeline.filter_bar import FilterBar, count_words
from r2p_app.ui.timeline.filter_menu import FilterMenu
from r2p_app.ui.timeline.jump_bar import JumpBar
from r2p_app.ui.timeline.jump_days import (
    Days,
    days_at_first,
    days_of,
    days_of_case,
    days_of_pairs,
    days_of_shown,
    is_outside,
    pairs_of_case,
)
from r2p_app.ui.timeline.overview import OverviewStrip
from r2p_app.ui.timeline.parts import Parts
from r2p_app.ui.timeline.story_steps import Query, Step, step_link
from r2p_app.ui.timeline.story_teller import StoryTeller
from r2p_app.ui.timeline.view import TimelineView
from r2p_app.ui.timeline.words import count_of_events, delay_name
from r2p_app.ui.widgets.basic import column, label, row

_NARROW = 900
"""Below this width (at 100 % text) the details open over the timeline, and the filters fold into a menu."""

_LOW, _LOWEST = 520, 250
"""Below these heights (at 100 % text) the overview shows no dates, and gives its room to the lanes."""

_FILTERS = frozenset({"lanes", "responsibility", "theme", "importance", "actor", "source", "q"})
_ARRANGED = frozenset({"order", "folded"})


class TimelinePage(Page):
    """Events on lanes, and what is known about each."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        items = Items.of(state.library)
        self._shown = Shown(items, Filter(), Facets.of(state.library, items))
        self._event = self._pairs = ""
        self._table_wanted = False
        self._is_fresh, self._are_days_named = True, False
        self.view = TimelineView(self._shown, reduced_motion=lambda: state.look.reduced_motion)
        self.overview = OverviewStrip(self._shown)
        self.parts = Parts(self.view, self.overview, self._shown)
        self.table, self.nothing = self.parts.rows.table, self.parts.nothing
        self.detail = DetailPanel(state.library, items)
        self.teller = StoryTeller(self)
        self.head = JumpBar(state.library)
        self.bar = FilterBar(state.library, self._shown)
        self.side = Side(self.detail, self.teller.panel, self, covered=self._uncover)
        self.export = ExportButton(state, self._seen)
        self.head.slot.addWidget(self.export)
        self.menu = FilterMenu(self, state.library, self._shown)
        self._build_layout()
        self._connect()
        self._connect_head()
        self._arrange()

    @property
    def drawer(self) -> Drawer:
        """The panel in which the details open where there is no room beside the timeline."""
        return self.side.drawer

    # Page

    def show_link(self, link: Link) -> None:
        """Show the days, events and details that the link names; what it does not name stays as it was.

        A link that names days, or a step of a story, names everything.
        """
        step = Step.of(link, self.state.library)
        is_whole = step is not None or {"from", "to"} <= {name for name, _ in link.query}
        is_told = step is not None and not link.query
        is_new = is_told or (step is not None and step != self.teller.step)
        if is_whole:
            self._tell(step)
        self._are_days_named = is_whole
        query = step.query if step is not None and is_told else link.query
        self._show_query(query, is_whole=is_whole, aside=is_new)
        if is_new:
            self.side.show_story()
        if is_told:
            self.teller.keep(self._query())
        self._is_fresh = False

    def place(self) -> Link:
        """Return the link that restores days, lanes, filters, table and selection, and the step of a story."""
        return Link("timeline", self.teller.parts(), self.teller.short(self._query()))

    def refresh(self, changes: Changes) -> None:
        """Show the events of new content in the same view."""
        if changes & Changes.LIBRARY:
            link, library = self.place(), self.state.library
            if Step.of(link, library) is None:  # a story that is gone leaves what was seen
                link = Link("timeline", (), self._query())
            items = Items.of(library)
            self._shown = Shown(items, self._shown.filter, Facets.of(library, items))
            self.detail.set_library(library, items)
            self.menu.set_library(library, self._shown)
            self.head.set_library(library)
            self._show_shown()
            self.show_link(link)

    def first_focus(self) -> QWidget:
        """The details where they lie over everything, else the lanes or the table."""
        if self.drawer.is_open:
            return self.drawer.first_focus()
        return self.parts.first_focus()

    # Layout

    def _build_layout(self) -> None:
        self._mishap = label("", TextRole.SMALL, tone="wrong")
        self._mishap.hide()
        body = row(self.parts, self.side.beside, spacing=4 * GRID)
        body.setStretch(0, 1)
        self._outer = column(self.head, self._mishap, self.bar, into=self, spacing=2 * GRID)
        self._outer.addLayout(body, 1)
        self._outer.addWidget(self.side.below)

    def _arrange(self) -> None:
        """Put the details beside the timeline or over it, as the room allows."""
        theme = current()
        narrow, low = self.width() < theme.px(_NARROW), self.height() < theme.px(_LOW)
        told = self.teller.step is not None
        margin = 4 * GRID if narrow else 9 * GRID
        self._outer.setContentsMargins(margin, 3 * GRID, margin, 3 * GRID if low else 4 * GRID)
        self.head.set_narrow(narrow)
        self.bar.set_room(narrow=narrow, low=low)
        self.bar.setVisible(not (told and low))
        self.overview.set_low(low)
        self.parts.strip.setVisible(self.height() >= theme.px(_LOWEST) and not (told and narrow))
        self.teller.panel.set_low(self.state.library, low=narrow)
        self.side.arrange(narrow=narrow)

    def _connect(self) -> None:
        self.view.axis_changed.connect(self._on_view_axis_changed)
        self.view.jump_requested.connect(self._on_view_jump_requested)
        self.view.arrangement_changed.connect(self.place_changed)
        self.view.event_selected.connect(self._on_view_event_selected)
        self.view.event_opened.connect(self._open_details)
        self.view.cluster_opened.connect(self._on_view_cluster_opened)
        self.view.delay_selected.connect(self._on_view_delay_selected)
        self.view.delay_opened.connect(self._open_details)
        self.view.selection_cleared.connect(self._on_view_selection_cleared)
        self.overview.range_requested.connect(self._on_overview_range_requested)
        self.table.event_selected.connect(self._on_table_event_selected)
        self.table.event_opened.connect(self._open_details)
        self.table.copied.connect(self._on_table_copied)
        self.detail.link_requested.connect(self.link_requested)
        self.detail.case_requested.connect(self._on_case_requested)
        self.nothing.clear_requested.connect(self._on_nothing_clear_requested)
        self.bar.filter_changed.connect(self._on_filter_changed)
        self.bar.menu_requested.connect(self.menu.open)
        self.menu.filter_changed.connect(self._on_filter_changed)
        self.teller.link_requested.connect(self.link_requested)
        self.teller.panel.link_requested.connect(self.link_requested)
        self.teller.panel.end_requested.connect(self._end_story)
        self.teller.panel.back_requested.connect(self.side.show_story)

    def _connect_head(self) -> None:
        self.head.jump.date_requested.connect(self._on_date_requested)
        self.head.jump.not_understood.connect(self._say)
        self.head.case_requested.connect(self._on_case_requested)
        self.head.everything_requested.connect(self.view.fit_all)
        self.head.unit_requested.connect(self._on_unit_requested)
        self.head.found_requested.connect(self._on_found_requested)
        self.head.pairs_requested.connect(self._on_pairs_requested)
        self.head.story_requested.connect(self._on_story_requested)
        self.head.table_toggled.connect(self._on_table_toggled)

    # State

    def _seen(self) -> Seen:
        """What an export is made of."""
        return Seen(
            self.state.library,
            self._shown,
            self.view.axis,
            self.view.width(),
            self.view.height(),
            whole=self._table_wanted,
            arrangement=self.view.arrangement,
            paired=self.view.scene.paired,
        )

    def _query(self) -> Query:
        axis = self.view.axis
        query = [*write_range(axis.start, axis.end), *self._shown.filter.to_query(), *self.view.arrangement.to_query()]
        rest = (("pairs", self._pairs), ("view", "table" if self._table_wanted else ""), ("event", self._event))
        return (*query, *((name, value) for name, value in rest if value))

    def _go(self, axis: Axis | None = None, **changes: str) -> None:
        """Ask for the present view with other days or something else in it, as a step of the history."""
        query = dict(self._query()) | changes
        if axis is not None:
            query |= dict(write_range(axis.start, axis.end))
        pairs = tuple((name, value) for name, value in query.items() if value)
        self.link_requested.emit(str(Link("timeline", self.teller.parts(), pairs)))

    def _show_query(self, query: Query, *, is_whole: bool, aside: bool) -> None:
        link = Link("timeline", (), query)
        names = {name for name, _ in link.query}
        if is_whole or names & _FILTERS:
            self._set_filter(Filter.from_query(link.query))
        if is_whole or names & _ARRANGED:
            self.view.arrange(Arrangement.from_query(link.query))
        if is_whole or "pairs" in names:
            self._set_pairs(link.value("pairs"))
        if is_whole or "view" in names:
            self._set_table(link.value("view") == "table")
        self._show_days(link)
        event = link.value("event")
        if is_whole or "event" in names:
            self._show_event(event, aside=aside or (is_whole and event == self._event))

    def _set_filter(self, filter_: Filter) -> None:
        if filter_ != self._shown.filter:
            self._shown = self._shown.filtered(filter_)
            self._show_shown()

    def _show_shown(self) -> None:
        shown = self._shown
        self.view.show_events(shown)
        self.overview.show_events(shown)
        self.table.show_events(shown)
        self.bar.show_events(self.state.library, shown)
        self.menu.show_events(shown)
        self.parts.choose(self.state.library, self._shown, table=self._table_wanted)
        index = shown.items.index_of(self._event) if self._event else None
        if index is None or shown.lane_of(index) is None:
            self._event = ""
            self.detail.show_nothing()
        self.table.select(index)

    def _set_table(self, on: bool) -> None:
        self._table_wanted = on
        self.parts.choose(self.state.library, self._shown, table=self._table_wanted)
        self.head.set_table(on)

    def _set_pairs(self, case_id: str) -> None:
        pairs = pairs_of_case(self.state.library, case_id)
        case_id = case_id if pairs else ""
        if case_id != self._pairs:
            self._pairs = case_id
            self.view.show_pairs(pairs)
        self.head.set_pairs(case_id)

    def _show_days(self, link: Link) -> None:
        days = read_range(link.value("from"), link.value("to"))
        event = link.value("event")
        if days is not None:
            self.view.go_to(Axis.showing(*days, self.view.axis.width), at_once=self._is_fresh)
        elif not self._is_fresh:
            if (index := self._shown.items.index_of(event)) is not None:
                self.view.reveal(index)
        elif (days := days_at_first(self._shown.items, event)) is not None:
            self.view.fit(*days, at_once=True)

    def _show_event(self, event_id: str, *, aside: bool = False) -> None:
        """Select an event and show what is known about it; one that the filter hides ends the filter.

        `aside` leaves the panels as they are.
        """
        index = self._shown.items.index_of(event_id) if event_id else None
        if index is not None and self._shown.lane_of(index) is None:
            self._set_filter(Filter())
        self._event = event_id if index is not None else ""
        self.view.select(index)
        self.table.select(index)
        if index is None:
            self.detail.show_nothing()
            self.side.show_story()
        elif not aside:
            self.detail.show_event(index)
            self.side.show_details()
            self.side.open_details()

    def _uncover(self) -> None:
        """Bring the event out from under the details, unless a link names the very days."""
        index = self._shown.items.index_of(self._event) if self._event else None
        if index is not None and not self._are_days_named:
            self._outer.activate()
            self.view.reveal(index, covered=self.side.overlap(self.view))

    def _step_to(self, index: int) -> None:
        """An event one came to step by step: history has one entry for the walk."""
        self._event = self._shown.items.events[index].id
        self.detail.show_event(index)
        self.side.show_details()
        self.place_changed.emit()

    def _tell(self, step: Step | None) -> None:
        """Show a step of a story, or leave the story."""
        is_other = step != self.teller.step
        self.teller.tell(step, self.state.library)
        if is_other:
            self.announced.emit(self.teller.panel.accessibleName() if step else self.tr("The story has ended."))
            self._arrange()

    def _say(self, words: str) -> None:
        """Say what did not work, until something else is tried."""
        self._mishap.setText(words)
        self._mishap.setVisible(bool(words))
        if words:
            self.announced.emit(words)

    # Slots: the view

    @Slot()
    def _on_view_axis_changed(self) -> None:
        axis = self.view.axis
        self.overview.show_range(axis)
        self.head.jump.set_day((axis.start + axis.end) / 2)
        self.place_changed.emit()

    @Slot(object)
    def _on_view_jump_requested(self, axis: Axis) -> None:
        self._go(axis)
        self.announced.emit(day_range(round(axis.start), round(axis.end) - 1))

    @Slot(int, bool)
    def _on_view_event_selected(self, index: int, pointed: bool) -> None:
        if pointed:
            event_id = self._shown.items.events[index].id
            self._go(event=event_id)
            if self._event != event_id:  # nobody took the wish: shown alone, without a window
                self._show_event(event_id)
            self._are_days_named = False
            self._uncover()
        else:
            self._step_to(index)
            self.table.select(index)

    @Slot(list)
    def _on_view_cluster_opened(self, events: list[int]) -> None:
        self.detail.show_cluster(events)
        self._show_other(count_of_events(len(events)))
        self.side.open_details()

    @Slot(str)
    def _on_view_delay_selected(self, pairing_id: str) -> None:
        pairing = self.state.library.find(pairing_id, Pairing)
        for pair in pairs_of(self.state.library, [pairing] if pairing is not None else []):
            self.detail.show_pair(pair)
            self._show_other(delay_name(pair))

    def _show_other(self, words: str) -> None:
        """Show details of what is no event."""
        self._event = ""
        self.table.select(None)
        self.side.show_details()
        self.announced.emit(words)
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

    @Slot(int)
    def _on_table_copied(self, count: int) -> None:
        self.announced.emit(plural(self.tr("%n row(s) copied", "", count)))

    # Slots: where to go

    @Slot(object)
    def _on_date_requested(self, date: Date) -> None:
        if is_outside(date, self.view.limits):
            first, end = self.view.limits.first, self.view.limits.end
            words = self.tr("There are no events then: they lie between %1.")
            self._say(words.replace("%1", day_range(int(first), int(end) - 1)))
        else:
            self._go_to(days_of(date))

    @Slot(str)
    def _on_case_requested(self, case_id: str) -> None:
        self._go_to(days_of_case(self.state.library, self._shown, case_id))

    @Slot(object)
    def _on_unit_requested(self, step: ticks.Step) -> None:
        self._say("")
        self.view.show_around(step)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_found_requested(self) -> None:
        self._go_to(days_of_shown(self._shown))

    def _go_to(self, days: Days | None) -> None:
        self._say("")
        if days is not None:
            self._go(self._axis_for(days))
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.announced.emit(day_range(int(days[0]), int(days[1]) - 1))

    def _axis_for(self, days: Days) -> Axis:
        return self.view.limits.fit(*days, self.view.axis.width)

    @Slot(str)
    def _on_pairs_requested(self, case_id: str) -> None:
        days = days_of_pairs(pairs_of_case(self.state.library, case_id), self._shown)
        self._go(self._axis_for(days) if days is not None else None, pairs=case_id, event="", view="")

    @Slot(str)
    def _on_story_requested(self, story_id: str) -> None:
        self.link_requested.emit(step_link(story_id, 1))
        self.teller.panel.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _end_story(self) -> None:
        self.link_requested.emit(str(Link("timeline", (), self._query())))
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # Slots: what to see

    @Slot(object)
    def _on_filter_changed(self, filter_: Filter) -> None:
        self._set_filter(filter_)
        self.announced.emit(count_words(self._shown))
        self.place_changed.emit()

    @Slot()
    def _on_nothing_clear_requested(self) -> None:
        self._on_filter_changed(Filter())

    @Slot(bool)
    def _on_table_toggled(self, on: bool) -> None:
        self._set_table(on)
        self.place_changed.emit()

    @Slot()
    def _open_details(self) -> None:
        """Go into the details: over the timeline, or to the first link of the panel beside it."""
        if (index := self._shown.items.index_of(self._event)) is not None:
            self.detail.show_event(index)
        self.side.show_details()
        if self.side.is_narrow:
            self._are_days_named = False
            self.side.open_details()
        elif (stop := self.detail.first_stop()) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F goes to the text filter, G to the date; Esc leaves them, the details or the story for the lanes."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        fields = {Qt.Key.Key_F: self.bar.text, Qt.Key.Key_G: self.head.jump}
        if plain and (field := fields.get(Qt.Key(event.key()))) is not None and field.isVisible():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self._escape(event)
        else:
            super().keyPressEvent(event)

    def _escape(self, event: QKeyEvent) -> None:
        home, panel = self.first_focus(), self.teller.panel
        if panel.story is not None and (home.hasFocus() or panel.isAncestorOf(self.focusWidget() or self)):
            self._end_story()
        elif not home.hasFocus():
            home.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Open what a link asked for before the page was seen."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
