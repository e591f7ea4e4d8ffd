"""What the timeline's page shows, and the link that restores it."""

from r2p_app.content.links import Link
from r2p_app.timeline.arrangement import Arrangement
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.facets import Facets
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.ranges import read_range, write_range
from r2p_app.ui.state import Changes
from r2p_app.ui.timeline.jump_days import (
    days_at_first,
    pairs_of_case,
)
from r2p_app.ui.timeline.page_frame import TimelineFrame
from r2p_app.ui.timeline.story_steps import Query, Step

_FILTERS = frozenset({"lanes", "responsibility", "theme", "importance", "actor", "source", "q"})
_ARRANGED = frozenset({"order", "folded"})


class PlacedTimeline(TimelineFrame):
    """Days, lanes, filters, table, selection and the step of a story: all of it is in the link."""

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
            self.view.show_pairs(pairs_of_case(library, self._pairs))
            self.show_link(link)
            if (index := self._shown.items.index_of(self._event)) is not None:
                self.detail.show_event(index)

    # State

    def _query(self) -> Query:
        axis = self.view.axis
        query = [*write_range(axis.start, axis.end), *self._shown.filter.to_query(), *self.view.arrangement.to_query()]
        rest = (("pairs", self._pairs), ("view", "table" if self._table_wanted else ""), ("event", self._event))
        return (*query, *((name, value) for name, value in rest if value))

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
