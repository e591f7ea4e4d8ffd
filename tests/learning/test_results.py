"""Results as files, and what the files of a class come to."""

import json
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Attempt, Mode, Run
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.questions import key
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.result_file import LARGEST, Reason, SavedResult, Unreadable, from_bytes, saved_result, to_bytes
from r2p_app.learning.results import class_report, collect
from tests.learning import samples

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
ASKED = samples.one_of_each()
BY_ID = {question.id: question for question in ASKED}


def attempt(question: QuestionBase, run: str, *, wrong: bool = False, sure: Confidence | None = None) -> Attempt:
    answer = ChosenOption("c") if wrong else key(question)
    score = 0.0 if wrong else 1.0
    return Attempt(
        run=run,
        question=question.id,
        answer=answer,
        score=score,
        at=NOON,
        confidence=sure,
        key_print=key_print(question),
    )


def result(number: int = 1, *, wrong: bool = False, sure: Confidence | None = None, name: str = "") -> SavedResult:
    run = Run(id=f"run-{number}", mode=Mode.TEST, seed=1, questions=("q-single",), started_at=NOON)
    given_ = attempt(samples.single(), run.id, wrong=wrong, sure=sure)
    return saved_result(run, [given_], {"q-single"}, pack="mini", pack_version="1.0", name=name)


def whole() -> SavedResult:
    run = Run(id="run", mode=Mode.PRACTICE, seed=1, questions=tuple(BY_ID), started_at=NOON)
    attempts = [attempt(question, run.id) for question in ASKED]
    return saved_result(run, attempts, set(BY_ID), pack="mini", pack_version="1.0", name="  Ana  K. ")


def test_a_file_holds_the_answers_of_every_kind_and_is_small() -> None:
    data = to_bytes(whole())
    assert from_bytes(data) == whole()
    assert len(data) < 3_000
    assert from_bytes(data).name == "Ana K."


def test_nothing_but_answers_is_in_it() -> None:
    assert set(json.loads(to_bytes(result()))["result"]) == {
        "run", "pack", "pack_version", "mode", "started_at", "answers", "name",
    }  # fmt: skip


def reason(data: bytes) -> Reason:
    with pytest.raises(Unreadable) as caught:
        from_bytes(data)
    return caught.value.reason


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\x89PNG\r\n", b"{}", b"[]", b'{"format":"other"}', b"[" * 5000, b"x" * (LARGEST + 1)]
)
def test_foreign_files_are_named_so(data: bytes) -> None:
    assert reason(data) is Reason.FOREIGN


def test_damaged_and_newer_files_are_named_so() -> None:
    data = to_bytes(result())
    assert reason(data[:-20]) is Reason.DAMAGED
    assert reason(data.replace(b'"option":"b"', b'"option":"c"')) is Reason.DAMAGED
    assert reason(data.replace(b'"version":1', b'"version":2', 1)) is Reason.NEWER


@given(st.data())
def test_a_mutated_file_is_refused_or_says_the_same(data: st.DataObject) -> None:
    """Whatever byte is changed, taken out or put in: the file is left out, or what it says is untouched."""
    sound = to_bytes(whole())
    at = data.draw(st.integers(0, len(sound) - 1))
    new = data.draw(st.binary(max_size=4))
    cut = data.draw(st.integers(0, 4))
    mutated = sound[:at] + new + sound[at + cut :]
    try:
        found = from_bytes(mutated)
    except Unreadable:
        return
    assert found == whole()


def test_a_run_counts_once_and_the_fuller_file_of_it() -> None:
    run = Run(id="run", mode=Mode.PRACTICE, seed=1, questions=tuple(BY_ID), started_at=NOON)
    half = saved_result(run, [attempt(samples.single(), "run")], {"q-single"}, pack="mini", pack_version="1.0")
    found = collect([("half.r2presult", to_bytes(half)), ("whole.r2presult", to_bytes(whole()))])
    again = collect([("half again.r2presult", to_bytes(half))], found)
    assert [len(one.answers) for one in again.results] == [len(ASKED)]
    assert again.left_out == (("whole.r2presult", Reason.DOUBLED), ("half again.r2presult", Reason.DOUBLED))


def test_files_of_a_class_come_to_a_report() -> None:
    files = [(f"{n}.r2presult", to_bytes(result(n, wrong=n < 4, sure=Confidence.SURE))) for n in range(12)]
    found = collect([*files, ("holiday.jpg", b"\xff\xd8"), ("torn.r2presult", files[0][1][:-9])])
    assert found.left_out == (("holiday.jpg", Reason.FOREIGN), ("torn.r2presult", Reason.DAMAGED))
    report = class_report(found.results, BY_ID)
    (item,) = report.items
    assert (report.students, item.right, item.statistics.answers) == (12, 8, 12)
    assert item.statistics.facility == pytest.approx(8 / 12)
    assert item.statistics.chosen == {"b": 8, "c": 4}
    assert [(row.confidence, row.answers, row.right) for row in report.calibration if row.answers] == [
        (Confidence.SURE, 12, 8)
    ]


def test_of_fewer_than_ten_nothing_is_said() -> None:
    report = class_report([result(number) for number in range(9)], BY_ID)
    assert report.items[0].statistics.facility is None
    assert not report.items[0].statistics.chosen


def test_only_first_answers_count() -> None:
    second = msgspec.structs.replace(
        result(1), answers=tuple(msgspec.structs.replace(one, is_first=False) for one in result(1).answers)
    )
    assert class_report([second], BY_ID).items == ()


def test_answers_to_another_key_are_counted_as_outdated() -> None:
    corrected = {"q-single": msgspec.structs.replace(samples.single(), options=samples.multiple("a", "bcd").options)}
    report = class_report([result(number) for number in range(12)], corrected)
    assert (report.items, report.outdated) == ((), 12)
    assert class_report([result()], {}).outdated == 1
