"""Values and clocks that the tests of the store share."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.store import Store

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """A clock that tests set."""

    time: datetime = NOON

    def __call__(self) -> datetime:
        return self.time

    def pass_days(self, days: float) -> None:
        self.time += timedelta(days=days)


def a_run(run_id: str = "run-1", *, mode: Mode = Mode.PRACTICE, questions: int = 3) -> Run:
    return Run(
        id=run_id,
        mode=mode,
        seed=7,
        questions=tuple(f"q-{number}" for number in range(questions)),
        started_at=NOON,
        scope="rwanda",
    )


def an_attempt(
    question: str = "q-0",
    *,
    run: str = "run-1",
    option: str = "a",
    score: float = 1.0,
    key_print: str = "key-1",
    at: datetime = NOON,
    confidence: Confidence | None = Confidence.SURE,
) -> Attempt:
    return Attempt(
        run=run,
        question=question,
        answer=ChosenOption(option),
        score=score,
        at=at,
        confidence=confidence,
        seconds=4.2,
        key_print=key_print,
        wording_print="wording-1",
    )


def answer_run(store: Store, run: Run) -> tuple[Attempt, ...]:
    """Answer every question of a run, and return the attempts."""
    store.attempts.start(run)
    return tuple(store.attempts.record(an_attempt(question, run=run.id)) for question in run.questions)


def an_annotation(
    annotation_id: str = "mark-1", *, item: str = "rwanda-before", note: str = "", at: datetime = NOON
) -> Annotation:
    return Annotation(
        id=annotation_id,
        kind=Kind.NOTE if note else Kind.HIGHLIGHT,
        item=item,
        anchor="p1",
        start=4,
        quote="the words marked",
        before="and ",
        after=", and more",
        note=note,
        made_at=at,
        changed_at=at,
    )
