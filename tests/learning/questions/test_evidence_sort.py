from enum import StrEnum
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.model import Criterion, Responsibility
from r2p_app.content.questions import Knowledge, SortBy
from r2p_app.learning.questions import grade
from r2p_app.learning.questions.evidence_sort import Sorted, piles
from tests.learning import samples

PILES = [pile.value for pile in Responsibility]
keys = st.lists(st.sampled_from(PILES), min_size=4, max_size=8).filter(lambda key: len(set(key)) > 1)


def laid(*on: str) -> Sorted:
    return Sorted(tuple((chr(97 + i), pile) for i, pile in enumerate(on)))


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        (laid("prevent", "prevent", "react", "rebuild"), 1),
        (laid("prevent", "react", "react", "rebuild"), 0.75),
        (laid("prevent", "prevent", "rebuild", "rebuild"), 0.5),
        (laid("react", "react", "react", "react"), 0),
        (laid("rebuild", "rebuild", "prevent", "prevent"), 0),
        (laid(), 0),
        (Sorted((("a", "nowhere"), ("z", "prevent"))), 0),
    ],
)
def test_the_score_is_better_than_chance_or_nothing(answer: Sorted, score: float) -> None:
    assert grade(samples.evidence_sort(), answer).score == pytest.approx(score)


@given(keys, st.sampled_from(PILES))
def test_laying_everything_on_one_pile_earns_nothing(key: list[str], pile: str) -> None:
    question = samples.evidence_sort(belongs=key)
    assert grade(question, laid(*[pile] * len(key))).score == pytest.approx(0)


@given(keys, st.randoms(use_true_random=False))
def test_the_order_of_cards_in_the_answer_changes_nothing(key: list[str], rng: Random) -> None:
    question, answer = samples.evidence_sort(belongs=key), laid(*key)
    cards = list(answer.cards)
    rng.shuffle(cards)
    assert grade(question, Sorted(tuple(cards))) == grade(question, answer)


@pytest.mark.parametrize(
    ("by", "expected"),
    [(SortBy.RESPONSIBILITY, Responsibility), (SortBy.CRITERION, Criterion), (SortBy.KNOWLEDGE, Knowledge)],
)
def test_piles_are_those_of_what_is_sorted_by(by: SortBy, expected: type[StrEnum]) -> None:
    assert piles(samples.evidence_sort(by, ("x", "y"))) == tuple(expected)


def test_cards_that_all_belong_on_one_pile_are_all_or_nothing() -> None:
    question = samples.evidence_sort(belongs=("react", "react"))
    assert grade(question, laid("react", "react")).score == 1
    assert grade(question, laid("react", "prevent")).score == 0
