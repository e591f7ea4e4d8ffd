"""What is known about the selected event: the panel beside the timeline, or over it where there is little room."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Case, Event
from r2p_app.timeline.delay import Pair
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.details_event import write_event, write_pair
from r2p_app.ui.timeline.words import count_of_events, delay_name, event_name
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.body_scroll import BodyScroll
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.typeset import Typesetter

_LISTED = 60
"""Events of a cluster listed by name; the table has them all."""


class DetailPanel(BodyScroll):
    """An event with its sources and neighbours, a pairing, the events of a cluster, or how to select something.

    Signals:
        link_requested: A link inside the program, or a web address that the window opens only after asking.
        case_requested: The person wants the timeline to show the days of this case (its id).
    """

    link_requested = Signal(str)
    case_requested = Signal(str)

    def __init__(self, library: Library, items: Items, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._items = library, items
        self.setAccessibleName(self.tr("Details"))
        self.show_nothing()

    def set_library(self, library: Library, items: Items) -> None:
        """Show from other content; what is shown is forgotten."""
        self._library, self._items = library, items
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say how to select something."""
        body = self._new_body()
        body.title(self.tr("Select an event"))
        body.box.addWidget(
            label(
                self.tr(
                    "Point at a mark, or use the arrow keys: left and right go from event to event, up and down from "
                    "lane to lane. Enter opens the details, plus and minus zoom, Y, M and D fill the view with a year, "
                    "a month or a day, 0 shows everything."
                ),
                TextRole.SMALL,
                tone="muted",
            )
        )
        self.put(body, self.tr("Details"))

    def show_event(self, index: int) -> None:
        """Show an event of the items."""
        body = self._new_body()
        write_event(body, self._library, self._items, index)
        self._add_case(body, self._items.events[index])
        self.put(body, event_name(self._items, index))

    def show_pair(self, pair: Pair) -> None:
        """Show what happened beside what was decided, and the days between."""
        body = self._new_body()
        write_pair(body, pair)
        self.put(body, delay_name(pair))

    def show_cluster(self, indices: Sequence[int]) -> None:
        """List the events of a cluster."""
        body = self._new_body()
        body.title(count_of_events(len(indices)))
        body.paragraph(partial(_write_events, self._items, indices[:_LISTED]), role=TextRole.SMALL)
        if len(indices) > _LISTED:
            more = self.tr("Zoom in, or open the table, to see the others.")
            body.box.addWidget(label(more, TextRole.SMALL, tone="muted"))
        self.put(body, count_of_events(len(indices)))

    def _new_body(self) -> RecordBody:
        body = RecordBody(self._library)
        body.link_requested.connect(self.link_requested)
        body.box.setContentsMargins(5 * GRID, 4 * GRID, 5 * GRID, 4 * GRID)
        return body

    def _add_case(self, body: RecordBody, event: Event) -> None:
        case = self._library.find(self._library.case_of(event.id), Case)
        if case is not None:
            zoom = button(self.tr("Zoom to %1").replace("%1", case.title), "secondary")
            zoom.setProperty("case", case.id)
            zoom.clicked.connect(self._on_zoom_clicked)
            body.box.addSpacing(2 * GRID)
            body.box.addWidget(zoom, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_zoom_clicked(self) -> None:
        self.case_requested.emit(str(self.sender().property("case")))


def _write_events(items: Items, indices: Sequence[int], setter: Typesetter) -> None:
    for number, index in enumerate(indices):
        setter.paragraph(before=6 if number else 0)
        setter.link(event_name(items, index), item_link("event", items.events[index].id))
