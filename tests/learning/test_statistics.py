"""What many answers say about the questions."""

import math
import statistics as reference
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json, structs

from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.numeric import Number
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.true_false import Judgement
from r2p_app.learning.statistics import QuestionStatistics, median_of, statistics
from r2p_app.learning.tallies import Response, Tally, chosen_options, combined, response, tallies
from tests.store.sample import an_attempt


def a_class(people: int = 40, questions: int = 6, seed: int = 1) -> list[Response]:
    """People of whom the first know nearly everything and the last little."""
    rng = Random(seed)
    return [
        Response(
            f"p-{person}",
            f"q-{number}",
            "key",
            score := float(rng.random() > person / people * 0.8),
            ("right" if score else rng.choice(["lure", "other"]),),
            rng.choice([None, *Confidence]),
            rng.uniform(2, 60),
        )
        for person in range(people)
        for number in range(questions)
    ]


def found(responses: list[Response], question: str = "q-0") -> QuestionStatistics:
    (one,) = (statistics(tally) for tally in tallies(responses) if tally.question == question)
    return one


def test_facility_and_discrimination_are_those_of_their_definitions() -> None:
    responses = a_class()
    mine = [one for one in responses if one.question == "q-0"]
    rests = [
        reference.mean(o.score for o in responses if o.person == one.person and o.question != "q-0") for one in mine
    ]
    scores = [one.score for one in mine]
    row = found(responses)
    assert row.answers == 40
    assert row.facility == pytest.approx(reference.mean(scores))
    assert row.discrimination == pytest.approx(reference.correlation(scores, rests))
    assert row.seconds == reference.median(round(one.seconds) for one in mine)


def test_the_interval_of_a_correlation_is_that_of_the_textbook() -> None:
    """r = 0.5 of 28 pairs: atanh 0.5493, give or take 1.96 / 5."""
    n, r = 28, 0.5
    tally = Tally(question="q", key_print="k", answers=n, right=14, score=14, rests=n, xx=n, yy=n, xy=r * n)
    low, high = statistics(tally).discrimination_interval or (0, 0)
    assert (low, high) == pytest.approx((math.tanh(0.549306 - 0.391993), math.tanh(0.549306 + 0.391993)), abs=1e-6)


def test_choices_and_certainty_are_counted() -> None:
    responses = a_class()
    row = found(responses)
    assert sum(row.chosen.values()) == 40
    assert set(row.chosen) == {"right", "lure", "other"}
    levels = {r.confidence: (r.answers, r.right) for r in row.calibration}
    for level in Confidence:
        given_ = [one for one in responses if one.question == "q-0" and one.confidence is level]
        assert levels[level] == (len(given_), sum(one.score for one in given_))


def test_only_a_persons_first_answer_counts() -> None:
    once = a_class()
    again = [Response(one.person, one.question, one.key_print, 1.0, ("right",)) for one in once]
    assert tallies(once + again) == tallies(once)


def test_answers_under_another_key_are_answers_to_another_question() -> None:
    other = [Response(f"p-{n}", "q-0", "key-2", 1.0) for n in range(12)]
    assert [tally.answers for tally in tallies(a_class() + other) if tally.question == "q-0"] == [40, 12]


def test_below_ten_answers_nothing_is_said() -> None:
    row = found(a_class(people=9))
    assert row == QuestionStatistics("q-0", "key", 9)
    assert not row.is_enough
    assert found(a_class(people=10)).facility is not None


def test_where_all_are_alike_there_is_no_discrimination() -> None:
    right = [Response(f"p-{n}", f"q-{number}", "key", 1.0) for n in range(20) for number in range(3)]
    assert (found(right).facility, found(right).discrimination) == (1.0, None)


def test_who_answered_one_question_only_has_no_rest_to_compare_with() -> None:
    alone = [Response(f"p-{n}", "q-0", "key", float(n % 2)) for n in range(20)]
    assert found(alone).discrimination is None


def test_open_answers_and_those_of_a_diagnostic_are_left_out() -> None:
    assert response("p", an_attempt()) is not None
    assert response("p", structs.replace(an_attempt(), answer=Memo("Because."))) is None
    assert response("p", structs.replace(an_attempt(), counts=False)) is None


@pytest.mark.parametrize(
    ("answer", "options"),
    [
        (ChosenOption("a"), ("a",)),
        (ChosenOptions(("a", "c")), ("a", "c")),
        (Judgement(value=False, reason="r1"), ("false", "r1")),
        (Judgement(value=True), ("true",)),
        (Number("5"), ()),
    ],
)
def test_the_options_in_an_answer(answer: object, options: tuple[str, ...]) -> None:
    assert chosen_options(answer) == options  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=50))
def test_the_median_of_counts_is_the_median(values: list[int]) -> None:
    counts = {value: values.count(value) for value in values}
    assert median_of(counts) == reference.median(values)


@given(cut=st.integers(0, 40), seed=st.integers(0, 50))
def test_tallies_of_parts_add_up_to_that_of_the_whole(cut: int, seed: int) -> None:
    responses = a_class(seed=seed)
    first = {f"p-{person}" for person in range(cut)}
    parts = [
        [one for one in responses if one.person in first],
        [one for one in responses if one.person not in first],
    ]
    whole = {tally.question: statistics(tally) for tally in tallies(responses)}
    for tally in combined(one for part in parts for one in tallies(part)):
        got, expected = statistics(tally), whole[tally.question]
        assert got.answers == expected.answers
        assert got.facility == pytest.approx(expected.facility)
        assert got.discrimination == pytest.approx(expected.discrimination)
        assert (got.seconds, dict(got.chosen)) == (expected.seconds, dict(expected.chosen))
        assert got.calibration == expected.calibration


def test_a_tally_is_kept_and_read_back() -> None:
    for tally in tallies(a_class()):
        assert json.decode(json.encode(tally), type=Tally) == tally
