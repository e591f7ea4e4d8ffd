"""A learner who answers quiz after quiz through the engine, and says each answer once it is saved; tests kill it.

`python -m tests.store.quizzing FOLDER` says "ready", waits for a line, and goes on with what was left unfinished.
"""

import sys
from pathlib import Path
from random import Random

from r2p_app.content.questions import SingleChoice
from r2p_app.learning.attempts import Mode
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.quiz import Given, QuizSession, plan, resume, submit
from r2p_app.store import Store
from tests.learning import samples
from tests.store.sample import NOON

QUESTIONS: tuple[SingleChoice, ...] = tuple(samples.single(f"q-{number}") for number in range(8))
OPTIONS = tuple(option.id for option in QUESTIONS[0].options)


def left_open(store: Store) -> QuizSession | None:
    """Return the quiz that was left, as the window would open it again; end one that only lacks its end."""
    for run in store.attempts.unfinished([Mode.PRACTICE]):
        session = resume(run, QUESTIONS, store.attempts.attempts(run.id))
        if not session.is_over:
            return session
        store.attempts.finish(run.id, NOON)
    return None


def answer_all(store: Store, session: QuizSession, rng: Random) -> None:
    while (question := session.current) is not None:
        given = Given(ChosenOption(rng.choice(OPTIONS)), rng.choice([None, *Confidence]), rng.uniform(1, 90))
        session = submit(session, question, given, log=store.attempts, at=NOON)
        sys.stdout.write(f"{session.run.id} {question.id} {given.answer.option}\n")  # type: ignore[union-attr]
        sys.stdout.flush()
        session = session.next()


def main(folder: Path) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    rng = Random(sys.stdin.readline())
    with Store.open(folder) as store:
        while True:
            session = left_open(store) or resume(
                plan([question.id for question in QUESTIONS], Mode.PRACTICE, at=NOON, rng=rng), QUESTIONS
            )
            answer_all(store, session, rng)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
