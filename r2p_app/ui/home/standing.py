"""Where the learner stands, derived from the library and the store; nothing is kept."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter
from r2p_app.content.questions import QuestionBase
from r2p_app.content.reading import minutes
from r2p_app.content.teaching import DecisionPoint
from r2p_app.lab.exercise import Exercise
from r2p_app.learning.attempts import HANDED_IN, QUIZZES, Attempt, Mode, Run
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.pick import DIAGNOSTIC
from r2p_app.learning.verdict import Outcome
from r2p_app.store import Store
from r2p_app.store.records import ChapterProgress, QuestionTotal

Progress = Mapping[str, ChapterProgress]

_USUAL_SECONDS = 40
"""Time for a question as long as we know nothing of the learner."""


@dataclass(frozen=True)
class CaseStanding:
    """How far a case was read (`share` from 0 to 1), and how many of its questions were answered rightly last time."""

    case: Case
    share: float
    chapters: int
    finished: int
    is_begun: bool
    questions: int
    known: int


@dataclass(frozen=True)
class ToRead:
    """The chapter to read next: new, or left at `anchor`. `number` counts from 1 within its case."""

    case: Case
    chapter: Chapter
    number: int
    minutes: int
    checks: int
    anchor: str = ""
    read_at: datetime | None = None

    @property
    def link(self) -> Link:
        """Return the link to the place."""
        return Link("case", (self.case.id, "read", self.chapter.id), (), self.anchor)


@dataclass(frozen=True)
class OpenRun:
    """A quiz that was begun: so many answered, of so many that still exist."""

    run: Run
    answered: int
    questions: int


class OpenExercise(NamedTuple):
    """An exercise in the decision lab that was begun and not finished."""

    decision: DecisionPoint
    exercise: Exercise


@dataclass(frozen=True)
class Standing:
    """Everything that Home says about the learner.

    `diagnostic` is the case that is read next, as long as its questions before reading make sense.
    """

    cases: tuple[CaseStanding, ...]
    to_read: ToRead | None
    is_new: bool
    open_run: OpenRun | None
    questions: int
    known: int
    open_exercise: OpenExercise | None = None
    diagnostic: Case | None = None


def standing(library: Library, store: Store) -> Standing:
    """Return where the learner stands now."""
    progress = store.reading.all_progress()
    known = known_questions(library, store.attempts.latest_attempts())
    next_read = to_read(library, progress, store.attempts.answered())
    return Standing(
        cases=tuple(case_standing(library, case, progress, known) for case in library.cases),
        to_read=next_read,
        is_new=not progress,
        open_run=open_run(library, store),
        questions=len(library.all(QuestionBase)),
        known=len(known),
        open_exercise=open_exercise(library, store),
        diagnostic=diagnostic(library, store, progress, next_read),
    )


def known_questions(library: Library, latest: Iterable[Attempt]) -> frozenset[str]:
    """Return the questions whose newest answer was right, by the key they have today."""
    return frozenset(
        attempt.question
        for attempt in latest
        if attempt.outcome is Outcome.RIGHT
        and (question := library.find(attempt.question, QuestionBase)) is not None
        and attempt.key_print in {"", key_print(question)}
    )


def case_standing(library: Library, case: Case, progress: Progress, known: Collection[str]) -> CaseStanding:
    """Return the standing in one case."""
    chapters = library.chapters(case)
    questions = library.all(QuestionBase, case.id)
    return CaseStanding(
        case=case,
        share=_share_read(library, case, progress),
        chapters=len(chapters),
        finished=sum(_is_finished(progress, chapter) for chapter in chapters),
        is_begun=any(chapter.id in progress for chapter in chapters),
        questions=len(questions),
        known=sum(question.id in known for question in questions),
    )


def to_read(library: Library, progress: Progress, answered: Collection[str]) -> ToRead | None:
    """Return the chapter left last; if that is finished the next one, in its case first; None when all are read."""
    listed = [(case, chapter) for case in library.cases for chapter in library.chapters(case)]
    begun = [chapter.id for _, chapter in listed if chapter.id in progress]
    latest = max(begun, key=lambda chapter_id: progress[chapter_id].read_at, default="")
    start = next((i for i, (_, chapter) in enumerate(listed) if chapter.id == latest), 0)
    for case, chapter in listed[start:] + listed[:start]:
        if not _is_finished(progress, chapter):
            return _to_read(library, case, chapter, progress, answered)
    return None


def _to_read(library: Library, case: Case, chapter: Chapter, progress: Progress, answered: Collection[str]) -> ToRead:
    share, anchor = _place(progress, chapter)
    return ToRead(
        case=case,
        chapter=chapter,
        number=library.chapters(case).index(chapter) + 1,
        minutes=max(1, round(minutes(chapter.body) * (1 - share))),
        checks=sum(question in library and question not in answered for question in chapter.check),
        anchor=anchor,
        read_at=progress[chapter.id].read_at if chapter.id in progress else None,
    )


def _is_finished(progress: Progress, chapter: Chapter) -> bool:
    return chapter.id in progress and progress[chapter.id].finished_at is not None


def _share_read(library: Library, case: Case, progress: Progress) -> float:
    """Return the part of a case that was read. What takes chapters apart is imported only for who has begun one."""
    if not any(chapter.id in progress for chapter in library.chapters(case)):
        return 0.0
    from r2p_app.ui.reader.progress import share_read

    return share_read(progress, library, case)


def _place(progress: Progress, chapter: Chapter) -> tuple[float, str]:
    """Return how much of a chapter was read, and where to go on."""
    if chapter.id not in progress:
        return 0.0, ""
    from r2p_app.ui.reader.progress import place_to_open
    from r2p_app.ui.reader.text import places, text_of

    return progress[chapter.id].share(places(text_of(chapter))), place_to_open(progress, chapter)


def open_run(library: Library, store: Store) -> OpenRun | None:
    """Return the newest quiz that was begun and has something left to ask, or to be handed in."""
    for run in store.attempts.unfinished(QUIZZES):
        answered = {attempt.question for attempt in store.attempts.attempts(run.id)}
        questions = [question for question in run.questions if library.find(question, QuestionBase) is not None]
        if answered and questions and (run.mode in HANDED_IN or not answered.issuperset(questions)):
            return OpenRun(run, sum(question in answered for question in questions), len(questions))
    return None


def open_exercise(library: Library, store: Store) -> OpenExercise | None:
    """Return the exercise worked on last that is not finished; its decision must still exist."""
    begun = [one for one in store.exercises.all() if one.finished_at is None]
    for exercise in sorted(begun, key=lambda one: one.changed_at, reverse=True):
        if (decision := library.find(exercise.decision, DecisionPoint)) is not None:
            return OpenExercise(decision, exercise)
    return None


def diagnostic(library: Library, store: Store, progress: Progress, next_read: ToRead | None) -> Case | None:
    """Return the case to be read next, if nothing of it is read or tried yet and it has the questions."""
    if next_read is None or any(chapter in progress for chapter in next_read.case.chapters):
        return None
    case = next_read.case
    tried = any(run.finished_at is not None for run in store.attempts.held(Mode.DIAGNOSTIC, case.id))
    return case if not tried and len(library.all(QuestionBase, case.id)) >= DIAGNOSTIC else None


def quiz_minutes(count: int, totals: Iterable[QuestionTotal]) -> float:
    """Return how long so many questions will take this learner."""
    seconds = attempts = 0.0
    for total in totals:
        seconds, attempts = seconds + total.seconds, attempts + total.attempts
    return count * (seconds / attempts if attempts else _USUAL_SECONDS) / 60
