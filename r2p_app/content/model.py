"""The records a pack is made of: frozen values, one type per kind of content.

These types are declared once. The reader checks YAML against them, the JSON Schema for editors and the codec of the
cache are derived from them, and the window shows them. Rules of meaning (ids resolve, claims are sourced, options carry
rationales) live in `checks`.

Conventions:
  * Ids are written by people, unique in the whole pack, and start with the prefix of their kind (see `kinds`).
  * `Text` marks words a translator may overlay; everything else is the same in every language.
  * `DateText` is EDTF (ISO 8601-2, level 1), parsed by `dates`.
  * `Citation` is written `source-id` or `source-id, locator`, as in chapters: `[@source-id, locator]`.
"""

import enum
from typing import Annotated

import msgspec
from msgspec import Meta


def _written(pattern: str, description: str) -> Meta:
    """Say how a text must be written.

    Not by msgspec's own `pattern`: that would be matched again for every record read from the cache.
    """
    return Meta(extra={"pattern": pattern}, extra_json_schema={"pattern": pattern, "description": description})


Id = Annotated[str, _written(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "lower case, digits and hyphens")]
Text = Annotated[str, Meta(min_length=1, extra={"translate": True})]
DateText = Annotated[str, Meta(min_length=4, extra={"edtf": True}, description="EDTF date, in quotation marks")]
Citation = Annotated[str, Meta(min_length=1, extra={"cites": True}, description="source id, or source id, locator")]
Link = Annotated[str, _written(r"^r2p://", "a link inside the pack")]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]


class Status(enum.StrEnum):
    """What kind of support a claim has; see TEACHING rule G5."""

    ADJUDICATED = "adjudicated"
    OFFICIAL_RECORD = "official-record"
    SCHOLARSHIP = "scholarship"
    TESTIMONY = "testimony"
    CONTESTED = "contested"


class Responsibility(enum.StrEnum):
    """The three responsibilities of the 2001 report, used as a lens on every case."""

    PREVENT = "prevent"
    REACT = "react"
    REBUILD = "rebuild"


class Bloom(enum.StrEnum):
    """The level of thinking an objective or a question asks for (Bloom's taxonomy, revised 2001)."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"


class Criterion(enum.StrEnum):
    """The six criteria for the use of force in the report of 2001."""

    JUST_CAUSE = "just-cause"
    RIGHT_INTENTION = "right-intention"
    LAST_RESORT = "last-resort"
    PROPORTIONAL_MEANS = "proportional-means"
    REASONABLE_PROSPECTS = "reasonable-prospects"
    RIGHT_AUTHORITY = "right-authority"


class Theme(enum.StrEnum):
    """What an event is about."""

    BACKGROUND = "background"
    WARNING = "warning"
    VIOLENCE = "violence"
    DISPLACEMENT = "displacement"
    RESCUE = "rescue"
    MILITARY = "military"
    DIPLOMACY = "diplomacy"
    COUNCIL = "council"
    AID = "aid"
    JUSTICE = "justice"
    MEMORY = "memory"
    DOCTRINE = "doctrine"


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True, gc=False):
    """What every record shares: unknown keys are refused, values never change."""


class PackInfo(Record, frozen=True, kw_only=True):
    """The pack itself: `pack.yaml` at its root."""

    format: int
    id: Id
    title: Text
    version: str
    licence: str
    languages: tuple[str, ...]
    authors: tuple[str, ...]
    description: Text = ""


class Lane(Record, frozen=True, kw_only=True):
    """A row of the timeline; `case` gives it its colour."""

    id: Id
    title: Text
    case: str = ""
    colour: str = ""


class SourceType(enum.StrEnum):
    """What a source is; it suggests how to cite it and how far to trust it."""

    UN_DOCUMENT = "un-document"
    JUDGMENT = "judgment"
    REPORT = "report"
    ARCHIVE = "archive"
    BOOK = "book"
    ARTICLE = "article"
    DATASET = "dataset"
    WEB = "web"


class Source(Record, frozen=True, kw_only=True):
    """A work that claims rest on."""

    id: Id
    type: SourceType
    author: str
    title: str
    year: int | None = None
    publisher: str = ""
    symbol: str = ""
    isbn: str = ""
    doi: str = ""
    url: str = ""
    note: Text = ""


class ActorKind(enum.StrEnum):
    """Whether an actor is a person or what kind of body it is."""

    PERSON = "person"
    STATE = "state"
    UN = "un"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed-group"
    COURT = "court"
    NGO = "ngo"
    MEDIA = "media"


class Actor(Record, frozen=True, kw_only=True):
    """A person or a body that acted. `years` is shown as written ("1937–1994", "born 1957")."""

    id: Id
    name: Text
    kind: ActorKind
    role: Text
    years: Text = ""
    note: Text = ""
    sources: tuple[Citation, ...] = ()


class Place(Record, frozen=True, kw_only=True):
    """A place with coordinates in degrees (WGS 84). `approximate` forbids asking learners to locate it."""

    id: Id
    name: Text
    lat: Latitude
    lon: Longitude
    why: Text
    approximate: bool = False


class Term(Record, frozen=True, kw_only=True):
    """A glossary entry; `aliases` are other forms the reader may meet."""

    id: Id
    term: Text
    definition: Text
    aliases: tuple[Text, ...] = ()
    see_also: tuple[Id, ...] = ()
    sources: tuple[Citation, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """Something that happened: a point or a span in time, in one or more lanes.

    `importance` is 1 (detail) to 3 (landmark). `disputed` says what is contested about it, and by whom.
    """

    id: Id
    date: DateText
    title: Text
    summary: Text
    lanes: tuple[Id, ...]
    responsibility: Responsibility
    theme: Theme
    status: Status
    sources: tuple[Citation, ...]
    importance: Annotated[int, Meta(ge=1, le=3)] = 2
    place: str = ""
    actors: tuple[Id, ...] = ()
    documents: tuple[Id, ...] = ()
    disputed: Text = ""


class Figure(Record, frozen=True, kw_only=True):
    """A number with its range, unit, date and sources.

    Either `value` or both `low` and `high`. A toll (people killed) needs a range, or `single_because`.
    """

    id: Id
    label: Text
    unit: Text
    as_of: DateText
    status: Status
    sources: tuple[Citation, ...]
    value: float | None = None
    low: float | None = None
    high: float | None = None
    toll: bool = False
    single_because: Text = ""
    note: Text = ""


class SeriesPoint(Record, frozen=True, kw_only=True):
    """One value of a series on a date; `low`/`high` give a range where the source does."""

    date: DateText
    value: float | None = None
    low: float | None = None
    high: float | None = None
    label: Text = ""
    note: Text = ""


class SeriesKind(enum.StrEnum):
    """How a series may be drawn: a permission changes in steps, a count is a line with gaps."""

    STEP = "step"
    LINE = "line"
    BAR = "bar"
    RANGE = "range"


class Series(Record, frozen=True, kw_only=True):
    """A data series: `question` is what the chart answers, `limits` what it does not show."""

    id: Id
    title: Text
    unit: Text
    kind: SeriesKind
    points: tuple[SeriesPoint, ...]
    status: Status
    sources: tuple[Citation, ...]
    question: Text = ""
    how_to_read: Text = ""
    limits: Text = ""


class MovementKind(enum.StrEnum):
    """What kind of movement it was; each has a line of its own on the map."""

    DISPLACEMENT = "displacement"
    """People flee or are driven out."""
    TRANSPORT = "transport"
    """People are taken somewhere and cannot choose: buses, trains, prisoners."""
    RETURN = "return"
    EVACUATION = "evacuation"
    """People are brought to safety."""
    DEPLOYMENT = "deployment"
    """Soldiers or staff come, or advance."""
    WITHDRAWAL = "withdrawal"


class Movement(Record, frozen=True, kw_only=True):
    """Many people who went from one place to another: `path` is from, via, to.

    How many is said by a `figure`, with its range and sources; `events` are those on the timeline that it belongs to.
    """

    id: Id
    title: Text
    kind: MovementKind
    date: DateText
    path: tuple[Id, ...]
    text: Text
    status: Status
    sources: tuple[Citation, ...]
    figure: str = ""
    events: tuple[Id, ...] = ()
    disputed: Text = ""


class Vote(Record, frozen=True, kw_only=True):
    """A recorded vote. `opponents` and `abstainers` are state names."""

    in_favour: Annotated[int, Meta(ge=0)]
    against: Annotated[int, Meta(ge=0)]
    abstaining: Annotated[int, Meta(ge=0)]
    opponents: tuple[Text, ...] = ()
    abstainers: tuple[Text, ...] = ()
    note: Text = ""


class KeyPoint(Record, frozen=True, kw_only=True):
    """What one paragraph of a document says, in our words."""

    ref: Text
    point: Text


class Document(Record, frozen=True, kw_only=True):
    """A primary document: who made it, what it says, why it matters."""

    id: Id
    symbol: str
    title: Text
    date: DateText
    body: Text
    summary: Text
    why_it_matters: Text
    status: Status = Status.OFFICIAL_RECORD
    key_points: tuple[KeyPoint, ...] = ()
    vote: Vote | None = None
    made_by: Text = ""
    url: str = ""
    sources: tuple[Citation, ...] = ()


class Case(Record, frozen=True, kw_only=True):
    """A case study, or the doctrine: its chapters in reading order and its words for Home.

    `class_note` is the content note in words to a class, which reads it together from the projector.
    """

    id: Id
    title: Text
    subtitle: Text
    period: Text
    one_line: Text
    summary: Text
    content_note: Text
    lane: Id
    chapters: tuple[Id, ...]
    class_note: Text = ""
    kind: Annotated[str, Meta(pattern="^(case|doctrine)$")] = "case"
    colour: str = ""


class Chapter(Record, frozen=True, kw_only=True):
    """One chapter: the front matter of a Markdown file, and its text.

    `body` is the Markdown after the front matter; `body_line` the line on which it starts, for messages.
    """

    id: Id
    title: Text
    summary: Text
    content_note: Text
    objectives: tuple[Id, ...] = ()
    check: tuple[Id, ...] = ()
    responsibility: Responsibility | None = None
    body: Text = ""
    body_line: int = 0
