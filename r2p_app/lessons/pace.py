"""Where a lesson stands: time against plan. Time comes in as seconds, so that a pause is the caller's to leave out."""

from dataclasses import dataclass

from r2p_app.content.teaching import Lesson
from r2p_app.lessons.plan import minutes, starts

ON_TIME = 60.0
"""Seconds that do not count as early or late: nobody teaches to the second."""


@dataclass(frozen=True)
class Pace:
    """The clock of a lesson in seconds.

    Attributes:
        elapsed: Since the lesson began.
        planned: When the plan ends the present step.
        left: What the present step has left; negative once it runs over.
        total: The length of the whole plan.
    """

    elapsed: float
    planned: float
    left: float
    total: float

    @property
    def late(self) -> float:
        """How far the lesson runs behind its plan; 0 within `ON_TIME` of it.

        A step in time cannot be late: what counts is when it would end if it took all that was planned for it.
        """
        behind = self.elapsed + max(self.left, 0.0) - self.planned
        return behind if behind > ON_TIME else 0.0


def pace(lesson: Lesson, step: int, *, elapsed: float, in_step: float) -> Pace:
    """Return the clock at a step, `elapsed` seconds into the lesson and `in_step` seconds into the step.

    Before the first step (-1) nothing is planned yet.
    """
    ends = starts(lesson)[1:]
    planned = ends[step] * 60.0 if step >= 0 else 0.0
    length = lesson.steps[step].minutes * 60.0 if step >= 0 else 0.0
    return Pace(elapsed=elapsed, planned=planned, left=length - in_step, total=minutes(lesson) * 60.0)
