"""A program that answers a run as fast as it can and says each answer once it is saved; tests kill it.

`python -m tests.store.answering FOLDER RUN OPTION`: answers what is not answered yet, in the run's order.
"""

import sys
from pathlib import Path

from r2p_app.store import Store
from tests.store.sample import an_attempt


def main(folder: Path, run_id: str, option: str) -> None:
    with Store.open(folder) as store:
        run = store.attempts.run(run_id)
        assert run is not None
        answered = {attempt.question for attempt in store.attempts.attempts(run_id)}
        sys.stdout.write("open\n")
        sys.stdout.flush()
        sys.stdin.readline()  # the word to begin
        for question in run.questions:
            if question not in answered:
                kept = store.attempts.record(an_attempt(question, run=run_id, option=option))
                sys.stdout.write(f"{question} {kept.answer.option}\n")  # type: ignore[union-attr]
                sys.stdout.flush()
        store.attempts.finish(run_id, an_attempt().at)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
