"""How questions travel to phones and answers back."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.questions import fits, grade, key
from r2p_app.live.forms import AnyReply
from r2p_app.live.kinds import LIVE_KINDS, answer_of, askable, form_of, reply_of
from r2p_app.live.phone import reasons
from tests.learning import samples
from tests.live.acting import QUESTIONS

SEEDS = range(20)
kinds = pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: type(one).__name__)


def test_a_class_can_vote_on_seven_kinds() -> None:
    assert {type(question) for question in QUESTIONS} == set(LIVE_KINDS)
    assert [question.id for question in askable((samples.memo(), samples.single()))] == ["q-single"]


@kinds
def test_an_answer_survives_the_journey(question: QuestionBase) -> None:
    for seed in SEEDS:
        sent = msgspec.json.decode(msgspec.json.encode(reply_of(question, seed, key(question))), type=AnyReply)
        answer = answer_of(question, seed, sent)
        assert answer is not None
        assert grade(question, answer).score == 1


@kinds
def test_without_words_there_are_as_many_letters_and_no_text(question: QuestionBase) -> None:
    with_words, without = (form_of(question, 3, with_words=words) for words in (True, False))
    parts = [getattr(with_words, name, ()) for name in ("options", "items", "reasons")]
    bare = [getattr(without, name, ()) for name in ("options", "items", "reasons")]
    assert [len(one) for one in parts] == [len(one) for one in bare]
    assert not any(text for one in bare for text in one)


@kinds
def test_every_kind_has_something_to_explain(question: QuestionBase) -> None:
    assert all(why.text and why.rationale for why in reasons(question))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
replies = st.fixed_dictionaries(
    {"kind": st.sampled_from(["choice", "judgement", "number", "order", "word", "day"])},
    optional={
        "options": st.lists(st.integers(-2, 9), max_size=6),
        "items": st.permutations(range(4)) | st.lists(st.integers(-1, 5), max_size=6),
        "value": st.booleans() | json_values,
        "reason": st.none() | st.integers(-1, 5),
        "text": st.text(max_size=30) | st.just("270"),
        "day": st.integers(-(10**7), 10**7),
    },
)


@given(replies)
def test_whatever_a_phone_sends_is_a_sound_answer_or_none(wish: dict[str, object]) -> None:
    try:
        reply = msgspec.json.decode(msgspec.json.encode(wish), type=AnyReply)
    except msgspec.MsgspecError:
        return
    for question in QUESTIONS:
        answer = answer_of(question, 1, reply)
        assert answer is None or fits(question, answer)
        assert answer is None or 0 <= grade(question, answer).score <= 1
