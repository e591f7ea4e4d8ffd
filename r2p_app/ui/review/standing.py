"""Where the learner stands with reviews, derived from library and store; nothing is kept."""

from dataclasses import dataclass
from datetime import date

from r2p_app.learning.agenda import Agenda, agenda, forecast
from r2p_app.learning.calibration import Calibration, calibration
from r2p_app.learning.progress import Progress, progress
from r2p_app.store.settings import DAILY_LIMIT
from r2p_app.ui.home.standing import quiz_minutes
from r2p_app.ui.state import AppState

_WEEK = 7


@dataclass(frozen=True)
class ReviewStanding:
    """Everything the Review page says. Times are minutes that the questions will take this learner."""

    today: Agenda
    today_minutes: float
    progress: Progress
    ahead: tuple[tuple[date, int], ...]
    calibration: tuple[Calibration, ...]
    week_minutes: float

    @property
    def week(self) -> int:
        """How many questions come due within seven days."""
        return sum(count for _, count in self.ahead[:_WEEK])

    @property
    def next_day(self) -> date | None:
        """The first day after today on which something comes due, within the forecast."""
        return next((day for day, count in self.ahead[1:] if count), None)


def due_today(state: AppState) -> Agenda:
    """Return today's reviews."""
    store = state.store
    limit = store.settings.get(DAILY_LIMIT)
    return agenda(state.library, store.reviews.all(), state.now(), store.days, limit)


def review_standing(state: AppState) -> ReviewStanding:
    """Return where the learner stands now."""
    library, store, now = state.library, state.store, state.now()
    states, totals, today = store.reviews.all(), store.attempts.totals(), due_today(state)
    ahead = forecast(library, states, now, store.days)
    return ReviewStanding(
        today=today,
        today_minutes=quiz_minutes(len(today.due), totals),
        progress=progress(library, states, now),
        ahead=ahead,
        calibration=calibration(store.attempts.first_attempts()),
        week_minutes=quiz_minutes(sum(count for _, count in ahead[:_WEEK]), totals),
    )
