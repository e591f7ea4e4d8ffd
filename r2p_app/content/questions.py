"""Questions as content: one record type per kind, told apart by `kind`.

How an answer is judged belongs to `r2p_app.learning`; a question only says what is true and why.
"""

import enum
from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta

from r2p_app.content.model import (
    Bloom,
    Citation,
    Criterion,
    DateText,
    Id,
    Latitude,
    Link,
    Longitude,
    Record,
    Responsibility,
    Text,
)


class QuestionBase(Record, frozen=True, kw_only=True):
    """What every question carries, whatever its kind.

    `see` links to the chapter paragraph, event or document that answers it; `difficulty` runs from 1 to 3. `rationale`
    is for the question as a whole; where options have rationales of their own it adds to them or is left out.
    """

    id: Id
    prompt: Text
    objective: Id
    bloom: Bloom
    difficulty: Annotated[int, Meta(ge=1, le=3)]
    sources: tuple[Citation, ...]
    see: Link
    rationale: Text = ""
    content_note: Text = ""


class Option(Record, frozen=True, kw_only=True):
    """One answer a learner may choose. `names_denial` marks a rationale that names the claim as denial (rule G9)."""

    id: Id
    text: Text
    rationale: Text
    correct: bool = False
    names_denial: bool = False


class SingleChoice(QuestionBase, frozen=True, kw_only=True, tag="single", tag_field="kind"):
    """One best answer among three or four."""

    options: tuple[Option, ...]


class MultipleResponse(QuestionBase, frozen=True, kw_only=True, tag="multiple", tag_field="kind"):
    """Every right answer is to be ticked, and no other."""

    options: tuple[Option, ...]


class TrueFalse(QuestionBase, frozen=True, kw_only=True, tag="true-false", tag_field="kind"):
    """A statement judged true or false, then the reason why."""

    answer: bool
    when_true: Text
    when_false: Text
    reasons: tuple[Option, ...] = ()


class Mistake(Record, frozen=True, kw_only=True):
    """A wrong number learners often give, and why it is tempting."""

    value: float
    rationale: Text


class Numeric(QuestionBase, frozen=True, kw_only=True, tag="numeric", tag_field="kind"):
    """A number within a tolerance (absolute, in `unit`)."""

    value: float
    unit: Text
    tolerance: Annotated[float, Meta(ge=0)] = 0
    mistakes: tuple[Mistake, ...] = ()


class OrderItem(Record, frozen=True, kw_only=True):
    """One thing to put in order. Its `date` is shown with the answer."""

    id: Id
    text: Text
    rationale: Text
    date: DateText = ""


class Ordering(QuestionBase, frozen=True, kw_only=True, tag="ordering", tag_field="kind"):
    """Things to put in order; the items stand in the right order in the file."""

    items: tuple[OrderItem, ...]


class Pair(Record, frozen=True, kw_only=True):
    """A left side and the right side that belongs to it."""

    id: Id
    left: Text
    right: Text
    rationale: Text


class Matching(QuestionBase, frozen=True, kw_only=True, tag="matching", tag_field="kind"):
    """Left sides to join with right sides; `extra` right sides belong to none."""

    pairs: tuple[Pair, ...]
    extra: tuple[Text, ...] = ()


class ShortAnswer(QuestionBase, frozen=True, kw_only=True, tag="short", tag_field="kind"):
    """A word or phrase; `accepted` lists the forms that count, `near_misses` forms that must not."""

    accepted: tuple[Text, ...]
    near_misses: tuple[Text, ...] = ()
    mistakes: tuple[Option, ...] = ()


class Gap(Record, frozen=True, kw_only=True):
    """A word or phrase left out of a text; `accepted` and `near_misses` as for a short answer."""

    id: Id
    accepted: tuple[Text, ...]
    rationale: Text
    near_misses: tuple[Text, ...] = ()


class Cloze(QuestionBase, frozen=True, kw_only=True, tag="cloze", tag_field="kind"):
    """A text with gaps to fill: `{{id}}` stands in `text` where the words of the gap `id` were."""

    text: Text
    gaps: tuple[Gap, ...]


class Knowledge(enum.StrEnum):
    """When something was known: on the day a decision was taken, or only later."""

    THEN = "then"
    LATER = "later"


class SortBy(enum.StrEnum):
    """What evidence is sorted by."""

    RESPONSIBILITY = "responsibility"
    CRITERION = "criterion"
    KNOWLEDGE = "knowledge"


PILES: Mapping[SortBy, type[enum.StrEnum]] = {
    SortBy.RESPONSIBILITY: Responsibility,
    SortBy.CRITERION: Criterion,
    SortBy.KNOWLEDGE: Knowledge,
}
"""The piles that cards are laid on; a card names one by its value."""


class EvidenceCard(Record, frozen=True, kw_only=True):
    """A piece of evidence, and the pile it belongs on."""

    id: Id
    text: Text
    belongs: Id
    rationale: Text


class EvidenceSort(QuestionBase, frozen=True, kw_only=True, tag="sort", tag_field="kind"):
    """Evidence to be sorted: by responsibility, by criterion, or by when it was known."""

    by: SortBy
    cards: tuple[EvidenceCard, ...]


class OpenMemo(QuestionBase, frozen=True, kw_only=True, tag="memo", tag_field="kind"):
    """A few sentences that the learner marks against a rubric; never graded by the machine."""

    model_answer: Text
    rubric: tuple[Text, ...]


class TimelinePlacement(QuestionBase, frozen=True, kw_only=True, tag="timeline", tag_field="kind"):
    """A date to be placed on an axis from `start` to `end`; right within `tolerance_days`."""

    date: DateText
    tolerance_days: Annotated[int, Meta(ge=0)]
    start: DateText
    end: DateText


class MapLocation(QuestionBase, frozen=True, kw_only=True, tag="map", tag_field="kind"):
    """A place to be found on a map; right within `radius_km`."""

    name: Text
    lat: Latitude
    lon: Longitude
    radius_km: Annotated[float, Meta(gt=0)]


Question = (
    SingleChoice
    | MultipleResponse
    | TrueFalse
    | Numeric
    | Ordering
    | Matching
    | ShortAnswer
    | Cloze
    | EvidenceSort
    | OpenMemo
    | TimelinePlacement
    | MapLocation
)
