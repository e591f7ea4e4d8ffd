"""Versions of a test: the same for the same seed, different from each other, and each key fits its version."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.questions import EvidenceSort, Matching, MultipleResponse, Ordering, SingleChoice, TrueFalse
from r2p_app.export.paper.handouts.lettered import key_marks, letter, lettered
from r2p_app.export.paper.handouts.versions import LETTERS, Version, versions
from r2p_app.learning.questions import AnyAnswer, grade, kind_of
from r2p_app.learning.questions.evidence_sort import Sorted
from r2p_app.learning.questions.matching import Joined
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.ordering import Order
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.true_false import Judgement
from tests.learning import samples

QUESTIONS = samples.one_of_each()
LETTERED = tuple(q for q in QUESTIONS if key_marks(q, kind_of(q).shuffled(q)))

seeds = st.integers(min_value=0, max_value=2**32 - 1)


def ids(version: Version) -> tuple[str, ...]:
    return tuple(question.id for question in version.questions)


@given(seeds, st.integers(min_value=1, max_value=len(LETTERS)))
def test_versions_have_the_same_questions_in_different_orders(seed: int, count: int) -> None:
    made = versions(QUESTIONS, count, seed)
    assert [version.letter for version in made] == list(LETTERS[:count])
    assert ids(made[0]) == tuple(question.id for question in QUESTIONS)
    assert len({ids(version) for version in made}) == count
    assert all(sorted(ids(version)) == sorted(ids(made[0])) for version in made)


@given(seeds)
def test_the_same_seed_makes_the_same_versions_and_more_of_them_leave_the_first_ones(seed: int) -> None:
    few, many = versions(QUESTIONS, 2, seed), versions(QUESTIONS, 6, seed)
    assert few == many[:2]


@pytest.mark.parametrize(("count", "orders"), [(1, 1), (2, 2), (3, 6)])
def test_where_there_are_fewer_orders_than_versions_they_repeat(count: int, orders: int) -> None:
    made = versions(QUESTIONS[:count], 6, 7)
    assert len(made) == 6
    assert len({ids(version) for version in made}) == orders


@pytest.mark.parametrize("count", [0, 7])
def test_there_are_one_to_six_versions(count: int) -> None:
    with pytest.raises(ValueError, match="1 to 6"):
        versions(QUESTIONS, count, 1)


def answered(question: object, order: tuple[str, ...], marks: tuple[str, ...]) -> AnyAnswer:
    """What a learner answers who copies the key with the paper of this order before them."""
    parts = lettered(question, order)  # type: ignore[arg-type]  # every kind below is a question
    of = {part.mark: part.id for part in parts.letters}
    lines = {part.mark: part.id for part in parts.lines}
    joined = tuple((lines[mark.split()[0]], of[mark.split()[1]]) for mark in marks if " " in mark)
    match question:
        case SingleChoice():
            return ChosenOption(of[marks[0]])
        case MultipleResponse():
            return ChosenOptions(tuple(of[mark] for mark in marks))
        case TrueFalse():
            return Judgement(question.answer, of[marks[0]])
        case Ordering():
            return Order(tuple(of[mark] for mark in marks))
        case Matching():
            return Joined(joined)
        case EvidenceSort():
            return Sorted(joined)
    raise AssertionError(question)


def test_six_kinds_have_letters() -> None:
    assert {type(question) for question in LETTERED} == {
        SingleChoice,
        MultipleResponse,
        TrueFalse,
        Ordering,
        Matching,
        EvidenceSort,
    }


@given(seeds)
def test_whoever_copies_the_key_of_a_version_has_everything_right_in_it(seed: int) -> None:
    for version in versions(QUESTIONS, 6, seed):
        for question in LETTERED:
            order = version.order(question)
            answer = answered(question, order, key_marks(question, order))
            assert grade(question, answer).score == 1


@given(seeds)
def test_an_order_never_stands_there_already(seed: int) -> None:
    question = samples.ordering()
    for version in versions([question], 6, seed):
        assert list(key_marks(question, version.order(question))) != sorted(
            key_marks(question, version.order(question))
        )


def test_letters_go_on_after_z() -> None:
    assert [letter(place) for place in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
