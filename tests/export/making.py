"""A pack of a few events that are hard to write down, in the order of time."""

from r2p_app.content.dates import parse
from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Actor, Lane, Place, Responsibility, Status
from tests.timeline.making import event
from tests.ui import mini

LANES = (Lane(id="lane-a", title="Rwanda", case="rwanda"), Lane(id="lane-b", title="Council <and> doctrine"))

EVENTS = tuple(
    sorted(
        (
            event(1, "-0043-03-15", title='=HYPERLINK("http://example.org")', lanes=("lane-b",)),
            event(2, "1993-10~", title="*Arusha*, signed “at last”", responsibility=Responsibility.PREVENT),
            event(
                3,
                "1994-04-07/1994-07",
                title="Genocide against the Tutsi <in> Rwanda & after",
                importance=3,
                lanes=("lane-b", "lane-a"),
                place="pl-kigali",
                actors=("ac-dallaire", "ac-nobody"),
                sources=("un-res-912, para. 8", "un-inquiry-1999, p. 10"),
                disputed="-1 is what some say",
                summary="First line.\nSecond [line](r2p://event/ev-1) with **weight**.",
                status=Status.ADJUDICATED,
            ),
            event(4, "1994-05/..", title="An open end"),
            event(5, "../1995", title="An open beginning"),
            event(6, "1994-05-01/1994-06-20", title="A shorter landmark inside", importance=3),
            event(7, "Y12000", title="Far away"),
        ),
        key=lambda one: parse(one.date).sort_key,
    )
)


def library() -> Library:
    """The events with a place, a person and two sources."""
    actor = Actor(id="ac-dallaire", name="Roméo Dallaire", kind=next(iter(mini.ACTORS)).kind, role="Force Commander")
    place = Place(id="pl-kigali", name="Kigali", lat=-1.9441, lon=30.0619, why="The capital")
    kinds = {"lane": LANES, "event": EVENTS, "actor": (actor,), "place": (place,), "source": mini.SOURCES}
    entries = [Entry(str(getattr(one, "id")), kind, "", one) for kind, found in kinds.items() for one in found]  # noqa: B009
    return Library(mini.PACK, entries)
