"""A decision point and exercises on it, small enough to know by heart."""

from datetime import UTC, datetime, timedelta

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import Actor, ActorKind, Case, Criterion, PackInfo, Place, Source, SourceType, Term
from r2p_app.content.teaching import DecisionOption, DecisionPoint, EvidenceForm, KnownFact
from r2p_app.lab.exercise import Exercise, Finding, Memo
from r2p_app.lab.judgement import Level, Weighing

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
PACK = PackInfo(format=1, id="mini", title="M", version="1", licence="CC-BY-SA-4.0", languages=("en",), authors=("A",))

FACTS = (
    KnownFact(
        id="letter",
        date="1994-04-19",
        form=EvidenceForm.DOCUMENT,
        fact="A letter of Watchers says that this is genocide.",
        made_by="A private organisation",
        made_for="The President of the Council",
        held="Detailed.",
        sources=("letter-1994",),
    ),
    KnownFact(
        id="force",
        date="1993-10",
        form=EvidenceForm.PUBLIC,
        fact="The mission has 2,500 people.",
        held="Certain.",
        sources=("book-1990, p. 3", "inquiry-1999"),
    ),
)

POINT = DecisionPoint(
    id="dp-cut",
    date="1994-04-21",
    title="Keep or cut",
    seat="A delegation on the Council",
    situation="Three options under Chapter VII.",
    mandate="One vote of fifteen.",
    known_then=FACTS,
    not_known_then=("How long it will last.",),
    options=(
        DecisionOption(id="keep", text="Keep", arguments_for="Protects.", arguments_against="Risky."),
        DecisionOption(id="cut", text="Cut", arguments_for="Safer.", arguments_against="Abandons."),
    ),
    chosen="It was cut.",
    what_followed="It went on.",
    learned_later=("Most had died.",),
    later_assessments=(),
    criteria_in_play=(Criterion.JUST_CAUSE, Criterion.RIGHT_AUTHORITY),
    sources=("inquiry-1999",),
    place="pl-city",
)


def library(*decisions: DecisionPoint) -> Library:
    """Return a pack around the decision point."""

    def source(item_id: str, year: int, title: str) -> Source:
        return Source(id=item_id, type=SourceType.REPORT, author="A", title=title, year=year)

    shared = (
        source("letter-1994", 1994, "Letter"),
        source("book-1990", 1990, "A book"),
        source("inquiry-1999", 1999, "What went wrong"),
        Actor(id="b-watchers", name="Watchers", kind=ActorKind.NGO, role="Was right in 1999"),
        Actor(id="b-others", name="Others", kind=ActorKind.NGO, role="Not named"),
        Term(id="t-seven", term="Chapter VII", definition="Lets the Council order force.", sources=("book-1990",)),
        Term(
            id="t-mission",
            term="The mission",
            definition="Failed in 1994.",
            aliases=("mission",),
            sources=("inquiry-1999",),
        ),
        Place(id="pl-city", name="City", lat=1.0, lon=2.0, why="Where it failed in 1999"),
    )
    kinds = {"Source": "source", "Actor": "actor", "Term": "term", "Place": "place"}
    entries = [Entry(item.id, kinds[type(item).__name__], "", item) for item in shared]
    case = Case(
        id="alpha",
        title="Alpha",
        subtitle="S",
        period="P",
        one_line="O",
        summary="S",
        content_note="N",
        lane="lane-a",
        chapters=(),
    )
    entries.append(Entry("alpha", "case", "alpha", case))
    entries += [Entry(one.id, "decision", "alpha", one) for one in decisions or (POINT,)]
    return Library(PACK, entries)


def exercise(item_id: str = "e-1", decision: str = "dp-cut", at: datetime = NOON) -> Exercise:
    """Return an exercise just begun."""
    return Exercise(id=item_id, decision=decision, started_at=at, changed_at=at)


MEMO = Memo(option="keep", reasons="R", risks="K", change_mind="C")


def weighed(one: Exercise) -> Exercise:
    """Return it with both criteria in play judged on evidence."""
    for criterion in POINT.criteria_in_play:
        finding = Finding(Weighing(Level.LIKELY, "", ("letter",)), ("force",))
        one = one.found(criterion, finding, NOON)
    return one


def advised(item_id: str = "e-1", decision: str = "dp-cut", at: datetime = NOON) -> Exercise:
    """Return an exercise whose advice is given."""
    return weighed(exercise(item_id, decision, at)).written(0, MEMO, at).advised(at)
