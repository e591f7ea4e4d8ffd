"""What votes come to."""

from itertools import pairwise

import pytest

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.questions import AnyAnswer, key
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.numeric import Number
from r2p_app.learning.questions.short_answer import Written
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.timeline_placement import PlacedDate
from r2p_app.live.room import Vote
from r2p_app.live.tally import OTHER, Advice, Count, advice, tally
from tests.learning import samples
from tests.live.acting import QUESTIONS


def ballots(*answers: AnyAnswer) -> dict[int, Vote]:
    return {number: Vote(answer) for number, answer in enumerate(answers)}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: type(one).__name__)
def test_right_answers_are_counted_in_both_rounds(question: QuestionBase) -> None:
    found = tally(question, 1, ballots(key(question)), ballots(key(question), key(question)))
    assert (found.first, found.second) == (Count(1, 1), Count(2, 2))
    assert any(bar.is_right and (bar.first, bar.second) == (1, 2) for bar in found.bars)


def test_options_stand_in_the_order_shown_with_those_nobody_chose() -> None:
    found = tally(samples.single(), 1, ballots(ChosenOption("b"), ChosenOption("b"), ChosenOption("c")), {})
    assert {bar.name: bar.first for bar in found.bars} == {"a": 0, "b": 2, "c": 1, "d": 0}
    assert [bar.name for bar in found.bars if bar.is_right] == ["b"]


def test_every_ticked_option_counts() -> None:
    found = tally(samples.multiple(), 1, ballots(ChosenOptions(("a", "c")), ChosenOptions(("a",))), {})
    assert {bar.name: bar.first for bar in found.bars} == {"a": 2, "b": 0, "c": 1, "d": 0}


def test_numbers_are_the_same_however_they_are_written() -> None:
    votes = ballots(Number("270"), Number("about 270"), Number("270 people"), Number("2,548"))
    bars = tally(samples.numeric(), 1, votes, {}).bars
    assert [(bar.text, bar.first, bar.is_right) for bar in bars] == [("270", 3, True), ("2548", 1, False)]


def test_rare_numbers_stand_together() -> None:
    votes = ballots(*(Number(str(value)) for value in range(20)))
    bars = tally(samples.numeric(), 1, votes, {}).bars
    assert len(bars) == 7
    assert (bars[-1].name, bars[-1].first) == (OTHER, 14)


def test_nobody_puts_words_on_the_wall_alone() -> None:
    votes = ballots(Written("rude"), Written("Gacaca!"), Written("kwibuka"), Written("twice"), Written("Twice"))
    bars = tally(samples.short_answer(), 1, votes, {}).bars
    assert {bar.text for bar in bars} == {"gacaca", "kwibuka", "twice", ""}
    assert (bars[-1].name, bars[-1].first) == (OTHER, 1)


def test_days_fall_into_equal_parts_that_cover_the_axis() -> None:
    question = samples.timeline()
    bars = tally(question, 1, ballots(PlacedDate(8856), PlacedDate(9008)), {}).bars
    assert (bars[0].first, bars[-1].first) == (1, 1)
    spans = [bar.days for bar in bars if bar.days]
    assert all(one[1] + 1 == other[0] for one, other in pairwise(spans))


def test_answers_of_another_kind_are_left_out() -> None:
    assert tally(samples.single(), 1, ballots(Number("1")), {}).first == Count(0, 0)


@pytest.mark.parametrize(
    ("right", "votes", "expected"),
    [
        (0, 0, Advice.NONE),
        (5, 20, Advice.TEACH),
        (6, 20, Advice.TALK),
        (14, 20, Advice.TALK),
        (15, 20, Advice.EXPLAIN),
    ],
)
def test_talking_is_advised_where_it_pays(right: int, votes: int, expected: Advice) -> None:
    assert advice(Count(votes, right)) is expected
