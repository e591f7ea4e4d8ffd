"""What states were called at a time, and are called today; declared in `resources/maps/names.toml`."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec


class Period(msgspec.Struct, frozen=True, rename={"from_": "from"}):
    """A name that held for one or several of today's countries, up to the day before `until`.

    `at` is the country in which the name is written, `now` what the area is today where that is no single name.
    """

    of: tuple[str, ...]
    name: str
    from_: date
    until: date
    now: str = ""
    at: str = ""

    def holds(self, day: date) -> bool:
        """Tell whether the name was in use on a day."""
        return self.from_ <= day < self.until


class Name(NamedTuple):
    """A name on the map: `now` is today's, or says what the area is today; empty where nothing has changed.

    `over` lists the countries in which it may be written, the most fitting first.
    """

    text: str
    now: str = ""
    over: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True):
    present: dict[str, str]
    period: tuple[Period, ...]


@dataclass(frozen=True)
class Names:
    """The names of states, by the keys that the regions use."""

    present: dict[str, str] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Names":
        """Read the table; raise `OSError`, `tomllib.TOMLDecodeError` or `msgspec.ValidationError`."""
        file = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _File)
        return cls(file.present, file.period)

    def today(self, key: str) -> str:
        """Return today's name of a country."""
        return self.present.get(key, key)

    def at(self, key: str, day: date | None) -> Name | None:
        """Return what is to be written in a country; None where a name written elsewhere covers it too."""
        period = next((one for one in self.periods if day and key in one.of and one.holds(day)), None)
        if period is None:
            return Name(self.today(key), over=(key,))
        first = period.at or period.of[0]
        if key != first:
            return None
        return Name(period.name, period.now or self.today(key), (key, *(one for one in period.of if one != first)))
