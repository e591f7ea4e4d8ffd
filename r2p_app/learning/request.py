"""A quiz as a learner or a teacher asks for it: what, how many, how it is held. It is kept in links."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.attempts import Mode
from r2p_app.learning.pick import Wish
from r2p_app.learning.questions import KINDS

Query = tuple[tuple[str, str], ...]

COUNTS = (5, 10, 20)
"""How many questions are offered; besides, all there are."""

USUAL_COUNT = 10
LONGEST_MINUTES = 240
_ALL = "all"
_KINDS = {kind.name: question for question, kind in KINDS.items()}
_DIFFICULTIES = (1, 2, 3)


@dataclass(frozen=True)
class Request:
    """What is asked for. `minutes` is a time limit, 0 for none; a `code` gives everyone who types it the same run."""

    case: str = ""
    objectives: Collection[str] = ()
    kinds: Collection[type[QuestionBase]] = ()
    difficulties: Collection[int] = ()
    count: int | None = USUAL_COUNT
    mode: Mode = Mode.PRACTICE
    minutes: int = 0
    code: str = ""

    @classmethod
    def from_query(cls, query: Query) -> "Request":
        """Read a request from a link; what is unknown there is passed over."""
        values = dict(reversed(query))
        return cls(
            case=values.get("case", ""),
            objectives=_parts(values.get("objective", "")),
            kinds=tuple(_KINDS[name] for name in _parts(values.get("kind", "")) if name in _KINDS),
            difficulties=tuple(d for d in _DIFFICULTIES if str(d) in _parts(values.get("difficulty", ""))),
            count=_count(values.get("count", "")),
            mode=Mode.TEST if values.get("mode") == Mode.TEST else Mode.PRACTICE,
            minutes=_whole(values.get("minutes", ""), LONGEST_MINUTES) or 0,
            code=values.get("code", ""),
        )

    def to_query(self) -> Query:
        """Write only what differs from what is usual, in a fixed order."""
        names = {question: name for name, question in _KINDS.items()}
        pairs = (
            ("case", self.case),
            ("objective", _joined(self.objectives)),
            ("kind", _joined(names[kind] for kind in self.kinds)),
            ("difficulty", _joined(map(str, self.difficulties))),
            ("count", "" if self.count == USUAL_COUNT else _ALL if self.count is None else str(self.count)),
            ("mode", "" if self.mode is Mode.PRACTICE else self.mode.value),
            ("minutes", str(self.minutes) if self.minutes else ""),
            ("code", self.code),
        )
        return tuple((name, value) for name, value in pairs if value)

    def wish(self, playable: Collection[type[QuestionBase]]) -> Wish:
        """Return which questions answer to it, among the kinds that can be asked."""
        kinds = tuple(kind for kind in self.kinds if kind in playable) or tuple(playable)
        return Wish(self.case, tuple(self.objectives), kinds, tuple(self.difficulties), self.count)

    @property
    def is_narrowed(self) -> bool:
        """Whether more was chosen than a case, a number and a mode."""
        return bool(self.objectives or self.kinds or self.difficulties or self.minutes or self.code)


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part for part in value.split(",") if part)


def _joined(values: Iterable[str]) -> str:
    return ",".join(sorted(values))


def _count(value: str) -> int | None:
    return None if value == _ALL else _whole(value, 1_000) or USUAL_COUNT


def _whole(value: str, most: int) -> int | None:
    """Read a number from 1 to `most`; None for anything else."""
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 4 and 1 <= int(value) <= most else None
