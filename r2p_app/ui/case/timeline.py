"""The events of a case in place: its lane, the details of one event beside it, and the way to the whole timeline."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case, Lane
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.density import core
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.timeline.ranges import read_range, write_range
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.paper.handouts import record_button
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.detail import DetailPanel
from r2p_app.ui.timeline.view import TimelineView
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import Card, button, column, label, row
from r2p_app.ui.widgets.folding_row import FoldingRow

_FOLD = 760
"""Pixels at 100 % text below which the details go under the lane."""

_MARGIN = 9 * GRID

_MOST = 0.8
"""The share of the case's events that are seen at first."""


class TimelineTab(CaseTab):
    """The lanes of one case; days and event are in the link."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        self._shown = Shown(Items.of(state.library), Filter(lanes=_lanes(state, case)))
        self._event = ""
        self._is_fresh = self._is_empty = True
        self.view = TimelineView(self._shown, reduced_motion=lambda: state.look.reduced_motion)
        self.detail = DetailPanel(state.library, self._shown.items)
        self.whole = button(self.tr("Open the whole timeline"), "link")
        self._build_layout()
        self._connect()

    def show_link(self, link: Link) -> None:
        """Show the days and the event that the link names; at first, most of the events."""
        days, event = read_range(link.value("from"), link.value("to")), link.value("event")
        if days is not None:
            self.view.go_to(Axis.showing(*days, self.view.axis.width), at_once=True)
        elif self._is_fresh:
            self._show_most()
        if event:
            self._show_event(event)
        self._is_fresh = False

    def place(self) -> Link:
        """Return the link with days and event."""
        return self.here._replace(query=self._query())

    def first_focus(self) -> QWidget:
        """The lanes."""
        return self.view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _query(self) -> tuple[tuple[str, str], ...]:
        axis = self.view.axis
        return (*write_range(axis.start, axis.end), *((("event", self._event),) if self._event else ()))

    def _build_layout(self) -> None:
        count = label(count_of_events(len(self._shown)), TextRole.SMALL, tone="muted")
        head = row(count, self.whole, record_button(self.state, self.case), spacing=3 * GRID)
        head.addStretch(1)
        parts = FoldingRow(_FOLD, spacing=4 * GRID)
        self._side = _framed(self.detail)
        parts.addWidget(_framed(self.view), 5)
        parts.addWidget(self._side, 3)
        box = column(into=self, spacing=2 * GRID, margins=(_MARGIN, 3 * GRID, _MARGIN, 6 * GRID))
        box.addLayout(head)
        box.addLayout(parts, 1)

    def _connect(self) -> None:
        self.view.axis_changed.connect(self.place_changed)
        self.view.event_selected.connect(self._on_view_event_selected)
        self.view.event_opened.connect(self._on_view_event_opened)
        self.view.cluster_opened.connect(self._on_view_cluster_opened)
        self.view.selection_cleared.connect(self._on_view_selection_cleared)
        self.detail.link_requested.connect(self.link_requested)
        self.detail.case_requested.connect(self._show_most)
        self.whole.clicked.connect(self._on_whole_clicked)

    @Slot()
    def _show_most(self) -> None:
        anchors = [anchor for lane in self._shown.lanes for anchor in lane.anchors]
        if (days := core(sorted(anchors), _MOST)) is not None:
            self.view.fit(days[0], days[1] + 1, at_once=True)

    def _show_event(self, event_id: str) -> None:
        index = self._shown.items.index_of(event_id)
        if index is not None and self._shown.lane_of(index) is not None:
            self._event = event_id
            self.view.select(index)
            self.view.reveal(index)
            self._show_details(index)

    def _show_details(self, index: int) -> None:
        self.detail.show_event(index)
        self._is_empty = False
        self._fit()

    def _fit(self) -> None:
        """Give the lane all the room under it as long as there is nothing to tell."""
        self._side.setVisible(not self._is_empty or self.width() >= current().px(_FOLD) + 2 * _MARGIN)

    @Slot(int, bool)
    def _on_view_event_selected(self, index: int, _pointed: bool) -> None:
        self._event = self._shown.items.events[index].id
        self.view.select(index)
        self._show_details(index)
        self.place_changed.emit()

    @Slot()
    def _on_view_event_opened(self) -> None:
        if (stop := self.detail.first_stop()) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(list)
    def _on_view_cluster_opened(self, events: list[int]) -> None:
        self._event = ""
        self.detail.show_cluster(events)
        self._is_empty = False
        self._fit()
        self.announced.emit(count_of_events(len(events)))
        self.place_changed.emit()

    @Slot()
    def _on_view_selection_cleared(self) -> None:
        self._event = ""
        self.detail.show_nothing()
        self._is_empty = True
        self._fit()
        self.place_changed.emit()

    @Slot()
    def _on_whole_clicked(self) -> None:
        self.link_requested.emit(str(Link("timeline", (), self._query())))


def _framed(widget: QWidget) -> Card:
    card = Card()
    card.body.setContentsMargins(1, 1, 1, 1)
    card.body.addWidget(widget)
    return card


def _lanes(state: AppState, case: Case) -> frozenset[str]:
    own = {lane.id for lane in state.library.all(Lane) if lane.case == case.id}
    return frozenset(own | {case.lane})
