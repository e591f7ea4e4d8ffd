"""The parts of the timeline's page, and where they stand in the room there is."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from r2p_app.timeline.facets import Facets
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.detail import DetailPanel
from r2p_app.ui.timeline.details_side import Side
from r2p_app.ui.timeline.drawer import Drawer
from r2p_app.ui.timeline.export_menu import ExportButton
from r2p_app.ui.timeline.export_seen import Seen
from r2p_app.ui.timeline.filter_bar import FilterBar
from r2p_app.ui.timeline.filter_menu import FilterMenu
from r2p_app.ui.timeline.jump_bar import JumpBar
from r2p_app.ui.timeline.overview import OverviewStrip
from r2p_app.ui.timeline.parts import Parts
from r2p_app.ui.timeline.story_teller import StoryTeller
from r2p_app.ui.timeline.view import TimelineView
from r2p_app.ui.widgets.basic import column, label, row

_NARROW = 900
"""Below this width (at 100 % text) the details open over the timeline, and the filters fold into a menu."""

_LOW, _LOWEST = 520, 250
"""Below these heights (at 100 % text) the overview shows no dates, and gives its room to the lanes."""


class TimelineFrame(Page):
    """Head, filters, lanes or table, overview, and what stands beside them."""

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
        self._arrange()

    @property
    def drawer(self) -> Drawer:
        """The panel in which the details open where there is no room beside the timeline."""
        return self.side.drawer

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

    def _uncover(self) -> None:
        """Bring the event out from under the details, unless a link names the very days."""
        index = self._shown.items.index_of(self._event) if self._event else None
        if index is not None and not self._are_days_named:
            self._outer.activate()
            self.view.reveal(index, covered=self.side.overlap(self.view))

    def _say(self, words: str) -> None:
        """Say what did not work, until something else is tried."""
        self._mishap.setText(words)
        self._mishap.setVisible(bool(words))
        if words:
            self.announced.emit(words)

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

    # Qt

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
