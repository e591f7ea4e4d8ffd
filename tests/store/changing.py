"""A learner who changes the answers of one test again and again, and says each change once it is saved; tests kill it.

`python -m tests.store.changing FOLDER` says "ready", waits for a line, and goes on with the test as it was left.
"""

import sys
from itertools import cycle
from pathlib import Path
from random import Random

from r2p_app.learning.attempts import Mode, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.quiz import Given, change, resume, submit
from r2p_app.store import Store
from tests.store.quizzing import OPTIONS, QUESTIONS
from tests.store.sample import NOON

RUN = Run(id="test", mode=Mode.TEST, seed=1, questions=tuple(question.id for question in QUESTIONS), started_at=NOON)


def main(folder: Path) -> None:
    with Store.open(folder) as store:
        session = resume(RUN, QUESTIONS, store.attempts.attempts(RUN.id))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        rng = Random(sys.stdin.readline())
        for question in cycle(QUESTIONS):
            given = Given(ChosenOption(rng.choice(OPTIONS)), rng.choice([None, *Confidence]), rng.uniform(1, 90))
            save = change if session.may_change(question) else submit
            session = save(session, question, given, log=store.attempts, at=NOON)
            sys.stdout.write(f"{question.id}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
