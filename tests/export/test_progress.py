"""Progress as files: what is in them, and that spreadsheets compute nothing of it."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta

from r2p_app.content.library import Entry, Library
from r2p_app.export.progress import Record, answers_csv, progress_json, questions_csv
from r2p_app.export.statistics import statistics_csv
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.calibration import calibration
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.history import Spell
from r2p_app.learning.progress import progress
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.scheduler import advance
from r2p_app.learning.statistics import statistics
from r2p_app.learning.tallies import Response, tallies
from tests.learning import samples
from tests.ui import mini

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
QUESTION = samples.single("q-single")
LIBRARY = Library(mini.PACK, [*mini.entries(), Entry(QUESTION.id, "question", "rwanda", QUESTION)])
ATTEMPT = Attempt(
    run="run-1",
    question=QUESTION.id,
    answer=ChosenOption("a"),
    score=1.0,
    at=NOON,
    confidence=Confidence.SURE,
    seconds=12.34,
    key_print=key_print(QUESTION),
)


def a_record(*attempts: Attempt) -> Record:
    states = tuple(advance(None, attempt, 0.9) for attempt in attempts)
    return Record(
        library=LIBRARY,
        now=NOON + timedelta(days=1),
        runs=(Run(id="run-1", mode=Mode.TEST, seed=1, questions=(QUESTION.id,), started_at=NOON),),
        attempts=attempts,
        states=states,
        progress=progress(LIBRARY, states, NOON),
        calibration=calibration(attempts),
        days=(Spell(date(2026, 3, 14), 1, 0, 0, 12.34),),
        ahead=((date(2026, 3, 15), 0), (date(2026, 3, 23), 1)),
    )


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_answer_is_a_line() -> None:
    (line,) = read(answers_csv(a_record(ATTEMPT)))
    assert (line["answered_at"], line["mode"], line["case"]) == ("2026-03-14T12:00:00+00:00", "test", "rwanda")
    assert (line["kind"], line["outcome"], line["confidence"], line["seconds"]) == ("single", "right", "sure", "12.3")
    assert json.loads(line["answer"]) == {"kind": "single", "option": "a"}


def test_every_question_answered_is_a_line_with_what_to_expect_of_it() -> None:
    (line,) = read(questions_csv(a_record(ATTEMPT)))
    assert (line["question"], line["reviews"], line["sure_and_wrong"]) == (QUESTION.id, "1", "0")
    assert 0.9 < float(line["expected_recall"]) <= 1
    assert line["due_at"] > "2026-03-15"


def test_json_has_all_of_it_and_says_nothing_about_fewer_than_ten() -> None:
    found = json.loads(progress_json(a_record(ATTEMPT)))
    assert (found["format"], found["version"]) == ("r2p-progress", 1)
    assert found["days"] == [{"day": "2026-03-14", "right": 1, "partly": 0, "wrong": 0, "seconds": 12.3}]
    assert {"day": "2026-03-23", "questions": 1} in found["due"]
    assert found["calibration"][2] == {"confidence": "sure", "answers": 1}
    assert [case["answered"] for case in found["cases"] if case["case"] == "rwanda"] == [1]
    assert len(found["answers"]) == len(found["questions"]) == 1


def test_a_learner_without_answers_has_empty_files() -> None:
    assert read(answers_csv(a_record())) == read(questions_csv(a_record())) == []
    assert json.loads(progress_json(a_record()))["answers"] == []


def test_statistics_leave_empty_what_cannot_be_said() -> None:
    def of(people: int) -> dict[str, str]:
        answers = [Response(f"p-{n}", QUESTION.id, key_print(QUESTION), float(n % 2), ("a",)) for n in range(people)]
        (line,) = read(statistics_csv(LIBRARY, map(statistics, tallies(answers))))
        return line

    few, many = of(9), of(12)
    assert (few["answers"], few["facility"], few["chosen"]) == ("9", "", "")
    assert (many["answers"], many["facility"], many["chosen"]) == ("12", "0.5", "a: 12")
    assert (many["key_is_current"], many["discrimination"]) == ("1", "")
