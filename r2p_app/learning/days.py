"""The learner's own days: they begin at an hour of their choice, by the clock on their wall.

Everything is kept in UTC; only here is it asked which day a moment belongs to. The offset of local time is a function
of the moment, so summer time and journeys need no care elsewhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

LocalOffset = Callable[[datetime], timedelta]
"""Returns how far local time was ahead of UTC at a moment."""


@dataclass(frozen=True)
class Days:
    """Days that begin at the hour `begins_at` by local time."""

    begins_at: int
    offset: LocalOffset

    def day_of(self, moment: datetime) -> date:
        """Return the day that an aware moment belongs to."""
        local = moment.astimezone(UTC) + self.offset(moment)
        return (local - timedelta(hours=self.begins_at)).date()

    def start_of(self, day: date) -> datetime:
        """Return the moment in UTC at which a day begins.

        Where the clocks change in that very hour it is the first moment that belongs to the day.
        """
        local = datetime.combine(day, time(self.begins_at), UTC)
        offsets = {self.offset(local + timedelta(days=days)) for days in (-1, 0, 1)}
        moments = sorted(local - offset for offset in offsets)
        return next((moment for moment in moments if self.day_of(moment) == day), moments[-1])
