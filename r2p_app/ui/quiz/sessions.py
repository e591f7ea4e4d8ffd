"""The runs behind the addresses of the quiz page: found in the store, or planned anew."""

from random import Random

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import QUIZZES, Mode, Run, RunOptions
from r2p_app.learning.pick import mistakes, pick, pick_diagnostic, seed_of
from r2p_app.learning.quiz import QuizSession, plan, resume
from r2p_app.learning.request import Request
from r2p_app.ui.quiz.cards import PLAYABLE, playable
from r2p_app.ui.state import AppState


class Sessions:
    """Finds and plans runs. What is planned here is remembered once a question of it is answered, or by `begin`."""

    def __init__(self, state: AppState, rng: Random) -> None:
        self._state, self._rng = state, rng

    def questions(self) -> tuple[QuestionBase, ...]:
        """Return every question that can be asked."""
        return playable(self._state.library.all(QuestionBase))

    def find(self, run_id: str) -> QuizSession | None:
        """Return the run with this id as it stands, if there is something left of it in the content."""
        run = self._state.store.attempts.run(run_id)
        session = self._session(run) if run else None
        return session if session and session.questions else None

    def unfinished(self) -> QuizSession | None:
        """Return the newest run that has something left to answer."""
        sessions = map(self._session, self._state.store.attempts.unfinished(QUIZZES))
        return next((session for session in sessions if not session.is_over), None)

    def one(self, question_id: str) -> QuizSession | None:
        """Ask one question by itself."""
        question = next((question for question in self.questions() if question.id == question_id), None)
        if question is None:
            return None
        scope = self._state.library.case_of(question_id)
        run = plan([question_id], Mode.PRACTICE, at=self._state.now(), rng=self._rng, scope=scope)
        return resume(run, [question])

    def mistakes(self) -> QuizSession | None:
        """Ask again what was answered wrongly; None where nothing was."""
        wrong = mistakes(self._state.library, self._state.store.reviews.all())
        run = plan(wrong, Mode.MISTAKES, at=self._state.now(), rng=self._rng)
        return resume(run, self.questions()) if wrong else None

    def diagnostic(self, case_id: str) -> QuizSession | None:
        """Ask a few questions before a case is studied; None where it has none."""
        seed = self._rng.getrandbits(32)
        picked = pick_diagnostic(self._state.library, case_id, PLAYABLE, seed)
        run = plan(picked, Mode.DIAGNOSTIC, at=self._state.now(), rng=self._rng, scope=case_id, seed=seed)
        return resume(run, self.questions()) if picked else None

    def begun_diagnostic(self, case_id: str) -> QuizSession | None:
        """Return the questions before a case that were begun and not ended."""
        begun = self._state.store.attempts.unfinished({Mode.DIAGNOSTIC})
        return next((self.find(run.id) for run in begun if run.scope == case_id), None)

    def begin(self, request: Request) -> Run:
        """Remember a new run; with a code it is the same for everyone, whatever they have answered before.

        Raise `StoreError`.
        """
        log = self._state.store.attempts
        seed = seed_of(request.code) if request.code else self._rng.getrandbits(32)
        seen = frozenset() if request.code else log.answered()
        picked = pick(self._state.library, request.wish(PLAYABLE), seed, seen=seen)
        options = RunOptions(minutes=request.minutes, code=request.code)
        at, scope = self._state.now(), request.case
        run = plan(picked, request.mode, at=at, rng=self._rng, scope=scope, seed=seed, options=options)
        log.start(run)
        return run

    def renewed(self, session: QuizSession) -> QuizSession:
        """Return a run with the content that is there now; the same session where that makes no difference to it."""
        known = {question.id: question for question in self.questions()}
        if all(known.get(question.id) == question for question in session.questions):
            return session
        return resume(session.run, known.values(), tuple(session.attempts.values()), session.flagged)

    def _session(self, run: Run) -> QuizSession:
        log = self._state.store.attempts
        return resume(run, self.questions(), log.attempts(run.id), log.flagged(run.id))
