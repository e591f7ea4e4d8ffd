"""A small pack with something for every tab: two criteria, three lenses, a range, more people than fit a screen."""

from collections.abc import Iterator

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import (
    Actor,
    ActorKind,
    Criterion,
    Document,
    Figure,
    Movement,
    MovementKind,
    Place,
    Responsibility,
    Status,
)
from r2p_app.content.teaching import CriterionReading, LensEntry, Reading
from tests.ui import mini

PEOPLE = tuple(
    Actor(id=f"p-person-{number}", name=f"Person {number}", kind=ActorKind.PERSON, role=f"Role {number}")
    for number in range(60)
)
COURT = Actor(id="b-ictr", name="ICTR", kind=ActorKind.COURT, role="Court for Rwanda")
STRANGER = Actor(id="b-stranger", name="A stranger", kind=ActorKind.UN, role="Mentioned by nobody")

EARLIER = Document(
    id="doc-res-872",
    symbol="S/RES/872 (1993)",
    title="UNAMIR is created",
    date="1993-10-05",
    body="UN Security Council",
    summary="The Council set up a mission for a time of peace.",
    why_it_matters="It fixed what the force was made for.",
)

RANGE = Figure(
    id="fig-dead",
    label="People killed",
    unit="people",
    as_of="2020",
    low=491_000,
    high=1_074_017,
    toll=True,
    status=Status.SCHOLARSHIP,
    sources=("un-inquiry-1999",),
)

CRITERIA = (
    CriterionReading(
        id="crit-authority",
        criterion=Criterion.RIGHT_AUTHORITY,
        question="Was there a lawful body able to decide?",
        argument_yes="The Council met on most days.",
        argument_no="The Council did not want to decide.",
        evidence=("ev-res-912", "doc-res-912"),
        sources=("un-inquiry-1999",),
        readings=(
            Reading(by="The inquiry", view="Met", text="Authority was there.", sources=("un-inquiry-1999, p. 3",)),
            Reading(by="A critic", view="Doubtful", text="The will was missing.", sources=("un-inquiry-1999",)),
        ),
    ),
    CriterionReading(
        id="crit-cause",
        criterion=Criterion.JUST_CAUSE,
        question="Was there large-scale loss of life?",
        argument_yes="Killing had begun everywhere.",
        argument_no="Many outsiders saw a war.",
        evidence=("ev-genocide",),
        sources=("un-inquiry-1999",),
    ),
)

LENS = tuple(
    LensEntry(
        id=f"lens-{responsibility.value}",
        responsibility=responsibility,
        tried=(f"Tried to {responsibility.value}.",),
        missed=(f"Missed to {responsibility.value}.",),
        events=("ev-res-912", "ev-arusha-accords"),
    )
    for responsibility in reversed(Responsibility)
)

FLIGHT = Movement(
    id="mv-flight",
    title="Across the border",
    kind=MovementKind.DISPLACEMENT,
    date="1994-07-14/1994-07-18",
    path=("pl-kigali", "pl-arusha"),
    text="Many people fled.",
    status=Status.OFFICIAL_RECORD,
    sources=("un-inquiry-1999",),
)

FAR = Place(id="pl-new-york", name="New York", lat=40.75, lon=-73.97, why="Where the Council meets")


def _added() -> Iterator[Entry]:
    for actor in (*PEOPLE, COURT):
        yield Entry(actor.id, "actor", "rwanda", actor)
    yield Entry(STRANGER.id, "actor", "", STRANGER)
    yield Entry(EARLIER.id, "document", "rwanda", EARLIER)
    yield Entry(RANGE.id, "figure", "rwanda", RANGE)
    yield Entry(FLIGHT.id, "movement", "rwanda", FLIGHT)
    yield Entry(FAR.id, "place", "rwanda", FAR)
    yield from (Entry(reading.id, "criterion", "rwanda", reading) for reading in CRITERIA)
    yield from (Entry(entry.id, "lens", "rwanda", entry) for entry in LENS)


def library() -> Library:
    """Return the small pack with these."""
    return Library(mini.PACK, [*mini.entries(), *_added()])
