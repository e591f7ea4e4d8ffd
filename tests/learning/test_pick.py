from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from r2p_app.content.library import Entry, Library
from r2p_app.content.model import PackInfo
from r2p_app.content.questions import Numeric, SingleChoice
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.pick import DIAGNOSTIC, Wish, matching, mistakes, pick, pick_diagnostic, seed_of
from r2p_app.learning.scheduler import ReviewState
from tests.learning import samples

PACK = PackInfo(format=1, id="p", title="P", version="1", licence="L", languages=("en",), authors=("A",))
seeds = st.integers(min_value=0, max_value=2**32)


def library(**cases: int) -> Library:
    """Return a library whose cases have so many questions, every third one numeric."""
    entries = []
    for case, count in cases.items():
        for number in range(count):
            question_id = f"q-{case}-{number:02}"
            item = samples.numeric(id_=question_id) if number % 3 == 0 else samples.single(question_id)
            entries.append(Entry(question_id, "question", case, item))
    return Library(PACK, entries)


SMALL = library(rwanda=12, kosovo=12)


@given(seeds)
def test_the_same_seed_asks_the_same(seed: int) -> None:
    wish = Wish(count=10)
    assert pick(SMALL, wish, seed) == pick(SMALL, wish, seed)


@given(seeds, st.one_of(st.none(), st.integers(min_value=0, max_value=40)))
def test_questions_come_once_and_no_more_than_wished(seed: int, count: int | None) -> None:
    picked = pick(SMALL, Wish(count=count), seed)
    assert len(picked) == len(set(picked)) == min(24 if count is None else count, 24)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), 24),
        (Wish(case="kosovo"), 12),
        (Wish(kinds=(Numeric,)), 8),
        (Wish(case="kosovo", kinds=(SingleChoice,)), 8),
        (Wish(objectives=("o-mandate",)), 24),
        (Wish(objectives=("o-other",)), 0),
        (Wish(case="nowhere"), 0),
    ],
)
def test_wishes_narrow_the_choice(wish: Wish, expected: int) -> None:
    assert len(matching(SMALL, wish)) == len(pick(SMALL, wish, 1)) == expected


@given(seeds)
def test_cases_are_interleaved(seed: int) -> None:
    cases = [SMALL.case_of(question_id) for question_id in pick(SMALL, Wish(), seed)]
    assert all(len(set(cases[i : i + 3])) > 1 for i in range(len(cases) - 2))


@given(seeds)
def test_a_short_run_has_its_share_of_each_case(seed: int) -> None:
    counts = Counter(SMALL.case_of(question_id) for question_id in pick(SMALL, Wish(count=6), seed))
    assert counts == {"rwanda": 3, "kosovo": 3}


@given(seeds)
def test_unseen_questions_come_first(seed: int) -> None:
    seen = {f"q-rwanda-{number:02}" for number in range(12)}
    picked = pick(SMALL, Wish(case="rwanda", count=3), seed, seen=seen - {"q-rwanda-01", "q-rwanda-02"})
    assert {"q-rwanda-01", "q-rwanda-02"} < set(picked)


def test_seeds_differ() -> None:
    assert len({pick(SMALL, Wish(count=5), seed) for seed in range(20)}) > 15


def test_the_run_is_the_same_on_every_machine() -> None:
    assert pick(SMALL, Wish(count=3), 1) == ("q-kosovo-11", "q-rwanda-08", "q-kosovo-09")


@given(seeds)
def test_a_diagnostic_is_short_and_spreads_over_objectives(seed: int) -> None:
    questions = [
        structs.replace(
            samples.single(f"q-{objective}-{number}"), objective=f"o-{objective}", difficulty=1 + number % 3
        )
        for objective in "abc"
        for number in range(4)
    ]
    small = Library(PACK, [Entry(question.id, "question", "rwanda", question) for question in questions])
    picked = [small.get(id_, SingleChoice) for id_ in pick_diagnostic(small, "rwanda", (SingleChoice,), seed)]
    assert len(picked) == DIAGNOSTIC
    assert {question.objective for question in picked} == {"o-a", "o-b", "o-c"}
    assert [question.difficulty for question in picked] == sorted(question.difficulty for question in picked)


def test_a_diagnostic_asks_only_what_the_program_judges() -> None:
    small = Library(PACK, [Entry("q-memo", "question", "rwanda", samples.memo())])
    assert pick_diagnostic(small, "rwanda", (), 1) == ()


def test_mistakes_are_the_newest_answers_that_were_not_wholly_right() -> None:
    questions = [samples.single(f"q-{name}") for name in "abcd"]
    small = Library(PACK, [Entry(question.id, "question", "rwanda", question) for question in questions])
    states = [
        review("q-a", score=0, day=1),
        review("q-b", score=0.5, day=2),
        review("q-c", score=1, day=3),
        review("q-d", score=0, day=0, sure=True),
        review("q-gone", score=0, day=4),
    ]
    assert mistakes(small, states) == ("q-d", "q-b", "q-a")
    assert mistakes(small, [structs.replace(states[0], key_print="another key")]) == ()


def review(question: str, *, score: float, day: int, sure: bool = False) -> ReviewState:
    at = samples.NOON + timedelta(days=day)
    return ReviewState(
        question=question,
        key_print=key_print(samples.single(question)),
        stability=1,
        difficulty=1,
        reviewed_at=at,
        due=at,
        reviews=1,
        score=score,
        sure_and_wrong=sure,
    )


def test_a_code_is_the_same_seed_however_it_is_typed() -> None:
    assert seed_of(" Blue  Door ") == seed_of("blue door")
    assert len({seed_of(f"class {number}") for number in range(200)}) == 200
    assert seed_of("\ud800") >= 0
