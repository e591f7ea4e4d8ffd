"""One question of every kind, with real facts, and a log that remembers in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from msgspec import structs

from r2p_app.content.model import Bloom
from r2p_app.content.questions import (
    Cloze,
    EvidenceCard,
    EvidenceSort,
    Gap,
    MapLocation,
    Matching,
    Mistake,
    MultipleResponse,
    Numeric,
    OpenMemo,
    Option,
    Ordering,
    OrderItem,
    Pair,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    SortBy,
    TimelinePlacement,
    TrueFalse,
)
from r2p_app.learning.attempts import Attempt, Mode, Run, RunOptions
from r2p_app.learning.questions import AnyAnswer

NOON = datetime(2024, 4, 11, 12, 0, tzinfo=UTC)

# Any: the fields every question shares have several types.
COMMON: Mapping[str, Any] = {
    "objective": "o-mandate",
    "bloom": Bloom.UNDERSTAND,
    "difficulty": 1,
    "rationale": "As the inquiry of 1999 found.",
    "sources": ("un-inquiry-1999", "un-res-912, para 8"),
    "see": "r2p://event/ev-res-912",
}


def option(id_: str, *, correct: bool = False) -> Option:
    return Option(id=id_, text=f"Option {id_}", rationale=f"Why {id_}.", correct=correct)


def single(id_: str = "q-single") -> SingleChoice:
    options = (option("a"), option("b", correct=True), option("c"), option("d"))
    return SingleChoice(id=id_, prompt="What did resolution 912 do?", options=options, **COMMON)


def multiple(right: str = "ab", wrong: str = "cd", id_: str = "q-multiple") -> MultipleResponse:
    options = (*(option(i, correct=True) for i in right), *(option(i) for i in wrong))
    return MultipleResponse(id=id_, prompt="Which states abstained?", options=options, **COMMON)


def true_false(*, reasons: bool = True, id_: str = "q-true-false") -> TrueFalse:
    return TrueFalse(
        id=id_,
        prompt="After 21 April 1994 no UN soldier was left in Rwanda.",
        answer=False,
        when_true="A common error: the cut was deep but not total.",
        when_false="About 450 people stayed.",
        reasons=(option("a", correct=True), option("b"), option("c")) if reasons else (),
        **COMMON,
    )


def numeric(
    value: float = 270, tolerance: float = 20, unit: str = "people", id_: str = "q-numeric", mistake: float = 2548
) -> Numeric:
    return Numeric(
        id=id_,
        prompt="To about how many people did resolution 912 cut UNAMIR?",
        value=value,
        unit=unit,
        tolerance=tolerance,
        mistakes=(Mistake(value=mistake, rationale="That was the strength allowed in October 1993."),),
        **COMMON,
    )


def ordering(count: int = 4, id_: str = "q-ordering") -> Ordering:
    items = tuple(
        OrderItem(id=chr(97 + i), text=f"Event {i + 1}", rationale=f"It came at {i + 1}.", date=f"199{i}")
        for i in range(count)
    )
    return Ordering(id=id_, prompt="Put these events in order.", items=items, **COMMON)


def matching(id_: str = "q-matching") -> Matching:
    pairs = (
        Pair(id="p1", left="Akayesu", right="ICTR", rationale="Tried in Arusha."),
        Pair(id="p2", left="Krstić", right="ICTY", rationale="Tried in The Hague."),
        Pair(id="p3", left="Kambanda", right="ICTR", rationale="Pleaded guilty in Arusha."),
    )
    return Matching(id=id_, prompt="Which court tried whom?", pairs=pairs, extra=("ICJ",), **COMMON)


def short_answer(
    accepted: tuple[str, ...] = ("gacaca", "gacaca courts"),
    near_misses: tuple[str, ...] = ("kwibuka",),
    id_: str = "q-short",
) -> ShortAnswer:
    mistake = Option(id="ictr", text="ICTR", rationale="The ICTR was the UN tribunal in Arusha.")
    return ShortAnswer(
        id=id_,
        prompt="What are the community courts of Rwanda called?",
        accepted=accepted,
        near_misses=near_misses,
        mistakes=(mistake,),
        **COMMON,
    )


def cloze(text: str = "On 21 April 1994 the {{body}} cut {{force}}.", id_: str = "q-cloze") -> Cloze:
    gaps = (
        Gap(
            id="body",
            accepted=("Security Council", "Council"),
            near_misses=("General Assembly",),
            rationale="Resolution 912 is the Council’s.",
        ),
        Gap(id="force", accepted=("UNAMIR",), near_misses=("UNOMUR",), rationale="The mission in Rwanda."),
    )
    return Cloze(id=id_, prompt="Fill the gaps.", text=text, gaps=gaps, **COMMON)


def evidence_sort(
    by: SortBy = SortBy.RESPONSIBILITY,
    belongs: Sequence[str] = ("prevent", "prevent", "react", "rebuild"),
    id_: str = "q-sort",
) -> EvidenceSort:
    cards = tuple(
        EvidenceCard(id=chr(97 + i), text=f"Evidence {i + 1}", belongs=pile, rationale=f"Because of {i + 1}.")
        for i, pile in enumerate(belongs)
    )
    return EvidenceSort(id=id_, prompt="Sort the evidence, in retrospect.", by=by, cards=cards, **COMMON)


def memo(id_: str = "q-memo") -> OpenMemo:
    rubric = ("Gives a range", "Names a source", "Says that most were Tutsi", "Says that it is an estimate")
    return OpenMemo(
        id=id_, prompt="Write one accurate sentence.", model_answer="A model answer.", rubric=rubric, **COMMON
    )


def timeline(date: str = "1994-05-17", tolerance: int = 10, id_: str = "q-timeline") -> TimelinePlacement:
    return TimelinePlacement(
        id=id_,
        prompt="Place resolution 918 on the timeline.",
        date=date,
        tolerance_days=tolerance,
        start="1994-04-01",
        end="1994-08-31",
        **COMMON,
    )


def map_location(radius_km: float = 25, id_: str = "q-map") -> MapLocation:
    return MapLocation(
        id=id_,
        prompt="Find Kigali on the map.",
        name="Kigali",
        lat=-1.9441,
        lon=30.0619,
        radius_km=radius_km,
        **COMMON,
    )


def one_of_each() -> tuple[QuestionBase, ...]:
    """Return a question of every kind."""
    return (
        single(),
        multiple(),
        true_false(),
        numeric(),
        ordering(),
        matching(),
        short_answer(),
        cloze(),
        evidence_sort(),
        memo(),
        timeline(),
        map_location(),
    )


class MemoryLog:
    """What `AttemptLog` promises, kept in memory."""

    def __init__(self) -> None:
        self.runs: dict[str, Run] = {}
        self.kept: dict[tuple[str, str], Attempt] = {}
        self.flags: set[tuple[str, str]] = set()

    def start(self, run: Run) -> None:
        self.runs.setdefault(run.id, run)

    def record(self, attempt: Attempt) -> Attempt:
        return self.kept.setdefault((attempt.run, attempt.question), attempt)

    def replace(self, old: Attempt, new: Attempt) -> Attempt:
        place = (old.run, old.question)
        if self.kept[place] == old and self.runs[old.run].finished_at is None:
            del self.kept[place]
            self.kept[place] = new
        return self.kept[place]

    def mark(self, run: str, question: str, answer: AnyAnswer, score: float) -> None:
        self.kept[run, question] = structs.replace(self.kept[run, question], answer=answer, score=score)

    def undo(self, attempt: Attempt) -> bool:
        newest = next(reversed(self.attempts(attempt.run)), None)
        if newest != attempt:
            return False
        del self.kept[attempt.run, attempt.question]
        self.runs[attempt.run] = structs.replace(self.runs[attempt.run], finished_at=None)
        return True

    def set_options(self, run: str, options: RunOptions) -> None:
        self.runs[run] = structs.replace(self.runs[run], options=options)

    def flag(self, run: str, question: str, *, on: bool) -> None:
        (self.flags.add if on else self.flags.discard)((run, question))

    def flagged(self, run: str) -> frozenset[str]:
        return frozenset(question for kept, question in self.flags if kept == run)

    def finish(self, run: str, at: datetime) -> None:
        if self.runs[run].finished_at is None:
            self.runs[run] = structs.replace(self.runs[run], finished_at=at)

    def run(self, run: str) -> Run | None:
        return self.runs.get(run)

    def attempts(self, run: str) -> tuple[Attempt, ...]:
        return tuple(attempt for attempt in self.kept.values() if attempt.run == run)

    def unfinished(self, modes: Collection[Mode]) -> tuple[Run, ...]:
        return tuple(run for run in reversed(self.runs.values()) if run.finished_at is None and run.mode in modes)

    def latest(self, question: str, modes: Collection[Mode]) -> Attempt | None:
        found = [a for a in self.kept.values() if a.question == question and self.runs[a.run].mode in modes]
        return found[-1] if found else None

    def answered(self) -> frozenset[str]:
        return frozenset(attempt.question for attempt in self.kept.values())
