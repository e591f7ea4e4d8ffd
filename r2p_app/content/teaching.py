"""The records made for teaching: objectives, comparisons, readings of a case, stories, decisions, lessons.

What happened and what proves it is in `model`; this is what a teacher or a learner does with it.
"""

import enum
from typing import Annotated

from msgspec import Meta

from r2p_app.content.model import Bloom, Citation, Criterion, DateText, Id, Record, Responsibility, Text


class Objective(Record, frozen=True, kw_only=True):
    """What a learner can do after studying; questions and lessons name objectives."""

    id: Id
    text: Text
    bloom: Bloom
    short: Text = ""


class Misconception(Record, frozen=True, kw_only=True):
    """A common wrong belief and its correction; `chapters` are those whose subject it concerns."""

    id: Id
    claim: Text
    correction: Text
    sources: tuple[Citation, ...]
    chapters: tuple[Id, ...] = ()
    denial: bool = False


class LensEntry(Record, frozen=True, kw_only=True):
    """What was tried and what was missed under one responsibility."""

    id: Id
    responsibility: Responsibility
    tried: tuple[Text, ...]
    missed: tuple[Text, ...]
    events: tuple[Id, ...] = ()
    sources: tuple[Citation, ...] = ()


class Reading(Record, frozen=True, kw_only=True):
    """How one person or body judges a criterion: whose view it is, the verdict in a few words, and the reasons."""

    by: Text
    view: Text
    text: Text
    sources: tuple[Citation, ...]


class CriterionReading(Record, frozen=True, kw_only=True):
    """One criterion applied to a case, in retrospect: the arguments both ways, the evidence, and who reads it how."""

    id: Id
    criterion: Criterion
    question: Text
    argument_yes: Text
    argument_no: Text
    evidence: tuple[Id, ...]
    sources: tuple[Citation, ...]
    readings: tuple[Reading, ...] = ()


class ComparisonAnswer(Record, frozen=True, kw_only=True):
    """What one case or text says to a shared question; `column` is a case id or a column's own name."""

    column: Id
    answer: Text
    evidence: tuple[Id, ...] = ()
    sources: tuple[Citation, ...] = ()


class Change(enum.StrEnum):
    """What became of a point from one text to the next."""

    KEPT = "kept"
    NARROWED = "narrowed"
    CHANGED = "changed"
    MOVED = "moved"
    DROPPED = "dropped"
    ADDED = "added"


class ComparisonRow(Record, frozen=True, kw_only=True):
    """One question put to every column.

    `change` says what became of a point, `seen_in` names the records of the cases that show what it means.
    """

    id: Id
    question: Text
    answers: tuple[ComparisonAnswer, ...]
    change: Change | None = None
    explanation: Text = ""
    seen_in: tuple[Id, ...] = ()


class ComparisonColumn(Record, frozen=True, kw_only=True):
    """A column of a comparison."""

    id: Id
    title: Text


class Comparison(Record, frozen=True, kw_only=True):
    """A table of the same questions put to several cases or texts; `short` names it on a button."""

    id: Id
    title: Text
    introduction: Text
    columns: tuple[ComparisonColumn, ...]
    rows: tuple[ComparisonRow, ...]
    short: Text = ""


class GuideChoice(Record, frozen=True, kw_only=True):
    """An answer in a guide, and the columns of its comparison that it leaves in play."""

    text: Text
    fits: tuple[Id, ...]


class GuideStep(Record, frozen=True, kw_only=True):
    """A question of a guide, about a row of its comparison; `note` says what is contested about it, and by whom."""

    row: Id
    question: Text
    choices: tuple[GuideChoice, ...]
    note: Text = ""
    sources: tuple[Citation, ...] = ()


class GuideOutcome(Record, frozen=True, kw_only=True):
    """What a column of the comparison is, for whoever was led to it; `contested` says who disagrees about what."""

    column: Id
    term: Id
    text: Text
    examples: tuple[Id, ...]
    sources: tuple[Citation, ...]
    contested: Text = ""


class Guide(Record, frozen=True, kw_only=True):
    """Plain questions that tell similar ideas apart: those that are the columns of a comparison."""

    id: Id
    title: Text
    introduction: Text
    comparison: Id
    steps: tuple[GuideStep, ...]
    outcomes: tuple[GuideOutcome, ...]


class View(Record, frozen=True, kw_only=True):
    """A position in the debate: a critique with its reply, a regional view, or what a group of actors can do."""

    id: Id
    kind: Annotated[str, Meta(pattern="^(critique|regional|role)$")]
    title: Text
    text: Text
    reply: Text = ""
    examples: tuple[Text, ...] = ()
    sources: tuple[Citation, ...] = ()


class Pairing(Record, frozen=True, kw_only=True):
    """What happened on the ground beside what was decided; the delay is computed from the two dates."""

    id: Id
    title: Text
    ground: Id
    council: Id
    note: Text = ""


class StoryStep(Record, frozen=True, kw_only=True):
    """One view of the timeline with words to it: the days from `start` to `end`, in some lanes (none means all).

    `event` is selected. A step that begins before the one it follows says why (`back_because`), to the reader too.
    """

    heading: Text
    text: Text
    start: DateText
    end: DateText
    sources: tuple[Citation, ...]
    lanes: tuple[Id, ...] = ()
    event: str = ""
    back_because: Text = ""


class Story(Record, frozen=True, kw_only=True):
    """A walk along the timeline that an author leads, step by step; `summary` says what it is about."""

    id: Id
    title: Text
    summary: Text
    content_note: Text
    steps: tuple[StoryStep, ...]


class Discussion(Record, frozen=True, kw_only=True):
    """A question without a key, and guidance for whoever leads the talk."""

    id: Id
    question: Text
    guidance: Text
    objectives: tuple[Id, ...] = ()


class StepForm(enum.StrEnum):
    """How a class works in a step."""

    TALK = "talk"
    READ = "read"
    WRITE = "write"
    PAIRS = "pairs"
    GROUPS = "groups"
    VOTE = "vote"
    PLENARY = "plenary"


class LessonStep(Record, frozen=True, kw_only=True):
    """One step of a lesson; `minutes` is planned time.

    `heading` and `prompt` are what the class sees, `activity` and `teacher_note` what the teacher does. The records in
    `uses` can be shown: a map, a document, a question to vote on.
    """

    minutes: Annotated[int, Meta(ge=1)]
    heading: Text
    activity: Text
    form: StepForm
    prompt: Text = ""
    materials: tuple[Text, ...] = ()
    uses: tuple[Id, ...] = ()
    teacher_note: Text = ""


class Lesson(Record, frozen=True, kw_only=True):
    """A lesson plan; its length is the sum of its steps."""

    id: Id
    title: Text
    objectives: tuple[Id, ...]
    steps: tuple[LessonStep, ...]
    summary: Text = ""
    homework: Text = ""
    ground_rules: tuple[Text, ...] = ()
    adaptations: tuple[Text, ...] = ()
    exit_route: Text = ""


class EvidenceForm(enum.StrEnum):
    """What kind of paper or word carried a fact to those who decided."""

    CABLE = "cable"
    REPORT = "report"
    DOCUMENT = "document"
    STATEMENT = "statement"
    PRESS = "press"
    PUBLIC = "public"


class KnownFact(Record, frozen=True, kw_only=True):
    """Something known on the day of a decision, no later than it: an evidence card.

    Learners attach it to a criterion by its `id`, which is unique in its decision point. `made_by` and `made_for` say
    who made what carried the fact and for whom, `held` how reliable it was held to be then (rule G10). `public` as a
    form is what anybody could see or hear.
    """

    date: DateText
    fact: Text
    sources: tuple[Citation, ...]
    id: str = ""
    form: EvidenceForm | None = None
    made_by: Text = ""
    made_for: Text = ""
    held: Text = ""


class DecisionOption(Record, frozen=True, kw_only=True):
    """An option really on the table."""

    id: Id
    text: Text
    arguments_for: Text
    arguments_against: Text


class Assessment(Record, frozen=True, kw_only=True):
    """A later judgement on a decision, and whose it is."""

    by: Text
    text: Text
    sources: tuple[Citation, ...] = ()


class DecisionPoint(Record, frozen=True, kw_only=True):
    """A dated choice, with what was known that day; no cut-off fact may be later than `date`.

    Until the learner has advised, nothing is shown of `chosen`, `documents`, `what_followed`, `learned_later` and
    `later_assessments`. All other texts are written as of the day: `not_known_then` names open questions, not their
    answers. `mandate` says what the seat can do.
    """

    id: Id
    date: DateText
    title: Text
    seat: Text
    situation: Text
    known_then: tuple[KnownFact, ...]
    not_known_then: tuple[Text, ...]
    options: tuple[DecisionOption, ...]
    chosen: Text
    what_followed: Text
    later_assessments: tuple[Assessment, ...]
    criteria_in_play: tuple[Criterion, ...]
    sources: tuple[Citation, ...]
    mandate: Text = ""
    documents: tuple[Id, ...] = ()
    learned_later: tuple[Text, ...] = ()
    place: str = ""
    content_note: Text = ""


class SequenceStep(Record, frozen=True, kw_only=True):
    """One decision point of a sequence; `bridge` says what the seat has learned since the one before, and no more."""

    decision: Id
    bridge: Text = ""


class Sequence(Record, frozen=True, kw_only=True):
    """Decision points that follow one seat through a case, in the order of time."""

    id: Id
    title: Text
    seat: Text
    introduction: Text
    steps: tuple[SequenceStep, ...]
