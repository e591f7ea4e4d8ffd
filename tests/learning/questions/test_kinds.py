"""What holds for every kind of question."""

from random import Random
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.questions import MapLocation, Ordering, Question, QuestionBase
from r2p_app.learning.questions import KINDS, AnyAnswer, display_order, fits, grade, key, kind_of
from r2p_app.learning.questions.map_location import PlacedPoint
from r2p_app.learning.questions.ordering import Order
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.verdict import Outcome
from tests.learning import samples

EVERY = samples.one_of_each()
every_question = pytest.mark.parametrize("question", EVERY, ids=lambda question: kind_of(question).name)
questions = st.sampled_from(EVERY)
PLACES = st.builds(PlacedPoint, st.floats(min_value=-90, max_value=90), st.floats(min_value=-180, max_value=180))
"""JSON has no infinity, and a card can give none."""


@st.composite
def question_and_answer(
    draw: st.DrawFn,
) -> tuple[QuestionBase, AnyAnswer]:
    """Draw a question with any answer of its kind, sensible or not."""
    question = draw(questions)
    answer = draw(PLACES if isinstance(question, MapLocation) else st.from_type(kind_of(question).answer))
    return question, answer


def test_every_record_type_of_content_has_a_kind() -> None:
    assert set(KINDS) == set(get_args(Question))


def test_every_kind_has_a_sample_here() -> None:
    assert {type(question) for question in EVERY} == set(KINDS)


def test_every_answer_type_can_be_stored() -> None:
    assert {kind.answer for kind in KINDS.values()} == set(get_args(AnyAnswer))


@every_question
def test_answers_are_tagged_with_the_name_of_their_kind(question: QuestionBase) -> None:
    assert msgspec.to_builtins(key(question))["kind"] == kind_of(question).name


@every_question
def test_the_key_earns_the_full_score(question: QuestionBase) -> None:
    assert grade(question, key(question)).outcome is Outcome.RIGHT


@given(question_and_answer())
def test_scores_stay_between_0_and_1(pair: tuple[QuestionBase, AnyAnswer]) -> None:
    assert 0 <= grade(*pair).score <= 1


@given(question_and_answer())
def test_answers_survive_being_stored(pair: tuple[QuestionBase, AnyAnswer]) -> None:
    question, answer = pair
    stored = msgspec.json.encode(answer)
    assert grade(question, msgspec.json.decode(stored, type=AnyAnswer)) == grade(question, answer)


def test_an_answer_of_another_kind_is_refused() -> None:
    assert not fits(samples.numeric(), ChosenOption("a"))
    with pytest.raises(TypeError, match="q-numeric"):
        grade(samples.numeric(), ChosenOption("a"))


@every_question
def test_the_same_seed_shows_the_same_order(question: QuestionBase) -> None:
    assert display_order(question, 7) == display_order(question, 7)


@given(questions, st.integers())
def test_shuffling_shows_every_part_once(question: QuestionBase, seed: int) -> None:
    assert sorted(display_order(question, seed)) == sorted(kind_of(question).shuffled(question))


def test_seeds_shuffle_differently() -> None:
    assert len({display_order(samples.single(), seed) for seed in range(50)}) > 5


def test_the_order_is_the_same_on_every_machine() -> None:
    assert display_order(samples.single(), 1) == ("a", "d", "b", "c")


@given(st.integers(), st.integers(min_value=2, max_value=7))
def test_things_to_order_are_never_shown_in_order(seed: int, count: int) -> None:
    question = samples.ordering(count)
    assert display_order(question, seed) != key_items(question)


def key_items(question: Ordering) -> tuple[str, ...]:
    answer = key(question)
    assert isinstance(answer, Order)
    return answer.items


@every_question
def test_feedback_covers_every_part_that_is_shown(question: QuestionBase) -> None:
    told = {feedback.part for feedback in grade(question, key(question)).feedback}
    shown = set(kind_of(question).shuffled(question))
    if kind_of(question).name != "matching":  # there the parts shown are right sides, feedback is on pairs
        assert shown <= told


@every_question
def test_feedback_says_why(question: QuestionBase) -> None:
    assert all(feedback.rationale for feedback in grade(question, key(question)).feedback)


def test_feedback_can_be_asked_for_by_part() -> None:
    verdict = grade(samples.single(), ChosenOption("c"))
    assert [(part, verdict.about(part)) for part in ("z",)] == [("z", None)]
    assert {f.part: (f.chosen, f.correct) for f in verdict.feedback}["c"] == (True, False)


def test_random_shuffles_of_options_change_no_verdict() -> None:
    question, rng = samples.multiple("abc", "def"), Random(3)
    answer = ("a", "b", "d")
    shuffled = msgspec.structs.replace(question, options=tuple(rng.sample(question.options, 6)))
    kind = kind_of(question)
    assert grade(shuffled, kind.answer(answer)).score == grade(question, kind.answer(answer)).score
