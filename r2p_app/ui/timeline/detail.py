"""What is known about the selected event: the panel beside the timeline, or over it where there is little room."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Case, Chapter, Event, Place
from r2p_app.timeline.items import Items
from r2p_app.timeline.neighbours import same_week
from r2p_app.ui.format import date
from r2p_app.ui.maps.small import SmallMap
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.words import count_of_events, event_name
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter

_LISTED = 60
"""Events of a cluster listed by name; the table has them all."""


class DetailPanel(QScrollArea):
    """An event with its sources and neighbours, the events of a cluster, or what to do while nothing is selected.

    Signals:
        link_requested: A link inside the program, or a web address that the window opens only after asking.
        case_requested: The person wants the timeline to show the days of this case (its id).
    """

    link_requested = Signal(str)
    case_requested = Signal(str)

    def __init__(self, library: Library, items: Items, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._items = library, items
        self._body = RecordBody(library)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
                    "lane to lane. Enter opens the details, plus and minus zoom, 0 shows everything."
                ),
                TextRole.SMALL,
                tone="muted",
            )
        )
        self._put(body, self.tr("Details"))

    def show_event(self, index: int) -> None:
        """Show an event of the items."""
        event, body = self._items.events[index], self._new_body()
        body.kicker(date(event.date), self._place(event), enum_label(event.responsibility))
        body.title(event.title, TextRole.H2)
        body.paragraph(lambda setter: write_field(setter, event.summary), role=TextRole.READING)
        self._add_map(body, event)
        if event.disputed:
            body.heading(self.tr("Disputed"))
            body.text(event.disputed)
        body.status(event.status)
        body.sources(event.sources)
        body.links(self.tr("Documents"), event.documents)
        body.links(self.tr("People and bodies"), event.actors)
        body.links(self.tr("In the chapters"), self._chapters(event))
        body.links(
            self.tr("The same week elsewhere"), [self._items.events[i].id for i in same_week(self._items, index)]
        )
        self._add_case(body, event)
        self._put(body, event_name(self._items, index))

    def show_cluster(self, indices: Sequence[int]) -> None:
        """List the events of a cluster."""
        body = self._new_body()
        body.title(count_of_events(len(indices)))
        body.paragraph(partial(_write_events, self._items, indices[:_LISTED]), role=TextRole.SMALL)
        if len(indices) > _LISTED:
            more = self.tr("Zoom in, or open the table, to see the others.")
            body.box.addWidget(label(more, TextRole.SMALL, tone="muted"))
        self._put(body, count_of_events(len(indices)))

    def first_stop(self) -> QWidget | None:
        """Return the first thing in the panel that Tab reaches."""
        inside = self._body.findChildren(QWidget)
        return next(
            (one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(self)), None
        )

    def _new_body(self) -> RecordBody:
        body = RecordBody(self._library)
        body.link_requested.connect(self.link_requested)
        body.box.setContentsMargins(5 * GRID, 4 * GRID, 5 * GRID, 4 * GRID)
        return body

    def _put(self, body: RecordBody, name: str) -> None:
        body.box.addStretch(1)
        body.setAccessibleName(name)
        self._body = body
        self.setWidget(body)
        body.setAutoFillBackground(False)  # the card or drawer behind it is the ground
        for prose in body.findChildren(Prose):
            prose.link_focused.connect(self._on_prose_link_focused)

    def _place(self, event: Event) -> str:
        place = self._library.find(event.place, Place)
        return place.name if place is not None else ""

    def _chapters(self, event: Event) -> list[str]:
        return [one for one in self._library.mentions(event.id) if self._library.find(one, Chapter) is not None]

    def _add_map(self, body: RecordBody, event: Event) -> None:
        if self._library.find(event.place, Place) is not None:
            small = SmallMap(self._library, event.place, link=item_link("place", event.place))
            small.link_requested.connect(self.link_requested)
            body.add(small)

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

    @Slot(QRect)
    def _on_prose_link_focused(self, rect: QRect) -> None:
        prose, body = self.sender(), self._body
        if isinstance(prose, QWidget):
            centre = prose.mapTo(body, rect.center())
            self.ensureVisible(centre.x(), centre.y(), 0, rect.height() + 4 * GRID)


def _write_events(items: Items, indices: Sequence[int], setter: Typesetter) -> None:
    for number, index in enumerate(indices):
        setter.paragraph(before=6 if number else 0)
        setter.link(event_name(items, index), item_link("event", items.events[index].id))
