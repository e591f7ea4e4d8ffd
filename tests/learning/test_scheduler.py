"""The schedule: the same as the fsrs package gives, made from the log alone, at any clock."""

import random
from datetime import UTC, datetime, timedelta

import fsrs
import fsrs.scheduler as package
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from r2p_app.learning.attempts import Attempt
from r2p_app.learning.confidence import Confidence, rating
from r2p_app.learning.questions.memo import Memo
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.scheduler import ReviewState, advance, draw, recall, replay

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
SURE, FAIRLY, UNSURE = Confidence.SURE, Confidence.FAIRLY_SURE, Confidence.NOT_SURE


def attempt(
    at: datetime = NOON,
    *,
    score: float = 1,
    confidence: Confidence | None = FAIRLY,
    run: str = "run-1",
    key: str = "key-1",
    wording: str = "wording-1",
) -> Attempt:
    return Attempt(
        run=run,
        question="q-912",
        answer=ChosenOption("a"),
        score=score,
        at=at,
        confidence=confidence,
        key_print=key,
        wording_print=wording,
    )


def state_after(*attempts: Attempt, retention: float = 0.9) -> ReviewState:
    state = replay(attempts, retention)
    assert state is not None
    return state


histories = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.3, 0.5, 1.0]),
        st.sampled_from([None, *Confidence]),
        st.timedeltas(timedelta(days=-40), timedelta(days=400)),
    ),
    min_size=1,
    max_size=12,
)


def attempts_of(history: list[tuple[float, Confidence | None, timedelta]]) -> list[Attempt]:
    at, made = NOON, []
    for number, (score, confidence, later) in enumerate(history):
        at += later
        made.append(attempt(at, score=score, confidence=confidence, run=f"run-{number}"))
    return made


HISTORIES = 10_000


def random_history(rng: random.Random) -> list[Attempt]:
    """Answers of all kinds, minutes or years apart, sometimes by a clock that was set back."""
    steps = [
        (
            rng.choice([0.0, 0.3, 0.5, 0.75, 1.0, 1.0, 1.0]),
            rng.choice([None, *Confidence]),
            timedelta(days=rng.choice([-3, 0, 0, 1, 1, 5, 30, 400]), minutes=rng.randrange(1440)),
        )
        for _ in range(rng.randint(1, 12))
    ]
    return attempts_of(steps)


def test_it_agrees_with_the_package_on_ten_thousand_random_histories(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the bit, fuzz included: the package is given the chance that follows from each attempt."""
    rng, chance = random.Random(6), [0.0]
    monkeypatch.setattr(package, "random", lambda: chance[0])
    schedulers = {
        retention: fsrs.Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=())
        for retention in (0.7, 0.85, 0.9, 0.97)
    }
    fuzzy = 0
    for _ in range(HISTORIES):
        retention, scheduler = rng.choice(list(schedulers.items()))
        card, state = fsrs.Card(card_id=1, due=NOON), None
        for one in random_history(rng):
            chance[0] = draw(one)
            card, _log = scheduler.review_card(card, fsrs.Rating(rating(one.score, one.confidence)), one.at)
            state = advance(state, one, retention)
            assert (state.stability, state.difficulty, state.reviewed_at) == (card.stability, card.difficulty, one.at)
            assert state.due == card.due
            fuzzy += (state.due - one.at).days > 2
        assert state is not None
        later = state.due + timedelta(days=3)
        assert recall(state, later) == scheduler.get_card_retrievability(card, later)
    assert fuzzy > HISTORIES


@given(history=histories)
def test_step_by_step_is_the_same_as_from_the_log_and_the_same_again(
    history: list[tuple[float, Confidence | None, timedelta]],
) -> None:
    attempts = attempts_of(history)
    state = None
    for given_ in attempts:
        state = advance(state, given_, 0.9)
    assert state == replay(attempts, 0.9)


def test_the_fuzz_differs_between_answers_and_leaves_the_shared_generator_alone() -> None:
    random.seed(1)
    expected = random.random()
    random.seed(1)
    sure = [attempt(confidence=SURE, run=f"run-{number}") for number in range(40)]
    days = {(state_after(one).due - NOON).days for one in sure}
    assert len(days) > 1
    assert random.random() == expected


@pytest.mark.parametrize(
    ("score", "confidence"), [(0, SURE), (0, None), (0.4, SURE)], ids=["wrong", "wrong, not asked", "mostly wrong"]
)
def test_what_was_wrong_comes_back_the_next_day(score: float, confidence: Confidence | None) -> None:
    assert state_after(attempt(score=score, confidence=confidence)).due == NOON + timedelta(days=1)


def test_the_surer_a_right_answer_the_later_it_comes_back() -> None:
    unsure, fairly, sure = (state_after(attempt(confidence=level)).due for level in (UNSURE, FAIRLY, SURE))
    assert unsure < fairly < sure


def test_who_wants_to_remember_more_reviews_sooner() -> None:
    known = [attempt(confidence=SURE), attempt(NOON + timedelta(days=9), confidence=SURE, run="run-2")]
    assert state_after(*known, retention=0.97).due < state_after(*known, retention=0.7).due


def test_sure_and_wrong_is_told_from_wrong_and_is_over_with_the_next_right_answer() -> None:
    wrong = attempt(score=0, confidence=SURE)
    assert state_after(wrong).sure_and_wrong
    assert not state_after(attempt(score=0, confidence=UNSURE)).sure_and_wrong
    assert not state_after(wrong, attempt(NOON + timedelta(days=1), run="run-2")).sure_and_wrong


def test_another_key_begins_anew_and_another_wording_does_not() -> None:
    first = attempt(confidence=SURE)
    later = attempt(NOON + timedelta(days=8), run="run-2", wording="wording-2")
    assert state_after(first, later).reviews == 2
    changed = structs.replace(later, key_print="key-2")
    assert state_after(first, changed) == state_after(changed)


def test_open_answers_are_not_scheduled() -> None:
    assert replay([structs.replace(attempt(), answer=Memo(text="…"))], 0.9) is None


def test_a_clock_set_back_does_no_harm() -> None:
    ahead = attempt(NOON + timedelta(days=3650), confidence=SURE)
    state = state_after(ahead, attempt(NOON, run="run-2"))
    assert NOON < state.due < NOON + timedelta(days=60)
    assert recall(state, NOON - timedelta(days=1)) == 1


def test_recall_fades_to_what_was_wished_for_when_it_is_due() -> None:
    state = state_after(attempt(confidence=SURE))
    assert recall(state, NOON) == 1
    assert recall(state, NOON + timedelta(days=round(state.stability))) == pytest.approx(0.9, abs=0.01)
    assert recall(state, NOON + timedelta(days=900)) < 0.7
