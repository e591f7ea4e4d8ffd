"""A pack small enough to know by heart: two cases, three chapters, six events, six questions, with real facts."""

from msgspec import Struct

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import (
    Actor,
    ActorKind,
    Bloom,
    Case,
    Chapter,
    Document,
    Event,
    Figure,
    KeyPoint,
    Lane,
    PackInfo,
    Place,
    Responsibility,
    Series,
    SeriesKind,
    SeriesPoint,
    Source,
    SourceType,
    Status,
    Term,
    Theme,
    Vote,
)
from r2p_app.content.problems import Level, Problem
from r2p_app.content.questions import MultipleResponse, Option, SingleChoice, TrueFalse
from r2p_app.content.teaching import (
    Change,
    Comparison,
    ComparisonAnswer,
    ComparisonColumn,
    ComparisonRow,
    DecisionOption,
    DecisionPoint,
    KnownFact,
    Misconception,
    Objective,
    Pairing,
    Story,
    StoryStep,
)

PACK = PackInfo(
    format=1,
    id="mini",
    title="A small pack",
    version="1.0",
    licence="CC BY-SA 4.0",
    languages=("en",),
    authors=("The R2P authors",),
)

SOURCES = (
    Source(
        id="un-inquiry-1999",
        type=SourceType.REPORT,
        author="Independent Inquiry (Carlsson, Han, Kupolati)",
        title="Report on the actions of the United Nations during the 1994 genocide against the Tutsi in Rwanda",
        year=1999,
        publisher="United Nations",
        symbol="S/1999/1257",
        url="https://undocs.org/S/1999/1257",
    ),
    Source(
        id="un-res-912",
        type=SourceType.UN_DOCUMENT,
        author="UN Security Council",
        title="Resolution 912 (1994)",
        year=1994,
        symbol="S/RES/912 (1994)",
        url="https://undocs.org/S/RES/912(1994)",
    ),
    Source(id="un-2005", type=SourceType.UN_DOCUMENT, author="UN General Assembly", title="2005 World Summit Outcome"),
)

LANES = (
    Lane(id="lane-rwanda", title="Rwanda", case="rwanda"),
    Lane(id="lane-council", title="Council and doctrine", case="doctrine"),
)

ACTORS = (
    Actor(
        id="p-dallaire",
        name="Roméo Dallaire",
        kind=ActorKind.PERSON,
        role="Force commander of UNAMIR",
        years="born 1946",
        sources=("un-inquiry-1999",),
    ),
    Actor(
        id="b-unsc", name="UN Security Council", kind=ActorKind.UN, role="Body of fifteen states that acts for peace"
    ),
)

PLACES = (
    Place(id="pl-kigali", name="Kigali", lat=-1.9441, lon=30.0619, why="The capital of Rwanda"),
    Place(id="pl-arusha", name="Arusha", lat=-3.3869, lon=36.683, why="Where the peace agreement was signed"),
)

TERMS = (
    Term(
        id="t-unamir",
        term="UNAMIR",
        definition="The United Nations Assistance Mission for Rwanda, set up in October 1993.",
        sources=("un-inquiry-1999",),
    ),
)

DOCUMENTS = (
    Document(
        id="doc-res-912",
        symbol="S/RES/912 (1994)",
        title="Reduction of UNAMIR",
        date="1994-04-21",
        body="UN Security Council",
        summary="Two weeks into the genocide the Council cut the force and changed its task.",
        why_it_matters="It shows what the Council did while the killing went on.",
        key_points=(KeyPoint(ref="para 8 (a)", point="The force acts as an intermediary between the parties."),),
        vote=Vote(in_favour=15, against=0, abstaining=0),
        sources=("un-res-912",),
    ),
)

EVENTS = (
    Event(
        id="ev-belgian-rule",
        date="1916/1962",
        title="Belgian rule",
        summary="Belgium ruled Rwanda and fixed ethnic labels on identity cards.",
        lanes=("lane-rwanda",),
        responsibility=Responsibility.PREVENT,
        theme=Theme.BACKGROUND,
        status=Status.SCHOLARSHIP,
        sources=("un-inquiry-1999",),
    ),
    Event(
        id="ev-arusha-accords",
        date="1993-08-04",
        title="Arusha Peace Agreement signed",
        summary="The government and the RPF agreed to share power, merge their armies and let refugees return.",
        lanes=("lane-rwanda",),
        responsibility=Responsibility.PREVENT,
        theme=Theme.DIPLOMACY,
        status=Status.OFFICIAL_RECORD,
        sources=("un-inquiry-1999",),
        importance=3,
        place="pl-arusha",
    ),
    Event(
        id="ev-cable-11-jan",
        date="1994-01-11",
        title="Dallaire’s cable warns of an extermination plan",
        summary="Dallaire told New York that an informant had been ordered to register Tutsi in Kigali.",
        lanes=("lane-rwanda",),
        responsibility=Responsibility.PREVENT,
        theme=Theme.WARNING,
        status=Status.OFFICIAL_RECORD,
        sources=("un-inquiry-1999, p. 10",),
        importance=3,
        place="pl-kigali",
        actors=("p-dallaire",),
    ),
    Event(
        id="ev-genocide",
        date="1994-04-07/1994-07-17",
        title="The genocide against the Tutsi",
        summary="Soldiers, militia and many ordinary people killed at least half a million people.",
        lanes=("lane-rwanda",),
        responsibility=Responsibility.REACT,
        theme=Theme.VIOLENCE,
        status=Status.ADJUDICATED,
        sources=("un-inquiry-1999",),
        importance=3,
    ),
    Event(
        id="ev-res-912",
        date="1994-04-21",
        title="Resolution 912 cuts UNAMIR to 270",
        summary="The Council voted 15-0 to reduce the force to about 270 people.",
        lanes=("lane-rwanda", "lane-council"),
        responsibility=Responsibility.REACT,
        theme=Theme.COUNCIL,
        status=Status.OFFICIAL_RECORD,
        sources=("un-res-912, para 8",),
        importance=3,
        actors=("b-unsc", "p-dallaire"),
        documents=("doc-res-912",),
    ),
    Event(
        id="ev-world-summit",
        date="2005-09-16",
        title="World Summit agrees on the Responsibility to Protect",
        summary="Heads of state and government agreed on paragraphs 138 and 139.",
        lanes=("lane-council",),
        responsibility=Responsibility.PREVENT,
        theme=Theme.DOCTRINE,
        status=Status.OFFICIAL_RECORD,
        sources=("un-2005, paras 138-139",),
        importance=3,
    ),
)

NUMBERS: tuple[Struct, ...] = (
    Figure(
        id="fig-unamir-270",
        label="Size of UNAMIR that resolution 912 allowed",
        unit="people",
        as_of="1994-04-21",
        value=270,
        status=Status.OFFICIAL_RECORD,
        sources=("un-res-912",),
    ),
    Series(
        id="ser-unamir-strength",
        title="UNAMIR’s authorised strength",
        unit="people",
        kind=SeriesKind.STEP,
        points=(
            SeriesPoint(date="1993-10-05", value=2548),
            SeriesPoint(date="1994-04-21", value=270, label="Resolution 912"),
            SeriesPoint(date="1994-05-17", value=5500, label="Resolution 918"),
        ),
        status=Status.OFFICIAL_RECORD,
        sources=("un-inquiry-1999",),
        question="When did the Council shrink the force, and when did it enlarge it?",
    ),
)

OBJECTIVES = (
    Objective(id="o-warnings", text="Explain why the warnings did not lead to action.", bloom=Bloom.ANALYSE),
    Objective(id="o-mandate", text="Say what UNAMIR was allowed to do.", bloom=Bloom.UNDERSTAND),
)

MISCONCEPTIONS = (
    Misconception(
        id="mc-no-warning",
        claim="Nobody could have known.",
        correction="Warnings reached the United Nations from January 1994 on.",
        chapters=("rwanda-warnings",),
        sources=("un-inquiry-1999",),
    ),
)

PAIRINGS = (
    Pairing(
        id="pair-warning",
        title="A warning, and the next large decision",
        ground="ev-cable-11-jan",
        council="ev-res-912",
        note="The Council had not been told of the cable.",
    ),
)

COMPARISONS = (
    Comparison(
        id="cmp-texts",
        title="Two texts, the same questions",
        introduction="What changed between a draft and the outcome.",
        columns=(ComparisonColumn(id="draft", title="Draft"), ComparisonColumn(id="outcome", title="Outcome of 2005")),
        rows=(
            ComparisonRow(
                id="row-force",
                question="Who decides on force?",
                answers=(
                    ComparisonAnswer(column="draft", answer="The Council, or others if it fails."),
                    ComparisonAnswer(
                        column="outcome",
                        answer="The Council.",
                        evidence=("ev-world-summit",),
                        sources=("un-2005, para 139",),
                    ),
                ),
                change=Change.NARROWED,
                explanation="Other ways were not taken over.",
                seen_in=("ev-res-912",),
            ),
            ComparisonRow(
                id="row-prevention",
                question="Does prevention come first?",
                answers=(ComparisonAnswer(column="draft", answer="Yes."),),
                change=Change.KEPT,
            ),
        ),
    ),
    Comparison(
        id="cmp-mini",
        title="Two cases, the same questions",
        introduction="Decisions are compared here, never suffering.",
        columns=(
            ComparisonColumn(id="rwanda", title="Rwanda"),
            ComparisonColumn(id="doctrine", title="The doctrine"),
        ),
        rows=(
            ComparisonRow(
                id="row-warning",
                question="Who was warned?",
                answers=(
                    ComparisonAnswer(
                        column="rwanda",
                        answer="The Secretariat, by a cable.",
                        evidence=("ev-cable-11-jan", "doc-res-912"),
                        sources=("un-inquiry-1999, p. 10", "un-res-912"),
                    ),
                    ComparisonAnswer(column="doctrine", answer="Everyone, by the past."),
                ),
            ),
            ComparisonRow(
                id="row-vote",
                question="What was decided?",
                answers=(
                    ComparisonAnswer(
                        column="rwanda",
                        answer="To reduce the force.",
                        evidence=("ev-res-912",),
                        sources=("un-res-912",),
                    ),
                    ComparisonAnswer(column="doctrine", answer="To act through the Council.", sources=("un-2005",)),
                ),
            ),
        ),
    ),
)

STORIES = (
    Story(
        id="story-warning",
        title="From the warning to the vote",
        summary="How a warning was heard, and what the Council decided.",
        content_note="This story speaks of plans to kill and of killing.",
        steps=(
            StoryStep(
                heading="A warning reaches New York",
                text="[Roméo Dallaire](r2p://actor/p-dallaire) sent [a cable](r2p://event/ev-cable-11-jan).",
                start="1994-01-01",
                end="1994-01-31",
                lanes=("lane-rwanda",),
                event="ev-cable-11-jan",
                sources=("un-inquiry-1999, p. 10",),
            ),
            StoryStep(
                heading="The force is cut",
                text="The Council kept about 270 people.",
                start="1994-04-06",
                end="1994-04-30",
                event="ev-res-912",
                sources=("un-res-912, para 8",),
            ),
            StoryStep(
                heading="The peace that was to be kept",
                text="The parties had agreed to share power.",
                start="1993-07-01",
                end="1994-07-31",
                sources=("un-inquiry-1999",),
                back_because="What failed was an agreement of the year before.",
            ),
        ),
    ),
)

DECISIONS = (
    DecisionPoint(
        id="dp-912",
        date="1994-04-21",
        title="Reinforce, reduce or withdraw",
        seat="A delegation on the Council",
        situation="The Secretary-General has put three options to the Council.",
        known_then=(KnownFact(date="1994-04-20", fact="Belgium is leaving.", sources=("un-inquiry-1999",)),),
        not_known_then=("How long the killing would last.",),
        options=(
            DecisionOption(id="reinforce", text="Reinforce", arguments_for="Protects.", arguments_against="No troops."),
            DecisionOption(id="reduce", text="Reduce", arguments_for="Feasible.", arguments_against="Abandons."),
        ),
        chosen="The force was reduced.",
        what_followed="The killing went on.",
        later_assessments=(),
        criteria_in_play=(),
        sources=("un-res-912",),
    ),
)

_READ = "r2p://chapter/rwanda-warnings"


def single(id_: str, prompt: str, right: str, *wrong: str, see: str = _READ) -> SingleChoice:
    """Return a single-choice question whose first option is the key."""
    options = (right, *wrong)
    return SingleChoice(
        id=id_,
        prompt=prompt,
        objective="o-warnings",
        bloom=Bloom.UNDERSTAND,
        difficulty=1,
        rationale=f"{right}, as the inquiry of 1999 found.",
        sources=("un-inquiry-1999",),
        see=see,
        options=tuple(
            Option(id=chr(ord("a") + i), text=text, rationale=f"On “{text}”.", correct=i == 0)
            for i, text in enumerate(options)
        ),
    )


QUESTIONS = (
    single(
        "q-refused-raid",
        "Why did Headquarters refuse the raid on the arms caches?",
        "It read the mandate as excluding forcible seizure",
        "It doubted that any weapons existed",
        "Rwanda’s government had already disarmed the militia",
    ),
    single("q-who-warned", "Who sent the cable of 11 January 1994?", "Roméo Dallaire", "Kofi Annan", "Colin Keating"),
    single(
        "q-912",
        "What did resolution 912 do?",
        "It reduced the force",
        "It enlarged the force",
        "It ended the mission",
        see="r2p://event/ev-res-912",
    ),
    MultipleResponse(
        id="q-arusha-terms",
        prompt="What did the Arusha Peace Agreement provide for?",
        objective="o-mandate",
        bloom=Bloom.REMEMBER,
        difficulty=2,
        rationale="Power-sharing, merged armies and return of refugees were agreed.",
        sources=("un-inquiry-1999",),
        see="r2p://event/ev-arusha-accords",
        options=(
            Option(id="a", text="Shared power", rationale="Yes, in a transitional government.", correct=True),
            Option(id="b", text="Merged armies", rationale="Yes, in fixed proportions.", correct=True),
            Option(id="c", text="Independence of the north", rationale="No part of the country was to secede."),
        ),
    ),
    TrueFalse(
        id="q-vote-912",
        prompt="The Council adopted resolution 912 unanimously.",
        objective="o-mandate",
        bloom=Bloom.REMEMBER,
        difficulty=1,
        rationale="All fifteen members voted in favour.",
        sources=("un-res-912",),
        see="r2p://document/doc-res-912",
        answer=True,
        when_true="The vote was 15 to 0.",
        when_false="No member voted against or abstained.",
    ),
    single(
        "q-summit",
        "Which meeting agreed on the Responsibility to Protect?",
        "The World Summit of 2005",
        "The Council in 1994",
        "The conference of Arusha",
        see="r2p://event/ev-world-summit",
    ),
)

_NOTE = "This chapter deals with mass murder. You may pause or leave at any time."

CHAPTERS = (
    Chapter(
        id="rwanda-people",
        title="People and ordinary life",
        summary="Who lived in Rwanda, and how.",
        content_note=_NOTE,
        responsibility=Responsibility.PREVENT,
        body="Before the war, people in Rwanda farmed the hills around [Kigali](r2p://place/pl-kigali).\n\n"
        "Hutu, Tutsi and Twa shared one language. [@un-inquiry-1999]\n",
    ),
    Chapter(
        id="rwanda-warnings",
        title="The warnings",
        summary="What was known in the first months of 1994.",
        content_note=_NOTE,
        objectives=("o-warnings",),
        check=("q-refused-raid", "q-who-warned", "q-arusha-terms"),
        responsibility=Responsibility.PREVENT,
        body="On 11 January 1994 [Roméo Dallaire](r2p://actor/p-dallaire) sent a "
        "[cable](r2p://event/ev-cable-11-jan) to New York. [@un-inquiry-1999, p. 10]\n\n"
        "## The answer\n\nHeadquarters told him not to act. [UNAMIR](r2p://term/t-unamir) had no mandate for raids, "
        "it wrote.\n\nOn 21 April the Council adopted [resolution 912](r2p://document/doc-res-912).\n",
    ),
    Chapter(
        id="doctrine-summit",
        title="The World Summit",
        summary="What states agreed in 2005.",
        content_note=_NOTE,
        check=("q-summit",),
        body="In September 2005 heads of state agreed on paragraphs 138 and 139. [@un-2005]\n",
    ),
)

CASES = (
    Case(
        id="rwanda",
        title="Rwanda",
        subtitle="The 1994 genocide against the Tutsi",
        period="April to July 1994",
        one_line="A peacekeeping force was in the country. The Council reduced it.",
        summary="Warnings came; the force was cut; hundreds of thousands were killed.",
        content_note=_NOTE,
        lane="lane-rwanda",
        chapters=("rwanda-people", "rwanda-warnings"),
    ),
    Case(
        id="doctrine",
        title="The doctrine",
        subtitle="From 2001 to today",
        period="2000 to today",
        one_line="The commission of 2001, the World Summit of 2005, and the practice since.",
        summary="How the Responsibility to Protect came about.",
        content_note="Hard cases are discussed.",
        lane="lane-council",
        chapters=("doctrine-summit",),
        kind="doctrine",
    ),
)

PROBLEMS = (
    Problem(
        "rwanda/events.yaml", 12, 9, Level.ERROR, "“1994-13-01” is not a date", "Months run from 01 to 12.", "date"
    ),
    Problem("rwanda/chapters/warnings.md", 40, 3, Level.WARNING, "The link leads nowhere", code="link"),
)

_KINDS: tuple[tuple[str, tuple[Struct, ...]], ...] = (
    ("source", SOURCES),
    ("lane", LANES),
    ("actor", ACTORS),
    ("place", PLACES),
    ("term", TERMS),
    ("document", DOCUMENTS),
    ("event", EVENTS),
    ("objective", OBJECTIVES),
    ("misconception", MISCONCEPTIONS),
    ("question", QUESTIONS),
    ("pairing", PAIRINGS),
    ("comparison", COMPARISONS),
    ("story", STORIES),
    ("decision", DECISIONS),
    ("chapter", CHAPTERS),
    ("case", CASES),
)


def _case_of(item_id: str) -> str:
    if item_id in ("doctrine", "doctrine-summit", "ev-world-summit", "q-summit"):
        return "doctrine"
    return "" if item_id.startswith(("un-", "lane-", "b-")) else "rwanda"


def entries() -> tuple[Entry, ...]:
    """Return every entry of the small pack, in file order."""
    listed = [(kind, item) for kind, items in _KINDS for item in items]
    listed += [("figure" if isinstance(item, Figure) else "series", item) for item in NUMBERS]
    return tuple(_entry(kind, item) for kind, item in listed)


def _entry(kind: str, item: Struct) -> Entry:
    item_id = str(getattr(item, "id"))  # noqa: B009 - `Struct` itself declares no id
    case = _case_of(item_id)
    return Entry(item_id, kind, case, item, f"{case or 'shared'}/{kind}.yaml", 1)


def mini_library(*, faults: bool = False) -> Library:
    """Return the small pack as a library, with two faults listed if asked."""
    return Library(PACK, entries(), PROBLEMS if faults else ())
