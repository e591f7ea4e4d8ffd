"""Settings of a person, declared once; the Settings page, its bounds and the defaults are views of them.

How the window looks is not here: it is needed before a database is open. Titles and descriptions are English source
texts for the window to translate.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import msgspec

from r2p_app.store.database import Database

T = TypeVar("T", bool, int, float, str)


class Group(enum.StrEnum):
    """The parts of the Settings page that declared settings belong to."""

    PERSON = "person"
    LEARNING = "learning"


@dataclass(frozen=True, kw_only=True)
class Setting(Generic[T]):
    """One declared setting; its type is that of its default. Bounds are included, and absent for yes or no.

    A text is one of `choices`, by value with its words.
    """

    key: str
    default: T
    title: str
    description: str
    group: Group = Group.LEARNING
    minimum: T | None = None
    maximum: T | None = None
    choices: Mapping[T, str] = field(default_factory=dict)

    def parse(self, value: object) -> T:
        """Return the value in the setting's type; raise `ValueError` when it is of another or out of bounds."""
        parsed: T = msgspec.convert(value, type(self.default))
        if self.minimum is not None and not parsed >= self.minimum:
            raise ValueError(f"{self.key}: {parsed} is below {self.minimum}")
        if self.maximum is not None and not parsed <= self.maximum:
            raise ValueError(f"{self.key}: {parsed} is above {self.maximum}")
        if self.choices and parsed not in self.choices:
            raise ValueError(f"{self.key}: {parsed} is none of {', '.join(map(str, self.choices))}")
        return parsed


class Role(enum.StrEnum):
    """The three whom the program serves."""

    LEARNER = "learner"
    TEACHER = "teacher"
    AUTHOR = "author"


ROLE = Setting(
    key="role",
    default=str(Role.LEARNER),
    group=Group.PERSON,
    title="I am here as",
    description="Home shows what to do next for a learner, a teacher or an author. Every page is open to all three.",
    choices={
        str(Role.LEARNER): "A learner",
        str(Role.TEACHER): "A teacher",
        str(Role.AUTHOR): "An author",
    },
)
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
    ROLE,
    ASK_CONFIDENCE,
    SHOW_CONTENT_NOTES,
    DAY_BOUNDARY,
    DESIRED_RETENTION,
    DAILY_LIMIT,
)
"""What the Settings page offers, in its order."""

WELCOMED = Setting(key="welcomed", default=False, title="", description="")
"""Whether the first-run page was shown; kept like a setting, and not one that anybody sets."""

LAST_LESSON = Setting(key="last-lesson", default="", title="", description="")
"""The id of the lesson taught or adapted last; kept like a setting."""


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
