import pytest
from msgspec import structs

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.fingerprint import key_print, wording_print
from r2p_app.learning.questions import KINDS, kind_of
from tests.learning import samples

EVERY = samples.one_of_each()
every_question = pytest.mark.parametrize("question", EVERY, ids=lambda question: kind_of(question).name)


@every_question
def test_other_words_leave_the_key(question: QuestionBase) -> None:
    reworded = structs.replace(question, prompt="Asked differently?", rationale="Told differently.")
    assert key_print(reworded) == key_print(question)
    assert wording_print(reworded) != wording_print(question)


@every_question
def test_what_is_not_read_changes_neither(question: QuestionBase) -> None:
    moved = structs.replace(question, difficulty=3, objective="o-other", sources=("un-2005",), see="r2p://case/rwanda")
    assert (key_print(moved), wording_print(moved)) == (key_print(question), wording_print(question))


CHANGED_KEYS = (
    (samples.single(), {"options": (samples.option("a", correct=True), *samples.single().options[1:])}),
    (samples.multiple(), {"options": samples.multiple("abc", "d").options}),
    (samples.true_false(), {"answer": True}),
    (samples.numeric(), {"tolerance": 5}),
    (samples.ordering(), {"items": samples.ordering().items[::-1]}),
    (samples.matching(), {"extra": ()}),
    (samples.short_answer(), {"accepted": ("gacaca",)}),
    (samples.cloze(), {"gaps": (structs.replace(samples.cloze().gaps[0], near_misses=()), samples.cloze().gaps[1])}),
    (samples.evidence_sort(), {"cards": samples.evidence_sort(belongs=("prevent", "react", "react", "rebuild")).cards}),
    (samples.memo(), {"rubric": ("One point",)}),
    (samples.timeline(), {"date": "1994-05-18"}),
    (samples.map_location(), {"radius_km": 5}),
)


@pytest.mark.parametrize(("question", "change"), CHANGED_KEYS, ids=lambda value: getattr(value, "id", ""))
def test_another_key_is_noticed(question: QuestionBase, change: dict[str, object]) -> None:
    assert key_print(structs.replace(question, **change)) != key_print(question)


def test_keys_of_every_kind_are_tried() -> None:
    assert {type(question) for question, _ in CHANGED_KEYS} == set(KINDS)


def test_the_order_of_options_in_the_file_is_no_key() -> None:
    question = samples.single()
    assert key_print(structs.replace(question, options=question.options[::-1])) == key_print(question)


def test_prints_are_the_same_on_every_machine() -> None:
    assert (key_print(samples.single()), len(wording_print(samples.single()))) == ("e72e45f48ae48f10", 16)
