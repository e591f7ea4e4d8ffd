"""One lane of what the timeline shows, and its layouts."""

from collections.abc import Collection

from r2p_app.timeline.filters import LaneEvents
from r2p_app.timeline.items import Items
from r2p_app.timeline.layout import LaneLayout, LaneTable
from r2p_app.timeline.placing import Metrics
from r2p_app.ui.timeline.drawn import Drawings
from r2p_app.ui.timeline.words import Words


class SceneLane:
    """One lane: its events, their words, and the layouts for the rows it has at present.

    `pinned` are events that must be seen, because something points at them.
    """

    def __init__(
        self, items: Items, events: LaneEvents, words: Words, drawings: Drawings, pinned: Collection[int] = ()
    ) -> None:
        self.items, self.events, self.words, self.drawings = items, events, words, drawings
        self._always = tuple(pinned)
        self._table: LaneTable | None = None
        self._rows: tuple[int, Metrics] | None = None
        self._base: LaneLayout | None = None
        self._pinned: tuple[int, LaneLayout] | None = None

    def set_rows(self, rows: int, metrics: Metrics) -> None:
        """Lay out anew for other rows."""
        if (rows, metrics) != self._rows:
            self._rows = rows, metrics
            self._base = self._pinned = None

    @property
    def base(self) -> LaneLayout:
        """The layout that pins no selected event."""
        if self._base is None:
            self._base = self._layout(self._always)
        return self._base

    def layout(self, level: int, selected: int | None) -> LaneLayout:
        """Return the layout in which an event is seen at a level."""
        if selected is None or self.base.shows(level, selected):
            return self.base
        if self._pinned is None or self._pinned[0] != selected:
            self._pinned = selected, self._layout((selected, *self._always))
        return self._pinned[1]

    def _layout(self, pinned: Collection[int]) -> LaneLayout:
        if self._table is None:
            self._table = LaneTable(self.items, self.events)
        assert self._rows is not None  # the scene gives every open lane its rows
        return LaneLayout(self._table, *self._rows, self.words.width, pinned=pinned)
