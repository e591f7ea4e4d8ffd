"""The timeline page: lanes or table, overview, details, filters, stories; its link restores the view exactly."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from r2p_app.content.dates import Date
from r2p_app.content.links import Link
from r2p_app.content.teaching import Pairing
from r2p_app.timeline import ticks
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.delay import pairs_of
from r2p_app.timeline.filters import Filter
from r2p_app.timeline.ranges import write_range
from r2p_app.ui.format import day_range, plural
from r2p_app.ui.state import AppState
from r2p_app.ui.timeline.filter_bar import count_words
from r2p_app.ui.timeline.jump_days import (
    Days,
    days_of,
    days_of_case,
    days_of_pairs,
    days_of_shown,
    is_outside,
    pairs_of_case,
)
from r2p_app.ui.timeline.page_place import PlacedTimeline
from r2p_app.ui.timeline.story_steps import step_link
from r2p_app.ui.timeline.words import count_of_events, delay_name


class TimelinePage(PlacedTimeline):
    """Events on lanes, and what is known about each."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._connect()
        self._connect_head()

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

    def _go(self, axis: Axis | None = None, **changes: str) -> None:
        """Ask for the present view with other days or something else in it, as a step of the history."""
        query = dict(self._query()) | changes
        if axis is not None:
            query |= dict(write_range(axis.start, axis.end))
        pairs = tuple((name, value) for name, value in query.items() if value)
        self.link_requested.emit(str(Link("timeline", self.teller.parts(), pairs)))

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
