"""When a question comes back and what to do next, as a person reads it."""

from datetime import date, timedelta

import pytest

from r2p_app.content.model import Bloom
from r2p_app.content.teaching import Objective
from r2p_app.learning.agenda import Agenda
from r2p_app.learning.days import Days
from r2p_app.learning.progress import ObjectiveProgress, Progress
from r2p_app.ui.review.standing import ReviewStanding
from r2p_app.ui.review.words import advice, comes_back_words, day_words
from tests.ui.conftest import NOON
from tests.ui.quiz.acting import breakable

DAYS = Days(4, lambda _moment: timedelta())
TODAY = date(2024, 4, 11)


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (0, "This question is due for review today."),
        (1, "This question comes back tomorrow."),
        (3, "This question comes back on Sunday."),
        (12, "This question comes back in 12 days, on 23 April 2024."),
    ],
)
def test_when_a_question_comes_back(later: int, words: str) -> None:
    assert breakable(comes_back_words(NOON + timedelta(days=later), NOON, DAYS)) == words


def test_days_are_named_as_people_do() -> None:
    names = [breakable(day_words(TODAY + timedelta(days=later), TODAY)) for later in (0, 1, 2)]
    assert names == ["Today", "Tomorrow", "Saturday 13 April 2024"]


def objective(share: float, *, answered: int = 2) -> ObjectiveProgress:
    made = Objective(id="o", text="Trace the warnings before April 1994.", bloom=Bloom.APPLY)
    return ObjectiveProgress(2, answered, share, made, "rwanda")


def standing(
    today: Agenda = Agenda(),  # noqa: B008 (it never changes)
    *,
    wrong: tuple[str, ...] = (),
    objectives: tuple[ObjectiveProgress, ...] = (),
    next_in: int = 0,
) -> ReviewStanding:
    ahead = tuple((TODAY + timedelta(days=i), int(bool(next_in) and i == next_in)) for i in range(14))
    done = Progress(questions=9, answered=3, known=2, recall=0.9, sure_and_wrong=wrong, objectives=objectives)
    return ReviewStanding(today, 4.0, done, ahead, (), 4.0)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (standing(Agenda(("a", "b"))), "Next: answer the 2 questions due today, about 4 minutes."),
        (
            standing(Agenda(("a",), buried=("b",), corrected=frozenset({"a"}))),
            "Next: answer the 1 question due today, about 4 minutes. 1 question came back because the content was "
            "corrected since you last studied. 1 more waits for another day.",
        ),
        (standing(wrong=("a",)), "Nothing is due. Practise the 1 question you were sure of and got wrong."),
        (
            standing(objectives=(objective(0.2, answered=1), objective(0.5))),
            "Nothing is due. You know least about: Trace the warnings before April 1994. "
            "Read that part again, then practise it.",
        ),
        (
            standing(objectives=(objective(0.9),), next_in=1),
            "Nothing is due until tomorrow. Go on reading, or take a quiz on something new.",
        ),
        (
            standing(next_in=4),
            "Nothing is due until Monday 15 April 2024. Go on reading, or take a quiz on something new.",
        ),
        (standing(), "Nothing is due for two weeks. Go on reading, or take a quiz on something new."),
    ],
)
def test_the_advice_is_one_thing_to_do_next(now: ReviewStanding, words: str) -> None:
    assert breakable(advice(now)) == words
