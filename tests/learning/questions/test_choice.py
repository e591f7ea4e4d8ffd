"""Single choice, multiple response, true or false."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from r2p_app.learning.questions import multiple, single, true_false
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.true_false import Judgement
from r2p_app.learning.verdict import Outcome
from tests.learning import samples

ticks = st.lists(st.sampled_from("abcdefgh"))
sizes = st.integers(min_value=1, max_value=4)


@pytest.mark.parametrize(("chosen", "score"), [("b", 1), ("a", 0), ("", 0), ("nowhere", 0), ("b\0", 0)])
def test_single_choice_is_all_or_nothing(chosen: str, score: float) -> None:
    assert single.grade(samples.single(), ChosenOption(chosen)).score == score


@pytest.mark.parametrize(
    ("ticked", "score"),
    [
        ("ab", 1),
        ("ba", 1),
        ("aab", 1),
        ("a", 0.5),
        ("abc", 0.5),
        ("ac", 0),
        ("abcd", 0),
        ("cd", 0),
        ("", 0),
        ("xyz", 0),
    ],
)
def test_multiple_response_weighs_right_ticks_against_wrong_ones(ticked: str, score: float) -> None:
    assert multiple.grade(samples.multiple(), ChosenOptions(tuple(ticked))).score == score


@given(sizes, sizes)
def test_ticking_everything_earns_nothing(right: int, wrong: int) -> None:
    question = samples.multiple("abcd"[:right], "efgh"[:wrong])
    assert multiple.grade(question, ChosenOptions(tuple("abcdefgh"))).score == 0


@given(sizes, sizes, st.data())
def test_ticking_everything_never_beats_an_honest_part(right: int, wrong: int, data: st.DataObject) -> None:
    question = samples.multiple("abcd"[:right], "efgh"[:wrong])
    honest = data.draw(st.sets(st.sampled_from("abcd"[:right]), min_size=1))
    everything = multiple.grade(question, ChosenOptions(tuple("abcdefgh"))).score
    assert multiple.grade(question, ChosenOptions(tuple(honest))).score > everything


@given(sizes, sizes)
def test_blind_ticking_gains_nothing_on_average_before_the_floor(right: int, wrong: int) -> None:
    options = "abcd"[:right] + "efgh"[:wrong]
    for count in range(1, len(options)):
        shares = [
            sum(o in "abcd"[:right] for o in ticked) / right - sum(o in "efgh"[:wrong] for o in ticked) / wrong
            for ticked in combinations(options, count)
        ]
        assert sum(shares) / len(shares) == pytest.approx(0)


@given(ticks, st.randoms())
def test_the_order_of_ticks_does_not_matter(ticked: list[str], rng: object) -> None:
    assert hasattr(rng, "sample")
    question = samples.multiple("abcd", "efgh")
    mixed = tuple(rng.sample(ticked, len(ticked)))
    assert multiple.grade(question, ChosenOptions(mixed)) == multiple.grade(question, ChosenOptions(tuple(ticked)))


@given(ticks, st.permutations(range(8)))
def test_the_order_of_options_changes_no_verdict(ticked: list[str], order: list[int]) -> None:
    question = samples.multiple("abcd", "efgh")
    moved = structs.replace(question, options=tuple(question.options[i] for i in order))
    answer = ChosenOptions(tuple(ticked))
    assert multiple.grade(moved, answer).score == multiple.grade(question, answer).score


def test_an_answer_without_wrong_options_counts_what_was_ticked() -> None:
    assert multiple.grade(samples.multiple("abcd", ""), ChosenOptions(("a",))).score == 0.25


@pytest.mark.parametrize(
    ("value", "reason", "score"),
    [(False, "a", 1), (False, "b", 0.5), (False, "", 0.5), (True, "a", 0), (True, "", 0)],
)
def test_a_reason_is_half_of_true_or_false(value: bool, reason: str, score: float) -> None:
    assert true_false.grade(samples.true_false(), Judgement(value, reason)).score == score


def test_without_reasons_the_judgement_is_all() -> None:
    assert true_false.grade(samples.true_false(reasons=False), Judgement(False)).outcome is Outcome.RIGHT


def test_true_and_false_have_their_own_feedback() -> None:
    verdict = true_false.grade(samples.true_false(), Judgement(True, "b"))
    told = {part.part: (part.chosen, part.correct) for part in verdict.feedback}
    assert told == {
        "true": (True, False),
        "false": (False, True),
        "a": (False, True),
        "b": (True, False),
        "c": (False, False),
    }
