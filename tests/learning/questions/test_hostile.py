"""Every kind is judged over a table of answers that nobody should give, and over answers in any order."""

from collections.abc import Callable, Mapping, Sequence
from math import nan
from random import Random

import msgspec
import pytest
from msgspec import structs

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.questions import KINDS, AnyAnswer, display_order, grade, key, kind_of
from r2p_app.learning.questions.cloze import Filled
from r2p_app.learning.questions.evidence_sort import Sorted
from r2p_app.learning.questions.map_location import PlacedPoint
from r2p_app.learning.questions.matching import Joined
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.numeric import Number
from r2p_app.learning.questions.ordering import Order
from r2p_app.learning.questions.short_answer import Written
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.timeline_placement import PlacedDate
from r2p_app.learning.questions.true_false import Judgement
from r2p_app.learning.verdict import Answer
from tests.learning import samples

EVERY = samples.one_of_each()
every_question = pytest.mark.parametrize("question", EVERY, ids=lambda question: kind_of(question).name)

HOSTILE = (
    "",
    " ",
    "x" * 10_000,
    "\u202eacacag",  # written from right to left
    "\u0627\u0644\u0645\u062d\u0643\u0645\u0629",
    "\U0001f600\U0001f1f7\U0001f1fc",
    "\x00\x07\x1b[31m",
    "<b>gacaca</b><script>alert(1)</script>",
    "'; DROP TABLE attempt; --",
    "{{body}} %s {0} ${x}",
    "=HYPERLINK(1)",
    "e\u0301" * 300,
    "\ufeff\u200b\u200d",
    "1e999",
    "-0",
    "NaN",
)

GIVE: Mapping[type[Answer], Callable[[str], AnyAnswer]] = {
    ChosenOption: ChosenOption,
    ChosenOptions: lambda text: ChosenOptions((text, text)),
    Judgement: lambda text: Judgement(True, text),
    Number: Number,
    Order: lambda text: Order((text, text)),
    Joined: lambda text: Joined(((text, text), ("p1", text))),
    Written: Written,
    Filled: lambda text: Filled((("body", text), (text, text))),
    Sorted: lambda text: Sorted((("a", text), (text, text))),
    Memo: lambda text: Memo(text, (-1, 99)),
    PlacedDate: lambda text: PlacedDate(-(10**9) * (1 + len(text))),
    PlacedPoint: lambda text: PlacedPoint(1e308 if text else nan, -1e308),
}


def test_every_kind_is_given_hostile_answers() -> None:
    assert set(GIVE) == {kind.answer for kind in KINDS.values()}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@every_question
def test_a_hostile_answer_earns_nothing_and_breaks_nothing(question: QuestionBase, text: str) -> None:
    answer = GIVE[kind_of(question).answer](text)
    verdict = grade(question, answer)
    assert verdict.score == 0
    assert all(isinstance(part.rationale, str) for part in verdict.feedback)


@every_question
def test_a_hostile_answer_can_be_stored(question: QuestionBase) -> None:
    for text in HOSTILE:
        answer = GIVE[kind_of(question).answer](text)
        if not isinstance(answer, PlacedPoint):  # JSON has no number that is none
            assert msgspec.json.decode(msgspec.json.encode(answer), type=AnyAnswer) == answer


def _shuffled(parts: Sequence[object], rng: Random) -> tuple[object, ...]:
    return tuple(rng.sample(parts, len(parts)))


PARTS = {"options", "reasons", "pairs", "gaps", "cards", "mistakes"}
"""What stands in a file in an order that means nothing; the order of `items` is the answer."""


@pytest.mark.parametrize("seed", range(5))
@every_question
def test_the_order_of_parts_in_the_file_changes_no_verdict(question: QuestionBase, seed: int) -> None:
    rng = Random(seed)
    changes = {name: _shuffled(getattr(question, name), rng) for name in PARTS if hasattr(question, name)}
    permuted = structs.replace(question, **changes)
    for answer in (key(question), *(GIVE[kind_of(question).answer](text) for text in HOSTILE)):
        assert grade(permuted, answer).score == grade(question, answer).score
    assert grade(permuted, key(permuted)).score == 1


@pytest.mark.parametrize("seed", range(5))
@every_question
def test_the_order_in_which_parts_are_shown_changes_no_verdict(question: QuestionBase, seed: int) -> None:
    before = grade(question, key(question))
    display_order(question, seed)
    assert grade(question, key(question)) == before
