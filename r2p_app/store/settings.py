"""Settings that belong to learning, declared once; the Settings page, its bounds and the defaults are views of them.

How the window looks is not here: it is needed before a database is open. Titles and descriptions are English source
texts for the window to translate.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from r2p_app.store.database import Database

T = TypeVar("T", bool, int, float)


@dataclass(frozen=True, kw_only=True)
class Setting(Generic[T]):
    """One declared setting; its type is that of its default. Bounds are included, and absent for yes or no."""

    key: str
    default: T
    title: str
    description: str
    minimum: T | None = None
    maximum: T | None = None

    def parse(self, value: object) -> T:
        """Return the value in the setting's type; raise `ValueError` when it is of another or out of bounds."""
        parsed: T = msgspec.convert(value, type(self.default))
        if self.minimum is not None and not parsed >= self.minimum:
            raise ValueError(f"{self.key}: {parsed} is below {self.minimum}")
        if self.maximum is not None and not parsed <= self.maximum:
            raise ValueError(f"{self.key}: {parsed} is above {self.maximum}")
        return parsed


ASK_CONFIDENCE = Setting(
    key="ask-confidence",
    default=True,
    title="Ask how sure I am",
    description="Before the feedback you say how sure you are. It shows what you only think you know.",
)
SHOW_CONTENT_NOTES = Setting(
    key="show-content-notes",
    default=True,
    title="Show content notes",
    description="A short note before hard material says what follows, so that you can choose when to read it.",
)
DAY_BOUNDARY = Setting(
    key="day-boundary",
    default=4,
    minimum=0,
    maximum=23,
    title="A new day begins at",
    description="The hour by this computer’s clock. What is done before it belongs to the day before.",
)
DESIRED_RETENTION = Setting(
    key="desired-retention",
    default=0.9,
    minimum=0.7,
    maximum=0.97,
    title="How much I want to remember",
    description="The share of questions you want to answer correctly when they return. More means more reviews.",
)
DAILY_LIMIT = Setting(
    key="daily-limit",
    default=30,
    minimum=1,
    maximum=500,
    title="Reviews a day, at most",
    description="What is due beyond this number waits for the next day.",
)

# Any: each setting has a type of its own, that of its default.
SETTINGS: tuple[Setting[Any], ...] = (
    ASK_CONFIDENCE,
    SHOW_CONTENT_NOTES,
    DAY_BOUNDARY,
    DESIRED_RETENTION,
    DAILY_LIMIT,
)


class Settings:
    """The settings of one profile. Only what was chosen is stored, so that a better default reaches everyone else."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, setting: Setting[T]) -> T:
        """Return the value chosen, or the default; a stored value that no longer fits counts as not chosen."""
        row = self._database.row("SELECT value FROM setting WHERE key = ?", (setting.key,))
        if row is None:
            return setting.default
        try:
            return setting.parse(msgspec.json.decode(row[0]))
        except ValueError:  # includes msgspec's errors
            return setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Store a choice; raise `ValueError` when it does not fit the declaration."""
        text = msgspec.json.encode(setting.parse(value)).decode()
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (setting.key, text),
            )

    def reset(self, setting: Setting[T]) -> None:
        """Return to the default."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM setting WHERE key = ?", (setting.key,))
