"""Time against plan."""

import pytest

from r2p_app.content.teaching import Lesson
from r2p_app.lessons.pace import pace


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((-1, 0, 0), (0, 0, 0)),
        ((0, 0, 0), (300, 300, 0)),
        ((0, 320, 320), (300, -20, 0)),
        ((0, 400, 400), (300, -100, 100)),
        ((1, 600, 300), (1020, 420, 0)),
        ((1, 420, 0), (1020, 720, 120)),
        ((4, 3000, 480), (3000, 0, 0)),
    ],
)
def test_the_clock(lesson: Lesson, given: tuple[int, float, float], expected: tuple[float, float, float]) -> None:
    """Given step, seconds since the beginning and in the step; expected planned end, seconds left, seconds late."""
    step, elapsed, in_step = given
    clock = pace(lesson, step, elapsed=elapsed, in_step=in_step)
    assert (clock.planned, clock.left, clock.late, clock.total) == (*expected, 3000)
