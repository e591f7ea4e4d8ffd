"""A quiz run as a value: which question is next, what was answered, what may be shown.

Nothing here is lost by closing the program: a session is always `resume(run, questions, attempts)` of what is on disk,
and `submit` writes an answer before it lets anyone see the verdict.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from msgspec import structs

from r2p_app.content.questions import QuestionBase
from r2p_app.learning import questions as kinds
from r2p_app.learning.attempts import FEEDBACK_AT_END, HANDED_IN, Attempt, AttemptLog, Mode, Run, RunOptions
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print, wording_print
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.verdict import Verdict

NO_OPTIONS = RunOptions()


@dataclass(frozen=True)
class Given:
    """What a learner submits: the answer, how sure they said they were (if asked), and the time it took."""

    answer: AnyAnswer
    confidence: Confidence | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class QuizSession:
    """A run in progress. `index` is the question in view; it equals the number of questions once the run is over.

    `questions` are those of the plan that still exist, in the plan's order. `flagged` are those to look at again.
    """

    run: Run
    questions: tuple[QuestionBase, ...]
    attempts: Mapping[str, Attempt]
    index: int
    flagged: frozenset[str] = frozenset()

    @property
    def current(self) -> QuestionBase | None:
        """The question in view; None when the run is over."""
        return self.questions[self.index] if self.index < len(self.questions) else None

    @property
    def is_over(self) -> bool:
        """Tell whether the run was ended, or came to its end: with the last answer, where nobody hands it in."""
        ends_by_itself = self.run.mode not in HANDED_IN or not self.questions
        return self.run.finished_at is not None or (ends_by_itself and self.is_complete)

    @property
    def is_complete(self) -> bool:
        """Tell whether every question was answered."""
        return all(question.id in self.attempts for question in self.questions)

    @property
    def shows_feedback(self) -> bool:
        """Tell whether verdicts may be shown: after each answer, in a test only at the end."""
        return self.run.mode not in FEEDBACK_AT_END or self.is_over

    def may_change(self, question: QuestionBase) -> bool:
        """Tell whether the answer given to a question can still be replaced by another."""
        return self.run.mode in HANDED_IN and not self.is_over and question.id in self.attempts

    def display_order(self, question: QuestionBase) -> tuple[str, ...]:
        """Return the ids of the question's parts in the order in which this run shows them."""
        return kinds.display_order(question, self.run.seed)

    def attempt(self, question: QuestionBase) -> Attempt | None:
        """Return the answer given to a question in this run."""
        return self.attempts.get(question.id)

    def verdict(self, question: QuestionBase) -> Verdict | None:
        """Return the verdict on the answer given, by today's key; None before it, and in a test before its end."""
        attempt = self.attempts.get(question.id)
        return kinds.grade(question, attempt.answer) if attempt and self.shows_feedback else None

    def at(self, question: QuestionBase) -> "QuizSession":
        """Move to a question of the run, answered or not; raise `ValueError` for any other."""
        return replace(self, index=self.questions.index(question))

    def next(self) -> "QuizSession":
        """Move to the next question not answered yet, looking from the present one onwards and then from the start."""
        order = (*range(self.index + 1, len(self.questions)), *range(self.index + 1))
        unanswered = (i for i in order if i < len(self.questions) and self.questions[i].id not in self.attempts)
        return replace(self, index=next(unanswered, len(self.questions)))

    @property
    def newest(self) -> Attempt | None:
        """The answer given last."""
        return next(reversed(tuple(self.attempts.values())), None)

    def _with(self, attempt: Attempt) -> "QuizSession":
        return replace(self, attempts={**self.attempts, attempt.question: attempt})


def plan(
    questions: Iterable[str],
    mode: Mode,
    *,
    at: datetime,
    rng: Random,
    scope: str = "",
    seed: int | None = None,
    options: RunOptions = NO_OPTIONS,
) -> Run:
    """Return a new run; its id and (unless given) the seed of its shuffles come from `rng`."""
    run_id = f"{rng.getrandbits(128):032x}"
    seed = rng.getrandbits(32) if seed is None else seed
    return Run(id=run_id, mode=mode, seed=seed, questions=tuple(questions), started_at=at, scope=scope, options=options)


def resume(
    run: Run,
    questions: Iterable[QuestionBase],
    attempts: Sequence[Attempt] = (),
    flagged: frozenset[str] = frozenset(),
) -> QuizSession:
    """Return the session as it stands on disk, at the first question not answered.

    `questions` are those of the content at hand; what has left it is left out of the run, as is a question that was
    answered and has become another kind since.
    """
    known = {question.id: question for question in questions}
    given = {attempt.question: attempt for attempt in attempts}
    planned = (known[question_id] for question_id in run.questions if question_id in known)
    sound = tuple(q for q in planned if q.id not in given or kinds.fits(q, given[q.id].answer))
    sound_ids = {question.id for question in sound}
    kept = {question: attempt for question, attempt in given.items() if question in sound_ids}
    return QuizSession(run, sound, kept, index=-1, flagged=flagged).next()


def submit(session: QuizSession, question: QuestionBase, given: Given, *, log: AttemptLog, at: datetime) -> QuizSession:
    """Write the answer to disk, then return the session that knows it; its `verdict` may be shown.

    A question already answered in this run keeps its first answer, whoever gave it (a double key press, another
    window). The run itself is written with its first answer, and its end with the last.
    """
    log.start(session.run)
    answered = session._with(log.record(_attempt(session.run, question, given, at)))
    if answered.is_over:
        log.finish(session.run.id, at)
    return answered


def change(session: QuizSession, question: QuestionBase, given: Given, *, log: AttemptLog, at: datetime) -> QuizSession:
    """Replace the answer given to a question of a test that is not handed in, and return the session that knows it.

    The answer before is kept among those taken back; the time spent on both counts. Raise `KeyError` where none was
    given.
    """
    before = session.attempts[question.id]
    given = replace(given, seconds=before.seconds + given.seconds)
    kept = log.replace(before, _attempt(session.run, question, given, at))
    others = {key: attempt for key, attempt in session.attempts.items() if key != question.id}
    return replace(session, attempts=others)._with(kept)


def hand_in(session: QuizSession, *, log: AttemptLog, at: datetime) -> QuizSession:
    """End a run as it stands, because the learner says so."""
    log.finish(session.run.id, at)
    return replace(session, run=structs.replace(session.run, finished_at=at), index=len(session.questions))


def undo(session: QuizSession, *, log: AttemptLog) -> QuizSession:
    """Take back the answer given last and ask that question again; the same session where there is none."""
    newest = session.newest
    if newest is None or not log.undo(newest):
        return session
    left = {question: attempt for question, attempt in session.attempts.items() if question != newest.question}
    index = next(i for i, question in enumerate(session.questions) if question.id == newest.question)
    return replace(session, run=structs.replace(session.run, finished_at=None), attempts=left, index=index)


def flag(session: QuizSession, question: QuestionBase, *, on: bool, log: AttemptLog) -> QuizSession:
    """Remember a question for later, or no more."""
    log.start(session.run)
    log.flag(session.run.id, question.id, on=on)
    flagged = session.flagged | {question.id} if on else session.flagged - {question.id}
    return replace(session, flagged=flagged)


def hold(session: QuizSession, options: RunOptions, *, log: AttemptLog) -> QuizSession:
    """Remember how the run is held from now on: its limit, and how much of it is used."""
    log.start(session.run)
    log.set_options(session.run.id, options)
    return replace(session, run=structs.replace(session.run, options=options))


def time_out(session: QuizSession, *, log: AttemptLog, at: datetime) -> QuizSession:
    """End the run with what was answered, because its time is over."""
    held = hold(session, structs.replace(session.run.options, is_timed_out=True), log=log)
    return hand_in(held, log=log, at=at)


def mark(session: QuizSession, question: QuestionBase, answer: AnyAnswer, *, log: AttemptLog) -> QuizSession:
    """Write the learner's own marking of an open answer; raise `KeyError` where none was given."""
    attempt = session.attempts[question.id]
    score = kinds.grade(question, answer).score
    log.mark(session.run.id, question.id, answer, score)
    return session._with(structs.replace(attempt, answer=answer, score=score))


def _attempt(run: Run, question: QuestionBase, given: Given, at: datetime) -> Attempt:
    return Attempt(
        run=run.id,
        question=question.id,
        answer=given.answer,
        score=kinds.grade(question, given.answer).score,
        at=at,
        confidence=given.confidence,
        seconds=given.seconds,
        key_print=key_print(question),
        wording_print=wording_print(question),
        counts=run.mode is not Mode.DIAGNOSTIC,
    )
