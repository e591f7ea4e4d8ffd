"""Where the learner stands with reviews, derived from library and store; nothing is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from r2p_app.content.library import Library
from r2p_app.learning.agenda import Agenda, agenda, forecast
from r2p_app.learning.calibration import Calibration, calibration
from r2p_app.learning.history import PastRun, Spell, daily, weekly
from r2p_app.learning.progress import Progress, progress
from r2p_app.store import Store
from r2p_app.store.records import QuestionTotal
from r2p_app.store.settings import DAILY_LIMIT
from r2p_app.ui.home.standing import quiz_minutes
from r2p_app.ui.state import AppState

if TYPE_CHECKING:
    from r2p_app.export.progress import Record

_WEEK = 7
DAYS, WEEKS = 14, 12
"""How far the history goes back on the page; files have all of it."""

RUNS = 30
"""So many past quizzes can be opened again from the page."""


@dataclass(frozen=True)
class ReviewStanding:
    """Everything the Review page says. Times are minutes that the questions will take this learner."""

    today: Agenda
    today_minutes: float
    progress: Progress
    ahead: tuple[tuple[date, int], ...]
    calibration: tuple[Calibration, ...]
    week_minutes: float
    days: tuple[Spell, ...] = ()
    weeks: tuple[Spell, ...] = ()
    runs: tuple[PastRun, ...] = ()
    seconds: float = 0.0
    case_seconds: Mapping[str, float] = field(default_factory=dict)

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
    day = store.days.day_of(now)
    spells = store.history.days(store.days.begins_at, now - timedelta(weeks=WEEKS + 1))
    return ReviewStanding(
        today=today,
        today_minutes=quiz_minutes(len(today.due), totals),
        progress=progress(library, states, now),
        ahead=ahead,
        calibration=calibration(store.attempts.first_attempts()),
        week_minutes=quiz_minutes(sum(count for _, count in ahead[:_WEEK]), totals),
        days=daily(spells, day, DAYS),
        weeks=weekly(spells, day, WEEKS),
        runs=store.history.runs(RUNS),
        seconds=sum(total.seconds for total in totals),
        case_seconds=_by_case(library, totals),
    )


def record(library: Library, store: Store, now: datetime) -> "Record":
    """Return all that is known of the learner's answers, for a file."""
    from r2p_app.export.progress import Record  # large, and Home needs what is due alone

    states = store.reviews.all()
    return Record(
        library=library,
        now=now,
        runs=store.attempts.runs(),
        attempts=store.history.attempts(),
        states=states,
        progress=progress(library, states, now),
        calibration=calibration(store.attempts.first_attempts()),
        days=store.history.days(store.days.begins_at, datetime.fromtimestamp(0, UTC)),
        ahead=forecast(library, states, now, store.days),
    )


def _by_case(library: Library, totals: Iterable[QuestionTotal]) -> dict[str, float]:
    """Return how long the answers took, by case; questions that are gone belong to none."""
    seconds: dict[str, float] = {}
    for total in totals:
        if total.question in library:
            case = library.case_of(total.question)
            seconds[case] = seconds.get(case, 0.0) + total.seconds
    return seconds
