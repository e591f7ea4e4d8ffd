"""Numbers of people killed: always a range, or a reason for a single figure (rule G7), and never compared (rule G6)."""

import re
from collections.abc import Iterator

from r2p_app.content.checks.base import Fault, RecordCheck
from r2p_app.content.checks.whole import Found, Whole, WholeCheck
from r2p_app.content.model import Case, Figure, Movement, Series
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


def dead_on_the_map(whole: Whole) -> Iterator[Found]:
    """An arrow stands for people who moved: no toll gives its number (rule G6)."""
    for entry, movement in whole.of(Movement):
        figure = whole.entries.get(movement.figure)
        if figure is not None and isinstance(figure.item, Figure) and figure.item.toll:
            message = f"the figure “{movement.figure}” counts people killed"
            yield Found(entry.file, Fault(entry, message, "name a figure of those who moved, or none"))


def dead_compared(whole: Whole) -> Iterator[Found]:
    """No chart sets the dead of one case beside those of another (rule G6)."""
    cases = [case.title for _, case in whole.of(Case) if case.kind == "case"]
    for entry, series in whole.of(Series):
        if counts_dead(f"{series.unit} {series.title} {series.question}"):
            words = " ".join(f"{point.label} {point.note}" for point in series.points)
            named = [title for title in cases if re.search(rf"\b{re.escape(title)}\b", words)]
            if len(named) > 1:
                message = f"this chart compares people killed in {' and '.join(named)}"
                yield Found(
                    entry.file, Fault(entry, message, "tolls of different cases are not compared: leave it out")
                )


RECORD_CHECKS = (
    RecordCheck("toll-range", Figure, toll),
    RecordCheck("toll-unmarked", Figure, unmarked),
)
WHOLE_CHECKS = (
    WholeCheck("movement-toll", dead_on_the_map),
    WholeCheck("toll-compared", dead_compared),
)
