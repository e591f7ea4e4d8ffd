"""How sure against how right."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.calibration import FEWEST, calibration, wilson
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions.single import ChosenOption

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def answers(confidence: Confidence | None, right: int, wrong: int, score: float = 0) -> list[Attempt]:
    scores = [1.0] * right + [score] * wrong
    return [
        Attempt(run="r", question=f"q-{i}", answer=ChosenOption("a"), score=value, at=NOON, confidence=confidence)
        for i, value in enumerate(scores)
    ]


def test_each_level_has_its_row_from_the_least_sure_on() -> None:
    given_ = answers(Confidence.SURE, 8, 4) + answers(Confidence.NOT_SURE, 1, 2, 0.5) + answers(None, 3, 3)
    rows = calibration(given_)
    assert [(row.confidence, row.answers, row.right) for row in rows] == [
        (Confidence.NOT_SURE, 3, 1),
        (Confidence.FAIRLY_SURE, 0, 0),
        (Confidence.SURE, 12, 8),
    ]
    assert [row.is_enough for row in rows] == [False, False, True]


def test_ten_answers_are_enough() -> None:
    rows = calibration(answers(Confidence.SURE, FEWEST - 1, 0) + answers(Confidence.NOT_SURE, FEWEST, 0))
    assert [row.is_enough for row in rows] == [True, False, False]


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (29, 29, 0.8830, 1.0)],
)
def test_intervals_are_those_of_newcombe_1998_table_i(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_stays_between_nothing_and_all_around_the_share(right: int, wrong: int) -> None:
    low, high = wilson(right, right + wrong)
    share = right / (right + wrong) if right + wrong else 0.5
    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1
