"""What is seen in tests of exports: real titles, hard ones, and days of every precision."""

from r2p_app.content.dates import day_number
from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Event
from r2p_app.timeline.axis import Axis
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.timeline.export_seen import Seen
from tests.timeline.making import event
from tests.ui import mini
from tests.ui.timeline.conftest import LANES, some_events

LONG = "A title with many words that goes on and on, as titles of resolutions do, " * 2
HOSTILE = (
    event(200, "1994-06-30", lanes=("lane-a",), importance=3, title="<b>Bold & “quoted”</b> ]]>"),
    event(201, "1994-08-31", lanes=("lane-a",), importance=3, title=LONG.strip()),
    event(202, "1994-08-31", lanes=("lane-b",), title="قرار مجلس الأمن"),
    event(203, "1994-01-01/..", lanes=("lane-b",), title="An open end"),
    event(204, "1993-10~", lanes=("lane-b",), title="About a month"),
)


def seen_of(events: list[Event], filter_: Filter | None = None, *, width: int = 1200, whole: bool = False) -> Seen:
    """Return the view from January to September 1994."""
    library = Library(mini.PACK, [Entry(one.id, "event", "", one) for one in events])
    shown = Shown(Items(events, LANES), filter_ or Filter())
    axis = Axis.showing(day_number(1994), day_number(1994, 9), width)
    return Seen(library, shown, axis, width, 500, whole=whole)


def seen(filter_: Filter | None = None, *, whole: bool = False) -> Seen:
    return seen_of([*some_events(), *HOSTILE], filter_, whole=whole)
