"""Numbers of people killed: always a range, or a reason for a single figure (rule G7)."""

import re
from collections.abc import Iterator

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.model import Figure
from r2p_app.content.subjects import Subject

_DEAD = re.compile(
    r"\b(?:people |persons |civilians |men |children )?(?:killed|murdered|dead|deaths|lives lost|victims)\b"
)


def counts_dead(text: str) -> bool:
    """Tell whether words speak of people killed."""
    return bool(_DEAD.search(text))


def toll(record: Figure, subject: Subject) -> Iterator[Fault]:
    """A toll is a range with its sources, or says why one figure is enough."""
    if record.toll and (record.low is None or record.high is None) and not record.single_because:
        hint = "write “low” and “high” with their sources, or say under “single_because” why one figure is enough"
        yield Fault(subject.at("value"), "a number of people killed is given without a range", hint)


def unmarked(record: Figure, subject: Subject) -> Iterator[Fault]:
    """What counts the dead says so, and so is never drawn beside the dead of another case (rule G6)."""
    if not record.toll and counts_dead(record.unit):
        yield Fault(subject.at("unit"), "this counts people killed, but is not marked as a toll", "write “toll: true”")


RECORD_CHECKS = (
    RecordCheck("toll-range", Figure, toll),
    RecordCheck("toll-unmarked", Figure, unmarked),
)
