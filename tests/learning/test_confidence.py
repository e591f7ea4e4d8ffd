import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.learning.confidence import Confidence, Rating, marks, rating

NOT_SURE, FAIRLY, SURE = Confidence
scores = st.floats(min_value=0, max_value=1)


@pytest.mark.parametrize(("confidence", "right", "wrong"), [(NOT_SURE, 1, 0), (FAIRLY, 2, -2), (SURE, 3, -6)])
def test_marks_follow_certainty(confidence: Confidence, right: float, wrong: float) -> None:
    assert (marks(1, confidence), marks(0, confidence)) == (right, wrong)


@given(scores)
def test_saying_what_one_believes_pays_best(chance: float) -> None:
    best = max(Confidence, key=lambda confidence: marks(chance, confidence))
    expected = NOT_SURE if chance < 2 / 3 - 1e-9 else FAIRLY if 2 / 3 + 1e-9 < chance < 4 / 5 - 1e-9 else None
    if chance > 4 / 5 + 1e-9:
        expected = SURE
    assert expected is None or best is expected


@pytest.mark.parametrize(
    ("score", "confidence", "expected"),
    [
        (0, SURE, Rating.AGAIN),
        (0, NOT_SURE, Rating.AGAIN),
        (0, None, Rating.AGAIN),
        (0.25, SURE, Rating.AGAIN),
        (0.5, SURE, Rating.HARD),
        (0.99, FAIRLY, Rating.HARD),
        (1, NOT_SURE, Rating.HARD),
        (1, FAIRLY, Rating.GOOD),
        (1, SURE, Rating.EASY),
        (1, None, Rating.GOOD),
    ],
)
def test_the_machine_rates(score: float, confidence: Confidence | None, expected: Rating) -> None:
    assert rating(score, confidence) is expected


@given(scores, scores, st.sampled_from(Confidence))
def test_a_better_answer_never_rates_lower(first: float, second: float, confidence: Confidence) -> None:
    low, high = sorted((first, second))
    assert rating(low, confidence) <= rating(high, confidence)


def test_ratings_have_the_numbers_of_the_scheduler() -> None:
    assert [rating.value for rating in Rating] == [1, 2, 3, 4]
