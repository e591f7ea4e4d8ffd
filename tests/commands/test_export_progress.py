"""`r2p export progress` and `statistics` from the command line."""

import csv
import json
from pathlib import Path

import pytest

from r2p_app.cli import main
from r2p_app.content.load import load_pack
from r2p_app.content.questions import SingleChoice
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions import key
from r2p_app.paths import cache_dir, content_dir, data_dir
from r2p_app.store import Store
from r2p_app.store.profiles import Profiles
from tests.store.sample import NOON


@pytest.fixture
def learner() -> str:
    """A profile with one answer; its question."""
    question = load_pack(content_dir(), cache=cache_dir()).all(SingleChoice)[0]
    with Store.open(Profiles(data_dir() / "profiles").create("Ada").directory) as store:
        store.attempts.start(Run(id="r", mode=Mode.PRACTICE, seed=1, questions=(question.id,), started_at=NOON))
        store.attempts.record(
            Attempt(
                run="r", question=question.id, answer=key(question), score=1, at=NOON, key_print=key_print(question)
            )
        )
    return question.id


def lines(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_all_that_a_profile_has_learned(learner: str, tmp_path: Path) -> None:
    out = tmp_path / "progress.json"
    assert main(["export", "progress", str(out)]) == 0
    found = json.loads(out.read_bytes())
    assert [answer["question"] for answer in found["answers"]] == [learner]
    assert main(["--profile", "Ada", "export", "progress", str(tmp_path / "answers.csv")]) == 0
    assert [line["question"] for line in lines(tmp_path / "answers.csv")] == [learner]
    assert main(["export", "progress", str(tmp_path / "questions.csv"), "--table", "questions"]) == 0
    assert lines(tmp_path / "questions.csv")[0]["reviews"] == "1"


def test_what_is_known_of_the_questions(learner: str, tmp_path: Path) -> None:
    assert main(["export", "statistics", str(tmp_path / "s.csv")]) == 0
    assert [(line["question"], line["answers"], line["facility"]) for line in lines(tmp_path / "s.csv")] == [
        (learner, "1", "")
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profile", "Nobody", "export", "progress", "x.csv"], "there are: Ada"),
        (["export", "progress", "x.pdf"], "does not end in .csv or .json"),
        (["export", "statistics", "x.json"], "does not end in .csv"),
    ],
)
def test_what_cannot_be_done_is_said(
    learner: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert said in capsys.readouterr().err
