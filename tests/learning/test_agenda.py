"""What is asked today, in which order, and what comes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec import structs

from r2p_app.content.library import Entry, Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.agenda import Agenda, agenda, forecast
from r2p_app.learning.days import Days
from r2p_app.learning.fingerprint import key_print
from r2p_app.learning.scheduler import ReviewState
from tests.learning import samples
from tests.ui import mini

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
DAYS = Days(4, lambda _moment: timedelta())
BASE: QuestionBase = samples.single()


def question(name: str, see: str = "") -> QuestionBase:
    made: QuestionBase = structs.replace(BASE, id=f"q-{name}", see=see or f"r2p://chapter/about-{name}")
    return made


def library(*questions: QuestionBase) -> Library:
    return Library(mini.PACK, [Entry(made.id, "question", "rwanda", made) for made in questions])


def state(
    name: str,
    due_in: float,
    *,
    reviewed: float = -10,
    sure_and_wrong: bool = False,
    reviews: int = 1,
    key: str = key_print(BASE),
) -> ReviewState:
    return ReviewState(
        question=f"q-{name}",
        key_print=key,
        stability=5,
        difficulty=5,
        reviewed_at=NOON + timedelta(days=reviewed),
        due=NOON + timedelta(days=due_in),
        reviews=reviews,
        score=0 if sure_and_wrong else 1,
        sure_and_wrong=sure_and_wrong,
    )


def today(found: Library, *states: ReviewState, limit: int = 30) -> Agenda:
    return agenda(found, states, NOON, DAYS, limit)


def test_sure_and_wrong_comes_first_then_what_has_waited_longest() -> None:
    found = library(*map(question, "abc"))
    due = today(found, state("a", -1), state("b", -5), state("c", 0, sure_and_wrong=True)).due
    assert due == ("q-c", "q-b", "q-a")


@pytest.mark.parametrize(("due_in", "is_due"), [(15.9 / 24, True), (16 / 24, False)])
def test_what_comes_due_before_the_day_ends_is_due_on_it(due_in: float, is_due: bool) -> None:
    assert bool(today(library(question("a")), state("a", due_in)).due) is is_due


def test_of_two_questions_about_one_fact_one_comes_a_day() -> None:
    found = library(question("a", "r2p://event/x"), question("b", "r2p://event/x"), question("c"))
    plan = today(found, state("a", -1), state("b", -2), state("c", -3))
    assert (plan.due, plan.buried) == (("q-c", "q-b"), ("q-a",))


def test_a_fact_that_was_asked_about_today_rests() -> None:
    found = library(question("a", "r2p://event/x"), question("b", "r2p://event/x"))
    assert today(found, state("a", 9, reviewed=-0.1), state("b", -2)).buried == ("q-b",)


def test_beyond_the_daily_limit_questions_wait_and_what_was_done_counts() -> None:
    found = library(*map(question, "abcd"))
    states = [state("a", -3), state("b", -2), state("c", -1)]
    assert today(found, *states, limit=2).waiting == ("q-c",)
    done = state("d", 9, reviewed=-0.1, reviews=2)
    assert today(found, *states, done, limit=2).due == ("q-a",)
    assert today(found, *states, structs.replace(done, reviews=1), limit=2).due == ("q-a", "q-b")


def test_a_corrected_question_comes_back_at_once_and_is_known_as_such() -> None:
    plan = today(library(question("a")), state("a", 40, key="the key of before"))
    assert (plan.due, plan.corrected) == (("q-a",), frozenset({"q-a"}))


def test_what_was_answered_while_the_clock_was_years_ahead_is_asked_now() -> None:
    found, ahead = library(question("a")), state("a", 4000, reviewed=3650)
    assert today(found, ahead).due == ("q-a",)
    assert forecast(found, [ahead], NOON, DAYS)[0] == (date(2026, 3, 14), 1)


def test_what_has_left_the_content_is_not_asked() -> None:
    assert today(library(question("a")), state("gone", -1)) == Agenda()


def test_the_forecast_counts_by_day_and_puts_what_is_late_on_today() -> None:
    found = library(*map(question, "abcde"))
    states = [state("a", -3), state("b", 0.1), state("c", 1), state("d", 13), state("e", 14), state("gone", 1)]
    ahead = dict(forecast(found, states, NOON, DAYS))
    assert len(ahead) == 14
    assert {day: count for day, count in ahead.items() if count} == {
        date(2026, 3, 14): 2,
        date(2026, 3, 15): 1,
        date(2026, 3, 27): 1,
    }
