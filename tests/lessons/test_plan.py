"""Changing a plan: nothing is lost that was not dropped."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from r2p_app.content.teaching import Lesson
from r2p_app.lessons import plan

ANY_STEP = st.integers(0, 4)
quick = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_its_length_is_the_sum_of_its_steps(lesson: Lesson) -> None:
    assert plan.minutes(lesson) == 50
    assert plan.starts(lesson) == (0, 5, 17, 29, 42, 50)


@quick
@given(step=ANY_STEP, by=st.integers(-9, 9))
def test_moving_keeps_every_step(lesson: Lesson, step: int, by: int) -> None:
    moved = plan.moved(lesson, step, by)
    assert sorted(each.heading for each in moved.steps) == sorted(each.heading for each in lesson.steps)
    assert moved.steps[min(max(step + by, 0), 4)] == lesson.steps[step]


@quick
@given(step=ANY_STEP)
def test_what_was_dropped_can_be_put_back(lesson: Lesson, step: int) -> None:
    shorter = plan.without(lesson, step)
    assert len(shorter.steps) == 4
    assert plan.restored(shorter, step, lesson.steps[step]) == lesson


def test_the_only_step_stays(lesson: Lesson) -> None:
    one = lesson
    for _ in range(4):
        one = plan.without(one, 0)
    with pytest.raises(ValueError, match="at least one step"):
        plan.without(one, 0)


@pytest.mark.parametrize(("wish", "kept"), [(7, 7), (0, 1), (-3, 1), (999, plan.MOST_MINUTES)])
def test_minutes_stay_within_reason(lesson: Lesson, wish: int, kept: int) -> None:
    assert plan.changed(lesson, 0, minutes=wish).steps[0].minutes == kept


def test_a_question_takes_the_place_of_another(lesson: Lesson) -> None:
    old, *rest = lesson.steps[1].uses
    assert plan.swapped(lesson, 1, old, "q-new").steps[1].uses == ("q-new", *rest)
    assert plan.swapped(lesson, 1, old, "").steps[1].uses == tuple(rest)
    assert plan.swapped(lesson, 1, old, rest[0]).steps[1].uses == tuple(rest)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Račak & après", "l-own-racak-apres"),
        ("", "l-own-lesson"),
        ("东", "l-own-dong"),
        ("The cable", "l-own-the-cable-3"),
    ],
)
def test_a_copy_gets_an_id_of_its_own(title: str, expected: str) -> None:
    assert plan.own_id(title, {"l-own-the-cable", "l-own-the-cable-2"}) == expected


def test_a_copy_differs_in_title_and_id_only(lesson: Lesson) -> None:
    copy = plan.adapted(lesson, title="Mine", taken={lesson.id})
    assert (copy.id, copy.title, copy.steps) == ("l-own-mine", "Mine", lesson.steps)
